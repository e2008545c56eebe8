"""robots.txt: what it says to whom, with the line that says so (RFC 9309)."""

from checker.signals.robots.lines import LIMIT, Comment, comments
from checker.signals.robots.outcome import Access, Outcome, outcome
from checker.signals.robots.parser import (
    PRODUCT_TOKEN,
    Explained,
    RequestRate,
    RobotFileParser,
    Source,
    answer,
)
from checker.signals.robots.reader import FACTS, read
from checker.signals.robots.scan import Record

__all__ = [
    "FACTS",
    "LIMIT",
    "PRODUCT_TOKEN",
    "Access",
    "Comment",
    "Explained",
    "Outcome",
    "Record",
    "RequestRate",
    "RobotFileParser",
    "Source",
    "answer",
    "comments",
    "outcome",
    "read",
]
