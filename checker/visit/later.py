"""When a site that is too busy for us may be asked again."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from checker.model import Page

LONGEST = timedelta(days=1)
BUSY = frozenset({429, 503})


def again_at(page: Page) -> datetime | None:
    """Give when a site that answered 429 or 503 may be asked again, a day later at most.

    None where it does not say, or says a moment that is past (Retry-After, RFC 9110 10.2.3).
    """
    if page.status not in BUSY:
        return None
    until = _moment(page.header("Retry-After").strip()[:64], page.taken_at)
    if until is None or until <= page.taken_at:
        return None
    return min(until, page.taken_at + LONGEST)


def _moment(said: str, now: datetime) -> datetime | None:
    if said.isascii() and said.isdecimal():
        # More digits than a day has are as good as a day.
        return now + (timedelta(seconds=int(said)) if len(said) < 8 else LONGEST)
    try:
        date = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
