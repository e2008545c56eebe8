"""The words of an answer, for programs that show it in their own way."""

from dataclasses import dataclass

from checker.assess import Books
from checker.model import Purpose, Text
from checker.report import LEVELS
from checker.rules.facts import FIELDS, FREE, words_of
from checker.words import Cause, ClauseKind, Condition, Effect, Level, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """A field of the purpose: the words it takes (none: free form), and its default."""

    name: str
    allowed: tuple[str, ...]
    default: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """Every closed word, the edition of the books, and the fields of a purpose."""

    rules_version: str
    levels: dict[Level, Text]
    clause_kinds: tuple[ClauseKind, ...]
    effects: tuple[Effect, ...]
    conditions: tuple[Condition, ...]
    strengths: tuple[Strength, ...]
    causes: tuple[Cause, ...]
    languages: tuple[str, ...]
    purpose: tuple[FieldWords, ...]


def rule_words(books: Books) -> RuleWords:
    """Give the words of one edition of the books."""
    return RuleWords(
        rules_version=books.edition,
        levels=LEVELS,
        clause_kinds=tuple(ClauseKind),
        effects=tuple(Effect),
        conditions=tuple(Condition),
        strengths=tuple(Strength),
        causes=tuple(Cause),
        languages=tuple(sorted(books.clauses.languages)),
        purpose=tuple(_field(name) for name in FIELDS),
    )


def _field(name: str) -> FieldWords:
    default = getattr(Purpose(), name)
    return FieldWords(
        name=name,
        allowed=() if name in FREE else tuple(words_of(name)),
        default=None if default is None else str(default),
    )
