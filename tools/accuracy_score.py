"""Precision, recall and F1 with 95 % intervals, resampling services (not passages)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy

ROUNDS = 1000


@dataclass(frozen=True, slots=True)
class Score:
    """What one row of the table says; intervals are of F1."""

    positives: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float


def score(outcomes: Iterable[tuple[str, bool, bool]]) -> Score:
    """Give the score of (service, is so, was said) triples."""
    services: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for service, gold, said in outcomes:
        counts = services[service]
        counts[0] += gold and said
        counts[1] += said and not gold
        counts[2] += gold and not said
    table = numpy.array(list(services.values()) or [[0, 0, 0]])
    picks = numpy.random.default_rng(1).integers(0, len(table), (ROUNDS, len(table)))
    spread = _f1(table[picks].sum(axis=1))
    low, high = numpy.percentile(spread, [2.5, 97.5])
    hits, false, missed = table.sum(axis=0)
    return Score(
        int(hits + missed), hits / max(1, hits + false), hits / max(1, hits + missed),
        float(_f1(table.sum(axis=0)[None])[0]), float(low), float(high),
    )  # fmt: skip


def _f1(counts: numpy.ndarray) -> numpy.ndarray:
    hits, false, missed = counts[:, 0], counts[:, 1], counts[:, 2]
    whole = 2 * hits + false + missed
    return numpy.where(whole == 0, 1.0, 2 * hits / numpy.maximum(1, whole))
