"""A set that a trainer shares with a group: what is asked, and counts that name nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from checker.quiz.draw import Ask
from checker.quiz.marking import Score

MOST_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A shared set: trainees know `id`, only the trainer knows `results`; it is gone after `ends_at`."""

    id: str
    results: str
    ask: Ask
    items: tuple[str, ...]
    created_at: datetime
    ends_at: datetime


def new_group(id_: str, results: str, ask: Ask, items: Iterable[str], at: datetime, days: int) -> Group:
    """Give a group that is kept for some days, from one to `MOST_DAYS`."""
    end = at + timedelta(days=max(1, min(days, MOST_DAYS)))
    return Group(id=id_, results=results, ask=ask, items=tuple(items), created_at=at, ends_at=end)


def counted(score: Score) -> tuple[str, ...]:
    """Give the names of what one trainee's answers add to: nothing that tells who answered."""
    names = ["sets"]
    for one in score.marks:
        if one.chosen:
            names.append(f"answered {one.item.id}")
        if one.is_right:
            names.append(f"right {one.item.id}")
    return (*names, *(f"tag {tag}" for tag, _ in score.misconceptions))
