"""A check arranged for reading: order, counts, groups and their words, so that templates decide nothing."""

from checker.report.causes import CAUSES, Explanation, explain, failure
from checker.report.compare import Comparison, comparison
from checker.report.documents import StoredCopy, stored_copy
from checker.report.dossier import Dossier, dossier
from checker.report.history import Answered, History, changed_since, history
from checker.report.labels import DISCLAIMER, FAVOURABLE, LEVELS, MEANINGS
from checker.report.order import Asked, Outline, again, asked, outline
from checker.report.otherwise import Otherwise, outcomes
from checker.report.purposes import Field, carried, choices
from checker.report.rules import source_line
from checker.report.shown import outbound, section, visible
from checker.report.supplied import SUPPLIED, explain_supplied

__all__ = [
    "CAUSES",
    "DISCLAIMER",
    "FAVOURABLE",
    "LEVELS",
    "MEANINGS",
    "SUPPLIED",
    "Answered",
    "Asked",
    "Comparison",
    "Dossier",
    "Explanation",
    "Field",
    "History",
    "Otherwise",
    "Outline",
    "StoredCopy",
    "again",
    "asked",
    "carried",
    "changed_since",
    "choices",
    "comparison",
    "dossier",
    "explain",
    "explain_supplied",
    "failure",
    "history",
    "outbound",
    "outcomes",
    "outline",
    "section",
    "source_line",
    "stored_copy",
    "visible",
]
