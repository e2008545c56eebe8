"""A language made ready: its concepts compiled once, its entries in the order in which they decide."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import re2

from checker.clauses.book import Entry, Glosses, Vocabulary
from checker.clauses.fold import fold
from checker.clauses.linear import Model
from checker.clauses.terms import compiled, options, ready
from checker.errors import BadData
from checker.model.text import Text
from checker.words import Binds, ClauseKind, Condition, Effect, Strength

EXCEPTION_START = "exception_start"
TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Ready:
    """An entry with its concepts as sets, so that most sentences are refused at once."""

    entry: Entry
    required: frozenset[str]
    choices: tuple[frozenset[str], ...]
    governed: tuple[frozenset[str], ...]

    def fits(self, here: frozenset[str], above: frozenset[str]) -> bool:
        """Tell whether the concepts of a sentence and of what governs it make this clause."""
        return (
            self.required <= here
            and all(choice & here for choice in self.choices)
            and all(choice & here or choice & above for choice in self.governed)
            and not any(name in here for name in self.entry.unless)
            and not any(name in here or name in above for name in self.entry.unless_governed)
        )


class Reader:
    """The compiled patterns of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.language = vocabulary.language
        lists = {name: (f"list {name!r}", terms) for name, terms in vocabulary.lexicon.items()}
        for at, rule in enumerate(vocabulary.condition):
            lists[f"condition:{at}"] = f"condition {rule.condition}", rule.terms
        for who, terms in vocabulary.binds.items():
            lists[f"binds:{who}"] = f"binds {who}", terms
        made = {name: ready(terms, where, vocabulary.lexicon) for name, (where, terms) in lists.items()}
        self._conditions = {f"condition:{at}": rule.condition for at, rule in enumerate(vocabulary.condition)}
        self._binds = {f"binds:{who}": who for who in vocabulary.binds}
        self._names = tuple(made)
        self._patterns = {name: pattern for name, (_, pattern) in made.items()}
        self._set = _one_pass(tuple(source for source, _ in made.values()))
        first = {name for entry in vocabulary.clause for name in entry.needs[0].split("|")}
        first.update({EXCEPTION_START, TRIGGER} & vocabulary.lexicon.keys())
        self._trigger = compiled("|".join(made[name][0] for name in sorted(first & made.keys())))
        self.entries = tuple(_ready(entry, vocabulary) for entry in _ordered(vocabulary.clause))

    def wants(self, raw: str) -> bool:
        """Tell whether some text can hold a clause: whether any telling concept occurs in it."""
        return bool(self._trigger.search(fold(raw)))

    def found(self, folded: str) -> frozenset[str]:
        """Give the names of the concepts that occur in folded text."""
        hits = self._set.Match(folded)
        return frozenset(self._names[hit] for hit in hits) if hits else frozenset()

    def spans(self, name: str, folded: str) -> list[tuple[int, int]]:
        """Give the offsets in the folded text where a concept occurs."""
        return [_inner(folded, *match.span()) for match in self._patterns[name].finditer(folded)]

    def condition(self, found: frozenset[str]) -> Condition | None:
        """Give the first condition, in the file's order, among some concepts."""
        return next((word for name, word in self._conditions.items() if name in found), None)

    def binds(self, found: frozenset[str]) -> Binds:
        """Give who is addressed, as far as the concepts say."""
        return next((who for name, who in self._binds.items() if name in found), Binds.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ClauseBook:
    """All languages that are read, with the glosses and the trained models."""

    readers: Mapping[str, Reader]
    glosses: Glosses
    models: Mapping[str, Model]

    @property
    def languages(self) -> frozenset[str]:
        """Give the codes of the languages that are read."""
        return frozenset(self.readers)

    def say(self, kind: ClauseKind, effect: Effect) -> Text | None:
        """Give what such a clause says in plain words."""
        return next((one.say for one in self.glosses.gloss if (one.kind, one.effect) == (kind, effect)), None)


def _ordered(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.strength is not Strength.EXPLICIT)


def _ready(entry: Entry, vocabulary: Vocabulary) -> Ready:
    needs = [frozenset(need.split("|")) for need in entry.needs]
    governed = tuple(frozenset(need.split("|")) for need in entry.governed)
    near = [name for first, second, _ in entry.near for name in (first, second)]
    for name in itertools.chain(*needs, *governed, near, entry.unless, entry.unless_governed):
        if name not in vocabulary.lexicon:
            raise BadData(f"clause {entry.id!r}: no list named {name!r}")
    required = frozenset(next(iter(need)) for need in needs if len(need) == 1)
    return Ready(entry, required, tuple(need for need in needs if len(need) > 1), governed)


def _one_pass(sources: tuple[str, ...]) -> Any:
    search = re2.Set.SearchSet(options())
    for source in sources:
        search.Add(source)
    search.Compile()
    return search


def _inner(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the characters that only marked the word's edge."""
    while start < end and not (folded[start].isalnum()):
        start += 1
    while end > start and not (folded[end - 1].isalnum()):
        end -= 1
    return start, end
