"""What answers are worth: right or wrong, and which misconceptions the wrong ones come from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.quiz.book import Item

PASS_PERCENT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One question with what was chosen; `tags` are the misconceptions of the wrong choices."""

    item: Item
    chosen: frozenset[str]
    is_right: bool
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A marked set; `misconceptions` are counted, the most frequent first."""

    marks: tuple[Marked, ...]
    right: int
    misconceptions: tuple[tuple[str, int], ...]

    @property
    def percent(self) -> int:
        """Give the share of right answers in whole percent, rounded down; 0 for an empty set."""
        return 100 * self.right // len(self.marks) if self.marks else 0

    @property
    def is_passed(self) -> bool:
        """Tell whether an attestation may be printed."""
        return self.percent >= PASS_PERCENT


def mark(items: Iterable[Item], answers: Mapping[str, frozenset[str]]) -> Score:
    """Give the score of some answers, by the ids of questions; a missing answer counts as wrong."""
    marks = tuple(mark_one(item, answers.get(item.id, frozenset())) for item in items)
    counts = Counter(tag for one in marks for tag in one.tags)
    return Score(
        marks=marks,
        right=sum(one.is_right for one in marks),
        misconceptions=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def mark_one(item: Item, given: frozenset[str]) -> Marked:
    """Give one question marked; keys that it does not offer are ignored."""
    known = dict(item.options)
    chosen = given & known.keys()
    wrong = (known[key] for key in sorted(chosen) if not known[key].right)
    tags = tuple(dict.fromkeys(one.tag for one in wrong if one.tag))
    return Marked(item=item, chosen=frozenset(chosen), is_right=chosen == item.right, tags=tags)
