"""Pages in more than one language: `detect_mixed` reads each run of blocks in its own.

Whether a page may be mixed is told from samples by frequent words, so that most pages cost nothing more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.clauses.detect import detect
from checker.clauses.fold import fold
from checker.clauses.language import blocks_by_language
from checker.clauses.reader import ClauseBook
from checker.model.found import Clause

_SAMPLES = 48
_SIZE = 400
_LEAST_WORDS = 20
_OWN = 0.12
_FOREIGN = 0.25


def detect_mixed(text: str, language: str, book: ClauseBook) -> tuple[Clause, ...]:
    """Give the clauses of a document mainly in `language`, blocks in other languages read in theirs."""
    if not may_be_mixed(text, language, book.glosses.common):
        return detect(text, language, book)
    found: list[Clause] = []
    for (start, end), there in blocks_by_language(text, language, book.languages):
        found.extend(_moved(clause, start) for clause in detect(text[start:end], there, book))
    return tuple(found)


def may_be_mixed(text: str, language: str, common: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether any of some samples has few of the language's frequent words and many of another's."""
    words = {code: frozenset(found) for code, found in common.items()}
    own = words.pop(language, frozenset())
    return any(_is_foreign(sample, own, words) for sample in _samples(text))


def _is_foreign(sample: list[str], own: frozenset[str], others: Mapping[str, frozenset[str]]) -> bool:
    if len(sample) < _LEAST_WORDS:
        return False
    if own and sum(word in own for word in sample) >= _OWN * len(sample):
        return False
    return any(sum(word in theirs for word in sample) >= _FOREIGN * len(sample) for theirs in others.values())


def _samples(text: str) -> Iterator[list[str]]:
    step = max(_SIZE, len(text) // _SAMPLES)
    for start in range(0, len(text), step):
        yield fold(text[start : start + _SIZE]).split()


def _moved(clause: Clause, by: int) -> Clause:
    words = tuple((start + by, end + by) for start, end in clause.words)
    return replace(clause, start=clause.start + by, end=clause.end + by, words=words)
