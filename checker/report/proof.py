"""The one thing that proves an answer: a clause, a signal, a rule of law, or what could not be read."""

from dataclasses import dataclass

from checker.model import Report
from checker.report.documents import DocumentLine
from checker.report.quotes import Quote
from checker.report.rules import ReasonLine, tiles
from checker.report.signals import Signal, signals
from checker.words import Effect, Level, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What to show right under the answer; exactly one of the four is there."""

    quote: Quote | None = None
    signal: Signal | None = None
    reason: ReasonLine | None = None
    unread: DocumentLine | None = None


def proof(report: Report, cited: tuple[Quote, ...], documents: tuple[DocumentLine, ...]) -> Proof | None:
    """Give the proof of the answer, from the question that decides it; nothing where none can be shown."""
    verdict = report.verdict
    if verdict.collect is not verdict.level:
        return _of_law(report)
    if verdict.level is Level.UNDETERMINED:
        unread = sorted((one for one in documents if not one.is_read), key=lambda one: not one.counts)
        return Proof(unread=unread[0]) if unread else None
    if verdict.level is Level.PERMITTED:
        return _of_site(cited, (Effect.PERMITS,), [one for one in signals(report) if one.favours])
    against = _of_site(cited, (Effect.PROHIBITS,), [one for one in signals(report) if one.objects])
    rest = (Effect.CONDITIONAL, Effect.PERMITS) if verdict.site_state == "S0" else (Effect.CONDITIONAL,)
    return against or _of_site(cited, rest, []) or _of_law(report)


def _of_site(cited: tuple[Quote, ...], effects: tuple[Effect, ...], told: list[Signal]) -> Proof | None:
    for quote in cited:
        if quote.effect in effects:
            return Proof(quote=quote)
    return Proof(signal=told[0]) if told else None


def _of_law(report: Report) -> Proof | None:
    reasons = (
        reason
        for question in (Question.CONTACT, Question.KEEP, Question.COLLECT)
        for tile in tiles(report.verdict.rules, question)
        for reason in tile.reasons
        if reason.level is report.verdict.level
    )
    return next((Proof(reason=reason) for reason in reasons), None)
