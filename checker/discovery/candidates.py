"""The links of a page that may lead to the site's own terms, best first, each with how it was found."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from checker.discovery.book import GENERIC, TERMS, DiscoveryBook, Kind
from checker.discovery.folding import fold
from checker.discovery.ownership import Owner
from checker.discovery.places import views
from checker.discovery.views import FOOT, View, plain_address
from checker.discovery.wording import path_sense
from checker.model.seen import Candidate, Reading

__all__ = ["candidates", "plain_address"]

_FOUND_BY = {
    "footer": "footer_link",
    "nav": "nav_link",
    "header": "nav_link",
    "form": "form_sentence",
    "head": "rel_link",
    "rel": "rel_link",
    "json_ld": "json_ld",
    "script": "script_state",
    "hidden": "hidden_link",
}
_HUBS = frozenset({Kind.HUB, Kind.LEGAL_NOTICE})
_HEADLINE = re.compile(r"\w\s?: ?\w|\?\s*$")
_LAST_RANK = 40
_USUAL_DEPTH = 2
_SENTENCE = 60
_LEAST_COVERAGE = 0.5
_LEAST_PATH_COVERAGE = 0.6
_SURE = 0.65
_SHORT_TEXT = 4
_LONGEST_NAME = 8


def candidates(
    reading: Reading, url: str, book: DiscoveryBook, *, is_hub: bool = False
) -> tuple[Candidate, ...]:
    """Give the links of a page that may lead to terms or a legal notice of its site, best first.

    Only addresses found in the page are given; `url` is the page's own address, which is never a candidate.
    `is_hub` tells that the page was reached as a list of legal documents; its address may tell it too.
    """
    best: dict[str, tuple[float, int, Candidate]] = {}
    own = plain_address(url)
    is_hub = is_hub or path_sense(url, book).kind in _HUBS
    for index, view in enumerate(views(reading, url, book, is_hub=is_hub)):
        key = plain_address(view.link.url)
        found = _candidate(view, book) if key and key != own else None
        if found and (key not in best or found.score > best[key][0]):
            best[key] = (found.score, index, found)
    ranked = sorted(best.values(), key=lambda entry: (-entry[0], entry[1]))
    return tuple(found for _, _, found in ranked)


def _candidate(view: View, book: DiscoveryBook) -> Candidate | None:
    kind, from_path = _kind(view, book)
    if kind in {Kind.NONE, Kind.OTHER} or not _is_credible(view, kind, from_path=from_path, book=book):
        return None
    return Candidate(
        url=view.link.url,
        document_type=book.ranking.classes[kind].document_type,
        link_text=view.link.text,
        found_by=_found_by(view),
        score=round(_score(view, kind, book, from_path=from_path), 2),
    )


def _found_by(view: View) -> str:
    if view.signs_up and view.region == "main":
        return "form_sentence"
    return _FOUND_BY.get(view.region, "page_link")


def _kind(view: View, book: DiscoveryBook) -> tuple[Kind, bool]:
    """Give the class of a link, and whether only its address tells it."""
    text, path = view.text, view.path
    if view.region == "rel" and text.kind is not Kind.OTHER:
        return (text.kind if text.kind in TERMS else Kind.TERMS_OF_USE), False
    if path.alone and path.kind in GENERIC and _yields_to_path(view):
        return path.kind, False
    if text.kind is not Kind.NONE:
        narrower = text.kind in TERMS and path.kind in TERMS - GENERIC and text.kind is not Kind.TERMS_OF_USE
        return (path.kind if narrower else text.kind), False
    return (path.kind if _speaks_by_path(view, book) else Kind.NONE), True


def _yields_to_path(view: View) -> bool:
    """Tell whether an address that is all terms says more than the words of its link."""
    if view.text.kind is Kind.OTHER:
        return view.is_framed and not view.path.vague and not view.path.loose
    return view.text.kind in {Kind.LEGAL_NOTICE, Kind.HUB}


def _speaks_by_path(view: View, book: DiscoveryBook) -> bool:
    """Tell whether a link without telling words may be judged by its address."""
    if view.path.coverage < _LEAST_PATH_COVERAGE or view.text.dropped or view.text.refused:
        return False
    text = fold(view.link.text)
    if not text or view.is_here:
        return view.is_framed or (view.path.alone and (not text or view.has_sentence))
    is_vague = view.text.doubted or (view.path.vague and view.path.kind is Kind.GENERAL_TERMS)
    if view.path.loose or (is_vague and not view.is_at_foot):
        return False
    return view.path.alone and view.is_framed and len(text.split()) <= _SHORT_TEXT


def _is_credible(view: View, kind: Kind, *, from_path: bool, book: DiscoveryBook) -> bool:
    if view.link.region == "head" and view.region != "rel":
        return False
    if view.owner is Owner.PLATFORM or view.text.dropped or view.path.dropped or _is_filed(view, book):
        return False
    if view.is_teaser or view.is_stranger or _is_section(view, kind):
        return False
    if view.owner is Owner.OTHER_SITE and not _is_likely_group(view, kind, from_path=from_path):
        return False
    return from_path or view.region == "rel" or _is_named(view, kind)


def _is_section(view: View, kind: Kind) -> bool:
    """Tell whether a word that may mean other things than terms leads to a section of the site."""
    return view.is_section and view.text.vague and kind in TERMS and not view.is_low


def _is_named(view: View, kind: Kind) -> bool:
    """Tell whether the words of a link name a document rather than mention one, as a headline does."""
    text, path = view.text, view.path
    if text.kind is Kind.OTHER:
        return True
    if text.loose and not (view.in_company or view.region in FOOT):
        return False
    is_headline = bool(_HEADLINE.search(view.link.text)) or text.coverage < _LEAST_COVERAGE
    if is_headline and not (text.alone or view.is_at_foot or view.signs_up):
        return False
    agrees = path.kind in TERMS | {kind} and path.coverage >= _SURE
    if text.alone:
        if text.vague and text.words == 1 and view.is_renamed and not view.is_framed:
            return False
        in_sentence = len(view.link.context) > len(view.link.text) + _SENTENCE
        return view.is_framed or agrees or text.words > 1 or not in_sentence
    if not view.is_framed:
        return agrees and path.alone and text.coverage >= _LEAST_COVERAGE and text.words <= _LONGEST_NAME
    if kind in {Kind.LICENCE, Kind.HUB, Kind.CONDUCT} or text.coverage < _LEAST_COVERAGE:
        return agrees and kind in TERMS and text.words <= _LONGEST_NAME
    return agrees or (text.coverage >= _SURE and text.words <= _LONGEST_NAME)


def _is_likely_group(view: View, kind: Kind, *, from_path: bool) -> bool:
    """Tell whether terms on another domain may be those of the site's group."""
    if from_path or kind in {Kind.LICENCE, Kind.CONDUCT} or view.text.kind is Kind.OTHER:
        return False
    return view.text.alone and view.is_framed


def _is_filed(view: View, book: DiscoveryBook) -> bool:
    segments = urlsplit(view.link.url).path.lower().split("/")
    return any(segment in book.hosts.sections for segment in segments)


def _score(view: View, kind: Kind, book: DiscoveryBook, *, from_path: bool) -> float:
    points = book.ranking.evidence
    sense = view.path if from_path else view.text
    total = book.ranking.classes[kind].weight + points["coverage"] * sense.coverage
    total += points["depth"] * max(0, urlsplit(view.link.url).path.strip("/").count("/") - _USUAL_DEPTH)
    total -= points["rank"] * min(sense.rank, _LAST_RANK)
    total += book.ranking.regions.get(view.region, 0.0)
    return total + sum(points[name] for name in _circumstances(view, kind, from_path=from_path))


def _circumstances(view: View, kind: Kind, *, from_path: bool) -> Iterable[str]:
    """Give the names of the points of `ranking.toml` that apply."""
    same = view.path.kind in {kind, view.text.kind}
    applies = {
        "only_path": from_path,
        "path_same": same and not from_path,
        "path_near": not same and view.path.kind in TERMS and kind in TERMS,
        "sign_up": view.signs_up,
        "low_on_page": view.region == "main" and view.is_low,
        "other_site": view.owner is Owner.OTHER_SITE,
        "apart": view.is_apart,
        "combined": view.text.combined,
        "dated": view.text.dated,
        "page_language": bool(view.language) and view.text.language == view.language,
    }
    return (name for name, does in applies.items() if does)
