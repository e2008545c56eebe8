"""What is kept of a question and its answer."""

from dataclasses import dataclass, field
from datetime import datetime

from checker.model.asked import CheckRequest
from checker.model.judged import Report
from checker.model.text import Text
from checker.words import CheckStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One named step of a running check, for the progress page."""

    name: str
    at: datetime
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question and where its answer stands; `id` is unguessable and permanent."""

    id: str
    request: CheckRequest
    status: CheckStatus
    created_at: datetime
    revision: int = 1
    steps: tuple[Step, ...] = ()
    report: Report | None = None
    failure: str = ""
    finished_at: datetime | None = None
    history: tuple[str, ...] = field(default=())
