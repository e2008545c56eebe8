"""What one question was answered over time: points to draw, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checker.model import Check, Exhibit, Text
from checker.report.labels import LEVELS
from checker.words import Level

MOST_DRAWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer of the past: when, what, by which edition, and whether it was given to this very report."""

    at: datetime
    level: Level
    edition: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One answer on the line of time; `before` is the word it replaced where the answer changed."""

    at: datetime
    level: Level
    word: Text
    place: int
    edition: str
    is_own: bool
    before: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All points, oldest first, those to draw (the newest), and how often the answer changed."""

    points: tuple[Point, ...]
    drawn: tuple[Point, ...]
    changes: int


def history(answers: Sequence[Answered]) -> History:
    """Give the history of some answers, in any order."""
    ordered = sorted(answers, key=lambda one: (one.at, one.is_own, one.edition))
    points = tuple(
        _point(one, ordered[place - 1].level if place else one.level) for place, one in enumerate(ordered)
    )
    changes = sum(point.before is not None for point in points)
    return History(points=points, drawn=points[-MOST_DRAWN:], changes=changes)


def _point(one: Answered, before: Level) -> Point:
    return Point(
        at=one.at,
        level=one.level,
        word=LEVELS[one.level],
        place=one.level.severity,
        edition=one.edition,
        is_own=one.is_own,
        before=None if before is one.level else LEVELS[before],
    )


def changed_since(exhibit: Exhibit, newer: Check) -> datetime | None:
    """Give when a newer check read other bytes at the address of a document; nothing where it did not.

    What a person supplied has no bytes of the site to compare. What a browser built has other bytes each
    time, so its text is compared.
    """
    if newer.report is None:
        return None
    others = [one for one in newer.report.snapshot.exhibits if one.url == exhibit.url and one.is_read]
    return next((one.page.taken_at for one in others if one.page and _differs(one, exhibit)), None)


def _differs(one: Exhibit, other: Exhibit) -> bool:
    if one.page is None or other.page is None or one.page.sha256 == other.page.sha256:
        return False
    is_built = bool(one.page.rendered_from or other.page.rendered_from)
    return not (is_built and one.reading and other.reading and one.reading.text == other.reading.text)
