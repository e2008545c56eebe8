"""A small trained linear model: what the patterns miss, said at strength `indirect`.

`features` gives the same names at training and at reading: words, pairs of words, words of the lead-in,
concepts of the patterns. `Model.kinds` gives the kinds whose score passes their threshold, with the words
that weighed most. Pure arithmetic in a fixed order: the same text gives the same answer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from checker.words import ClauseKind

_WORD = re.compile(r"[^\W_]+")
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The weights of one kind."""

    kind: ClauseKind
    bias: float
    threshold: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The trained kinds of one language; `veto` is, per kind, the score under which a pattern is dropped."""

    id: str
    scales: tuple[Scale, ...]
    veto: Mapping[ClauseKind, float] = field(default_factory=dict)

    def score(self, scale: Scale, names: frozenset[str]) -> float:
        """Give the score of one kind."""
        return scale.bias + sum(scale.weights[name] for name in sorted(names) if name in scale.weights)

    def kinds(self, names: frozenset[str]) -> Iterator[tuple[ClauseKind, tuple[str, ...]]]:
        """Give the kinds that pass, each with the words of the sentence that weighed most."""
        for scale in self.scales:
            if self.score(scale, names) >= scale.threshold:
                said = [name for name in names if name.startswith("w:") and scale.weights.get(name, 0) > 0]
                said.sort(key=lambda name, scale=scale: (-scale.weights[name], name))  # type: ignore[misc]
                yield scale.kind, tuple(name[2:] for name in said[:_SHOWN])


def features(
    folded: str, lead: str, concepts: frozenset[str], patterns: frozenset[ClauseKind]
) -> frozenset[str]:
    """Give the names of what a sentence, its lead-in, its concepts and the patterns' answer hold."""
    words = _WORD.findall(folded)
    names = {f"w:{word}" for word in words}
    names.update(f"w:{one} {two}" for one, two in pairwise(words))
    names.update(f"u:{word}" for word in _WORD.findall(lead))
    names.update(f"c:{name}" for name in concepts)
    names.update(f"p:{kind}" for kind in patterns)
    return frozenset(names)
