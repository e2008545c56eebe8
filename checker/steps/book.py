"""The shape of the book of next steps and of model documents, as its data files give them."""

from dataclasses import dataclass
from datetime import date

from checker.model import Source, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """On which facts of a report (`field.word`) something applies: every one, at least one, none."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Give every fact that is named."""
        return (*self.all, *self.any, *self.none)

    def holds(self, told: frozenset[str]) -> bool:
        """Tell whether the facts of a report meet it."""
        some = not self.any or not told.isdisjoint(self.any)
        return some and told.issuperset(self.all) and told.isdisjoint(self.none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """An address where the step can be taken, from general knowledge: nobody read it for this report."""

    title: Text
    url: str
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One next step: when it applies, what to do, and with which documents.

    `group` is the part of the page: `route` (another way), `contact` or `keep`. `passages` names the words
    of the site that call for it: `interface`, `permission` or `licence`.
    """

    id: str
    group: str
    when: Condition
    title: Text
    say: Text
    models: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    passages: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some paragraphs of a model document, when they belong in it, and the sources they alone rest on."""

    say: Text
    when: Condition = Condition()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model document; `{names}` in its parts are filled from the report, `[…]` is for its reader."""

    name: str
    title: Text
    use: Text
    part: tuple[Part, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSource:
    """A source of the law; before `since` it did not exist."""

    source: Source
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLabels:
    """The words of the purpose: `answers` by `field.word`, `fields` by name in the order of asking."""

    answers: dict[str, Text]
    fields: dict[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every document has around it, and the phrases that join the facts of a report.

    `marks` say how a source was read, by its mark; `source`, `passage` and `answer` are patterns.
    """

    head: Text
    sheet: Text
    abroad: Text
    source: Text
    marks: dict[str, Text]
    passage: Text
    supplied: Text
    no_passage: Text
    unread: Text
    no_condition: Text
    answer: Text
    yes_or_no: Text
    open: Text
    consent: Text
    interest: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StepBook:
    """All next steps in their order, all model documents by name, and the sources they cite."""

    steps: tuple[Step, ...]
    models: dict[str, Model]
    sources: dict[str, StepSource]
    labels: StepLabels
    frame: Frame
