"""Why a verdict moved: the reasons that came, went, or changed their level or their words."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Reason, Text, Verdict
from checker.words import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One reason that changed, by the id of its rule; no level before: it is new, none after: it is gone."""

    rule: str
    before: Level | None
    after: Level | None
    said: Text | None
    says: Text | None


def shifts(before: Verdict, after: Verdict) -> tuple[Shift, ...]:
    """Give the reasons that differ between two verdicts, in the order of the six rules."""
    return tuple(_shifts(_reasons(before), _reasons(after)))


def _shifts(old: dict[str, Reason], new: dict[str, Reason]) -> Iterator[Shift]:
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        if one is None or other is None or (one.level, one.say) != (other.level, other.say):
            yield Shift(
                rule=name,
                before=one.level if one else None,
                after=other.level if other else None,
                said=one.say if one else None,
                says=other.say if other else None,
            )


def _reasons(verdict: Verdict) -> dict[str, Reason]:
    return {reason.rule: reason for rule in verdict.rules for reason in rule.reasons}
