"""What the words of a link, or of an address, announce."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import parse_qsl, unquote, urlsplit

from checker.discovery.book import TERMS, DiscoveryBook, Kind, Meaning
from checker.discovery.folding import fold, is_unspaced
from checker.discovery.ownership import Brand, without_name

_EXTENSION = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|pdf|do|xhtml|cfm|txt|docx?)$", re.IGNORECASE)
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_LONGEST = 200
LONGEST_ACRONYM = 3
_LOOSE_RANK = 40
NO_BRAND = Brand()
_FOR_SOMEBODY = frozenset({Kind.TERMS_OF_USE})
_VAGUE = frozenset({Kind.GENERAL_TERMS, Kind.SUPPLEMENTARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What some words announce: the class, the share of the words that say so, what speaks against it.

    It is `loose` where only the ending of a compound, or an earlier part of an address, says so; `vague`
    where it is a word that has other meanings ("conditions"), and `refused` where such a word stands beside
    words that make other things of it; `doubted` also where such a word is no more than "terms".
    """

    kind: Kind = Kind.NONE
    coverage: float = 0.0
    rank: int = 0
    alone: bool = False
    dropped: bool = False
    dated: bool = False
    combined: bool = False
    loose: bool = False
    vague: bool = False
    refused: bool = False
    doubted: bool = False
    language: str = ""
    words: int = 0


NOTHING = Sense()


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    meaning: Meaning


def sense_of(text: str, book: DiscoveryBook, *, language: str = "", brand: Brand = NO_BRAND) -> Sense:
    """Give what the words of a link announce; the site's own name (`brand`) says nothing of the document."""
    folded = _without_notes(fold(text[:_LONGEST]), book)
    if is_unspaced(folded):
        return _unspaced_sense(folded, book)
    tokens = tuple(folded.split())
    bare = without_name(tokens, brand)
    sense = _spaced_sense(bare, book, language, brand)
    return (
        sense
        if sense.kind is not Kind.NONE or bare == tokens
        else _spaced_sense(tokens, book, language, brand)
    )


def _spaced_sense(tokens: tuple[str, ...], book: DiscoveryBook, language: str, brand: Brand) -> Sense:
    matches = _matches(tokens, book, language, brand)
    loose = not matches
    matches = matches or _compounds(tokens, book, language)
    taken = {index for match in matches for index in range(match.start, match.end)}
    rest = [token for index, token in enumerate(tokens) if index not in taken]
    filler = book.filler_for(frozenset({language, *(match.meaning.language for match in matches)}))
    strange = [token for token in rest if not (token in filler or token in brand.words or token.isdigit())]
    refused = doubted = False
    unheard = [token for token in strange if token not in book.special]
    if strange:
        kept = set() if unheard else _FOR_SOMEBODY
        matches_left = [match for match in matches if not match.meaning.whole or match.meaning.kind in kept]
        left_out = [match.meaning.kind for match in matches if match not in matches_left]
        refused, doubted = any(kind in _VAGUE for kind in left_out), any(kind in TERMS for kind in left_out)
        matches, strange = matches_left, unheard
    sense = _judged(matches, tokens, rest, strange, book)
    dropped = sense.dropped or any(_is_other(one, book) for one in rest)
    return replace(sense, loose=loose, dropped=dropped, refused=refused, doubted=doubted)


def _without_notes(folded: str, book: DiscoveryBook) -> str:
    """Give a text without what is told to screen readers, and once if it stands twice."""
    for note in book.notes:
        folded = folded.replace(note, " ")
    squeezed = " ".join(folded.split())
    half = len(squeezed) // 2
    first, second = squeezed[:half], squeezed[len(squeezed) - half :]
    return first if half > 2 and first == second else squeezed


def _judged(
    matches: list[_Match], tokens: tuple[str, ...], rest: list[str], strange: list[str], book: DiscoveryBook
) -> Sense:
    dropped = any(token in book.drop for token in rest)
    found = [match for match in matches if match.meaning.kind is not Kind.OTHER]
    if not found:
        other = Kind.OTHER if matches else Kind.NONE
        return Sense(kind=other, dropped=dropped, alone=not strange, words=len(tokens))
    if len(found) < len(matches) and not _is_list(matches, tokens, book):
        return Sense(kind=Kind.OTHER, dropped=dropped, words=len(tokens))
    best = max(found, key=lambda match: (_weight(match.meaning.kind, book), -match.meaning.rank))
    return Sense(
        kind=_specialised(best.meaning.kind, rest, book),
        coverage=1 - len(strange) / len(tokens),
        rank=best.meaning.rank,
        alone=not strange,
        dropped=dropped,
        vague=best.meaning.whole,
        dated=bool(rest) and all(_is_year(token) for token in rest),
        combined=len(found) < len(matches),
        language=best.meaning.language,
        words=len(tokens),
    )


def _is_list(matches: list[_Match], tokens: tuple[str, ...], book: DiscoveryBook) -> bool:
    """Tell whether the documents named stand side by side ("terms and privacy"), not one within the other."""
    ordered = sorted(matches, key=lambda match: match.start)
    between = [tokens[one.end : other.start] for one, other in pairwise(ordered)]
    return all(not words or book.joins & set(words) for words in between)


def _is_year(token: str) -> bool:
    return len(token) == len("2021") and token.isdigit() and token.startswith(("19", "20"))


def _weight(kind: Kind, book: DiscoveryBook) -> float:
    return book.ranking.classes[kind].weight


def _specialised(kind: Kind, rest: list[str], book: DiscoveryBook) -> Kind:
    """Give the narrower class that a word beside the phrase makes of terms (`for developers`, `Shop`)."""
    if kind not in TERMS:
        return kind
    special = [book.special[token] for token in rest if token in book.special]
    return min([kind, *special], key=lambda one: _weight(one, book))


def _matches(tokens: tuple[str, ...], book: DiscoveryBook, language: str, brand: Brand) -> list[_Match]:
    """Give the phrases in some words, the longest first taking its words from the others.

    A few letters that are part of the site's own name are that name (the AGB of agb-turnhalle.de).
    """
    found: list[_Match] = []
    free = [True] * len(tokens)
    for size in range(min(book.longest, len(tokens)), 0, -1):
        for start in range(len(tokens) - size + 1):
            meanings = book.phrases.get(" ".join(tokens[start : start + size]))
            if meanings and all(free[start : start + size]):
                meaning = _meaning(meanings, language)
                word = tokens[start]
                is_name = len(word) <= LONGEST_ACRONYM and word in brand.words
                if size > 1 or not (is_name or _is_foreign_acronym(word, meaning, language)):
                    free[start : start + size] = [False] * size
                    found.append(_Match(start, start + size, meaning))
    return found


def _compounds(tokens: tuple[str, ...], book: DiscoveryBook, language: str) -> list[_Match]:
    """Give compounds whose last part names terms (`Platformvoorwaarden`), where no listed phrase stands."""
    meaning = Meaning(language=language, kind=Kind.SUPPLEMENTARY, whole=True, rank=_LOOSE_RANK)
    return [
        _Match(index, index + 1, meaning)
        for index, token in enumerate(tokens)
        if token.endswith(book.endings) and token not in book.endings and not _is_other(token, book)
    ]


def agreed_compound(text: str, context: str, book: DiscoveryBook, language: str) -> Sense | None:
    """Give the sense of a dropped compound in a sentence that speaks of nothing else that is dropped.

    Where one agrees to them, `Teilnahmebedingungen` are those of the service; beside a prize, of the contest.
    """
    token, tokens = fold(text), set(fold(context).split())
    if token not in book.drop or not token.endswith(book.endings) or tokens & book.drop != {token}:
        return None
    return Sense(
        kind=Kind.SUPPLEMENTARY, coverage=1.0, rank=_LOOSE_RANK, alone=True, language=language, words=1
    )


def _is_other(token: str, book: DiscoveryBook) -> bool:
    """Tell whether a compound ends like terms and begins like something else (`Garantievoorwaarden`)."""
    return token.endswith(book.endings) and token.startswith(book.not_before)


def _meaning(meanings: tuple[Meaning, ...], language: str) -> Meaning:
    return next((meaning for meaning in meanings if meaning.language == language), meanings[0])


def _is_foreign_acronym(word: str, meaning: Meaning, language: str) -> bool:
    """Tell whether a few letters mean terms only in another language (CGT is also a trade union)."""
    return len(word) <= LONGEST_ACRONYM and meaning.whole and bool(language) and meaning.language != language


def _unspaced_sense(folded: str, book: DiscoveryBook) -> Sense:
    """Give the sense of words written without spaces: that of the part that speaks of terms most."""
    parts = [_unspaced_part(part, book) for part in folded.split()]
    return max(parts, key=lambda sense: _weight(sense.kind, book) if sense.kind else -1.0, default=NOTHING)


def _unspaced_part(part: str, book: DiscoveryBook) -> Sense:
    """Give the sense of one part: that of the longest phrase it contains."""
    for phrase, meaning in book.unspaced:
        if phrase in part:
            coverage = len(phrase) / len(part)
            return Sense(
                kind=meaning.kind,
                coverage=coverage,
                rank=meaning.rank,
                alone=coverage > 1 / 2,
                dropped=any(word in part for word in book.drop if is_unspaced(word)),
                language=meaning.language,
                words=1,
            )
    return NOTHING


def path_sense(url: str, book: DiscoveryBook) -> Sense:
    """Give what an address announces: by its last telling path segment, or by a value of its query."""
    senses = [_segment_sense(segment, book) for segment in reversed(_segments(url)[-3:])]
    if not senses:
        return NOTHING
    best = next((sense for sense in senses if sense.kind is not Kind.NONE), senses[0])
    if best.kind is Kind.HUB and len(senses) > 1 and best is not senses[0]:
        return Sense(kind=Kind.NONE, dropped=senses[0].dropped)
    return replace(best, dropped=best.dropped or senses[0].dropped, loose=best is not senses[0])


def _segments(url: str) -> list[str]:
    parts = urlsplit(url)
    segments = [unquote(part) for part in parts.path.split("/") if part]
    segments = [part for part in segments if not _LOCALE.fullmatch(part)]
    queried = [value for key, value in parse_qsl(parts.query) if not key.startswith("utm_") and value]
    return segments if segments and not segments[-1].startswith("index.") else [*segments, *queried[:2]]


def _segment_sense(segment: str, book: DiscoveryBook) -> Sense:
    tokens = [token for token in fold(_EXTENSION.sub("", segment)).split() if not token.isdigit()]
    for size in range(len(tokens), 0, -1):
        for start in range(len(tokens) - size + 1):
            kind = book.path_words.get(" ".join(tokens[start : start + size]))
            if kind is not None:
                rest = tokens[:start] + tokens[start + size :]
                meanings = book.phrases.get(" ".join(tokens[start : start + size]), ())
                vague = bool(meanings) and all(meaning.whole for meaning in meanings)
                return replace(_path_judged(kind, tokens, rest, book), vague=vague)
    return Sense(dropped=any(token in book.drop for token in tokens), words=len(tokens))


def _path_judged(kind: Kind, tokens: list[str], rest: list[str], book: DiscoveryBook) -> Sense:
    strange = [token for token in rest if token not in book.filler]
    return Sense(
        kind=_specialised(kind, rest, book),
        coverage=1 - len(strange) / len(tokens),
        alone=not strange,
        dropped=any(token in book.drop for token in rest),
        words=len(tokens),
    )
