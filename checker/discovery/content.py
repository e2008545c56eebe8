"""Whether a page that was fetched is a document of terms (or a legal notice), and of which type."""

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.discovery.book import TERMS, DiscoveryBook, Kind, Language
from checker.discovery.folding import fold, is_unspaced
from checker.discovery.ownership import Brand, brand_of
from checker.discovery.wording import path_sense, sense_of
from checker.model.seen import Candidate, Reading
from checker.words import Cause

_READ = 300_000
_TOP = 600
_LONGEST_TITLE = 120
_SHORT = 400
_PER_THOUSAND = 1000
_NAMED_COVERAGE = 0.6
_NAMED_SHARE = 0.5
_PRIVACY_SHARE = 0.6
_MANY_CUES = 2
_RICH = 2.5
_DENSE = 2
_BRIEF = 20
_LONGEST_IMPRINT = 1200
_TITLE_BREAKS = re.compile(r"\s+[|–—·•:»-]\s*|\s*[|»]\s*")
_DOCUMENT_KINDS = TERMS | {Kind.LEGAL_NOTICE, Kind.CONDUCT, Kind.LICENCE, Kind.HUB}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What was counted in a text; `contract`, `modal` and `privacy` are in a thousand words."""

    words: int
    contract: float
    different: int
    modal: float
    privacy: float
    imprint: int
    article: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a page is (a class of terms, `OTHER` for privacy and the like, `NONE`), and why it is no terms.

    `is_brief` says that it calls itself terms and speaks like them, too shortly to tell whether it is whole.
    """

    kind: Kind
    cause: Cause
    measure: Measure
    is_brief: bool = False

    @property
    def is_terms(self) -> bool:
        """Tell whether it counts as terms or rules, a legal notice among them."""
        return self.kind in _DOCUMENT_KINDS


def standing(reading: Reading, language: str, book: DiscoveryBook, url: str = "") -> Standing:
    """Give what a fetched page is, with the cause where it is no terms; `url` tells the site's name."""
    words, measure = _best_language(reading, language, book)
    cause = _barrier(reading, words, measure)
    if cause:
        return Standing(kind=Kind.NONE, cause=cause, measure=measure)
    named = _named(reading, book, words.language, brand_of(url))
    kind = _kind(named, reading, words, measure, book)
    is_brief = kind is Kind.NONE and named in TERMS and _is_brief(reading, measure)
    return Standing(
        kind=named if is_brief else kind, cause=Cause.NOT_TERMS, measure=measure, is_brief=is_brief
    )


def is_imprint(reading: Reading, language: str, book: DiscoveryBook) -> bool:
    """Tell whether a fetched page is a legal notice (Impressum, mentions légales) and no terms."""
    return standing(reading, language, book).kind is Kind.LEGAL_NOTICE


def typed(reading: Reading, candidate: Candidate, book: DiscoveryBook) -> str:
    """Give the Open Terms Archive name of a document: what its headings say, else what its link said."""
    named = _named(reading, book, reading.declared_language[:2].lower(), brand_of(candidate.url))
    if named in _DOCUMENT_KINDS - {Kind.HUB}:
        return book.ranking.classes[named].document_type
    imprint = book.ranking.classes[Kind.LEGAL_NOTICE].document_type
    if (
        candidate.document_type == imprint
        and standing(reading, reading.declared_language, book).kind in TERMS
    ):
        return book.ranking.classes[Kind.TERMS_OF_USE].document_type
    if candidate.document_type:
        return candidate.document_type
    told = path_sense(candidate.url, book).kind
    kind = told if told in _DOCUMENT_KINDS else Kind.TERMS_OF_USE
    return book.ranking.classes[kind].document_type


def _best_language(reading: Reading, language: str, book: DiscoveryBook) -> tuple[Language, Measure]:
    """Measure a text in its language; where that finds little, in the language that finds most."""
    text = fold(reading.text[:_READ])
    top = fold(f"{reading.title} {reading.text[:_TOP]}")
    known = book.words_of(language)
    if known:
        measure = _measure(text, top, known)
        if measure.different >= book.ranking.content.min_different:
            return known, measure
    tried = [known] if known else []
    tried += [one for one in book.languages.values() if one is not known]
    return max(((one, _measure(text, top, one)) for one in tried), key=lambda pair: pair[1].different)


def _measure(folded: str, top: str, language: Language) -> Measure:
    spaced = not is_unspaced(folded[:_TOP])
    words = max(1, folded.count(" ") + 1 if spaced else len(folded) // 2)
    content = language.content

    def hits(phrases: tuple[str, ...], text: str = folded) -> list[str]:
        return _pattern(phrases, spaced).findall(text) if phrases else []

    contract = hits(content.contract)
    scale = _PER_THOUSAND / words
    return Measure(
        words=words,
        contract=len(contract) * scale,
        different=len(set(contract)),
        modal=len(hits(content.modal)) * scale,
        privacy=len(hits(content.privacy)) * scale,
        imprint=len(set(hits(content.imprint))),
        article=len(set(hits(content.article, top))),
    )


@lru_cache(maxsize=512)
def _pattern(phrases: tuple[str, ...], spaced: bool) -> re.Pattern[str]:
    folded = sorted({fold(phrase) for phrase in phrases}, key=len, reverse=True)
    joined = "|".join(re.escape(phrase) for phrase in folded if phrase)
    return re.compile(rf"(?<![^ ])(?:{joined})(?![^ ])" if spaced else rf"(?:{joined})")


def _barrier(reading: Reading, words: Language, measure: Measure) -> Cause | None:
    """Give why a page is no document at all: a challenge, a login form, an empty shell, an error page."""
    if "challenge" in reading.marks:
        return Cause.CHALLENGE
    if measure.words > _SHORT:
        return None
    top = fold(f"{reading.title} {reading.text[:_TOP]}")
    if _says(words.content.challenge, top):
        return Cause.CHALLENGE
    if "password_field" in reading.marks and _says(words.content.login, top):
        return Cause.LOGIN_WALL
    if "empty_shell" in reading.marks:
        return Cause.EMPTY_SHELL
    return Cause.NOT_TERMS if _says(words.content.not_found, top) else None


def _says(phrases: tuple[str, ...], folded: str) -> bool:
    return any(f" {fold(phrase)} " in f" {folded} " for phrase in phrases)


def _kind(named: Kind, reading: Reading, words: Language, measure: Measure, book: DiscoveryBook) -> Kind:
    """Give the class of a page that calls itself `named`."""
    if named is Kind.OTHER:
        is_also_terms = _names_terms(reading, book, words.language) and _unnamed_kind(measure, book) in TERMS
        return Kind.TERMS_OF_USE if is_also_terms else Kind.OTHER
    if named is not Kind.LEGAL_NOTICE and _is_list_of_links(reading, measure):
        return Kind.NONE
    if named in {Kind.NONE, Kind.HUB}:
        return _unnamed_kind(measure, book)
    contract = _is_contract(measure, book, share=_NAMED_SHARE) and measure.article < _MANY_CUES
    if named is Kind.LEGAL_NOTICE:
        enough = measure.words >= book.ranking.content.imprint_words
        imprint = enough and measure.imprint >= book.ranking.content.imprint_different
        return named if imprint or contract else Kind.NONE
    conduct = named is Kind.CONDUCT and measure.words >= book.ranking.content.min_words
    return named if contract or (conduct and measure.different > 1) else Kind.NONE


def _is_brief(reading: Reading, measure: Measure) -> bool:
    """Tell whether a short page that calls itself terms speaks like them at all."""
    speaks = measure.words >= _BRIEF and measure.different > 1 and measure.modal > 0
    return speaks and not _is_about(measure) and not _is_list_of_links(reading, measure)


def _is_about(measure: Measure) -> bool:
    """Tell whether a text speaks of privacy or is an article about terms."""
    return measure.privacy > measure.contract * _PRIVACY_SHARE or measure.article >= _MANY_CUES


def _unnamed_kind(measure: Measure, book: DiscoveryBook) -> Kind:
    """Give the class of a page that does not say what it is."""
    if _is_about(measure):
        return Kind.NONE
    if _is_contract(measure, book, share=1.0):
        return Kind.TERMS_OF_USE
    limits = book.ranking.content
    imprint = measure.imprint >= 2 * limits.imprint_different and measure.words < _LONGEST_IMPRINT
    return Kind.LEGAL_NOTICE if imprint else Kind.NONE


def _is_contract(measure: Measure, book: DiscoveryBook, *, share: float) -> bool:
    """Tell whether a text speaks like a contract; a page that calls itself terms needs a `share` of it."""
    limits = book.ranking.content
    if measure.different >= _RICH * limits.min_different:
        share = min(share, _NAMED_SHARE)
    return (
        measure.words >= limits.min_words * share
        and measure.different >= limits.min_different * share
        and measure.contract >= limits.min_density * share
        and (measure.modal >= limits.min_modal * share or measure.contract >= _DENSE * limits.min_density)
    )


def _is_list_of_links(reading: Reading, measure: Measure) -> bool:
    """Tell whether a short page mainly leads elsewhere."""
    inner = len(reading.links) - reading.boilerplate_links
    return measure.words < _SHORT and inner > measure.words // 12 + 5


def _named(reading: Reading, book: DiscoveryBook, language: str, brand: Brand) -> Kind:
    """Give the class a page gives itself, by its first heading (or first line), else by its title."""
    for name in _names(reading):
        sense = sense_of(name, book, language=language, brand=brand)
        if sense.kind is not Kind.NONE and (sense.coverage >= _NAMED_COVERAGE or sense.kind is Kind.OTHER):
            return Kind.NONE if sense.dropped else sense.kind
    return Kind.NONE


def _names_terms(reading: Reading, book: DiscoveryBook, language: str) -> bool:
    """Tell whether the title names terms where the first heading names something else (a consent banner)."""
    senses = (sense_of(name, book, language=language) for name in _TITLE_BREAKS.split(reading.title))
    return any(one.kind in TERMS and one.coverage >= _NAMED_COVERAGE for one in senses)


def _names(reading: Reading) -> list[str]:
    headings = [reading.text[one.start : one.end].lstrip("# ") for one in reading.headings[:2]]
    if not headings:
        first = reading.text.lstrip()[:_LONGEST_TITLE].partition("\n")
        headings = [first[0]] if first[1] else []
    return [*headings[:1], *_TITLE_BREAKS.split(reading.title), *headings[1:]]
