"""The sentences on top of a verdict: the headline, and the two lines that are never merged."""

from collections.abc import Iterable

from checker.model import Reason, RuleResult, Text
from checker.rules import phrases
from checker.rules.facts import CLAUSE_FACTS
from checker.rules.reasons import Case
from checker.rules.site import CLOSED
from checker.words import Condition, Level, Offer, Question, State

_ORDER = ("R2", "R1", "R3", "R4", "R5", "R6")


def headline(results: Iterable[RuleResult], level: Level) -> Text:
    """Give the sentence of the reason that decides: the site before the law, collecting before keeping."""
    named = {one.id: one for one in results}
    told = (reason for name in _ORDER for reason in named[name].reasons)
    return next(reason.say for reason in told if reason.level is level)


def law_says(results: Iterable[RuleResult]) -> Text:
    """Give the sentence of the worst reason on contacting people, whatever the site says."""
    told: list[Reason] = [
        reason for one in results if one.question is Question.CONTACT for reason in one.reasons
    ]
    return max(told, key=lambda reason: reason.level.severity).say


def site_says(case: Case, given: tuple[Condition, ...]) -> Text:
    """Give what the site itself says, without any law: the clauses read, or the signal, or silence.

    `given` are the conditions on which it permits some reuse.
    """
    state, words = site_state(case), case.book.phrases
    if state == "S0" and given:
        on = phrases.listed([words.conditions[condition] for condition in given])
        return phrases.fill(words.on_conditions, conditions=on)
    told = CLOSED if state == "S4" else _bans(case)
    named = [words.clauses[name] for name in told if _is(case, name)]
    return phrases.fill(words.states[state], clauses=phrases.listed(named))


def _bans(case: Case) -> tuple[str, ...]:
    bans = tuple(f"terms.{name}" for name in CLAUSE_FACTS)
    return (*bans, "terms.non_commercial_only") if case.purpose.offer is Offer.COMMERCIAL else bans


def site_state(case: Case) -> str:
    """Give the worst state of table F1 (S0 to S6; S7: known from our register) for this site and user."""
    bans = any(_is(case, name) for name in _bans(case))
    account = case.purpose.account_used is State.YES
    states = {
        "S3": bans and account,
        "S5": account or _is(case, "site.login_wall") or case.purpose.restricted_visibility is State.YES,
        "S2": bans,
        "S4": _is_closed(case) and case.purpose.personal_data is not State.NO,
        "S7": _is(case, "site.register_prohibits"),
        "S6": _is_unclear(case),
        "S4 ": _is_closed(case),
        "S0": _is(case, "site.permission") or _is(case, "site.permission_limited"),
    }
    return next((name.strip() for name, holds in states.items() if holds), "S1")


def _is_closed(case: Case) -> bool:
    return _is(case, "site.closed")


def _is_unclear(case: Case) -> bool:
    names = ("terms.unclear", "site.robots_unreadable", "site.unreadable_signal")
    return "yes" not in case.told["terms.read"] or any(_is(case, name) for name in names)


def _is(case: Case, fact: str) -> bool:
    return "yes" in case.told[fact]
