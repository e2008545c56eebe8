"""What the answer to a request for /robots.txt means (RFC 9309 2.3.1)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from checker.model import Missing, Page
from checker.signals.robots.scan import scan
from checker.words import Cause

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|html|head|body|script|meta|title|\?xml)", re.I)
_REFUSED = frozenset({401, 403})
_TOO_MANY = 429


class Access(StrEnum):
    """Nothing is excluded, rules are to be followed, or all is to be taken as closed."""

    OPEN = "open"
    RULES = "rules"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How to read a site's robots.txt, and why.

    `cause` is `http_404`, `http_503`, a word of `Cause`, or `html` for a web page in the file's place; it is
    empty for rules. `is_refused` says that access to the file itself was refused, which is no consent.
    """

    access: Access
    cause: str = ""
    is_refused: bool = False


def outcome(seen: Page | Missing) -> Outcome:
    """Give what a received or missing robots.txt means."""
    if isinstance(seen, Page):
        return classify(seen.status, seen.body, seen.headers)
    return classify(seen.status, b"", (), seen.cause)


def classify(
    status: int | None, body: bytes, headers: tuple[tuple[str, str], ...] = (), error: Cause | None = None
) -> Outcome:
    """Give what a status and a body mean, or an error, which outweighs a status that came before it.

    429 and all above 499 are closed, as no answer is.
    """
    if status is None or error not in {None, Cause.HTTP_STATUS}:
        # RFC 9309 2.3.1.2: after five redirects the file may be taken as unavailable.
        is_open = error is Cause.TOO_MANY_REDIRECTS
        return Outcome(access=Access.OPEN if is_open else Access.CLOSED, cause=str(error or Cause.BROKEN))
    if 200 <= status < 300:
        return _success(body, headers)
    cause = f"http_{status}"
    if 300 <= status < 500 and status != _TOO_MANY:
        return Outcome(access=Access.OPEN, cause=cause, is_refused=status in _REFUSED)
    return Outcome(access=Access.CLOSED, cause=cause)


def _success(body: bytes, headers: tuple[tuple[str, str], ...]) -> Outcome:
    if is_html(body, headers) and not any(group.agents for group in scan(body).groups):
        return Outcome(access=Access.OPEN, cause="html")
    return Outcome(access=Access.RULES)


def is_html(body: bytes, headers: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether an answer is a web page, by its declared type or its first tag."""
    declared = any(name.lower() == "content-type" and "html" in value.lower() for name, value in headers)
    return declared or bool(_HTML.match(body))
