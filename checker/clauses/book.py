"""What a language's data file holds, as the linguist wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.text import Text
from checker.words import Binds, ClauseKind, Condition, Effect, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A way of saying a clause: the concepts that must occur and those that must not.

    `needs` must all occur in the sentence itself ("a|b" is either), the most telling first: a paragraph that
    holds the first of no entry is not read further; `governed` must all occur in the sentence
    or in what governs it; each of `near` is two concepts and the most characters between them; `unless` are
    concepts that, in the sentence itself, say that it is something else; `unless_governed` the same in the
    sentence or what governs it.
    """

    id: str
    kind: ClauseKind
    needs: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    effect: Effect = Effect.PROHIBITS
    strength: Strength = Strength.EXPLICIT
    governed: tuple[str, ...] = ()
    near: tuple[tuple[str, str, int], ...] = ()
    unless: tuple[str, ...] = ()
    unless_governed: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    binds: Binds = Binds.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Proviso:
    """Words that make a ban depend on something; with the effect `permits`, a permission instead."""

    condition: Condition
    terms: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    effect: Effect = Effect.PROHIBITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One language's file: named lists of terms, the clauses made of them, conditions, who is addressed."""

    language: str
    lexicon: Mapping[str, tuple[str, ...]]
    clause: tuple[Entry, ...]
    condition: tuple[Proviso, ...] = ()
    binds: Mapping[Binds, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """What a kind of clause says, in plain words of ours."""

    kind: ClauseKind
    effect: Effect
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A family of remarks about the document's own force: terms per language, examples, our words."""

    family: str
    say: Text
    terms: Mapping[str, tuple[str, ...]]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glosses:
    """The glosses of all kinds, and the kinds whose exceptions make them conditional.

    `own_start` holds, per language, words with which a sentence begins that continues no list; `common`
    the most frequent words of terms documents, most frequent first (only speed depends on them).
    """

    gloss: tuple[Gloss, ...]
    conditional: tuple[ClauseKind, ...]
    about: tuple[About, ...] = ()
    own_start: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    common: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
