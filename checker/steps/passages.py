"""The words of the site that a step or a document quotes: hostile text, on one line, cut where long."""

from dataclasses import dataclass
from datetime import date

from checker.model import Clause, Exhibit, Report
from checker.steps.facts import clauses_on

MOST = 3
LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of the site, where they stand (no address: the user supplied them) and when they were read."""

    quote: str
    language: str
    url: str
    section: str
    read_on: date


def passages(report: Report, kind: str) -> tuple[Passage, ...]:
    """Give at most three passages of one kind, each once."""
    found = (_passage(report, clause) for clause in clauses_on(report, kind))
    return tuple({one.quote: one for one in found}.values())[:MOST]


def _passage(report: Report, clause: Clause) -> Passage:
    snapshot = report.snapshot
    exhibit = snapshot.exhibits[clause.exhibit] if clause.exhibit is not None else None
    return Passage(
        quote=one_line(_whole(clause)),
        language=clause.language,
        url=exhibit.url if exhibit else snapshot.target.url,
        section=one_line(clause.section),
        read_on=_read_on(exhibit, report),
    )


def _whole(clause: Clause) -> str:
    """Give a list item with the line that opens its list."""
    return f"{clause.lead} {clause.quote}" if clause.lead.rstrip().endswith(":") else clause.quote


def _read_on(exhibit: Exhibit | None, report: Report) -> date:
    page = exhibit.page if exhibit else None
    return (page.taken_at if page else report.snapshot.taken_at).date()


def one_line(text: str) -> str:
    """Give a text without line breaks, at most 300 characters, with no quotation marks of a whole quote."""
    words = " ".join(text.split()).rstrip(" ;,").translate(_INNER)
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} […]"


# A quote cannot end the quotation it stands in, nor pass for a blank of ours.
_INNER = str.maketrans({"«": "‹", "»": "›", "“": "‘", "”": "’", "[": "(", "]": ")"})
