"""What a report shows beside its verdict: the other reading, what open answers would change, today's date."""

from dataclasses import replace

from checker import rules
from checker.model import Report
from checker.report import Otherwise
from checker.rules import LawBook
from checker.rules.verdict import other_mode
from checker.work import today


def otherwise(report: Report, law: LawBook) -> Otherwise:
    """Give what the same snapshot would answer otherwise, under the law of the report's day."""
    purpose, findings = report.purpose, report.findings
    other = replace(purpose, mode=other_mode(purpose.mode))
    asked = frozenset(rules.ORDER) - {*report.verdict.unknowns}
    return Otherwise(
        verdict=rules.judge(findings, other, law, report.on),
        effects=rules.effects(findings, purpose, asked, law, report.on),
        today=today(),
    )
