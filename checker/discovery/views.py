"""A link as it is to be weighed: what its words, address and sentence say, and whose page it opens."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from checker.discovery.book import DiscoveryBook, Kind
from checker.discovery.folding import fold, is_unspaced
from checker.discovery.ownership import Brand, Owner, brand_of, host_of, owner
from checker.discovery.wording import LONGEST_ACRONYM, NOTHING, Sense, agreed_compound, path_sense, sense_of
from checker.model.seen import Link

FOOT = frozenset({"footer", "hidden"})
_FRAME = FOOT | {"nav", "header", "form", "rel", "json_ld", "script"}
_TERMS_RELS = frozenset({"terms-of-service", "terms"})
_UNSEEN = frozenset({"script", "json_ld", "head"})
_KEY = re.compile(r"[A-Za-z_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LOW = 0.8
_FEW_LINKS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A link with all that is needed to weigh it.

    It `names_host` where its words name the other site it leads to. It is `in_company` beside the link of a
    legal page, a `teaser` where links of the body lead to one article in turn (picture, headline, "read
    more"), a `section` where the page links parts of it that are no legal pages, a `stranger` where the page
    names another site whose terms these are, `renamed` where another link gives the same address a name that
    is none of a document, and `apart` where the page has a row of legal pages at its end and does not list it
    there.
    """

    link: Link
    region: str
    text: Sense
    path: Sense
    owner: Owner
    signs_up: bool
    is_here: bool
    names_host: bool
    language: str
    in_company: bool = False
    is_teaser: bool = False
    is_section: bool = False
    is_stranger: bool = False
    is_renamed: bool = False
    is_apart: bool = False

    @property
    def is_low(self) -> bool:
        """Tell whether it stands in the last fifth of the page."""
        return self.link.position >= _LOW

    @property
    def is_at_foot(self) -> bool:
        """Tell whether it stands at the end of the page or in a menu that is not shown."""
        return self.region in FOOT or self.is_low

    @property
    def is_framed(self) -> bool:
        """Tell whether it stands where sites put their own terms, not in an article."""
        return self.region in _FRAME or self.is_low or self.signs_up or self.in_company

    @property
    def has_sentence(self) -> bool:
        """Tell whether it has more around it than its own words."""
        return len(self.link.context.strip()) > len(self.link.text.strip())


def view_of(link: Link, page: str, book: DiscoveryBook, language: str, brand: Brand) -> View:
    """Give a link read by itself; `brand` is the name of the page's site."""
    rel = bool(_TERMS_RELS & set(link.rel))
    names = brand | brand_of(link.url)
    text = sense_of(_words(link), book, language=language, brand=names)
    whose = owner(link.url, page, book.hosts)
    names_host = whose is Owner.OTHER_SITE and text.alone and _is_strange(link, book, language, brand)
    is_here = fold(link.text) in book.here
    agreed = agreed_compound(link.text, link.context, book, language)
    signs_up = (is_here or text.kind is not Kind.NONE or agreed is not None) and _signs_up(link, book)
    if signs_up and agreed:
        text = agreed
    if text.kind is Kind.NONE and signs_up:
        text = sense_of(_after_sign_up(link, book), book, language=language, brand=names)
    return View(
        link=link,
        region="rel" if rel else link.region,
        text=text,
        path=NOTHING if _ends_in_name(link.url, names) else path_sense(link.url, book),
        owner=whose,
        signs_up=signs_up,
        is_here=is_here,
        names_host=names_host,
        language=language,
    )


def _is_strange(link: Link, book: DiscoveryBook, language: str, brand: Brand) -> bool:
    """Tell whether a link has words that are none of a document's where only the page's site is known."""
    return not sense_of(_words(link), book, language=language, brand=brand).alone


def name_on_top(links: tuple[Link, ...], url: str) -> Brand:
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


def worth_weighing(links: tuple[Link, ...]) -> tuple[Link, ...]:
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
