"""Clauses as they are quoted: in place, with the deciding words marked, strongest first."""

from dataclasses import dataclass
from datetime import datetime

from checker.model import Clause, Exhibit, Report, Text
from checker.report.labels import BINDS, CONDITIONS, EFFECTS, FOUND_BY, KINDS, STRENGTHS, label, name_of
from checker.report.shown import outbound, to_passage, visible
from checker.words import ClauseKind, Effect, Role, Strength

# Characters shown of one quote before it is cut; the stored copy has all of it.
MOST = 360
AROUND = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of characters that is marked or not."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One clause arranged for reading; `number` is its place among the clauses, `exhibit` its document."""

    number: int
    exhibit: int
    kind: Text
    effect: Effect
    effect_label: Text
    strength: Text
    condition: Text | None
    binds: Text | None
    runs: tuple[Run, ...]
    starts_cut: bool
    ends_cut: bool
    lead: str
    section: str
    language: str
    title: str
    document: Text
    read_at: datetime
    cite: str
    live: str
    given: Text | None
    say: Text | None


_EFFECTS = (Effect.PROHIBITS, Effect.CONDITIONAL, Effect.PERMITS)
_KINDS = (ClauseKind.CONTACT_HARVESTING, ClauseKind.AUTOMATED_ACCESS, ClauseKind.DATABASE_EXTRACTION)


def quotes(report: Report) -> tuple[Quote, ...]:
    """Give the clauses of documents we hold, strongest first; equals keep the order of reading."""
    clauses = report.findings.clauses
    order = sorted(range(len(clauses)), key=lambda number: (*_rank(clauses[number]), number))
    return tuple(
        _quote(number, clauses[number], report.snapshot.exhibits[index])
        for number in order
        if (index := clauses[number].exhibit) is not None and index < len(report.snapshot.exhibits)
    )


def _rank(clause: Clause) -> tuple[bool, int, int]:
    kind = _KINDS.index(clause.kind) if clause.kind in _KINDS else len(_KINDS)
    return clause.strength is not Strength.EXPLICIT, _EFFECTS.index(clause.effect), kind


def _quote(number: int, clause: Clause, exhibit: Exhibit) -> Quote:
    first, last = _window(clause)
    page_url = exhibit.page.final_url if exhibit.page else exhibit.url
    return Quote(
        number=number,
        exhibit=clause.exhibit or 0,
        kind=KINDS[clause.kind],
        effect=clause.effect,
        effect_label=EFFECTS[clause.effect],
        strength=STRENGTHS[clause.strength],
        condition=CONDITIONS[clause.condition] if clause.condition else None,
        binds=BINDS.get(clause.binds),
        runs=runs(clause.quote, _marks(clause), first, last),
        starts_cut=first > 0,
        ends_cut=last < len(clause.quote),
        lead=visible(clause.lead),
        section=visible(clause.section),
        language=clause.language,
        title=visible(exhibit.reading.title if exhibit.reading else ""),
        document=name_of(exhibit),
        read_at=_read_at(exhibit),
        cite=outbound(page_url),
        live=_live(page_url, clause, exhibit),
        given=label(FOUND_BY, exhibit.found_by) if exhibit.role is Role.SUPPLIED else None,
        say=clause.say,
    )


def _read_at(exhibit: Exhibit) -> datetime:
    seen = exhibit.page or exhibit.missing
    if seen is None:
        raise ValueError(f"an exhibit with neither page nor cause: {exhibit.url}")
    return seen.taken_at


def _live(url: str, clause: Clause, exhibit: Exhibit) -> str:
    if exhibit.reading is None or exhibit.reading.format == "html":
        return to_passage(url, clause.quote)
    starts = exhibit.reading.page_starts
    page = sum(start <= clause.start for start in starts)
    return f"{outbound(url)}#page={page}" if page and outbound(url) else outbound(url)


def _marks(clause: Clause) -> tuple[tuple[int, int], ...]:
    """Give the deciding words as offsets into the quote."""
    size = len(clause.quote)
    inside = ((a - clause.start, b - clause.start) for a, b in sorted(clause.words))
    return tuple((a, b) for a, b in inside if 0 <= a < b <= size)


def _window(clause: Clause) -> tuple[int, int]:
    size = len(clause.quote)
    if size <= MOST:
        return 0, size
    marks = _marks(clause)
    first = max(0, marks[0][0] - AROUND) if marks else 0
    last = min(size, max(first + MOST, marks[-1][1] if len(marks) == 1 else first + MOST))
    return _to_word(clause.quote, first, -1), _to_word(clause.quote, last, 1)


def _to_word(text: str, at: int, step: int) -> int:
    while 0 < at < len(text) and not text[at - 1 if step < 0 else at].isspace():
        at += step
    return at


def runs(text: str, marks: tuple[tuple[int, int], ...], first: int, last: int) -> tuple[Run, ...]:
    """Give `text[first:last]` cut at its marks; overlapping marks become one."""
    parts: list[Run] = []
    at = first
    for start, end in sorted(marks):
        begin, stop = max(at, start), min(end, last)
        if begin >= stop:
            continue
        if begin > at:
            parts.append(Run(text=visible(text[at:begin])))
        parts.append(Run(text=visible(text[begin:stop]), is_marked=True))
        at = stop
    if at < last:
        parts.append(Run(text=visible(text[at:last])))
    return tuple(parts)
