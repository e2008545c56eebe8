"""Links as they are to be weighed: what they say, whose page they lead to, and among what they stand."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

from checker.discovery.book import DiscoveryBook, Kind
from checker.discovery.folding import fold, is_unspaced
from checker.discovery.ownership import Brand, Owner, brand_of, host_of, owner, without_name
from checker.discovery.wording import LONGEST_ACRONYM, NOTHING, Sense, agreed_compound, path_sense, sense_of
from checker.model.seen import Link, Reading

FOOT = frozenset({"footer", "hidden"})
_FRAME = FOOT | {"nav", "header", "form", "rel", "json_ld", "script"}
_CARD = frozenset({"main", "hidden", "header"})
_TERMS_RELS = frozenset({"terms-of-service", "terms"})
_UNSEEN = frozenset({"script", "json_ld", "head"})
_KEY = re.compile(r"[A-Za-z_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)([^©.:|·•\n]{0,80})", re.IGNORECASE)
_LONGEST_OWNER = 4
_MOST_OWNERS = 20
_LOW = 0.8
_NEAR = 2
_FEW_LINKS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A link with all that is needed to weigh it.

    It is `in_company` beside the link of a legal page, a `teaser` where links of the body lead to one article
    in turn (picture, headline, "read more"), a `section` where the page links parts of it that are no legal
    pages, a `stranger` where the page names another site whose terms these are, and `renamed` where another
    link gives the same address a name that is none of a document.
    """

    link: Link
    region: str
    text: Sense
    path: Sense
    owner: Owner
    signs_up: bool
    is_here: bool
    language: str
    in_company: bool = False
    is_teaser: bool = False
    is_section: bool = False
    is_stranger: bool = False
    is_renamed: bool = False

    @property
    def is_low(self) -> bool:
        """Tell whether it stands in the last fifth of the page."""
        return self.link.position >= _LOW

    @property
    def is_framed(self) -> bool:
        """Tell whether it stands where sites put their own terms, not in an article."""
        return self.region in _FRAME or self.is_low or self.signs_up or self.in_company

    @property
    def has_sentence(self) -> bool:
        """Tell whether it has more around it than its own words."""
        return len(self.link.context.strip()) > len(self.link.text.strip())


def views(reading: Reading, url: str, book: DiscoveryBook) -> list[View]:
    """Give the links of a page as they are to be weighed, in the order of the page."""
    language = reading.declared_language[:2].lower()
    brand = brand_of(url) | _name_on_top(reading.links, url)
    some = [_view(link, url, book, language, brand) for link in _worth_weighing(reading.links)]
    sections, renamed = _sections(some), _renamed(some)
    private = {host_of(one.link.url) for one in some if one.text.kind is Kind.OTHER and one.text.alone}
    owners = _copyright_owners(reading)
    foot = max((one.link.position for one in some if one.region == "footer"), default=0.0)
    found = []
    for index, view in enumerate(some):
        near = some[max(0, index - _NEAR) : index + 1 + _NEAR]
        key = plain_address(view.link.url)
        placed = replace(view, in_company=_in_company(view, near))
        found.append(
            replace(
                placed,
                is_teaser=_is_teaser(placed, near, foot=foot),
                is_section=key in sections and view.region not in FOOT,
                is_stranger=host_of(view.link.url) not in private and _is_stranger(view, near, brand, owners),
                is_renamed=key in renamed,
            )
        )
    return found


def _view(link: Link, page: str, book: DiscoveryBook, language: str, brand: Brand) -> View:
    rel = bool(_TERMS_RELS & set(link.rel))
    brand = brand | brand_of(link.url)
    text = sense_of(_words(link), book, language=language, brand=brand)
    is_here = fold(link.text) in book.here
    agreed = agreed_compound(link.text, link.context, book, language)
    signs_up = (is_here or text.kind is not Kind.NONE or agreed is not None) and _signs_up(link, book)
    if signs_up and agreed:
        text = agreed
    if text.kind is Kind.NONE and signs_up:
        text = sense_of(_after_sign_up(link, book), book, language=language, brand=brand)
    return View(
        link=link,
        region="rel" if rel else link.region,
        text=text,
        path=NOTHING if _ends_in_name(link.url, brand) else path_sense(link.url, book),
        owner=owner(link.url, page, book.hosts),
        signs_up=signs_up,
        is_here=is_here,
        language=language,
    )


def _name_on_top(links: tuple[Link, ...], url: str) -> Brand:
    """Give the site's name where the head of the page links the front page by a few letters (`AGB`)."""
    told = {
        fold(link.text)
        for link in links
        if link.region in {"header", "nav"} and plain_address(link.url) == host_of(url)
    }
    return Brand(words=frozenset(name for name in told if len(name) <= LONGEST_ACRONYM))


def _ends_in_name(url: str, brand: Brand) -> bool:
    """Tell whether the last part of an address is the site's name in a few letters."""
    last = fold(plain_address(url).rpartition("/")[2])
    return len(last) <= LONGEST_ACRONYM and last in brand.words


def _worth_weighing(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Leave out addresses under a mere key of a script's state, unless the page shows hardly any link.

    Such keys are often those of other people's widgets; labelled links of the state stay.
    """
    shown = sum(link.region not in _UNSEEN for link in links)
    return links if shown < _FEW_LINKS else tuple(link for link in links if not _is_state_key(link))


def _is_state_key(link: Link) -> bool:
    named = _HUMP.search(link.text) or "_" in link.text or link.text.islower()
    return link.region == "script" and bool(_KEY.fullmatch(link.text) and named)


def plain_address(url: str) -> str:
    """Give what makes two spellings one address: no scheme, `www.`, closing slash, fragment or tracking."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    query = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith("utm_")
    ]
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{urlencode(query)}"


def _words(link: Link) -> str:
    """Give the words of a link; a name of a property (`termsOfService`) is taken apart."""
    is_key = link.region in {"json_ld", "script"} and _KEY.fullmatch(link.text)
    return _HUMP.sub(" ", link.text) if is_key else link.text


def _signs_up(link: Link, book: DiscoveryBook) -> bool:
    """Tell whether a link stands in a sentence by which one agrees to something."""
    if len(link.context) <= len(link.text) or not link.text:
        return False
    context = f" {fold(link.context)} "
    return any(
        phrase in context if is_unspaced(phrase) else f" {phrase} " in context for phrase in book.sign_up
    )


def _after_sign_up(link: Link, book: DiscoveryBook) -> str:
    """Give the words just before a link that says only "here"."""
    before = link.context.partition(link.text)[0]
    return " ".join(before.split()[-6:])


def _in_company(view: View, near: list[View]) -> bool:
    """Tell whether one of the links near by, in the same part of the page, is that of a legal page."""
    return any(
        other is not view
        and other.region == view.region
        and other.text.alone
        and other.text.kind in {Kind.OTHER, Kind.LEGAL_NOTICE}
        for other in near
    )


def _is_teaser(view: View, near: list[View], *, foot: float) -> bool:
    """Tell whether links of the body that follow each other lead to the same page, as cards of articles do.

    Below the last footer (`foot`, its position) they may be a picture and words in a row of legal links.
    """
    if view.region not in _CARD or view.signs_up or (view.is_low and view.link.position > foot):
        return False
    key = plain_address(view.link.url)
    return any(
        other.link is not view.link
        and other.region in _CARD
        and "main" in {view.region, other.region}
        and plain_address(other.link.url) == key
        for other in near
    )


def _sections(some: list[View]) -> frozenset[str]:
    """Give the addresses below which the page links pages that are not called legal."""
    below: Counter[str] = Counter()
    for key, view in {plain_address(one.link.url): one for one in some}.items():
        if view.text.kind is Kind.NONE and view.link.text and not view.is_here:
            below[key.rpartition("/")[0]] += 1
    return frozenset(below)


def _renamed(some: list[View]) -> frozenset[str]:
    """Give the addresses that some link of the page calls by several words of which none names a document."""
    return frozenset(
        plain_address(one.link.url)
        for one in some
        if one.text.kind is Kind.NONE and one.text.words > 1 and not one.is_here
    )


def _copyright_owners(reading: Reading) -> frozenset[tuple[str, ...]]:
    """Give the first words of the copyright lines of a page, without the years."""
    lines = dict.fromkeys([reading.text, *(link.context for link in reading.links)])
    told = (fold(found[1]).split() for line in lines for found in _COPYRIGHT.finditer(line))
    owners = (tuple(one for one in words if not one.isdigit())[:_LONGEST_OWNER] for words in told)
    return frozenset(islice(owners, _MOST_OWNERS))


def _is_stranger(view: View, near: list[View], brand: Brand, owners: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a link to another site, or the text around it, names that site and no copyright does."""
    own = brand_of(view.link.url)
    if view.owner is not Owner.OTHER_SITE or own.names & brand.names:
        return False
    if any(_is_named(own, words) for words in owners):
        return False
    if any(_is_named(own, tuple(fold(text).split())) for text in (view.link.text, view.link.context)):
        return True
    host = host_of(view.link.url)
    return any(
        host_of(other.link.url) == host
        and other.link.context == view.link.context
        and not urlsplit(other.link.url).path.strip("/")
        for other in near
        if other is not view
    )


def _is_named(brand: Brand, words: tuple[str, ...]) -> bool:
    return without_name(words, brand) != words
