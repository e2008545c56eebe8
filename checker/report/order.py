"""A check arranged for reading, so that a template decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checker.model import Check, Purpose, Report, Text
from checker.report.documents import DocumentLine, lines
from checker.report.labels import ADVICE, FAVOURABLE, LEVELS, QUESTIONS
from checker.report.otherwise import OtherReading, Otherwise, Unknown, other_reading, unknowns
from checker.report.picture import Picture, picture
from checker.report.proof import Proof, proof
from checker.report.purposes import Choice, Field, Group, carried, choices, groups, line
from checker.report.quotes import Quote, quotes
from checker.report.remarks import RemarkLine, remarks
from checker.report.robots import RobotsPanel, panel
from checker.report.rules import Tile, tiles
from checker.report.shown import outbound, visible
from checker.report.signals import Signal, of_ai, others
from checker.words import CheckStatus, Level, Question

NOTHING_ELSE = Otherwise()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the three questions, with its own level and its rules."""

    question: Question
    title: Text
    ask: Text
    level: Level
    word: Text
    decides: bool
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question as it can be changed on the report; `but_on` asks it of another day."""

    line: Text
    choices: tuple[Choice, ...]
    groups: tuple[Group, ...]
    country: str
    on: str
    again: tuple[tuple[str, str], ...]
    but_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A finished report from top to bottom."""

    id: str
    host: str
    url: str
    link: str
    asked: Asked
    level: Level
    word: Text
    say: Text
    advice: Text
    is_favourable: bool
    proof: Proof | None
    site_says: Text
    law_says: Text
    lifts: tuple[Text, ...]
    read_count: int
    document_count: int
    is_partial: bool
    answers: tuple[Answer, ...]
    picture: Picture
    other_reading: OtherReading | None
    more_quotes: tuple[Quote, ...]
    remarks: tuple[RemarkLine, ...]
    robots: RobotsPanel | None
    signals: tuple[Signal, ...]
    ai_signals: tuple[Signal, ...]
    documents: tuple[DocumentLine, ...]
    unread: tuple[DocumentLine, ...]
    conditions: tuple[Text, ...]
    unknowns: tuple[Unknown, ...]
    limits: tuple[Text, ...]
    notes: tuple[Text, ...]
    checked_at: datetime
    on: date
    is_other_day: bool
    edition: str
    jurisdiction: str
    snapshot_id: str


def outline(check: Check, fields: Sequence[Field], otherwise: Otherwise = NOTHING_ELSE) -> Outline:
    """Give the reading order of a check that has a report; `ValueError` when it has none.

    `fields` describe the purpose, in the law's own words; `otherwise` is what was judged beside it.
    """
    report = check.report
    if report is None:
        raise ValueError(f"check {check.id} has no report")
    verdict, cited, documents = report.verdict, quotes(report), lines(report)
    first = proof(report, cited, documents)
    terms, answers = tuple(one for one in documents if one.counts), _answers(report)
    return Outline(
        id=check.id,
        host=visible(report.snapshot.target.host),
        url=visible(report.snapshot.target.url),
        link=outbound(report.snapshot.target.url),
        asked=asked(report.purpose, fields),
        level=verdict.level,
        word=LEVELS[verdict.level],
        say=verdict.say,
        advice=ADVICE[verdict.level],
        is_favourable=verdict.level in FAVOURABLE,
        proof=first,
        site_says=verdict.site_says,
        law_says=verdict.law_says,
        lifts=tuple(change.say for change in verdict.lifts),
        read_count=sum(one.is_read for one in terms),
        document_count=len(terms),
        is_partial=check.status is CheckStatus.PARTIAL,
        answers=answers,
        picture=picture([(one.question, one.title, one.level) for one in answers]),
        other_reading=other_reading(report, otherwise),
        more_quotes=tuple(quote for quote in cited if first is None or quote is not first.quote),
        remarks=remarks(report),
        robots=panel(report),
        signals=others(report),
        ai_signals=of_ai(report),
        documents=tuple(one for one in documents if one.is_read),
        unread=tuple(one for one in documents if not one.is_read),
        conditions=verdict.conditions,
        unknowns=unknowns(report, fields, otherwise),
        limits=_limits(report),
        notes=verdict.notes,
        checked_at=report.snapshot.taken_at,
        on=report.on,
        is_other_day=otherwise.today is not None and report.on != otherwise.today,
        edition=report.edition,
        jurisdiction=verdict.jurisdiction,
        snapshot_id=report.snapshot.id,
    )


def asked(purpose: Purpose, fields: Sequence[Field]) -> Asked:
    """Give the question of a purpose, with every field of it to be changed."""
    return Asked(
        line=line(purpose, fields),
        choices=choices(purpose, fields),
        groups=groups(purpose, fields),
        country=purpose.country,
        on=purpose.on.isoformat() if purpose.on else "",
        again=again(purpose),
        but_on=carried(purpose, ("on",)),
    )


def again(purpose: Purpose) -> tuple[tuple[str, str], ...]:
    """Give the answers that ask the very same once more."""
    return carried(purpose, ())


def _answers(report: Report) -> tuple[Answer, ...]:
    verdict = report.verdict
    levels = {
        Question.COLLECT: verdict.collect,
        Question.CONTACT: verdict.contact,
        Question.KEEP: verdict.keep,
    }
    return tuple(
        Answer(
            question=question,
            title=title,
            ask=ask,
            level=levels[question],
            word=LEVELS[levels[question]],
            decides=levels[question] is verdict.level and len(set(levels.values())) > 1,
            tiles=tiles(verdict.rules, question),
        )
        for question, (title, ask) in QUESTIONS.items()
    )


def _limits(report: Report) -> tuple[Text, ...]:
    return tuple(_LIMITS.get(limit, Text(fr=limit, en=limit)) for limit in report.snapshot.limits)


_LIMITS: dict[str, Text] = {
    "requests": Text(
        fr="Nous nous sommes arrêtés après douze demandes au site.",
        en="We stopped after twelve requests to the site.",
    ),
    "hosts": Text(fr="Nous nous sommes arrêtés après trois serveurs.", en="We stopped after three hosts."),
    "deadline": Text(
        fr="Nous nous sommes arrêtés au bout du temps prévu.", en="We stopped when the time was up."
    ),
}
