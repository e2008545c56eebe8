"""The shape of the law book: dated rules, notes, sources, and the fields of a purpose, as files give them."""

from dataclasses import dataclass
from datetime import date

from checker.model import Text
from checker.words import Condition, Level, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """On which facts (`field.word`) a rule applies.

    Every fact of `all` must hold and none of `none`; of the facts of `any`, one for each field named there.
    """

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Give every fact that is named."""
        return (*self.all, *self.any, *self.none)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSource:
    """Where a statement comes from; `since` is the day before which it did not exist.

    `mark` is read, second_hand or general_knowledge; the last kind is never shown as a source.
    """

    id: str
    title: Text
    url: str
    mark: str
    supports: Text
    read_on: date
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRule:
    """One dated rule: when it applies, the level it gives, and why.

    `in_force` is its first day, `until` the first day without it. `level` is the level in both modes unless
    `strict` gives another one for the strict reading. `row` is a row of table F2 and `state` a state of F1
    of the rulebook. `condition` is what remains to be done, `lift` what would make the use permissible.
    """

    id: str
    question: Question
    rule: str
    in_force: date
    when: When
    level: Level
    article: Text
    say: Text
    lift: Text
    sources: tuple[str, ...]
    until: date | None = None
    strict: Level | None = None
    row: str = ""
    state: str = ""
    condition: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNote:
    """One dated remark beside the verdict: an open question, a reading that is stricter, a warning."""

    id: str
    in_force: date
    when: When
    say: Text
    sources: tuple[str, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWord:
    """One allowed word of a field.

    `do` says what it takes to get there, as a change of plan; with `if_open` only an open question may be
    answered so, since a known fact cannot be changed. Without `do` nobody can choose the word.
    """

    word: str
    label: Text
    do: Text | None = None
    if_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawField:
    """One field of the purpose, as forms and documents describe it; `words` is empty for free values."""

    name: str
    question: Question
    label: Text
    help: Text
    words: tuple[LawWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCountry:
    """A recipient's country that the book knows; `is_summary` when only main lines are held."""

    code: str
    name: Text
    is_summary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPhrases:
    """The sentences that join rules into a verdict."""

    titles: dict[str, Text]
    levels: dict[str, Text]
    states: dict[str, Text]
    clauses: dict[str, Text]
    conditions: dict[Condition, Text]
    on_conditions: Text
    nothing: Text
    uncovered: Text
    uncovered_country: Text
    missing_answer: Text
    other_origin: Text
    modes_differ: Text
    summary: Text
    change: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LawBook:
    """All the law the judge knows; two books are equal only when they are one (a book is a cache key)."""

    rules: tuple[tuple[str, LawRule], ...]
    notes: tuple[tuple[str, LawNote], ...]
    sources: dict[str, LawSource]
    fields: tuple[LawField, ...]
    countries: dict[str, LawCountry]
    phrases: LawPhrases
    edition: str
