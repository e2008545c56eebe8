"""What the API takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.services import FRESH_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBody:
    """A question to the API: an address, what for, how long to wait (seconds), how old an answer may be."""

    url: str
    purpose: Mapping[str, Any] = field(default_factory=dict)
    wait: float = 0.0
    max_age: int = FRESH_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisBody:
    """A text or an HTML page to find clauses in; `url` resolves its links, `language` overrides detection."""

    text: str | None = None
    html: str | None = None
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBody:
    """A document of terms for a check: its `text`, its `html`, or the `url` at which we may ask for it.

    `address` is where the text or HTML stands; `document_type` a name of Open Terms Archive.
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    address: str = ""
    document_type: str = ""
