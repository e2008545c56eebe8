"""One HTTP answer, received within its limits."""

from dataclasses import dataclass

from urllib3 import BaseHTTPResponse, HTTPHeaderDict

from checker.fetch.body import TEXT_LIMIT, gunzipped, is_binary, is_gzip, is_unreadable, limit_of, media_type
from checker.fetch.budget import Budget
from checker.fetch.stop import Stop
from checker.visit import BUSY
from checker.words import Cause

REDIRECTS = {301, 302, 303, 307, 308}
PIECE = 64 * 1024
GZIP_START = b"\x1f\x8b"
"""How a gzip file begins (RFC 1952 section 2.3.1): a site map may be one, whatever its headers say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one hop gave; `location` is where it points to, or empty when this is the last hop."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    location: str = ""


def receive(raw: BaseHTTPResponse, budget: Budget) -> Answer:
    """Give the answer whose head has come; the body of a redirect is left unread. Raises `Stop`.

    A site that asks for patience is heard whatever follows its head: a body that cannot be had is empty then.
    """
    if raw.status < 200:
        raise Stop(Cause.BROKEN, "The server sent an interim answer only.")
    headers = tuple(raw.headers.iteritems())
    location = _location(raw.headers) if raw.status in REDIRECTS else ""
    if location:
        return Answer(status=raw.status, headers=headers, location=location)
    try:
        body = _body(raw, budget)
    except Stop as stop:
        if raw.status in BUSY and "Retry-After" in raw.headers:
            return Answer(status=raw.status, headers=headers)
        stop.status = raw.status
        raise
    return Answer(status=raw.status, headers=headers, body=body)


def _location(headers: HTTPHeaderDict) -> str:
    """Give the first Location; its bytes came as Latin-1 and are often UTF-8."""
    values = headers.getlist("Location")
    text = values[0].strip() if values else ""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _body(raw: BaseHTTPResponse, budget: Budget) -> bytes:
    kind = media_type(raw.headers.get("Content-Type", ""))
    is_page = raw.status < 400
    if is_page and is_unreadable(kind):
        raise Stop(Cause.NOT_TEXT, "The answer is no text.")
    packed = is_gzip(raw.headers.get("Content-Encoding", ""))
    limit = limit_of(kind)
    budget.widen(limit - TEXT_LIMIT)
    length = raw.headers.get("Content-Length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > limit:
        raise Stop(Cause.TOO_LARGE, "The answer is too large.")
    wire = b"".join(raw.stream(PIECE, decode_content=False))
    budget.take(0)  # a connection shut down at the deadline looks like a body that has ended
    packed = packed or (is_page and wire.startswith(GZIP_START))
    body = gunzipped(wire, limit) if packed and wire else wire
    if is_page and is_binary(body):
        raise Stop(Cause.NOT_TEXT, "The answer is no text.")
    return body
