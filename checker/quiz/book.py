"""The shape of the quiz book: questions, lessons and misconceptions, as the data files give them."""

from dataclasses import dataclass, field
from enum import StrEnum

from checker.model import Source, Text

RULES = ("R1", "R2", "R3", "R4", "R5", "R6")


class ItemKind(StrEnum):
    """What a question trains."""

    CASE = "case"
    CLAUSE = "clause"
    ROBOTS = "robots"
    CHANNEL = "channel"
    RETENTION = "retention"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer offered; a wrong one names the misconception it comes from, when it comes from one.

    `word` is the answer as a program gives it (a level, `allowed`, `refused`, `line:4` …), so that a test can
    compute which option is right; `say` may be left to the shared words then.
    """

    say: Text | None = None
    right: bool = False
    tag: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsMaterial:
    """A robots.txt to read, and of whom and of what the question asks."""

    file: str
    agent: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseMaterial:
    """A clause to read, invented, in one language; `asks` is the word of the detector it is about."""

    text: str
    language: str
    asks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; `purpose` is what the judge is asked for a question on channels and audiences."""

    id: str
    kind: ItemKind
    rule: str
    ask: Text
    reason: Text
    sources: tuple[str, ...]
    option: tuple[Option, ...]
    material: Text | None = None
    robots: RobotsMaterial | None = None
    clause: ClauseMaterial | None = None
    purpose: dict[str, str] = field(default_factory=dict)

    @property
    def is_multiple(self) -> bool:
        """Tell whether several answers are right, and all of them wanted."""
        return sum(one.right for one in self.option) > 1

    @property
    def right(self) -> frozenset[str]:
        """Give the keys of the right answers."""
        return frozenset(key for key, one in self.options if one.right)

    @property
    def options(self) -> tuple[tuple[str, Option], ...]:
        """Give the options with the key that stands for each, `a` for the first."""
        return tuple(zip("abcde", self.option, strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong belief, and what to hold instead; `rule` names the lesson that cures it."""

    id: str
    rule: str
    title: Text
    advice: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Two minutes on one rule, told on a decision that was really taken."""

    rule: str
    title: Text
    decision: Text
    cures: str
    part: tuple[Text, ...]
    changed: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class QuizBook:
    """All questions, lessons and misconceptions, and the sources they may show."""

    items: dict[str, Item]
    lessons: dict[str, Lesson]
    misconceptions: dict[str, Misconception]
    sources: dict[str, Source]
    words: dict[str, Text]

    def say(self, option: Option) -> Text:
        """Give the words of an option: its own, or those its word has for every question."""
        return option.say or self.words[option.word]
