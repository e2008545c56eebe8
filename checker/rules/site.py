"""What a site says, as facts for the rules: states F1 of the rulebook before they meet a purpose.

Signals of weight `ai_only` or `context` never count. A clause of effect `conditional` counts as a ban unless
its condition is met: a condition on robots.txt is answered by the finding on robots.txt, and what the law
permits by itself is no leave of the site.
"""

from checker.model import Clause, Findings
from checker.rules.facts import CLAUSE_FACTS
from checker.words import Binds, ClauseKind, Condition, Effect, State, Strength

SIGNALS = (
    "site.robots_disallows",
    "site.robots_unreadable",
    "site.access_refused",
    "site.barrier",
    "site.login_wall",
    "site.tdm_reserved",
    "site.rsl_prohibits",
    "site.register_prohibits",
)
CLOSED = (
    "site.robots_disallows",
    "site.barrier",
    "site.access_refused",
    "site.tdm_reserved",
    "site.rsl_prohibits",
    "terms.mining_reserved",
)
"""State S4: the site objects to robots."""

AI_ONLY = "ai_only"
"""The family of a clause that speaks of training AI and of nothing else."""

_SUMS = {
    "terms.bans": frozenset(f"terms.{name}" for name in CLAUSE_FACTS),
    "terms.automation": frozenset({"terms.automated_access", "terms.contact_harvesting"}),
    "site.closed": frozenset(CLOSED),
}
_TO_BE_GIVEN = frozenset({Condition.WRITTEN_PERMISSION, Condition.API_ONLY, Condition.SEARCH_ENGINES_ONLY})
_NOT_MET = _TO_BE_GIVEN | {Condition.LAW}


Site = dict[str, State]
"""The facts of one site; what is not among them is no."""


def read_site(findings: Findings) -> Site:
    """Give the facts that the findings of one snapshot amount to, whatever the purpose."""
    robots = _state(findings, "site.robots_disallows")
    facts = dict.fromkeys((_weigh(clause, robots) for clause in findings.clauses), State.YES)
    facts |= _known(findings)
    if _state(findings, "site.licence_open") is State.YES:
        facts["site.permission"] = State.YES
    if permissions(findings):
        facts["site.permission_limited"] = State.YES
    if _state(findings, "site.licence_non_commercial") is State.YES:
        facts["terms.non_commercial_only"] = State.YES
    for sum_, parts in _SUMS.items():
        if not facts.keys().isdisjoint(parts):
            facts[sum_] = State.YES
    facts["terms.read"] = findings.terms
    return facts


def permissions(findings: Findings) -> tuple[Condition, ...]:
    """Give the conditions on which the site plainly permits some reuse, in the order of the closed words."""
    given = {clause.condition for clause in findings.clauses if _is_plain_permission(clause)}
    return tuple(word for word in Condition if word in given)


def _is_plain_permission(clause: Clause) -> bool:
    """Tell whether a clause permits something to any reader: not on a leave that is still to be given."""
    is_permission = clause.kind is ClauseKind.REUSE_PERMISSION and clause.effect is not Effect.PROHIBITS
    is_for_others = clause.binds is Binds.API_USERS or AI_ONLY in clause.families
    is_open = clause.condition not in _TO_BE_GIVEN
    return is_permission and is_open and not is_for_others and clause.strength is Strength.EXPLICIT


def _known(findings: Findings) -> Site:
    """Keep what is certain; a signal that could not be read everywhere makes one fact of its own."""
    seen = (name for name in SIGNALS if _state(findings, name) is State.YES)
    facts = dict.fromkeys(seen, State.YES)
    if any(State.UNKNOWN in _states(findings, name) for name in SIGNALS):
        facts["site.unreadable_signal"] = State.YES
    return facts


def _state(findings: Findings, fact: str) -> State:
    """Give the strongest state of one fact; a fact nobody reported is not there."""
    seen = _states(findings, fact)
    return next((state for state in (State.YES, State.UNKNOWN) if state in seen), State.NO)


def _states(findings: Findings, fact: str) -> frozenset[State]:
    return frozenset(one.state for one in findings.signals if one.fact == fact and one.weight == "decides")


def _weigh(clause: Clause, robots: State) -> str:
    """Give the fact a clause counts as, for somebody who has no permission from the site."""
    if clause.effect is Effect.PERMITS and clause.condition is None:
        return "site.permission"
    if clause.effect is Effect.PROHIBITS:
        return _ban(clause)
    if clause.condition is Condition.NON_COMMERCIAL:
        return "terms.non_commercial_only"
    if _is_plain_permission(clause):
        return "site.permission_limited"
    if clause.kind is ClauseKind.REUSE_PERMISSION or _ban(clause) == "terms.to_respect":
        return "terms.to_respect"
    if clause.condition is Condition.ROBOTS_TXT:
        return {State.YES: _ban(clause), State.NO: "terms.to_respect"}.get(robots, "terms.unclear")
    return _ban(clause) if clause.condition in _NOT_MET else "terms.unclear"


def _ban(clause: Clause) -> str:
    """Give the fact of a plain ban.

    A ban on copying works or on bypassing protections does not forbid reading public facts: it is a
    condition. Nor do rules for users of an interface bind a visitor who does not use it, and training AI is
    another use.
    """
    if clause.binds is Binds.API_USERS or AI_ONLY in clause.families:
        return "terms.to_respect"
    if clause.kind is ClauseKind.TEXT_DATA_MINING:
        return "terms.mining_reserved"
    name = ClauseKind.COMMERCIAL_REUSE if clause.kind is ClauseKind.REUSE_PERMISSION else clause.kind
    return f"terms.{name}" if str(name) in CLAUSE_FACTS else "terms.to_respect"
