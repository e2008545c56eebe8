"""Values to documents and rows, and back."""

import gzip
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from checker import codec
from checker.model import Check, CheckRequest, Purpose, Report, Step
from checker.words import CheckStatus, Level

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer given to a check: what was said, when, by which edition of the books."""

    edition: str
    level: Level
    judged_at: datetime
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a host's history; `level` is None while there is no answer."""

    id: str
    url: str
    status: CheckStatus
    created_at: datetime
    finished_at: datetime | None
    level: Level | None
    edition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One answer to a question asked before; whose check it was is left out."""

    at: datetime
    level: Level
    edition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Some lines, newest first, and the opaque cursor of those after them (empty at the end)."""

    entries: tuple[Entry, ...]
    cursor: str = ""


def pack(value: object) -> bytes:
    """Give a value as a document.

    Gzipped JSON holds a NUL character, which PostgreSQL refuses in text and in JSONB.
    """
    return squeeze(codec.encode(value))


def squeeze(data: bytes) -> bytes:
    """Give bytes gzipped, without an hour in them."""
    return gzip.compress(data, compresslevel=6, mtime=0)


def unpack(document: bytes, type_: type[T]) -> T:
    """Give the value in a document; keys of an older model that are gone are passed over."""
    return msgspec.json.decode(gzip.decompress(document), type=type_)


def digest(*parts: bytes) -> str:
    """Give the SHA-256 of some parts, in hexadecimal; lengths keep the parts from running together."""
    total = sha256()
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.hexdigest()


def url_hash(url: str) -> str:
    """Give the key under which an address is searched."""
    return digest(url.encode("utf-8", "surrogatepass"))


def purpose_hash(purpose: Purpose) -> str:
    """Give the key under which a purpose is searched; equal purposes have equal keys."""
    return digest(codec.encode(purpose))


def check_row(check: Check) -> dict[str, Any]:
    """Give the columns of a check, without its steps, its report and its lease."""
    target = check.request.target
    return {
        "id": check.id,
        "url": plain_text(target.url),
        "url_hash": url_hash(target.url),
        "purpose_hash": purpose_hash(check.request.purpose),
        "host": plain_text(target.host),
        "status": str(check.status),
        "created_at": check.created_at,
        "finished_at": check.finished_at,
        "revision": check.revision,
        "request": pack(check.request),
        "history": pack(check.history),
        "failure": plain_text(check.failure),
    }


def check_value(row: Any, steps: tuple[Step, ...], report: Report | None) -> Check:
    """Give the check of a row of `checks`, with the parts that are kept elsewhere."""
    return Check(
        id=row.id,
        request=unpack(row.request, CheckRequest),
        status=CheckStatus(row.status),
        created_at=row.created_at,
        revision=row.revision,
        steps=steps,
        report=report,
        failure=row.failure,
        finished_at=row.finished_at,
        history=unpack(row.history, tuple[str, ...]),
    )


def entry_value(row: Any) -> Entry:
    """Give the history line of a row of `checks` joined with its shown judgement."""
    return Entry(
        id=row.id,
        url=row.url,
        status=CheckStatus(row.status),
        created_at=row.created_at,
        finished_at=row.finished_at,
        level=None if row.level is None else Level(row.level),
        edition=row.edition or "",
    )


def plain_text(text: str) -> str:
    """Give a text that a text column of PostgreSQL takes: U+0000 becomes U+FFFD."""
    return text.replace("\x00", "\ufffd")
