"""A language made ready: its concepts compiled once, its entries in the order in which they decide."""

import itertools
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from checker.clauses.book import Entry, Glosses, Vocabulary
from checker.clauses.concepts import Held, Lists
from checker.clauses.fold import Folded, fold
from checker.clauses.linear import Model
from checker.clauses.terms import sources
from checker.errors import BadData
from checker.model.text import Text
from checker.words import Binds, ClauseKind, Condition, Effect, Strength

EXCEPTION_START = "exception_start"
Read = tuple[Held, frozenset[str]]  # what a sentence holds, and which first needs of entries
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Ready:
    """An entry with its concepts as sets, so that most sentences are refused at once."""

    entry: Entry
    required: frozenset[str]
    choices: tuple[frozenset[str], ...]
    governed: tuple[frozenset[str], ...]

    def is_met(self, here: Container[str]) -> bool:
        """Tell whether a sentence holds all that this clause needs in it."""
        for name in self.required:
            if name not in here:
                return False
        return all(any(name in here for name in choice) for choice in self.choices)

    def may_fit(self, here: Container[str], above: Container[str]) -> bool:
        """Tell whether all is there that this clause needs in a sentence, or in what governs it."""
        return self.is_met(here) and all(
            any(name in here or name in above for name in choice) for choice in self.governed
        )

    def fits(self, here: Container[str], above: Container[str]) -> bool:
        """Tell whether the concepts of a sentence and of what governs it make this clause."""
        return (
            self.may_fit(here, above)
            and not any(name in here for name in self.entry.unless)
            and not any(name in here or name in above for name in self.entry.unless_governed)
        )


class Reader:
    """The compiled patterns of one language."""

    def __init__(self, vocabulary: Vocabulary, common: tuple[str, ...] = ()) -> None:
        """Take a language's file and its frequent words, most frequent first; raise `BadData`."""
        self.language = vocabulary.language
        made = {name: sources(terms, where, vocabulary.lexicon) for name, where, terms in _lists(vocabulary)}
        self._conditions = {f"condition:{at}": rule for at, rule in enumerate(vocabulary.condition)}
        self._binds = {f"binds:{who}": who for who in vocabulary.binds}
        self.entries = tuple(_ready(entry, vocabulary) for entry in _ordered(vocabulary.clause))
        self.governors = frozenset(
            name for entry in self.entries for choice in entry.governed for name in choice
        )
        around = {*self._conditions, *self._binds, EXCEPTION_START}
        self._lists = {name: Lists({name: made[name]}, common) for name in sorted(_used(self.entries))}
        self._circumstances = Lists({name: made[name] for name in made if name in around}, common)
        self._first = _by_first_need(self.entries)
        self._triggers = Lists({name: made[name] for name in sorted(self._first)}, common)

    def folded(self, text: str) -> Folded:
        """Give a text of this language made ready to be read."""
        return Folded(text, self._triggers.latin)

    def may_hold(self, data: bytes) -> bool:
        """Tell whether folded text may hold a first need of any entry."""
        return self._triggers.may_hold(data)

    def read(self, data: bytes, alone: bool, every: bool) -> Read | None:
        """Give what a sentence in folded form holds, and which first needs of entries.

        Unless `every` sentence is wanted, None when no entry may fit it: it lacks what each needs in a
        sentence or, standing `alone`, in what governs one.
        """
        firsts = self._triggers.found(data)
        held = self.held(data, firsts)
        above: Container[str] = () if alone else self.governors
        is_one = every or any(one.may_fit(held, above) for one in self.candidates(firsts))
        return (held, firsts) if is_one else None

    def held(self, data: bytes, known: frozenset[str] = frozenset()) -> Held:
        """Give what folded text holds of the concepts of clauses; `known` are some that it does."""
        return Held(self._lists, data, known)

    def circumstances(self, data: bytes) -> frozenset[str]:
        """Give the names of the conditions, exceptions and persons that occur in folded text."""
        return self._circumstances.found(data)

    def candidates(self, firsts: frozenset[str]) -> list[Ready]:
        """Give the entries of which the first need is among some concepts, in their order."""
        found = {at: one for name in firsts for at, one in self._first.get(name, ())}
        return [one for _, one in sorted(found.items())]

    def condition(self, found: frozenset[str], effect: Effect) -> Condition | None:
        """Give the first condition, in the file's order, among some concepts, for a clause of an effect."""
        permits = effect is Effect.PERMITS
        return next(
            (rule.condition for name, rule in self._conditions.items()
             if name in found and (rule.effect is Effect.PERMITS) == permits),
            None,
        )  # fmt: skip

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

    def begins(self, language: str) -> Callable[[str], bool]:
        """Give what tells whether words begin a sentence of its own, in one language."""
        words = frozenset(self.glosses.own_start.get(language, ()))
        if not words:
            return lambda said: True
        return lambda said: _first_word(said) in words

    def say(self, kind: ClauseKind, effect: Effect) -> Text | None:
        """Give what such a clause says in plain words."""
        return next((one.say for one in self.glosses.gloss if (one.kind, one.effect) == (kind, effect)), None)


def _first_word(said: str) -> str:
    found = _WORD.search(fold(said))
    return found.group() if found else ""


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


def _lists(vocabulary: Vocabulary) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give all lists of terms: name, where they stand in the file, terms."""
    for name, terms in vocabulary.lexicon.items():
        yield name, f"list {name!r}", terms
    for at, rule in enumerate(vocabulary.condition):
        yield f"condition:{at}", f"condition {rule.condition}", rule.terms
    for who, terms in vocabulary.binds.items():
        yield f"binds:{who}", f"binds {who}", terms


def _used(entries: tuple[Ready, ...]) -> set[str]:
    """Give the names of the concepts that any entry asks for."""
    chosen = {
        name for one in entries for part in (one.choices, one.governed) for names in part for name in names
    }
    plain = {
        name for one in entries for name in (*one.required, *one.entry.unless, *one.entry.unless_governed)
    }
    return chosen | plain


def _by_first_need(entries: tuple[Ready, ...]) -> dict[str, list[tuple[int, Ready]]]:
    """Give the entries, with their place in the order, under each name of their first need."""
    found: dict[str, list[tuple[int, Ready]]] = {}
    for at, one in enumerate(entries):
        for name in one.entry.needs[0].split("|"):
            found.setdefault(name, []).append((at, one))
    return found
