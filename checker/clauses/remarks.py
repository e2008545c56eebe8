"""Sentences about the document's own force: `remarks` gives what survives its end, and its law and courts.

They fit no kind of the closed list (LinkedIn's families C7 and C8 of law.md D.1), so they are no clauses and
no verdict rests on them; they are shown beside the clauses.
"""

from functools import lru_cache

from checker.clauses.book import About
from checker.clauses.concepts import Terms
from checker.clauses.fold import fold
from checker.clauses.reader import ClauseBook
from checker.clauses.segment import units
from checker.clauses.terms import sources
from checker.model.found import Remark


def remarks(text: str, language: str, book: ClauseBook) -> tuple[Remark, ...]:
    """Give the remarks of a document in the order of the text, one a family for each sentence."""
    looked_for = [(about, _terms(about.family, terms)) for about, terms in _abouts(language, book)]
    if not looked_for:
        return ()
    return tuple(
        Remark(family=about.family, quote=text[unit.start : unit.end], start=unit.start, end=unit.end,
               language=language, section=unit.section, say=about.say)
        for unit in units(text)
        for about, terms in looked_for
        if terms.hits(fold(text[unit.start : unit.end]))
    )  # fmt: skip


def _abouts(language: str, book: ClauseBook) -> list[tuple[About, tuple[str, ...]]]:
    return [(about, about.terms[language]) for about in book.glosses.about if language in about.terms]


@lru_cache(maxsize=64)
def _terms(family: str, terms: tuple[str, ...]) -> Terms:
    return Terms(family, sources(terms, f"about {family}", {}))
