"""A check arranged for reading: order, counts, groups and their words, so that templates decide nothing."""

from checker.report.causes import CAUSES, Explanation, explain, failure
from checker.report.documents import StoredCopy, stored_copy
from checker.report.labels import DISCLAIMER, LEVELS, MEANINGS
from checker.report.order import Outline, again, outline
from checker.report.purposes import Field, choices
from checker.report.shown import outbound, visible
from checker.report.supplied import explain_supplied

__all__ = [
    "CAUSES",
    "DISCLAIMER",
    "LEVELS",
    "MEANINGS",
    "Explanation",
    "Field",
    "Outline",
    "StoredCopy",
    "again",
    "choices",
    "explain",
    "explain_supplied",
    "failure",
    "outbound",
    "outline",
    "stored_copy",
    "visible",
]
