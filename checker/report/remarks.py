"""What documents say of their own force, arranged for reading: quoted, never judged."""

from dataclasses import dataclass
from datetime import datetime

from checker.model import Exhibit, Remark, Report, Text
from checker.report.labels import name_of
from checker.report.quotes import read_at
from checker.report.shown import section, visible


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """One sentence with its place; `exhibit` is the number of its document."""

    quote: str
    section: str
    language: str
    say: Text | None
    document: Text
    exhibit: int
    read_at: datetime


def remarks(report: Report) -> tuple[RemarkLine, ...]:
    """Give the remarks of documents we hold, each sentence once."""
    exhibits = report.snapshot.exhibits
    shown = {
        one.quote: _line(one, one.exhibit, exhibits[one.exhibit])
        for one in report.findings.remarks
        if one.exhibit is not None and one.exhibit < len(exhibits)
    }
    return tuple(shown.values())


def _line(one: Remark, index: int, exhibit: Exhibit) -> RemarkLine:
    return RemarkLine(
        quote=visible(one.quote),
        section=section(one.section),
        language=one.language,
        say=one.say,
        document=name_of(exhibit),
        exhibit=index,
        read_at=read_at(exhibit),
    )
