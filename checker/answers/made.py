"""From a check to the JSON that the API gives."""

from datetime import timedelta

from checker.answers import shapes as a
from checker.model import Check, Clause, Exhibit, Finding, Remark, Report, RuleResult, Source, Text, Verdict
from checker.report import CAUSES, DISCLAIMER, explain
from checker.words import Cause, Role, State

FRESH = timedelta(days=1)
DOCUMENTS = (Role.TERMS, Role.SUPPLIED, Role.HUB)
NOTHING = Text(fr="", en="")


def check_answer(check: Check, public_url: str) -> a.CheckAnswer:
    """Give a check as the API shows it; without a report only where it stands."""
    common = {
        "id": check.id,
        "status": check.status,
        "revision": check.revision,
        "url": check.request.target.url,
        "host": check.request.target.host,
        "purpose": check.request.purpose,
        "created_at": check.created_at,
        "steps": tuple(a.StepAnswer(name=step.name, at=step.at, say=step.say) for step in check.steps),
        "report_url": f"{public_url.rstrip('/')}/fr/rapport/{check.id}",
        "disclaimer": DISCLAIMER,
    }
    if check.report is None:
        return a.CheckAnswer(**common)  # type: ignore[arg-type]
    report = check.report
    documents = tuple(_documents(report))
    numbers: dict[int | None, int] = {exhibit: number for number, (exhibit, _) in enumerate(documents)}
    return a.CheckAnswer(
        **common,  # type: ignore[arg-type]
        checked_at=report.snapshot.taken_at,
        expires_at=report.snapshot.taken_at + FRESH,
        on=report.on.isoformat(),
        rules_version=report.edition,
        snapshot=report.snapshot.id,
        summary=_summary(report.verdict, str(common["report_url"])),
        verdict=verdict_answer(report.verdict),
        robots=_robots(report),
        documents=tuple(document for _, document in documents),
        clauses=tuple(clause_answer(one, numbers.get(one.exhibit)) for one in report.findings.clauses),
        remarks=tuple(_remark(one, numbers.get(one.exhibit)) for one in report.findings.remarks),
        signals=tuple(_signal(one) for one in report.findings.signals),
        limits=tuple(_limits(report, numbers)),
    )


def clause_answer(clause: Clause, document: int | None = None) -> a.ClauseAnswer:
    """Give a clause as the API shows it."""
    return a.ClauseAnswer(
        kind=clause.kind,
        effect=clause.effect,
        condition=clause.condition,
        quote=clause.quote,
        start=clause.start,
        end=clause.end,
        strength=clause.strength,
        binds=clause.binds,
        language=clause.language,
        section=clause.section,
        lead=clause.lead,
        words=clause.words,
        families=clause.families,
        document=document,
        say=clause.say,
    )


def _remark(remark: Remark, document: int | None) -> a.RemarkAnswer:
    return a.RemarkAnswer(
        family=remark.family,
        quote=remark.quote,
        start=remark.start,
        end=remark.end,
        language=remark.language,
        section=remark.section,
        document=document,
        say=remark.say,
    )


def verdict_answer(verdict: Verdict) -> a.VerdictAnswer:
    """Give a verdict as the API shows it."""
    return a.VerdictAnswer(
        level=verdict.level,
        collect=a.QuestionAnswer(level=verdict.collect),
        contact=a.QuestionAnswer(level=verdict.contact),
        keep=a.QuestionAnswer(level=verdict.keep),
        say=verdict.say,
        site_says=verdict.site_says,
        law_says=verdict.law_says,
        jurisdiction=verdict.jurisdiction,
        mode=str(verdict.mode),
        other_mode=verdict.other_mode,
        row=verdict.row,
        site_state=verdict.site_state,
        rules=tuple(_rule(rule) for rule in verdict.rules),
        conditions=verdict.conditions,
        unknowns=verdict.unknowns,
        lifts=tuple(a.ChangeAnswer(set=dict(one.set), level=one.level, say=one.say) for one in verdict.lifts),
        notes=verdict.notes,
    )


def _rule(rule: RuleResult) -> a.RuleAnswer:
    first = rule.reasons[0]
    sources = {source.id: source for reason in rule.reasons for source in reason.sources}
    return a.RuleAnswer(
        id=rule.id,
        question=rule.question,
        title=rule.title,
        level=rule.level,
        reason=first.say,
        facts=first.facts,
        lift=first.lift,
        sources=tuple(source_answer(source) for source in sources.values()),
    )


def source_answer(source: Source) -> a.SourceAnswer:
    """Give a source as the API shows it."""
    return a.SourceAnswer(
        id=source.id,
        title=source.title,
        url=source.url,
        mark=source.mark,
        supports=source.supports,
        read_on=source.read_on.isoformat(),
        is_stale=source.is_stale,
    )


def _summary(verdict: Verdict, report_url: str) -> a.SummaryAnswer:
    step = verdict.lifts[0].say if verdict.lifts else next(iter(verdict.conditions), NOTHING)
    return a.SummaryAnswer(
        verdict=verdict.level,
        collect=verdict.collect,
        contact=verdict.contact,
        keep=verdict.keep,
        reason_fr=verdict.say.fr,
        reason_en=verdict.say.en,
        site_fr=verdict.site_says.fr,
        site_en=verdict.site_says.en,
        law_fr=verdict.law_says.fr,
        law_en=verdict.law_says.en,
        next_step_fr=step.fr,
        next_step_en=step.en,
        report_url=report_url,
    )


def _robots(report: Report) -> a.RobotsAnswer | None:
    exhibit = next(iter(report.snapshot.of(Role.ROBOTS)), None)
    if exhibit is None:
        return None
    about = {"site.robots_disallows", "site.robots_unreadable"}
    found = next((one for one in report.findings.signals if one.fact in about), None)
    return a.RobotsAnswer(
        url=exhibit.url,
        status=_status(exhibit),
        decision=_decision(found),
        rule=(found.quote or None) if found else None,
        line=found.place.line if found else None,
    )


def _decision(found: Finding | None) -> str:
    if found is None:
        return "nothing_stated"
    if found.fact == "site.robots_unreadable" or found.state is State.UNKNOWN:
        return "unreadable"
    return "disallowed" if found.state is State.YES else "allowed"


def _status(exhibit: Exhibit) -> str:
    return "read" if exhibit.missing is None else exhibit.missing.word


def _documents(report: Report) -> list[tuple[int, a.DocumentAnswer]]:
    numbered = enumerate(report.snapshot.exhibits)
    return [(number, _document(one)) for number, one in numbered if one.role in DOCUMENTS]


def _document(exhibit: Exhibit) -> a.DocumentAnswer:
    page, missing = exhibit.page, exhibit.missing
    final = page.final_url if page else (missing.final_url if missing else None)
    fetched_at = page.taken_at if page else missing.taken_at if missing else None
    assert fetched_at is not None  # noqa: S101 - an exhibit has a page or a cause
    return a.DocumentAnswer(
        url=exhibit.url,
        final_url=final,
        document_type=exhibit.document_type,
        status=_status(exhibit),
        found_by=exhibit.found_by,
        link_text=exhibit.link_text,
        title=exhibit.reading.title if exhibit.reading else "",
        language=exhibit.language,
        sha256=page.sha256 if page else None,
        fetched_at=fetched_at,
        rendered=bool(page and page.rendered_from),
        versions=tuple(a.VersionAnswer(language=code, url=url) for code, url in exhibit.versions),
    )


def _signal(finding: Finding) -> a.SignalAnswer:
    return a.SignalAnswer(
        signal=finding.signal,
        fact=finding.fact,
        state=finding.state,
        weight=finding.weight,
        quote=finding.quote,
        url=finding.place.url,
        line=finding.place.line,
        say=finding.say,
    )


def _limits(report: Report, numbers: dict[int | None, int]) -> list[a.LimitAnswer]:
    limits = [
        a.LimitAnswer(
            code="document_unreadable" if exhibit.role in DOCUMENTS else f"{exhibit.role}_unreadable",
            document=numbers.get(number),
            cause=exhibit.missing.word,
            say=explain(exhibit.missing).say,
        )
        for number, exhibit in enumerate(report.snapshot.exhibits)
        if exhibit.missing is not None and exhibit.role is not Role.WELL_KNOWN
    ]
    say = CAUSES[Cause.LIMIT_REACHED].say
    limits += [
        a.LimitAnswer(code="limit_reached", document=None, cause=word, say=say)
        for word in report.snapshot.limits
    ]
    return limits
