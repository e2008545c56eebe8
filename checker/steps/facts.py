"""The facts of a report on which next steps and paragraphs depend: a closed vocabulary of `field.word`."""

from collections.abc import Iterator
from enum import StrEnum

from checker.model import Clause, Purpose, Report
from checker.words import Binds, ClauseKind, Condition, Effect, Level, Question, State

LICENCES = ("site.licence_open", "site.licence_non_commercial")
_FREE = frozenset({"country", "on"})
_SITE_STATES = tuple(f"S{number}" for number in range(8))
_PASSAGES = ("interface", "permission", "licence", "ban")


def words_of(field: str) -> frozenset[str]:
    """Give the words that a fact of a field may use; none for a field that is not known."""
    if field in {"level", *Question}:
        return frozenset(Level)
    if field == "country":
        return frozenset({"FR", "other"})
    if field == "state":
        return frozenset(_SITE_STATES)
    if field == "site":
        return frozenset({*_PASSAGES, "robots", "unread"})
    value = getattr(Purpose(), field, None) if field not in _FREE and field in Purpose.__slots__ else None
    return frozenset(type(value)) if isinstance(value, StrEnum) else frozenset()


def is_known(fact: str) -> bool:
    """Tell whether a fact belongs to the vocabulary."""
    field, _, word = fact.partition(".")
    return word in words_of(field)


def facts_of(report: Report) -> frozenset[str]:
    """Give the facts of one report."""
    return frozenset(_facts(report))


def _facts(report: Report) -> Iterator[str]:
    verdict, purpose = report.verdict, report.purpose
    yield f"level.{verdict.level}"
    yield from (f"{question}.{getattr(verdict, question)}" for question in Question)
    yield from (f"{name}.{getattr(purpose, name)}" for name in Purpose.__slots__ if name not in _FREE)
    yield f"country.{'FR' if purpose.country == 'FR' else 'other'}"
    yield f"state.{verdict.site_state}"
    yield from (f"site.{kind}" for kind in _PASSAGES if clauses_on(report, kind))
    if any(has(report, name) for name in LICENCES):
        yield "site.licence"
    if has(report, "site.robots_disallows"):
        yield "site.robots"
    if report.findings.terms is not State.YES or report.findings.unread:
        yield "site.unread"


def has(report: Report, fact: str) -> bool:
    """Tell whether a machine signal of the site says something for certain."""
    return any(one.fact == fact and one.state is State.YES for one in report.findings.signals)


def clauses_on(report: Report, kind: str) -> tuple[Clause, ...]:
    """Give the clauses that name an official interface, ask for permission, offer a licence, or forbid."""
    return tuple(clause for clause in report.findings.clauses if _KINDS[kind](clause))


def _names_interface(clause: Clause) -> bool:
    return clause.condition is Condition.API_ONLY or clause.binds is Binds.API_USERS


def _asks_permission(clause: Clause) -> bool:
    return clause.condition is Condition.WRITTEN_PERMISSION


def _offers_licence(clause: Clause) -> bool:
    return clause.kind is ClauseKind.REUSE_PERMISSION and clause.effect is not Effect.PROHIBITS


def _forbids(clause: Clause) -> bool:
    is_limited = clause.condition in {Condition.WRITTEN_PERMISSION, Condition.API_ONLY}
    is_ban = clause.effect is Effect.CONDITIONAL and clause.condition is Condition.LAW
    return clause.effect is Effect.PROHIBITS or is_limited or is_ban


_KINDS = {
    "interface": _names_interface,
    "permission": _asks_permission,
    "licence": _offers_licence,
    "ban": _forbids,
}
