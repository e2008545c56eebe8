"""Sentences about the document's own force: `remarks` gives what survives its end, and its law and courts.

They fit no kind of the closed list (LinkedIn's families C7 and C8 of law.md D.1), so they are no clauses and
no verdict rests on them; they are shown beside the clauses.
"""

from functools import lru_cache

from checker.clauses.concepts import Lists
from checker.clauses.fold import Folded
from checker.clauses.reader import ClauseBook
from checker.clauses.segment import units
from checker.clauses.terms import sources
from checker.model.found import Remark


def remarks(text: str, language: str, book: ClauseBook) -> tuple[Remark, ...]:
    """Give the remarks of a document in the order of the text, one a family for each sentence."""
    abouts = [about for about in book.glosses.about if language in about.terms]
    if not abouts:
        return ()
    lists = _lists(tuple((about.family, about.terms[language]) for about in abouts))
    whole = Folded(text)
    return tuple(
        Remark(family=about.family, quote=text[unit.start : unit.end], start=unit.start, end=unit.end,
               language=language, section=unit.section, say=about.say)
        for unit in units(text, lambda block: lists.may_hold(whole.part(block.body, block.end)))
        for families in (lists.found(whole.part(unit.start, unit.end)),)
        for about in abouts
        if about.family in families
    )  # fmt: skip


@lru_cache(maxsize=64)
def _lists(abouts: tuple[tuple[str, tuple[str, ...]], ...]) -> Lists:
    return Lists({family: sources(terms, f"about {family}", {}) for family, terms in abouts})
