"""The nouns of the river: Target, Snapshot, Findings, Verdict, Report. Frozen, and none guesses."""

from checker.model.asked import CheckRequest, Purpose, Target
from checker.model.found import Clause, Finding, Findings, Place, Remark
from checker.model.judged import Change, Reason, Report, RuleResult, Source, Verdict
from checker.model.kept import Check, Step
from checker.model.seen import BRIEF, Candidate, Exhibit, Heading, Link, Missing, Page, Reading, Snapshot
from checker.model.text import Text

__all__ = [
    "BRIEF",
    "Candidate",
    "Change",
    "Check",
    "CheckRequest",
    "Clause",
    "Exhibit",
    "Finding",
    "Findings",
    "Heading",
    "Link",
    "Missing",
    "Page",
    "Place",
    "Purpose",
    "Reading",
    "Reason",
    "Remark",
    "Report",
    "RuleResult",
    "Snapshot",
    "Source",
    "Step",
    "Target",
    "Text",
    "Verdict",
]
