"""The verdict: three questions answered apart, the worst of them on top (rulebook F3)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checker.model import Findings, Purpose, RuleResult, Text, Verdict
from checker.rules import lifts, phrases, reasons, saying
from checker.rules.book import LawBook
from checker.rules.engine import Ready, applies, fired, levels, notes_on, overall, rules_on
from checker.rules.facts import possible
from checker.rules.reasons import Case
from checker.rules.site import Site, permissions, read_site
from checker.words import Level, Mode, Origin, Question


def judge(findings: Findings, purpose: Purpose, book: LawBook, on: date) -> Verdict:
    """Judge what one site says for one purpose under the law of one day; every input gets a verdict."""
    site = read_site(findings)
    case = case_of(site, purpose, book, on)
    other = answers_of(site, replace(purpose, mode=other_mode(purpose.mode)), book, on)
    results = reasons.results(case)
    level = overall(case.answers)
    return Verdict(
        level=level,
        collect=case.answers[Question.COLLECT],
        contact=case.answers[Question.CONTACT],
        keep=case.answers[Question.KEEP],
        say=saying.headline(results, level),
        rules=results,
        site_says=saying.site_says(case, permissions(findings)),
        law_says=saying.law_says(results),
        conditions=_conditions(case),
        unknowns=_unknowns(case),
        lifts=lifts.shortest(site, case, level),
        notes=tuple(_notes(case, other)),
        jurisdiction=purpose.country,
        mode=purpose.mode,
        other_mode=overall(other),
        row=_row(case, results),
        site_state=saying.site_state(case),
    )


def case_of(site: Site, purpose: Purpose, book: LawBook, on: date) -> Case:
    """Give the rules that apply to a purpose before a site, and what they answer."""
    told = possible(purpose, site)
    hits = tuple(fired(rules_on(book, on, purpose.country), told))
    return Case(
        book=book,
        purpose=purpose,
        told=told,
        on=on,
        hits=hits,
        answers=levels(hits, told, purpose.mode),
    )


def answers_of(site: Site, purpose: Purpose, book: LawBook, on: date) -> dict[Question, Level]:
    """Give only the three levels, for searches over many purposes."""
    return levels(rules_on(book, on, purpose.country), possible(purpose, site), purpose.mode)


def other_mode(mode: Mode) -> Mode:
    """Give the reading that was not asked for."""
    return Mode.CNIL_B2B if mode is Mode.STRICT else Mode.STRICT


def _leading(case: Case) -> Iterable[Ready]:
    return (one for name in reasons.QUESTIONS for one in reasons.leading(case, name))


def _conditions(case: Case) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(one.rule.condition for one in _leading(case) if one.rule.condition))


def _unknowns(case: Case) -> tuple[str, ...]:
    seen = {name for one in _leading(case) for name in reasons.open_fields(case, one)}
    return tuple(field.name for field in case.book.fields if field.name in seen)


def _row(case: Case, results: Iterable[RuleResult]) -> str:
    """Give the row of table F2 that decides the contact."""
    rows = {one.rule.id: one.rule.row for one in case.hits}
    told = [reason for one in results if one.question is Question.CONTACT for reason in one.reasons]
    told.sort(key=lambda reason: -reason.level.severity)
    return next((rows[reason.rule] for reason in told if rows.get(reason.rule)), "")


def _notes(case: Case, other: dict[Question, Level]) -> Iterable[Text]:
    book, purpose = case.book, case.purpose
    if other[Question.CONTACT] is not case.answers[Question.CONTACT]:
        strict = purpose.mode is Mode.STRICT
        mine, theirs = case.answers[Question.CONTACT], other[Question.CONTACT]
        yield phrases.fill(
            book.phrases.modes_differ,
            strict=book.phrases.levels[mine if strict else theirs],
            cnil=book.phrases.levels[theirs if strict else mine],
        )
    if purpose.origin not in {Origin.THIS_SITE, Origin.UNKNOWN}:
        yield book.phrases.other_origin
    country = book.countries.get(purpose.country)
    if country and country.is_summary:
        yield phrases.fill(book.phrases.summary, country=country.name)
    for note, needs in notes_on(book, case.on, purpose.country):
        if applies(needs, case.told):
            yield note.say
