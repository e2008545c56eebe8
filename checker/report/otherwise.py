"""What the same snapshot would answer otherwise: by the other reading, and after each open answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.model import Report, Text, Verdict
from checker.report.labels import LEVELS
from checker.report.purposes import Field, carried, choices
from checker.words import Level, Mode, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What was judged beside a report: the verdict of the other reading, and levels by field and answer.

    `today` is the day of the reader, to tell whether the law of another day was applied.
    """

    verdict: Verdict | None = None
    effects: Mapping[str, Mapping[str, Level]] = field(default_factory=dict)
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of the two readings: its overall level, its level for contacting, and why."""

    mode: str
    is_applied: bool
    level: Level
    word: Text
    contact: Level
    contact_word: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Both readings of the consent rule, the strict one first; `carried` asks by the one not applied.

    `why` is the reason that both share, if one sentence speaks for both.
    """

    mode: str
    columns: tuple[Column, ...]
    why: Text | None
    carried: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One answer to an open question, and the level it would lead to."""

    answer: Text
    level: Level
    word: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A question nobody answered; `outcomes` is empty where no answer alone changes the level."""

    name: str
    ask: Text
    outcomes: tuple[Outcome, ...]


def other_reading(report: Report, otherwise: Otherwise) -> OtherReading | None:
    """Give the other reading where it answers differently, overall or on contacting."""
    mine, other = report.verdict, otherwise.verdict
    if other is None or (other.level, other.contact) == (mine.level, mine.contact):
        return None
    columns = (_column(mine, is_applied=True), _column(other, is_applied=False))
    return OtherReading(
        mode=other.mode,
        columns=tuple(sorted(columns, key=lambda column: column.mode != Mode.STRICT)),
        why=columns[0].why if columns[0].why == columns[1].why else None,
        carried=(*carried(report.purpose, ("mode",)), ("mode", other.mode)),
    )


def _column(verdict: Verdict, *, is_applied: bool) -> Column:
    return Column(
        mode=verdict.mode,
        is_applied=is_applied,
        level=verdict.level,
        word=LEVELS[verdict.level],
        contact=verdict.contact,
        contact_word=LEVELS[verdict.contact],
        why=_why(verdict),
    )


def _why(verdict: Verdict) -> Text:
    """Give the sentence of the reason that decides on contacting."""
    told = [one for rule in verdict.rules if rule.question is Question.CONTACT for one in rule.reasons]
    return next((one.say for one in told if one.level is verdict.contact), verdict.law_says)


def unknowns(report: Report, fields: Sequence[Field], otherwise: Otherwise) -> tuple[Unknown, ...]:
    """Give the questions without an answer, with what each answer alone would change."""
    asked = choices(report.purpose, fields, report.verdict.unknowns)
    return tuple(
        Unknown(
            name=choice.name,
            ask=choice.ask,
            outcomes=outcomes(choice.options, otherwise.effects.get(choice.name, {})),
        )
        for choice in asked
    )


def outcomes(options: Sequence[tuple[str, Text]], levels: Mapping[str, Level]) -> tuple[Outcome, ...]:
    """Give each answer with the level it leads to; nothing when all lead to the same."""
    if len(set(levels.values())) < 2:
        return ()
    return tuple(
        Outcome(answer=label, level=levels[word], word=LEVELS[levels[word]])
        for word, label in options
        if word in levels
    )
