"""The links of a page that may lead to the site's own terms, best first, each with how it was found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from checker.discovery.book import GENERIC, TERMS, DiscoveryBook, Kind
from checker.discovery.folding import fold, is_unspaced
from checker.discovery.ownership import Brand, Owner, brand_of, owner
from checker.discovery.wording import Sense, path_sense, sense_of
from checker.model.seen import Candidate, Link, Reading

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
_TERMS_RELS = frozenset({"terms-of-service", "terms"})
_FRAME = frozenset({"footer", "nav", "header", "hidden", "form", "rel", "json_ld", "script"})
_FOOT = frozenset({"footer", "hidden"})
_KEY = re.compile(r"[A-Za-z_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LOW = 0.8
_NEAR = 2
_FEW_LINKS = 10
_UNSEEN = frozenset({"script", "json_ld", "head"})
_LAST_RANK = 40
_USUAL_DEPTH = 2
_SENTENCE = 60
_LEAST_COVERAGE = 0.5
_LEAST_PATH_COVERAGE = 0.6
_SURE = 0.65
_SHORT_TEXT = 4
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A link with all that is needed to weigh it."""

    link: Link
    region: str
    text: Sense
    path: Sense
    owner: Owner
    signs_up: bool
    language: str
    in_company: bool = False

    @property
    def is_framed(self) -> bool:
        """Tell whether it stands where sites put their own terms, not in an article."""
        stands = self.region in _FRAME or self.link.position >= _LOW
        return stands or self.signs_up or self.in_company


def candidates(reading: Reading, url: str, book: DiscoveryBook) -> tuple[Candidate, ...]:
    """Give the links of a page that may lead to terms or a legal notice of its site, best first.

    Only addresses found in the page are given; `url` is the page's own address, which is never a candidate.
    """
    best: dict[str, tuple[float, int, Candidate]] = {}
    own = plain_address(url)
    for index, view in enumerate(_views(reading, url, book)):
        key = plain_address(view.link.url)
        found = _candidate(view, book) if key and key != own else None
        if found and (key not in best or found.score > best[key][0]):
            best[key] = (found.score, index, found)
    ranked = sorted(best.values(), key=lambda entry: (-entry[0], entry[1]))
    return tuple(found for _, _, found in ranked)


def _views(reading: Reading, url: str, book: DiscoveryBook) -> list[_View]:
    """Give the links as they are to be weighed; beside a privacy page or an imprint one is in company."""
    language = reading.declared_language[:2].lower()
    brand = brand_of(url)
    views = [_view(link, url, book, language, brand) for link in _worth_weighing(reading.links)]
    return [
        replace(view, in_company=_in_company(view, views[max(0, i - _NEAR) : i + 1 + _NEAR]))
        for i, view in enumerate(views)
    ]


def _in_company(view: _View, near: list[_View]) -> bool:
    """Tell whether one of the links near by, in the same part of the page, is that of a legal page."""
    return any(
        other is not view
        and other.region == view.region
        and other.text.alone
        and other.text.kind in {Kind.OTHER, Kind.LEGAL_NOTICE}
        for other in near
    )


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


def _view(link: Link, page: str, book: DiscoveryBook, language: str, brand: Brand) -> _View:
    rel = bool(_TERMS_RELS & set(link.rel))
    brand = brand | brand_of(link.url)
    text = sense_of(_words(link), book, language=language, brand=brand)
    is_here = fold(link.text) in book.here
    signs_up = (is_here or text.kind is not Kind.NONE) and _signs_up(link, book)
    if text.kind is Kind.NONE and signs_up:
        text = sense_of(_after_sign_up(link, book), book, language=language, brand=brand)
    return _View(
        link=link,
        region="rel" if rel else link.region,
        text=text,
        path=path_sense(link.url, book),
        owner=owner(link.url, page, book.hosts),
        signs_up=signs_up,
        language=language,
    )


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


def _candidate(view: _View, book: DiscoveryBook) -> Candidate | None:
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


def _found_by(view: _View) -> str:
    if view.signs_up and view.region == "main":
        return "form_sentence"
    return _FOUND_BY.get(view.region, "page_link")


def _kind(view: _View, book: DiscoveryBook) -> tuple[Kind, bool]:
    """Give the class of a link, and whether only its address tells it."""
    text, path = view.text, view.path
    if view.region == "rel" and text.kind is not Kind.OTHER:
        return (text.kind if text.kind in TERMS else Kind.TERMS_OF_USE), False
    if path.alone and path.kind in GENERIC and text.kind in {Kind.LEGAL_NOTICE, Kind.HUB, Kind.OTHER}:
        return path.kind, False
    if text.kind is not Kind.NONE:
        narrower = text.kind in TERMS and path.kind in TERMS - GENERIC and text.kind is not Kind.TERMS_OF_USE
        return (path.kind if narrower else text.kind), False
    return (path.kind if _speaks_by_path(view, book) else Kind.NONE), True


def _speaks_by_path(view: _View, book: DiscoveryBook) -> bool:
    """Tell whether a link without telling words may be judged by its address."""
    if view.path.coverage < _LEAST_PATH_COVERAGE or view.text.dropped or view.text.refused:
        return False
    text = fold(view.link.text)
    if not text or text in book.here:
        return view.path.alone or view.is_framed
    return view.path.alone and view.is_framed and len(text.split()) <= _SHORT_TEXT


def _is_credible(view: _View, kind: Kind, *, from_path: bool, book: DiscoveryBook) -> bool:
    if view.link.region == "head" and view.region != "rel":
        return False
    if view.owner is Owner.PLATFORM or view.text.dropped or view.path.dropped or _is_filed(view, book):
        return False
    if view.owner is Owner.OTHER_SITE and not _is_likely_group(view, kind, from_path=from_path):
        return False
    return from_path or view.region == "rel" or _is_named(view, kind)


def _is_named(view: _View, kind: Kind) -> bool:
    """Tell whether the words of a link name a document rather than mention one, as a headline does."""
    text, path = view.text, view.path
    if text.kind is Kind.OTHER:
        return True
    if text.loose and not (view.in_company or view.region in _FOOT):
        return False
    agrees = path.kind in TERMS | {kind} and path.coverage >= _SURE
    if text.alone:
        in_sentence = len(view.link.context) > len(view.link.text) + _SENTENCE
        return view.is_framed or agrees or text.words > 1 or not in_sentence
    if not view.is_framed:
        return agrees and path.alone and text.coverage >= _LEAST_COVERAGE and text.words <= _LONGEST_NAME
    if kind in {Kind.LICENCE, Kind.HUB, Kind.CONDUCT} or text.coverage < _LEAST_COVERAGE:
        return agrees and kind in TERMS and text.words <= _LONGEST_NAME
    return agrees or (text.coverage >= _SURE and text.words <= _LONGEST_NAME)


def _is_likely_group(view: _View, kind: Kind, *, from_path: bool) -> bool:
    """Tell whether terms on another domain may be those of the site's group."""
    if from_path or kind in {Kind.LICENCE, Kind.CONDUCT} or view.text.kind is Kind.OTHER:
        return False
    return view.text.alone and view.is_framed


def _is_filed(view: _View, book: DiscoveryBook) -> bool:
    segments = urlsplit(view.link.url).path.lower().split("/")
    return any(segment in book.hosts.sections for segment in segments)


def _score(view: _View, kind: Kind, book: DiscoveryBook, *, from_path: bool) -> float:
    points = book.ranking.evidence
    sense = view.path if from_path else view.text
    total = book.ranking.classes[kind].weight + points["coverage"] * sense.coverage
    total += points["depth"] * max(0, urlsplit(view.link.url).path.strip("/").count("/") - _USUAL_DEPTH)
    total -= points["rank"] * min(sense.rank, _LAST_RANK)
    total += book.ranking.regions.get(view.region, 0.0)
    return total + sum(points[name] for name in _circumstances(view, kind, from_path=from_path))


def _circumstances(view: _View, kind: Kind, *, from_path: bool) -> Iterable[str]:
    """Give the names of the points of `ranking.toml` that apply."""
    same = view.path.kind in {kind, view.text.kind}
    applies = {
        "only_path": from_path,
        "path_same": same and not from_path,
        "path_near": not same and view.path.kind in TERMS and kind in TERMS,
        "sign_up": view.signs_up,
        "low_on_page": view.region == "main" and view.link.position >= _LOW,
        "other_site": view.owner is Owner.OTHER_SITE,
        "combined": view.text.combined,
        "dated": view.text.dated,
        "page_language": bool(view.language) and view.text.language == view.language,
    }
    return (name for name, does in applies.items() if does)
