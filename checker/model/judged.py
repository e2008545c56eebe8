"""What follows from what was found."""

from dataclasses import dataclass
from datetime import date

from checker import words
from checker.model.asked import Purpose
from checker.model.found import Findings
from checker.model.seen import Snapshot
from checker.model.text import Text
from checker.words import CheckStatus, Level, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement of law comes from; `mark` is read, second_hand or general_knowledge."""

    id: str
    title: Text
    url: str
    mark: str
    supports: Text
    read_on: date
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one rule gives its level, for one question; `article` is in French, `article_en` in English."""

    rule: str
    question: Question
    level: Level
    say: Text
    article: str = ""
    article_en: str = ""
    facts: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    lift: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One of the six rules R1 to R6: its own level, its leading reason first."""

    id: str
    question: Question
    title: Text
    level: Level
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A set of changes that would lift the overall level, the shortest that does."""

    set: tuple[tuple[str, str], ...]
    level: Level
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The worst of three answers, and how it came about."""

    level: Level
    collect: Level
    contact: Level
    keep: Level
    say: Text
    rules: tuple[RuleResult, ...]
    site_says: Text
    law_says: Text
    conditions: tuple[Text, ...] = ()
    unknowns: tuple[str, ...] = ()
    lifts: tuple[Change, ...] = ()
    notes: tuple[Text, ...] = ()
    jurisdiction: str = "FR"
    mode: words.Mode = words.Mode.STRICT
    other_mode: Level | None = None
    row: str = ""
    site_state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One snapshot judged for one purpose under the law of one day by one edition of the books."""

    snapshot: Snapshot
    purpose: Purpose
    on: date
    findings: Findings
    verdict: Verdict
    edition: str
    status: CheckStatus
