"""From the rules that apply to the six results R1 to R6, each with its reasons, sources and remedies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checker.model import Purpose, Reason, RuleResult, Source, Text
from checker.rules import phrases
from checker.rules.book import LawBook, LawSource
from checker.rules.engine import SEVERITY, Ready, doubts, is_certain
from checker.rules.facts import Possible, bases_of
from checker.words import Level, Question

QUESTIONS = {
    "R1": Question.COLLECT,
    "R2": Question.COLLECT,
    "R3": Question.CONTACT,
    "R4": Question.CONTACT,
    "R5": Question.KEEP,
    "R6": Question.KEEP,
}
STALE_AFTER_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One purpose before one site under the law of one day, with the rules that apply to it."""

    book: LawBook
    purpose: Purpose
    told: Possible
    on: date
    hits: tuple[Ready, ...]
    answers: dict[Question, Level]


def results(case: Case) -> tuple[RuleResult, ...]:
    """Give the six rules; the worst of a question has the level of the question."""
    return tuple(_result(case, name) for name in QUESTIONS)


def leading(case: Case, name: str) -> tuple[Ready, ...]:
    """Give the rules of one of the six that explain it, the worst first.

    Those are the certain ones, and the doubtful ones where nothing certain is as bad.
    """
    mine = [one for one in case.hits if one.rule.rule == name]
    sure = [one for one in mine if is_certain(one.needs, case.told)]
    worst = Level.worst([_level(case, one) for one in mine])
    if not any(_level(case, one) is worst for one in sure):
        doubtful = [one for one in mine if _level(case, one) is worst]
        sure = [*doubtful, *sure]
    return tuple(sorted(sure, key=lambda one: -SEVERITY[_level(case, one)]))


def _level(case: Case, one: Ready) -> Level:
    return one.level(case.purpose.mode)


def _result(case: Case, name: str) -> RuleResult:
    reasons = tuple(_reason(case, one) for one in leading(case, name)) or (_silence(case, name),)
    return RuleResult(
        id=name,
        question=QUESTIONS[name],
        title=case.book.phrases.titles[name],
        level=Level.worst([reason.level for reason in reasons]),
        reasons=reasons,
    )


def _reason(case: Case, one: Ready) -> Reason:
    rule = one.rule
    return Reason(
        rule=rule.id,
        question=rule.question,
        level=_level(case, one),
        say=_say(case, one),
        article=rule.article.fr,
        article_en=rule.article.en,
        facts=tuple(_facts(case, one)),
        sources=sources(case.book, rule.sources, case.on),
        lift=rule.lift,
    )


def _say(case: Case, one: Ready) -> Text:
    """Give the sentence of a rule; when only an open question makes it apply, say which."""
    missing = {base for name in doubts(one.needs, case.told) for base in _open_bases(case, name)}
    if not missing:
        return one.rule.say
    labels = [field.label for field in case.book.fields if field.name in missing]
    return phrases.fill(case.book.phrases.missing_answer, say=one.rule.say, fields=phrases.listed(labels))


def open_fields(case: Case, one: Ready) -> tuple[str, ...]:
    """Give the fields of the purpose that a rule hangs on and nobody has answered."""
    return tuple(
        base
        for name, accepted in one.needs
        if "unknown" in accepted or not case.told[name] <= accepted
        for base in _open_bases(case, name)
    )


def _open_bases(case: Case, name: str) -> Iterable[str]:
    return (base for base in bases_of(name) if str(getattr(case.purpose, base)) == "unknown")


def _facts(case: Case, one: Ready) -> Iterable[str]:
    for name, _ in one.needs:
        for base in bases_of(name):
            yield f"{base}={getattr(case.purpose, base)}"
        if not bases_of(name):
            yield f"{name}={next(iter(case.told[name]))}"


def _silence(case: Case, name: str) -> Reason:
    """Give the reason of a rule of which the book says nothing here: no obstacle, or not covered at all."""
    question = QUESTIONS[name]
    covered = not is_uncovered(case, name)
    return Reason(
        rule=f"{name.lower()}.{'nothing' if covered else 'uncovered'}",
        question=question,
        level=Level.PERMITTED if covered else Level.UNDETERMINED,
        say=case.book.phrases.nothing if covered else phrases.uncovered(case.book, case.purpose),
    )


def is_uncovered(case: Case, name: str) -> bool:
    """Tell whether the book should have spoken under this rule and did not."""
    if name in {"R2", "R3"}:
        return True
    return name in {"R5", "R6"} and not any(one.rule.question is Question.KEEP for one in case.hits)


def sources(book: LawBook, ids: Iterable[str], on: date) -> tuple[Source, ...]:
    """Give the sources that existed on a day; what is general knowledge is never shown as one."""
    known = (book.sources[name] for name in ids)
    return tuple(
        _source(one, on)
        for one in known
        if one.mark != "general_knowledge" and (one.since is None or one.since <= on)
    )


def _source(one: LawSource, on: date) -> Source:
    return Source(
        id=one.id,
        title=one.title,
        url=one.url,
        mark=one.mark,
        supports=one.supports,
        read_on=one.read_on,
        is_stale=(on - one.read_on).days > STALE_AFTER_DAYS,
    )
