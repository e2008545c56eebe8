"""A small trained linear model beside the patterns: it drops hits that it doubts and adds what they miss.

`features` gives the same names at training and at reading: words, beginnings of words, pairs of beginnings,
beginnings in the lead-in and in the heading. A score is the bias plus the sum of the weights over the root of
the number of features. Weights are whole hundredths, so that their sum does not hang on an order: the same
text gives the same answer. Floors and ceilings: `tools/train_clauses.py`.
"""

import math
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.words import ClauseKind

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = 6
_MOST_WORDS = 5
_SHARE = 4  # a word that weighs less than this part of the heaviest decided nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What the scores of one kind decide.

    A hit that scores under `floor` is not believed; a sentence without a hit that scores `ceiling` or more
    is one. An explicit hit with `trusted` marked words or more under a lead-in is never doubted (0: any may
    be).
    """

    kind: ClauseKind
    bias: float
    floor: float = -math.inf
    ceiling: float = math.inf
    trusted: int = 0

    @property
    def adds(self) -> bool:
        """Tell whether a sentence without a hit can be one."""
        return self.ceiling < math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The scales of one language, of those kinds only for which they help.

    `weights` gives for each feature its weight for each scale, in their order, in hundredths.
    """

    scales: tuple[Scale, ...]
    weights: Mapping[str, tuple[int, ...]]

    def scores(self, names: frozenset[str]) -> list[float]:
        """Give for each scale how much a sentence with these features is like its kind; above 0 is likely."""
        weights = self.weights
        known = [weights[name] for name in names if name in weights]
        length = 100 * math.sqrt(max(1, len(names)))
        totals = [sum(column) for column in zip(*known, strict=True)] or [0] * len(self.scales)
        return [scale.bias + total / length for scale, total in zip(self.scales, totals, strict=True)]

    def heaviest(self, folded: str, at: int, common: Container[str]) -> list[tuple[int, int]]:
        """Give the offsets of the words of a folded sentence, no `common` ones, that weigh most."""
        nothing = (0,) * len(self.scales)
        weighed = []
        for word in _WORD.finditer(folded):
            names = (f"w:{word.group()}", f"s:{word.group()[:_BEGINNING]}")
            weight = sum(self.weights.get(name, nothing)[at] for name in names)
            if weight > 0 and word.group() not in common:
                weighed.append((weight, word.span()))
        most = max((weight for weight, _ in weighed), default=0)
        kept = sorted((-weight, span) for weight, span in weighed if weight * _SHARE > most)
        return [span for _, span in kept[:_MOST_WORDS]]


def features(folded: str, lead: str, heading: str) -> frozenset[str]:
    """Give the names of what a sentence, its lead-in and its heading hold, all in folded form."""
    words = _WORD.findall(folded)
    begun = [word[:_BEGINNING] for word in words]
    return frozenset((
        *(f"w:{word}" for word in words),
        *(f"s:{word}" for word in begun),
        *(f"b:{one} {two}" for one, two in pairwise(begun)),
        *_above(lead, heading),
    ))  # fmt: skip


@lru_cache(maxsize=64)  # the bullets of a list share what governs them
def _above(lead: str, heading: str) -> tuple[str, ...]:
    return (
        *(f"u:{word[:_BEGINNING]}" for word in _WORD.findall(lead)),
        *(f"h:{word[:_BEGINNING]}" for word in _WORD.findall(heading)),
    )
