"""A check arranged for reading: order, counts, groups and their words, so that templates decide nothing."""

from checker.report.causes import CAUSES, Explanation, explain, failure
from checker.report.documents import StoredCopy, stored_copy
from checker.report.labels import DISCLAIMER, LEVELS, MEANINGS
from checker.report.outline import Asked, Outline, asked, outline
from checker.report.purposes import choices
from checker.report.shown import visible

__all__ = [
    "CAUSES",
    "DISCLAIMER",
    "LEVELS",
    "MEANINGS",
    "Asked",
    "Explanation",
    "Outline",
    "StoredCopy",
    "asked",
    "choices",
    "explain",
    "failure",
    "outline",
    "stored_copy",
    "visible",
]
