"""A report as a dossier to hand over: the question, what was seen and its hashes, quotes and reasoning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checker.model import Check, Exhibit, Report, Text
from checker.report.causes import explain
from checker.report.documents import note_on
from checker.report.labels import name_of
from checker.report.order import NOTHING_ELSE, Outline, outline
from checker.report.otherwise import Otherwise
from checker.report.purposes import Field
from checker.report.quotes import Quote, quotes
from checker.report.robots import Line
from checker.report.rules import SourceLine, source_line
from checker.report.shown import clipped
from checker.words import Role

MOST_QUOTES = 40
MOST_SEEN = 60
LONGEST_ADDRESS = 240
LONGEST_ROW = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One thing asked for: what it is, where and when, and the hash of what came or why nothing did."""

    number: int
    name: Text
    title: str
    language: str
    url: str
    ended_at: str
    taken_at: datetime | None
    status: int | None
    size: int
    sha256: str
    is_read: bool
    is_key: bool
    cause: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A finished report with all that a reviewer needs to follow it, and nothing that must be opened."""

    outline: Outline
    host: str
    url: str
    answers: tuple[tuple[Text, Text], ...]
    seen: tuple[Seen, ...]
    unread: tuple[Seen, ...]
    unseen: int
    quotes: tuple[Quote, ...]
    unquoted: int
    robots: tuple[Line, ...]
    sources: tuple[SourceLine, ...]
    revision: int
    judged_at: datetime


def dossier(check: Check, fields: Sequence[Field], otherwise: Otherwise = NOTHING_ELSE) -> Dossier:
    """Give the dossier of a check that has a report; `ValueError` when it has none."""
    told = outline(check, fields, otherwise)
    report = check.report
    assert report is not None  # noqa: S101 - the outline raised for it
    cited, seen = quotes(report), tuple(_seen(report))
    return Dossier(
        outline=told,
        host=clipped(report.snapshot.target.host, LONGEST_ADDRESS),
        url=clipped(report.snapshot.target.url, LONGEST_ADDRESS),
        answers=_answers(report, fields),
        seen=seen[:MOST_SEEN],
        unread=tuple(one for one in seen if one.cause and one.is_key),
        unseen=max(0, len(seen) - MOST_SEEN),
        quotes=cited[:MOST_QUOTES],
        unquoted=max(0, len(cited) - MOST_QUOTES),
        robots=_excerpt(told),
        sources=_sources(report),
        revision=check.revision,
        judged_at=check.finished_at or check.created_at,
    )


def _answers(report: Report, fields: Sequence[Field]) -> tuple[tuple[Text, Text], ...]:
    """Give every closed field with the answer it was judged by, those nobody answered too."""
    return tuple(
        (field.label, word.label)
        for field in fields
        for word in field.words
        if word.word == str(getattr(report.purpose, field.name))
    )


def _seen(report: Report) -> Iterator[Seen]:
    for number, exhibit in enumerate(report.snapshot.exhibits, 1):
        yield _one(number, exhibit)


def _one(number: int, exhibit: Exhibit) -> Seen:
    page, missing, reading = exhibit.page, exhibit.missing, exhibit.reading
    came = page or missing
    ended = page.final_url if page else (missing.final_url if missing else None)
    return Seen(
        number=number,
        name=name_of(exhibit),
        title=clipped(reading.title, LONGEST_ROW) if reading else "",
        language=exhibit.language,
        url=clipped(exhibit.url, LONGEST_ADDRESS),
        ended_at=clipped(ended, LONGEST_ADDRESS) if ended and ended != exhibit.url else "",
        taken_at=came.taken_at if came else None,
        status=came.status if came else None,
        size=len(page.body) if page else 0,
        sha256=page.sha256 if page else "",
        is_read=exhibit.is_read,
        is_key=exhibit.role is not Role.WELL_KNOWN,
        cause=explain(missing).say if missing else None,
        note=note_on(exhibit),
    )


def _excerpt(told: Outline) -> tuple[Line, ...]:
    """Give the deciding lines of robots.txt and those around them, cut to the width of a page."""
    lines = told.robots.lines if told.robots else ()
    if not any(line.is_deciding for line in lines):
        return ()
    return tuple(replace(line, text=clipped(line.text, LONGEST_ROW)) for line in lines)


def _sources(report: Report) -> tuple[SourceLine, ...]:
    """Give each source of law once, in the order in which the rules lean on it."""
    found = {
        source.id: source
        for rule in report.verdict.rules
        for reason in rule.reasons
        for source in reason.sources
    }
    return tuple(source_line(source) for source in found.values())
