"""What machines are told, arranged for people: signals that bear on this use, and apart those on AI only."""

from dataclasses import dataclass

from checker.model import Finding, Report, Text
from checker.report.labels import SIGNALS, label
from checker.report.shown import outbound, visible
from checker.words import Cause, State

LONGEST = 300
_FAVOURABLE = frozenset({"site.licence_open"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One machine-readable signal: its sentence, what was read and where."""

    name: Text
    say: Text
    quote: str
    link: str
    line: int | None
    objects: bool
    favours: bool


def signals(report: Report) -> tuple[Signal, ...]:
    """Give the signals that bear on this use, in the order of reading."""
    return tuple(_signal(one) for one in report.findings.signals if one.weight != "ai_only")


def others(report: Report) -> tuple[Signal, ...]:
    """Give those same signals but robots.txt, which has its own panel."""
    told = (one for one in report.findings.signals if one.weight != "ai_only" and one.signal != "robots")
    return tuple(_signal(one) for one in told)


def of_ai(report: Report) -> tuple[Signal, ...]:
    """Give the signals that speak of AI only, and never decide here."""
    return tuple(_signal(one) for one in report.findings.signals if one.weight == "ai_only")


def _signal(finding: Finding) -> Signal:
    decides = finding.state is State.YES and finding.weight == "decides"
    return Signal(
        name=label(SIGNALS, finding.signal),
        say=finding.say,
        quote=_quote(finding.quote),
        link=outbound(finding.place.url),
        line=finding.place.line,
        objects=decides and finding.fact not in _FAVOURABLE,
        favours=decides and finding.fact in _FAVOURABLE,
    )


def _quote(quote: str) -> str:
    """Give what was read; where nothing was, a finding quotes its cause, which is a word for programs."""
    return "" if quote in set(Cause) else visible(quote[:LONGEST])
