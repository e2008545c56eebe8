"""The sources of the law that a step or a document rests on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.model import Source
from checker.steps.book import StepBook

STALE_AFTER_DAYS = 365


def shown_sources(book: StepBook, ids: Iterable[str], on: date) -> tuple[Source, ...]:
    """Give the named sources that existed on a day, marked where nobody has read them again for a year."""
    known = (book.sources[name] for name in ids)
    return tuple(
        replace(one.source, is_stale=(on - one.source.read_on).days > STALE_AFTER_DAYS)
        for one in known
        if one.since is None or one.since <= on
    )
