"""A small trained linear model beside the patterns: it drops hits that it doubts and adds what they miss.

It is asked only of sentences in which patterns found something, or which hold, with what governs them, all
that some pattern needs. `features` gives the same names at training and at reading: beginnings of words of
six letters and of four, pairs of beginnings, beginnings in the lead-in and in the heading, first needs of
patterns. A score is the bias plus the sum of the weights over the root of the number of features. Weights are
whole hundredths, so that their sum does not hang on an order: the same text gives the same answer. Floors and
ceilings: `tools/train_clauses.py`.
"""

import math
import re
from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from checker.words import ClauseKind

_WORD = re.compile(r"[^\W_]+")
_APART = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
_FAMILIES = "spbfuh"  # of features: beginnings, short ones, pairs; first needs; lead-in, heading
_BEGINNING, _SHORT = 6, 4
_MOST_WORDS = 5
_WIDTH = 40  # bits for the sum of one scale's weights, far below `_HALF` in either direction
_HALF = 1 << (_WIDTH - 1)
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


class Seen(NamedTuple):
    """The beginnings that a sentence, its lead-in and its heading hold, and its first needs."""

    begun: list[str]
    firsts: frozenset[str]
    lead: frozenset[str]
    heading: frozenset[str]

    def families(self) -> tuple[Set[Any], ...]:
        """Give the beginnings, short ones, pairs of beginnings and first needs, each once."""
        return set(self.begun), {word[:_SHORT] for word in self.begun}, set(pairwise(self.begun)), self.firsts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """The scales of one language, of those kinds only for which they help.

    `weights` gives for each feature its weight for each scale, in their order, in hundredths.
    """

    scales: tuple[Scale, ...]
    weights: Mapping[str, tuple[int, ...]]

    def scores(self, seen: Seen, wanted: Iterable[int]) -> dict[int, float]:
        """Give for each scale wanted how much a sentence is like its kind; above 0 is likely."""
        size, total = _above(self, seen.lead, seen.heading)
        for table, found in zip(_tables(self), seen.families(), strict=False):
            size += len(found)
            total += sum(filter(None, map(table.get, found)))
        length = 100 * math.sqrt(max(1, size))
        return {at: self.scales[at].bias + _unpacked(total, at) / length for at in wanted}

    def heaviest(self, folded: str, at: int, common: Container[str]) -> list[tuple[int, int]]:
        """Give the offsets of the words of a folded sentence, no `common` ones, that weigh most."""
        nothing = (0,) * len(self.scales)
        weighed = []
        for word in _WORD.finditer(folded):
            names = (f"s:{word.group()[:_BEGINNING]}", f"p:{word.group()[:_SHORT]}")
            weight = sum(self.weights.get(name, nothing)[at] for name in names)
            if weight > 0 and word.group() not in common:
                weighed.append((weight, word.span()))
        most = max((weight for weight, _ in weighed), default=0)
        kept = sorted((-weight, span) for weight, span in weighed if weight * _SHARE > most)
        return [span for _, span in kept[:_MOST_WORDS]]


def _packed(row: tuple[int, ...]) -> int:
    """Give the weights of a feature as one number: such numbers are added faster than rows."""
    return sum(weight << (_WIDTH * at) for at, weight in enumerate(row))


def _unpacked(total: int, at: int) -> int:
    """Give one weight of a sum of packed rows: those below it may have borrowed one from it."""
    rounded = (total >> (_WIDTH * at - 1)) + 1 >> 1 if at else total
    return ((rounded + _HALF) & (2 * _HALF - 1)) - _HALF


@lru_cache(maxsize=32)
def _tables(model: Model) -> tuple[dict[Any, int], ...]:
    """Give the weights of each family, without its letter."""
    tables: dict[str, dict[Any, int]] = {family: {} for family in _FAMILIES}
    for name, row in model.weights.items():
        family, _, thing = name.partition(":")
        tables[family][tuple(thing.split(" ")) if family == "b" else thing] = _packed(row)
    return tuple(tables.values())


@lru_cache(maxsize=256)  # the bullets of a list share what governs them
def _above(model: Model, lead: frozenset[str], heading: frozenset[str]) -> tuple[int, int]:
    """Give the number of features of what governs a sentence, and their weights together."""
    leads, headings = _tables(model)[4:]
    total = sum(leads.get(one, 0) for one in lead) + sum(headings.get(one, 0) for one in heading)
    return len(lead) + len(heading), total


def see(folded: bytes, lead: bytes, heading: bytes, firsts: frozenset[str] = frozenset()) -> Seen:
    """Give what a sentence, its lead-in and its heading hold, all in folded form as UTF-8."""
    return Seen([word[:_BEGINNING] for word in _words(folded)], firsts, _begun(lead), _begun(heading))


@lru_cache(maxsize=256)
def _begun(folded: bytes) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _words(folded))


def _words(folded: bytes) -> list[str]:
    if folded.isascii():
        return folded.translate(_APART).decode().split()
    return _WORD.findall(folded.decode())


def features(seen: Seen) -> frozenset[str]:
    """Give the names of what is seen, as weights name it."""
    begun, short, pairs, firsts = seen.families()
    families = begun, short, map(" ".join, pairs), firsts, seen.lead, seen.heading
    return frozenset(
        f"{family}:{one}" for family, found in zip(_FAMILIES, families, strict=True) for one in found
    )
