"""What was found in what was seen."""

from dataclasses import dataclass

from checker.model.text import Text
from checker.words import Binds, ClauseKind, Condition, Effect, State, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was read: which exhibit, and the line or the offsets in it."""

    url: str
    exhibit: int | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None
    section: str = ""
    pdf_page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one reader of machine signals saw.

    `signal` names the reader (robots, tdmrep …); `fact` is a word of `checker.signals.FACTS`; `weight` is
    `decides`, `context` or `ai_only` (the last never changes a prospecting verdict).
    """

    signal: str
    fact: str
    state: State
    weight: str
    quote: str
    place: Place
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence or bullet of a document that speaks of taking or reusing data.

    `quote` is `text[start:end]` of the document; `lead` is the sentence above that governs it;
    `words` are the offsets of the words that decided; `by` is the id of the pattern or model.
    """

    kind: ClauseKind
    effect: Effect
    quote: str
    start: int
    end: int
    strength: Strength
    by: str
    language: str
    condition: Condition | None = None
    binds: Binds = Binds.UNKNOWN
    lead: str = ""
    words: tuple[tuple[int, int], ...] = ()
    section: str = ""
    families: tuple[str, ...] = ()
    say: Text | None = None
    exhibit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence of a document about its own force, which is no clause: no kind, no effect, never judged.

    `family` is C7 (what survives the end of the contract) or C8 (law and courts) of law.md D.1, `party` (with
    whom one contracts) or `precedence` (which language version binds).
    """

    family: str
    quote: str
    start: int
    end: int
    language: str
    section: str = ""
    say: Text | None = None
    exhibit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one snapshot says, for the rules to judge.

    `terms` is yes when a terms document was read in full in a language we read, unknown when none was.
    """

    signals: tuple[Finding, ...]
    clauses: tuple[Clause, ...]
    terms: State
    unread: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
