"""The JSON shapes of the API: frozen values that encode as they stand, and describe themselves."""

from dataclasses import dataclass
from datetime import datetime

from checker.model import Purpose, Text
from checker.words import (
    Binds,
    CheckStatus,
    ClauseKind,
    Condition,
    Effect,
    Level,
    Question,
    State,
    Strength,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer:
    """The level of one of the three questions."""

    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer:
    """Where a statement of law comes from, how it was read, and when."""

    id: str
    title: Text
    url: str
    mark: str
    supports: Text
    read_on: str
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """One of the six rules, with its leading reason."""

    id: str
    question: Question
    title: Text
    level: Level
    reason: Text
    facts: tuple[str, ...]
    lift: Text | None
    sources: tuple[SourceAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAnswer:
    """The shortest set of changes that would lift the overall level."""

    set: dict[str, str]
    level: Level
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictAnswer:
    """The worst of three answers."""

    level: Level
    collect: QuestionAnswer
    contact: QuestionAnswer
    keep: QuestionAnswer
    say: Text
    site_says: Text
    law_says: Text
    jurisdiction: str
    mode: str
    other_mode: Level | None
    row: str
    site_state: str
    rules: tuple[RuleAnswer, ...]
    conditions: tuple[Text, ...]
    unknowns: tuple[str, ...]
    lifts: tuple[ChangeAnswer, ...]
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAnswer:
    """The answer as flat fields, for a spreadsheet or a CRM."""

    verdict: Level
    collect: Level
    contact: Level
    keep: Level
    reason_fr: str
    reason_en: str
    site_fr: str
    site_en: str
    law_fr: str
    law_en: str
    next_step_fr: str
    next_step_en: str
    report_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsAnswer:
    """What robots.txt says of the address asked about: the deciding line, or why there is none."""

    url: str
    status: str
    decision: str
    rule: str | None
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAnswer:
    """Where a document stands in another language (ISO 639-1)."""

    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """One document: read, or not read and why; `rendered` if a browser ran its scripts before it was read.

    `versions` are its versions in other languages, as its links name them.
    """

    url: str
    final_url: str | None
    document_type: str
    status: str
    found_by: str
    link_text: str
    title: str
    language: str
    sha256: str | None
    fetched_at: datetime
    rendered: bool = False
    versions: tuple[VersionAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAnswer:
    """A clause found: its quote is the text of the document from `start` to `end`, in characters."""

    kind: ClauseKind
    effect: Effect
    condition: Condition | None
    quote: str
    start: int
    end: int
    strength: Strength
    binds: Binds
    language: str
    section: str
    lead: str
    words: tuple[tuple[int, int], ...]
    families: tuple[str, ...]
    document: int | None = None
    say: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkAnswer:
    """What a document says of its own force; never judged.

    `family` is C7 (what survives), C8 (law and courts), `party` (with whom one contracts) or `precedence`
    (which language version binds).
    """

    family: str
    quote: str
    start: int
    end: int
    language: str
    section: str
    document: int | None
    say: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalAnswer:
    """What a machine-readable signal says, and whether it weighs on prospecting."""

    signal: str
    fact: str
    state: State
    weight: str
    quote: str
    url: str
    line: int | None
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitAnswer:
    """Something that was not read, or not done, and why."""

    code: str
    document: int | None
    cause: str
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """One step of the visit."""

    name: str
    at: datetime
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """A check: where it stands and, once it is over, all it found."""

    id: str
    status: CheckStatus
    revision: int
    url: str
    host: str
    purpose: Purpose
    created_at: datetime
    steps: tuple[StepAnswer, ...]
    report_url: str
    disclaimer: Text
    checked_at: datetime | None = None
    expires_at: datetime | None = None
    on: str | None = None
    rules_version: str | None = None
    snapshot: str | None = None
    summary: SummaryAnswer | None = None
    verdict: VerdictAnswer | None = None
    robots: RobotsAnswer | None = None
    documents: tuple[DocumentAnswer, ...] = ()
    clauses: tuple[ClauseAnswer, ...] = ()
    remarks: tuple[RemarkAnswer, ...] = ()
    signals: tuple[SignalAnswer, ...] = ()
    limits: tuple[LimitAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisAnswer:
    """The clauses of a text that was given, in its language; offsets are into `text`."""

    language: str
    is_read: bool
    text: str
    clauses: tuple[ClauseAnswer, ...]
    rules_version: str
    disclaimer: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemAnswer:
    """An RFC 9457 problem; `code` is stable, `errors` point into the body that was sent."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: tuple[dict[str, str], ...] = ()
