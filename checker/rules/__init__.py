"""What follows for a purpose from what a site says: three questions, answered under the law of one day."""

from checker.rules.book import LawBook
from checker.rules.interview import ORDER, effects, next_question
from checker.rules.purposes import purpose_from
from checker.rules.verdict import judge

__all__ = ["ORDER", "LawBook", "effects", "judge", "next_question", "purpose_from"]
