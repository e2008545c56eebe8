"""Pages that stand in front of a page: anti-robot challenges and login walls."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from checker.model import Page, Reading
from checker.signals.barrier_marks import HUMAN_WORDS, VENDORS, WIDGETS
from checker.words import Cause

THIN = 1500
"""Characters of readable text up to which a page may be an obstacle rather than a document."""
LOGIN_THIN = 800
"""Characters up to which a page with a password field is a login page."""
BARE = 600
"""Characters of code up to which a page without any block is nothing but its script."""
GATE = 600
"""Characters up to which a page with a CAPTCHA is a gate, not a page with a form."""
NEEDED = 2
"""Marks of one vendor that must be seen together, one of them in the body; ordinary pages may carry one."""

_SEARCHED = 2_000_000
"""Bytes of a page that are looked at."""

_SILENT = re.compile(r"<(script|style|svg|noscript|!--)", re.I)
_TAG = re.compile(r"<[^<>]*>")
_PASSWORD = re.compile(r"""<input\b[^<>]*\btype\s*=\s*["']?password\b""", re.I)
_FIELD = re.compile(
    r"""<textarea\b(?![^<>]*captcha)|<input\b[^<>]*\btype\s*=\s*["']?(?:email|tel|password)\b""", re.I
)
_BLOCK = re.compile(r"<(?:div|p|main|h\d|span|a)\b", re.I)
_LOGIN = re.compile(
    r"(?:^|/)(?:login|log-in|log_in|signin|sign-in|sign_in|sign-up|signup|authwall|checkpoint|connexion"
    r"|se-connecter|s-identifier|identification|authentification|sso|auth|oauth2?/(?:[\w.]+/)*authorize"
    r"|anmelden|anmeldung|einloggen|iniciar-sesion|accedi|inloggen|logowanie|zaloguj)(?:[/.;]|$)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """What stands in front (`CHALLENGE` or `LOGIN_WALL`), whose it is, and the marks that were seen."""

    cause: Cause
    vendor: str
    marks: tuple[str, ...]


def barrier_of(page: Page, reading: Reading | None) -> Cause | None:
    """Give `CHALLENGE` or `LOGIN_WALL` where a page stands in front of what was asked for, else None."""
    barrier = describe(page, reading)
    return barrier.cause if barrier else None


def describe(page: Page, reading: Reading | None) -> Barrier | None:
    """Give the barrier with the marks that show it, whatever the status; None for a page itself."""
    html = page.body[:_SEARCHED].decode("utf-8", "replace")
    text = reading.text if reading else _visible(html)
    if page.status >= 400 or len(text) <= THIN:
        found = _of_vendor(page, html.lower(), is_bare=_is_bare(html)) or _gate(html, text)
        if found:
            return found
    return _login_wall(page, reading, html, is_thin=len(text) <= LOGIN_THIN)


def _visible(html: str) -> str:
    # By hand, since a lazy pattern takes quadratic time on elements that are never closed.
    kept, position = [], 0
    while found := _SILENT.search(html, position):
        kept.append(html[position : found.start()])
        closing = re.compile("-->" if found[1] == "!--" else f"</{found[1]}", re.I)
        end = closing.search(html, found.end())
        position = end.end() if end else len(html)
    return " ".join(_TAG.sub(" ", " ".join([*kept, html[position:]])).split())


def _of_vendor(page: Page, html: str, *, is_bare: bool) -> Barrier | None:
    headers = "\n".join(f"{name}: {value}".lower() for name, value in page.headers)
    for vendor in VENDORS:
        bare = tuple(mark for mark in vendor.bare if is_bare and mark in html)
        in_body = (*bare, *(mark for mark in vendor.body if mark in html))
        marks = (*(mark for mark in vendor.headers if mark in headers), *in_body)
        if in_body and (len(marks) >= NEEDED or bare):
            return Barrier(cause=Cause.CHALLENGE, vendor=vendor.name, marks=marks)
    return None


def _is_bare(html: str) -> bool:
    return len(html) <= BARE and not _BLOCK.search(html)


def _gate(html: str, text: str) -> Barrier | None:
    """Give the gate that a CAPTCHA with hardly anything beside it is; a form to write to people is none."""
    widgets = tuple(mark for mark in WIDGETS if mark in html.lower())
    words = tuple(word for word in HUMAN_WORDS if word in text.lower())
    if len(text) <= GATE and widgets and words and not _FIELD.search(html):
        return Barrier(cause=Cause.CHALLENGE, vendor="CAPTCHA", marks=(*words, *widgets))
    return None


def _login_wall(page: Page, reading: Reading | None, html: str, *, is_thin: bool) -> Barrier | None:
    wanted, came = urlsplit(page.url).path, urlsplit(page.final_url).path
    found = _LOGIN.search(came)
    if found and came != wanted and not _LOGIN.search(wanted):
        return Barrier(cause=Cause.LOGIN_WALL, vendor="", marks=(came,))
    if "/authwall" in came.lower():
        return Barrier(cause=Cause.LOGIN_WALL, vendor="LinkedIn", marks=(came,))
    has_password = "password_field" in reading.marks if reading else bool(_PASSWORD.search(html))
    if is_thin and has_password:
        return Barrier(cause=Cause.LOGIN_WALL, vendor="", marks=("password_field",))
    return None
