"""A small trained linear model that doubts the patterns: a hit whose sentence scores too low is dropped.

`features` gives the same names at training and at reading: words, beginnings of words, pairs of beginnings,
beginnings in the lead-in and in the heading. The model adds nothing of its own: cross-validated by service,
what it would add costs more precision than it gains (`python -m tools.train_clauses --study`). Arithmetic in
a fixed order: the same text gives the same answer.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from checker.words import ClauseKind

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The weights of one kind, and the score under which a hit is not believed."""

    kind: ClauseKind
    bias: float
    floor: float
    weights: Mapping[str, float]

    def doubts(self, names: frozenset[str]) -> bool:
        """Tell whether a sentence with these features is too unlike those of its kind."""
        total = sum(self.weights[name] for name in sorted(names) if name in self.weights)
        return self.bias + total / math.sqrt(max(1, len(names))) < self.floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The scales of one language, of those kinds only for which doubting helps."""

    scales: tuple[Scale, ...]


def features(folded: str, lead: str, heading: str) -> frozenset[str]:
    """Give the names of what a sentence, its lead-in and its heading hold, all in folded form."""
    words = _WORD.findall(folded)
    begun = [word[:_BEGINNING] for word in words]
    return frozenset((
        *(f"w:{word}" for word in words),
        *(f"s:{word}" for word in begun),
        *(f"b:{one} {two}" for one, two in pairwise(begun)),
        *(f"u:{word[:_BEGINNING]}" for word in _WORD.findall(lead)),
        *(f"h:{word[:_BEGINNING]}" for word in _WORD.findall(heading)),
    ))  # fmt: skip
