"""Clauses as they are quoted: in place, with the deciding words marked, strongest first."""

from dataclasses import dataclass
from datetime import datetime

from checker.model import Clause, Exhibit, Report, Text
from checker.report.labels import BINDS, CONDITIONS, EFFECTS, FOUND_BY, KINDS, STRENGTHS, label, name_of
from checker.report.shown import outbound, section, to_passage, visible
from checker.words import ClauseKind, Effect, Role, Strength

# Characters of a quote that is shown whole. A clause says on what it depends, not with which words: a passage
# with a condition is cut much later. The stored copy has all of it.
MOST = 400
MOST_WITH_CONDITION = 2000
AROUND = 150
GAP = " […] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of characters that is marked or not."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a passage says; `number` is its place among the clauses."""

    number: int
    kind: Text
    effect: Effect
    effect_label: Text
    strength: Text
    condition: Text | None
    binds: Text | None
    say: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One passage arranged for reading, with all that it says, strongest first; `exhibit` is its document."""

    statements: tuple[Statement, ...]
    exhibit: int
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

    @property
    def number(self) -> int:
        """Give the number of the strongest statement."""
        return self.statements[0].number

    @property
    def effect(self) -> Effect:
        """Give the effect of the strongest statement."""
        return self.statements[0].effect

    @property
    def depends(self) -> bool:
        """Tell whether anything it says stands on a condition, of which the words are then in it or above."""
        return any(said.condition for said in self.statements)


_EFFECTS = (Effect.PROHIBITS, Effect.CONDITIONAL, Effect.PERMITS)
# The order in which the rules look for a ban: what the answer names is what the first quote says.
_KINDS = (
    ClauseKind.AUTOMATED_ACCESS,
    ClauseKind.DATABASE_EXTRACTION,
    ClauseKind.COMMERCIAL_REUSE,
    ClauseKind.CONTACT_HARVESTING,
)


def quotes(report: Report) -> tuple[Quote, ...]:
    """Give the passages of documents we hold, strongest first; equals keep the order of reading."""
    clauses = report.findings.clauses
    passages: dict[tuple[int, int, int], list[int]] = {}
    for number in sorted(range(len(clauses)), key=lambda number: (*_rank(clauses[number]), number)):
        one = clauses[number]
        if one.exhibit is not None and one.exhibit < len(report.snapshot.exhibits):
            passages.setdefault((one.exhibit, one.start, one.end), []).append(number)
    return tuple(
        _quote({number: clauses[number] for number in numbers}, report.snapshot.exhibits[exhibit], exhibit)
        for (exhibit, _, _), numbers in passages.items()
    )


def _rank(clause: Clause) -> tuple[bool, int, int]:
    kind = _KINDS.index(clause.kind) if clause.kind in _KINDS else len(_KINDS)
    return clause.strength is not Strength.EXPLICIT, _EFFECTS.index(clause.effect), kind


def _quote(said: dict[int, Clause], exhibit: Exhibit, index: int) -> Quote:
    first = next(iter(said.values()))
    marks = tuple(sorted({mark for clause in said.values() for mark in _marks(clause)}))
    kept = _kept(first.quote, marks, any(clause.condition for clause in said.values()))
    page_url = exhibit.page.final_url if exhibit.page else exhibit.url
    return Quote(
        statements=tuple(_statement(number, clause) for number, clause in said.items()),
        exhibit=index,
        runs=_joined(first.quote, marks, kept),
        starts_cut=kept[0][0] > 0,
        ends_cut=kept[-1][1] < len(first.quote),
        lead=visible(first.lead),
        section=section(first.section),
        language=first.language,
        title=visible(exhibit.reading.title if exhibit.reading else ""),
        document=name_of(exhibit),
        read_at=read_at(exhibit),
        cite=outbound(page_url),
        live=_live(page_url, first, exhibit),
        given=label(FOUND_BY, exhibit.found_by) if exhibit.role is Role.SUPPLIED else None,
    )


def _statement(number: int, clause: Clause) -> Statement:
    return Statement(
        number=number,
        kind=KINDS[clause.kind],
        effect=clause.effect,
        effect_label=EFFECTS[clause.effect],
        strength=STRENGTHS[clause.strength],
        condition=CONDITIONS[clause.condition] if clause.condition else None,
        binds=BINDS.get(clause.binds),
        say=clause.say,
    )


def read_at(exhibit: Exhibit) -> datetime:
    """Give when a document was read or missed; `ValueError` for an exhibit with neither page nor cause."""
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


def _kept(text: str, marks: tuple[tuple[int, int], ...], depends: bool) -> list[tuple[int, int]]:
    """Give the parts of a quote that are shown, in order: all of it, or what stands around every mark."""
    size = len(text)
    if size <= (MOST_WITH_CONDITION if depends else MOST):
        return [(0, size)]
    wanted = [(a - AROUND, b + AROUND) for a, b in marks] or [(0, MOST)]
    if depends:  # an exception opens or closes a sentence
        wanted = [(0, AROUND), *wanted, (size - AROUND, size)]
    kept: list[tuple[int, int]] = []
    for a, b in wanted:
        begin, end = _to_word(text, max(0, a), -1), _to_word(text, min(size, b), 1)
        if kept and begin <= kept[-1][1] + AROUND:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((begin, end))
    return kept


def _joined(text: str, marks: tuple[tuple[int, int], ...], kept: list[tuple[int, int]]) -> tuple[Run, ...]:
    """Give the runs of the parts shown, with a sign between two of them."""
    parts = [runs(text, marks, begin, end) for begin, end in kept]
    return (*parts[0], *(run for part in parts[1:] for run in (Run(text=GAP), *part)))


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
