"""The language of a page, and texts, dates and names told in it."""

from datetime import UTC, date, datetime, timedelta

from babel import Locale
from flask import g, request
from flask_babel import format_date, format_datetime, format_timedelta

from checker.i18n import DEFAULT, LANGUAGES
from checker.model import Text
from checker.report import section, visible

_DAY, _FIRST = "d MMMM y", "d'er' MMMM y"
_MOMENT = {"fr": "d MMMM y 'à' HH:mm 'UTC'", "en": "d MMMM y 'at' HH:mm 'UTC'"}


def language() -> str:
    """Give the language of the address, else the one the browser prefers among ours.

    A view that is asked for a language otherwise sets `g.lang`.
    """
    if g.get("lang"):
        return str(g.lang)
    first = request.path.split("/", 2)[1] if "/" in request.path else ""
    if first in LANGUAGES:
        return first
    return request.accept_languages.best_match(LANGUAGES) or DEFAULT


def say(text: Text) -> str:
    """Give a sentence of ours in the language of the page."""
    return text.fr if language() == "fr" else text.en


def day(when: date) -> str:
    """Give a date such as `24 novembre 2026`, and `1er juin 2021`."""
    return str(format_date(when, _FIRST if language() == "fr" and when.day == 1 else _DAY))


def moment(when: datetime) -> str:
    """Give a date and time of day, in UTC."""
    return str(format_datetime(when.astimezone(UTC), _MOMENT[language()]))


def ago(when: datetime) -> str:
    """Give the age of something, such as `il y a 3 minutes`."""
    return str(format_timedelta(when - datetime.now(UTC), add_direction=True))


def span(seconds: int) -> str:
    """Give a length of time, rounded up, such as `2 minutes`."""
    unit = max((one for one in (60, 3600, 86_400) if seconds > one), default=1)
    return str(format_timedelta(timedelta(seconds=-(-seconds // unit) * unit), threshold=1))


def language_name(code: str) -> str:
    """Give the name of a language in the language of the page; the code itself when it is unknown."""
    try:
        return Locale.parse(code.replace("-", "_")).get_display_name(language()) or code
    except (ValueError, LookupError):
        return code


def territory_name(code: str) -> str:
    """Give the name of a country in the language of the page; the code itself when it is unknown."""
    return str(Locale(language()).territories.get(code, code))


FILTERS = {
    "say": say,
    "day": day,
    "moment": moment,
    "ago": ago,
    "span": span,
    "language_name": language_name,
    "territory_name": territory_name,
    "section": section,
    "visible": visible,
}
