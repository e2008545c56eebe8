"""What a page tells of its links: cards, sections, other sites' names, the row of legal pages at its end."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlsplit

from checker.discovery.book import DiscoveryBook, Kind
from checker.discovery.folding import fold
from checker.discovery.ownership import Brand, Owner, brand_of, host_of, without_name
from checker.discovery.views import FOOT, View, name_on_top, plain_address, view_of, worth_weighing
from checker.model.seen import Reading

_CARD = frozenset({"main", "hidden", "header"})
_AWAY = frozenset({"main", "nav", "header"})
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)([^©.:|·•\n]{0,80})", re.IGNORECASE)
_LONGEST_OWNER = 4
_MOST_OWNERS = 20
_NEAR = 2


def views(reading: Reading, url: str, book: DiscoveryBook, *, is_hub: bool = False) -> list[View]:
    """Give the links of a page as they are to be weighed, in the order of the page.

    A hub, which lists the legal pages themselves, may show them as cards and in its body.
    """
    language = reading.declared_language[:2].lower()
    brand = brand_of(url) | name_on_top(reading.links, url)
    some = [view_of(link, url, book, language, brand) for link in worth_weighing(reading.links)]
    some = [
        replace(view, in_company=_in_company(view, _near(some, index))) for index, view in enumerate(some)
    ]
    told = _Told(
        brand=brand,
        owners=_copyright_owners(reading),
        foot=max((one.link.position for one in some if one.region == "footer"), default=0.0),
        sections=_sections(some),
        renamed=_renamed(some),
        kept=None if is_hub else _kept(some),
        has_cards=not is_hub,
        private=frozenset(host_of(one.link.url) for one in some if _is_other_paper(one)),
    )
    return [_placed(view, _near(some, index), told) for index, view in enumerate(some)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a page tells as a whole.

    `kept` are the addresses that its row of legal pages lists or that one agrees to, nothing where it has no
    such row; `private` the hosts on which it links privacy pages.
    """

    brand: Brand
    owners: frozenset[tuple[str, ...]]
    foot: float
    sections: frozenset[str]
    renamed: frozenset[str]
    kept: frozenset[str] | None
    has_cards: bool
    private: frozenset[str]


def _near(some: list[View], index: int) -> list[View]:
    return some[max(0, index - _NEAR) : index + 1 + _NEAR]


def _placed(view: View, near: list[View], told: _Told) -> View:
    key = plain_address(view.link.url)
    is_known = host_of(view.link.url) in told.private
    return replace(
        view,
        is_teaser=told.has_cards and _is_teaser(view, near, foot=told.foot),
        is_section=key in told.sections and view.region not in FOOT,
        is_stranger=not is_known and _is_stranger(view, near, told.brand, told.owners),
        is_renamed=key in told.renamed,
        is_apart=told.kept is not None and key not in told.kept,
    )


def _is_other_paper(view: View) -> bool:
    return view.text.kind is Kind.OTHER and view.text.alone


def _kept(some: list[View]) -> frozenset[str] | None:
    """Give the addresses that stand where the page keeps its legal links; nothing if it has no such place."""
    rows = [one for one in some if one.region == "footer" or (one.region == "main" and one.is_low)]
    if not any(
        _is_other_paper(one) or (one.text.kind is Kind.LEGAL_NOTICE and one.text.alone) for one in rows
    ):
        return None
    return frozenset(
        plain_address(one.link.url)
        for one in some
        if one.region not in _AWAY or one.is_low or one.signs_up or one.in_company
    )


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
    if view.names_host or _is_named(own, tuple(fold(view.link.context or view.link.text).split())):
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
