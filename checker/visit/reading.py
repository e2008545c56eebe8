"""From an answer to an exhibit: a challenge, a login page or an error is never taken as text."""

from collections.abc import Callable

from checker.clauses import language_of
from checker.model import Exhibit, Missing, Page, Reading
from checker.signals.barrier import barrier_of
from checker.visit.later import again_at
from checker.words import Cause, Role

Read = Callable[[Page], Reading | Missing]


def read_page(role: Role, url: str, got: Page | Missing, read: Read) -> Exhibit:
    """Give an exhibit with its readable side, or with the cause that keeps us from relying on it."""
    if isinstance(got, Missing):
        return Exhibit(role=role, url=url, missing=got)
    barrier = barrier_of(got, None)
    if barrier is not None:
        return _unread(role, url, got, None, barrier)
    if not 200 <= got.status < 300:
        return _unread(role, url, got, None, Cause.HTTP_STATUS)
    reading = read(got)
    if isinstance(reading, Missing):
        return Exhibit(role=role, url=url, page=got, missing=reading)
    cause = barrier_of(got, reading) or _mark(reading)
    if cause is not None:
        return _unread(role, url, got, reading, cause)
    language = language_of(reading.text, reading.declared_language)
    return Exhibit(role=role, url=url, page=got, reading=reading, language=language)


def _mark(reading: Reading) -> Cause | None:
    if "scanned" in reading.marks:
        return Cause.SCANNED_PDF
    if "empty_shell" in reading.marks:
        return Cause.EMPTY_SHELL
    if "undecodable" in reading.marks:
        return Cause.BAD_ENCODING
    return None


def _unread(role: Role, url: str, page: Page, reading: Reading | None, cause: Cause) -> Exhibit:
    missing = Missing(
        url=url,
        cause=cause,
        status=page.status,
        taken_at=page.taken_at,
        final_url=page.final_url,
        until=again_at(page),
    )
    return Exhibit(role=role, url=url, page=page, missing=missing, reading=reading)
