"""Which rules of the book apply, by sets of words that are still possible.

A rule applies when every field it names has a possible word that it accepts. Fields are independent, so that
is exactly "some completion of the open answers meets the rule", without walking the completions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker.rules.book import LawBook, LawNote, LawRule, When
from checker.rules.facts import Possible, words_of
from checker.words import Level, Mode, Question

Needs = tuple[tuple[str, frozenset[str]], ...]
SEVERITY = {level: level.severity for level in Level}


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule made ready, with the words it needs of each field."""

    rule: LawRule
    needs: Needs

    def level(self, mode: Mode) -> Level:
        """Give the level of the rule under one reading."""
        return self.rule.strict if mode is Mode.STRICT and self.rule.strict else self.rule.level


def needs_of(when: When) -> Needs:
    """Give for each field that a condition names the words it accepts."""
    wanted: dict[str, set[str]] = {}
    for fact in when.all:
        _narrow(wanted, fact, {_word(fact)})
    for name in dict.fromkeys(_field(fact) for fact in when.any):
        _narrow(wanted, f"{name}.", {_word(fact) for fact in when.any if _field(fact) == name})
    for fact in when.none:
        _narrow(wanted, fact, set(words_of(_field(fact)) or ()) - {_word(fact)})
    return tuple((name, frozenset(accepted)) for name, accepted in wanted.items())


def _narrow(wanted: dict[str, set[str]], fact: str, accepted: set[str]) -> None:
    name = _field(fact)
    wanted[name] = wanted[name] & accepted if name in wanted else accepted


def _field(fact: str) -> str:
    return fact.rpartition(".")[0]


def _word(fact: str) -> str:
    return fact.rpartition(".")[2]


@lru_cache(maxsize=512)
def rules_on(book: LawBook, on: date, country: str) -> tuple[Ready, ...]:
    """Give the rules in force on a day, for recipients in a country, made ready."""
    return tuple(
        Ready(rule, needs_of(rule.when))
        for where, rule in book.rules
        if where in {"EU", country} and is_in_force(rule, on)
    )


@lru_cache(maxsize=512)
def notes_on(book: LawBook, on: date, country: str) -> tuple[tuple[LawNote, Needs], ...]:
    """Give the notes of a day for a country, made ready."""
    return tuple(
        (note, needs_of(note.when))
        for where, note in book.notes
        if where in {"EU", country} and is_in_force(note, on)
    )


def is_in_force(item: LawRule | LawNote, on: date) -> bool:
    """Tell whether a rule or note holds on a day."""
    return item.in_force <= on and (item.until is None or on < item.until)


def applies(needs: Needs, told: Possible) -> bool:
    """Tell whether some completion of the open answers meets the needs."""
    for name, accepted in needs:  # noqa: SIM110 - the innermost loop of every search
        if told[name].isdisjoint(accepted):
            return False
    return True


def is_certain(needs: Needs, told: Possible) -> bool:
    """Tell whether every completion of the open answers meets the needs."""
    return not doubts(needs, told)


def doubts(needs: Needs, told: Possible) -> tuple[str, ...]:
    """Give the fields whose open answer alone makes the needs met.

    Consent nobody speaks of is taken as not there: that is no doubt about a rule that applies without it.
    """
    return tuple(
        name
        for name, accepted in needs
        if not told[name] <= accepted and (name, accepted) != ("consent_proven", _WITHOUT_CONSENT)
    )


_WITHOUT_CONSENT = frozenset({"no"})


def fired(ready: Iterable[Ready], told: Possible) -> Iterator[Ready]:
    """Give the rules that apply."""
    return (one for one in ready if applies(one.needs, told))


def levels(ready: Iterable[Ready], told: Possible, mode: Mode) -> dict[Question, Level]:
    """Give the level of each question: the worst rule that applies, undetermined where the book is silent.

    *Collect* must be answered by a rule on the origin (R2) and *contact* by one on consent (R3).
    """
    worst: dict[Question, Level] = {}
    answered: set[str] = set()
    for one in fired(ready, told):
        answered.add(one.rule.rule)
        level = one.level(mode)
        question = one.rule.question
        if question not in worst or SEVERITY[level] > SEVERITY[worst[question]]:
            worst[question] = level
    return {question: _answer(question, worst, answered) for question in Question}


ANSWERED_BY = {Question.COLLECT: ("R2",), Question.CONTACT: ("R3",), Question.KEEP: ("R5", "R6")}


def overall(answers: dict[Question, Level]) -> Level:
    """Give the worst of the three levels."""
    return max(answers.values(), key=SEVERITY.__getitem__)


def _answer(question: Question, worst: dict[Question, Level], answered: set[str]) -> Level:
    level = worst.get(question, Level.UNDETERMINED)
    if answered.isdisjoint(ANSWERED_BY[question]):
        return Level.worst([level, Level.UNDETERMINED])
    return level
