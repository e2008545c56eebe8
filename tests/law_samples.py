"""Sites and purposes in a few words, for the tests of the rules."""

from datetime import date

from checker.data.law_files import load_law
from checker.model import Clause, Finding, Findings, Place, Text, Verdict
from checker.rules import judge, purpose_from
from checker.words import ClauseKind, Condition, Effect, State, Strength

TODAY = date(2026, 11, 24)
BOOK = load_law()
DUTIES = dict.fromkeys(
    (
        "informed",
        "opt_out",
        "suppression_list",
        "within_retention",
        "processor_contract",
        "register_entry",
        "minimised",
        "impact_assessed",
        "interest_assessed",
    ),
    "yes",
) | dict.fromkeys(("objected", "restricted_visibility", "account_used"), "no")
"""Every duty kept, nobody against it."""


def signal(fact: str, state: str = "yes", weight: str = "decides") -> Finding:
    return Finding(
        signal=fact.partition(".")[0],
        fact=fact,
        state=State(state),
        weight=weight,
        quote="",
        place=Place(url="https://site.example/"),
        say=Text(fr="vu", en="seen"),
    )


def clause(kind: str, effect: str = "prohibits", condition: str | None = None) -> Clause:
    return Clause(
        kind=ClauseKind(kind),
        effect=Effect(effect),
        condition=Condition(condition) if condition else None,
        quote="q",
        start=0,
        end=1,
        strength=Strength.EXPLICIT,
        by="test",
        language="en",
    )


def site(*found: Finding | Clause, terms: str = "yes") -> Findings:
    return Findings(
        signals=tuple(one for one in found if isinstance(one, Finding)),
        clauses=tuple(one for one in found if isinstance(one, Clause)),
        terms=State(terms),
    )


SILENT = site()


def verdict(findings: Findings = SILENT, on: date = TODAY, **words: object) -> Verdict:
    return judge(findings, purpose_from(words), BOOK, on)


def reasons(given: Verdict, rule: str) -> dict[str, str]:
    """The ids of the reasons of one of the six rules, with their levels."""
    result = next(one for one in given.rules if one.id == rule)
    return {reason.rule: str(reason.level) for reason in result.reasons}
