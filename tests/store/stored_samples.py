"""Values as a busy day would leave them in the store."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from checker.model import (
    Check,
    CheckRequest,
    Clause,
    Exhibit,
    Findings,
    Missing,
    Page,
    Purpose,
    Reading,
    Report,
    Snapshot,
    Target,
    Text,
    Verdict,
)
from checker.words import Cause, CheckStatus, ClauseKind, Effect, Level, Role, State, Strength

NOON = datetime(2026, 11, 24, 12, 0, 0, 123456, tzinfo=UTC)
SAY = Text(fr="Ce que dit le site : « non ».", en="What the site says: “no”.")


def make_check(
    id_: str = "chk_a", *, url: str = "https://www.exemple.fr/contacts", **changes: object
) -> Check:
    host = url.split("/")[2]
    target = Target(url=url, host=host, typed=host, scheme_given=False)
    request = CheckRequest(target=target, purpose=Purpose(country="BE", on=date(2026, 11, 24)))
    check = Check(id=id_, request=request, status=CheckStatus.QUEUED, created_at=NOON)
    return replace(check, **changes)  # type: ignore[arg-type]


def make_page(url: str, body: bytes) -> Page:
    return Page(
        url=url,
        final_url=url,
        status=200,
        headers=(("Content-Type", "text/html"),),
        body=body,
        taken_at=NOON,
        sha256=sha256(body).hexdigest(),
    )


def make_snapshot(id_: str = "snap_a", terms: bytes = b"<p>No robots.\x00\xff</p>") -> Snapshot:
    home, cgu = "https://www.exemple.fr/", "https://www.exemple.fr/cgu"
    reading = Reading(format="html", text="No robots.\x00 Caf\u00e9 \U0001f512", metas=(("a", "b"),))
    return Snapshot(
        id=id_,
        target=make_check().request.target,
        taken_at=NOON,
        exhibits=(
            Exhibit(role=Role.HOME, url=home, page=make_page(home, b"<h1>Accueil</h1>"), reading=reading),
            Exhibit(role=Role.HUB, url=cgu, missing=Missing(url=cgu, cause=Cause.TIMEOUT, taken_at=NOON)),
            Exhibit(role=Role.TERMS, url=cgu, page=make_page(cgu, terms), reading=reading, language="fr"),
        ),
        limits=("limit_reached",),
    )


def make_report(snapshot: Snapshot, level: Level = Level.PROHIBITED, edition: str = "2026.11+abc") -> Report:
    clause = Clause(
        kind=ClauseKind.AUTOMATED_ACCESS,
        effect=Effect.PROHIBITS,
        quote="No robots.\x00",
        start=0,
        end=11,
        strength=Strength.EXPLICIT,
        by="en.robots.1",
        language="en",
        words=((0, 2), (3, 9)),
        exhibit=2,
    )
    verdict = Verdict(
        level=level,
        collect=level,
        contact=Level.CONDITIONAL,
        keep=Level.PERMITTED,
        say=SAY,
        rules=(),
        site_says=SAY,
        law_says=SAY,
    )
    return Report(
        snapshot=snapshot,
        purpose=Purpose(),
        on=date(2026, 11, 24),
        findings=Findings(signals=(), clauses=(clause,), terms=State.YES),
        verdict=verdict,
        edition=edition,
        status=CheckStatus.COMPLETED,
    )


def make_answered(id_: str = "chk_a", snapshot: Snapshot | None = None, **changes: object) -> Check:
    report = make_report(snapshot or make_snapshot())
    return make_check(
        id_, **{"status": CheckStatus.COMPLETED, "report": report, "finished_at": NOON} | changes
    )
