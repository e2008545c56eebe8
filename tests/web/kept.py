"""Checks of invented sites, one for each answer, as the store would give them back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from checker.data import load_books
from checker.errors import BadInput, NotFound
from checker.model import (
    Change,
    Check,
    CheckRequest,
    Clause,
    Exhibit,
    Finding,
    Findings,
    Missing,
    Page,
    Place,
    Purpose,
    Reading,
    Reason,
    Report,
    RuleResult,
    Snapshot,
    Source,
    Step,
    Target,
    Text,
    Verdict,
)
from checker.settings import Settings
from checker.store.records import Judgement, Past
from checker.supply import Given
from checker.words import (
    Binds,
    Cause,
    Channel,
    CheckStatus,
    ClauseKind,
    Condition,
    Effect,
    Level,
    Question,
    Role,
    State,
    Strength,
)

AT = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
HOST = "reseau-pro.example"
URL = f"https://{HOST}/in/camille"
TERMS_URL = f"https://{HOST}/cgu"
TARGET = Target(url=URL, host=HOST, typed=f"{HOST}/in/camille", scheme_given=False)

TERMS = """# Conditions d’utilisation
Bienvenue sur Réseau Pro, le service des gens qui travaillent.
## 8.2 Ce qui n’est pas permis
Vous vous engagez à ne pas :
  - Utiliser des robots, des araignées ou un moyen automatisé pour copier les profils, sauf accord écrit ;
  - Collecter les coordonnées des membres pour leur envoyer des messages commerciaux.
## 9. API
L’accès à nos données par l’API suppose de respecter les conditions de l’API.
"""

ROBOTS = """# Bonjour
User-agent: Googlebot
Allow: /

User-agent: *
Crawl-delay: 2
Disallow: /search
Disallow: /in/
Allow: /in/public

Sitemap: https://reseau-pro.example/sitemap.xml
"""


def page(url: str, body: str, *, status: int = 200) -> Page:
    data = body.encode()
    return Page(
        url=url,
        final_url=url,
        status=status,
        headers=(("content-type", "text/html; charset=utf-8"),),
        body=data,
        taken_at=AT,
        sha256=sha256(data).hexdigest(),
    )


def clause(
    quote: str, kind: ClauseKind, effect: Effect, *marks: str, text: str = TERMS, **more: Any
) -> Clause:
    start = text.index(quote)
    words = tuple((text.index(mark, start), text.index(mark, start) + len(mark)) for mark in marks)
    base = Clause(
        kind=kind,
        effect=effect,
        quote=quote,
        start=start,
        end=start + len(quote),
        strength=Strength.EXPLICIT,
        by="fr.test",
        language="fr",
        words=words,
        exhibit=2,
    )
    return replace(base, **more)


AUTOMATED = clause(
    "Utiliser des robots, des araignées ou un moyen automatisé pour copier les profils, sauf accord écrit ;",
    ClauseKind.AUTOMATED_ACCESS,
    Effect.PROHIBITS,
    "robots",
    "moyen automatisé pour copier",
    lead="Vous vous engagez à ne pas :",
    section="8.2 Ce qui n’est pas permis",
    binds=Binds.MEMBERS,
    say=Text(
        fr="Le site interdit de copier ses profils avec un outil automatique.",
        en="The site forbids copying its profiles with an automatic tool.",
    ),
)
CONTACTS = clause(
    "Collecter les coordonnées des membres pour leur envoyer des messages commerciaux.",
    ClauseKind.CONTACT_HARVESTING,
    Effect.PROHIBITS,
    "Collecter les coordonnées",
    lead="Vous vous engagez à ne pas :",
    section="8.2 Ce qui n’est pas permis",
    say=Text(
        fr="Le site interdit de relever les coordonnées de ses membres pour démarcher.",
        en="The site forbids collecting its members’ contact details for canvassing.",
    ),
)
API = clause(
    "L’accès à nos données par l’API suppose de respecter les conditions de l’API.",
    ClauseKind.DATABASE_EXTRACTION,
    Effect.CONDITIONAL,
    "par l’API",
    condition=Condition.API_ONLY,
    strength=Strength.INDIRECT,
    section="9. API",
)

EXHIBITS = (
    Exhibit(
        role=Role.ROBOTS, url=f"https://{HOST}/robots.txt", page=page(f"https://{HOST}/robots.txt", ROBOTS)
    ),
    Exhibit(
        role=Role.PAGE,
        url=URL,
        page=page(URL, "<p>Camille</p>"),
        reading=Reading(format="html", text="Camille", title="Camille \u202egnp.exe | Réseau Pro"),
        language="fr",
    ),
    Exhibit(
        role=Role.TERMS,
        url=TERMS_URL,
        page=page(TERMS_URL, TERMS),
        reading=Reading(format="html", text=TERMS, title="CGU – Réseau Pro"),
        language="fr",
        document_type="Terms of Service",
        found_by="footer_link",
        link_text="CGU",
    ),
    Exhibit(
        role=Role.TERMS,
        url=f"https://{HOST}/api-terms",
        missing=Missing(url=f"https://{HOST}/api-terms", cause=Cause.HTTP_STATUS, status=403, taken_at=AT),
        document_type="Developer Terms",
        found_by="footer_link",
        link_text="<script>alert(1)</script>",
    ),
)

SIGNALS = (
    Finding(
        signal="robots",
        fact="site.robots_disallows",
        state=State.YES,
        weight="decides",
        quote="Disallow: /in/",
        place=Place(url=f"https://{HOST}/robots.txt", line=8),
        say=Text(
            fr="robots.txt exclut la page /in/camille pour tous les robots (ligne 8).",
            en="robots.txt excludes the page /in/camille for all robots (line 8).",
        ),
    ),
    Finding(
        signal="tdmrep",
        fact="site.tdm_reserved",
        state=State.YES,
        weight="decides",
        quote='{"location": "/", "tdm-reservation": 1}',
        place=Place(url=f"https://{HOST}/.well-known/tdmrep.json", line=1),
        say=Text(
            fr="Le site réserve ses droits sur la fouille de textes et de données.",
            en="The site reserves its rights on text and data mining.",
        ),
    ),
    Finding(
        signal="ai_txt",
        fact="ai.disallows",
        state=State.YES,
        weight="ai_only",
        quote="User-Agent: *\nDisallow: /",
        place=Place(url=f"https://{HOST}/ai.txt"),
        say=Text(fr="ai.txt refuse l’entraînement d’IA.", en="ai.txt refuses AI training."),
    ),
)

SOURCE = Source(
    id="S2",
    title=Text(fr="CPCE, article L34-5", en="French postal code (CPCE), article L34-5"),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042155961/",
    mark="second_hand",
    supports=Text(
        fr="Interdit la prospection par courrier électronique sans accord préalable.",
        en="Bans direct marketing by electronic mail without prior consent.",
    ),
    read_on=date(2026, 9, 14),
)

_RULES: tuple[tuple[str, Question, str, str], ...] = (
    ("R1", Question.COLLECT, "Attention au moissonnage", "Beware of scraping"),
    ("R2", Question.COLLECT, "Vérifier l’origine des données", "Check the origin of the data"),
    ("R3", Question.CONTACT, "Obtenir l’accord", "Obtain consent"),
    ("R4", Question.CONTACT, "Respecter l’opposition", "Respect objections"),
    ("R5", Question.KEEP, "Limiter la durée", "Limit how long you keep"),
    ("R6", Question.KEEP, "Informer et documenter", "Inform and document"),
)


def rule(id: str, question: Question, fr: str, en: str, level: Level) -> RuleResult:
    reason = Reason(
        rule=id,
        question=question,
        level=level,
        say=Text(
            fr=f"Cette règle donne ce niveau pour « {fr.lower()} ».",
            en=f"This rule gives this level for “{en.lower()}”.",
        ),
        article="CPCE L34-5, al. 1",
        article_en="CPCE L34-5, para. 1",
        sources=(SOURCE,),
        lift=Text(fr="Recueillez un accord prouvé.", en="Collect proven consent."),
    )
    return RuleResult(id=id, question=question, title=Text(fr=fr, en=en), level=level, reasons=(reason,))


def verdict(collect: Level, contact: Level, keep: Level, **more: Any) -> Verdict:
    levels = {Question.COLLECT: collect, Question.CONTACT: contact, Question.KEEP: keep}
    base = Verdict(
        level=Level.worst((collect, contact, keep)),
        collect=collect,
        contact=contact,
        keep=keep,
        say=Text(
            fr="Les conditions de Réseau Pro interdisent l’extraction automatisée, et la prospection "
            "exigerait ici l’accord des personnes.",
            en="Réseau Pro’s terms forbid automated extraction, and outreach here would need consent.",
        ),
        rules=tuple(rule(id, q, fr, en, levels[q]) for id, q, fr, en in _RULES),
        site_says=Text(fr="Interdit par les conditions lues.", en="Forbidden by the terms we read."),
        law_says=Text(fr="Accord préalable nécessaire.", en="Prior consent needed."),
        conditions=(
            Text(
                fr="Informez les personnes au plus tard au premier message (article 14).",
                en="Inform people at the first message at the latest (article 14).",
            ),
            Text(
                fr="Permettez de refuser la suite dans chaque message.",
                en="Let people opt out in each message.",
            ),
        ),
        unknowns=("informed", "opt_out", "suppression_list"),
        lifts=(
            Change(
                set=(("consent_proven", "yes"),),
                level=Level.CONDITIONAL,
                say=Text(
                    fr="Avec l’accord écrit du site et celui des personnes : possible sous conditions.",
                    en="With the site’s written permission and people’s consent: possible, with conditions.",
                ),
            ),
        ),
        notes=(
            Text(
                fr="La fiche de la CNIL du 19 juin 2025 vise l’IA ; elle est citée par analogie.",
                en="The CNIL sheet of 19 June 2025 concerns AI; it is quoted by analogy.",
            ),
        ),
        other_mode=Level.CONDITIONAL if contact is Level.CONSENT_FIRST else None,
    )
    return replace(base, **more)


def snapshot(*exhibits: Exhibit, limits: tuple[str, ...] = ()) -> Snapshot:
    return Snapshot(id="snp_abc", target=TARGET, taken_at=AT, exhibits=exhibits or EXHIBITS, limits=limits)


def kept(
    id: str,
    judged: Verdict,
    *,
    clauses: tuple[Clause, ...] = (),
    signals: tuple[Finding, ...] = SIGNALS,
    seen: Snapshot | None = None,
    status: CheckStatus = CheckStatus.COMPLETED,
    purpose: Purpose | None = None,
) -> Check:
    purpose = purpose or Purpose(related_to_profession=State.YES)
    report = Report(
        snapshot=seen or snapshot(),
        purpose=purpose,
        on=date(2026, 11, 24),
        findings=Findings(signals=signals, clauses=clauses, terms=State.YES),
        verdict=judged,
        edition="2026.11-4f1c9a",
        status=status,
    )
    request = CheckRequest(target=TARGET, purpose=purpose)
    return Check(id=id, request=request, status=status, created_at=AT, report=report, finished_at=AT)


PROHIBITED = kept(
    "chk_prohibited",
    verdict(Level.PROHIBITED, Level.CONSENT_FIRST, Level.CONDITIONAL),
    clauses=(API, AUTOMATED, CONTACTS),
    status=CheckStatus.PARTIAL,
    seen=snapshot(limits=("requests",)),
)
UNDETERMINED = kept(
    "chk_undetermined",
    verdict(
        Level.UNDETERMINED,
        Level.CONDITIONAL,
        Level.CONDITIONAL,
        say=Text(
            fr="Les conditions du site n’ont pas pu être lues : aucune conclusion.",
            en="The site’s terms could not be read: no conclusion.",
        ),
        site_says=Text(fr="Conditions non lues.", en="Terms not read."),
        law_says=Text(fr="Possible sous conditions.", en="Possible, with conditions."),
        lifts=(),
    ),
    signals=(),
    seen=snapshot(EXHIBITS[0], EXHIBITS[3]),
    status=CheckStatus.PARTIAL,
)
CONSENT_FIRST = kept(
    "chk_consent", verdict(Level.CONDITIONAL, Level.CONSENT_FIRST, Level.CONDITIONAL), signals=()
)
CONDITIONAL = kept(
    "chk_conditional",
    verdict(Level.CONDITIONAL, Level.PERMITTED, Level.CONDITIONAL),
    clauses=(API,),
    signals=SIGNALS[2:],
)
PERMITTED = kept(
    "chk_permitted", verdict(Level.PERMITTED, Level.PERMITTED, Level.PERMITTED, lifts=()), signals=()
)
_LONG_HOST = f"{'b' * 60}.{'c' * 60}.example"
_LONG_URL = f"https://{_LONG_HOST}/{'a' * 700}?{'q=1&' * 100}"
_LONG_TERMS = TERMS + "mot " * 60 + "\n" + "m" * 400 + "\n"
LONG = kept(
    "chk_long",
    PROHIBITED.report.verdict,
    clauses=(API, AUTOMATED, CONTACTS) * 8,
    seen=Snapshot(
        id="snp_long",
        target=replace(TARGET, url=_LONG_URL, host=_LONG_HOST),
        taken_at=AT,
        exhibits=(
            *EXHIBITS[:2],
            replace(
                EXHIBITS[2],
                url=_LONG_URL,
                link_text="x" * 300,
                page=page(_LONG_URL, _LONG_TERMS),
                reading=Reading(format="html", text=_LONG_TERMS, title="T" * 300),
            ),
            replace(EXHIBITS[3], url=_LONG_URL),
        ),
    ),
)
RUNNING = Check(
    id="chk_running",
    request=CheckRequest(target=TARGET, purpose=Purpose()),
    status=CheckStatus.FETCHING,
    created_at=AT,
    steps=(
        Step(
            name="robots",
            at=AT,
            say=Text(
                fr="robots.txt lu : /in/ interdit (ligne 8).", en="robots.txt read: /in/ forbidden (line 8)."
            ),
        ),
        Step(name="links", at=AT, say=Text(fr="3 liens vers des conditions.", en="3 links to terms.")),
    ),
)
QUEUED = replace(RUNNING, id="chk_queued", status=CheckStatus.QUEUED, steps=())
FAILED = replace(RUNNING, id="chk_failed", status=CheckStatus.FAILED, failure="interrupted", finished_at=AT)
ALL = (
    PROHIBITED,
    UNDETERMINED,
    CONSENT_FIRST,
    CONDITIONAL,
    PERMITTED,
    LONG,
    RUNNING,
    QUEUED,
    FAILED,
)


@dataclass(frozen=True)
class SampleSite:
    host: str
    title: Text
    say: Text

    @property
    def url(self) -> str:
        return f"https://{self.host}/"


class Shelf:
    """Keeps checks in memory."""

    def __init__(self, checks: tuple[Check, ...] = ALL) -> None:
        self.kept = {check.id: check for check in checks}
        self.past: tuple[Past, ...] = ()
        self.visited: Check | None = None

    def get(self, id: str, /) -> Check:
        if id not in self.kept:
            raise NotFound(id)
        return self.kept[id]

    def judgements(self, id: str, /) -> tuple[Judgement, ...]:
        check = self.get(id)
        assert check.report is not None
        report, level = check.report, check.report.verdict.level
        return (Judgement(edition=report.edition, level=level, judged_at=check.created_at, report=report),)

    def asked_before(self, id: str, /) -> tuple[Past, ...]:
        return self.past

    def newer(self, url: str, since: datetime, /) -> Check | None:
        return self.visited


class House:
    """Serves kept checks; `asked` remembers what was started."""

    def __init__(self) -> None:
        self.settings = Settings.read({"GARDEFOU_CONTACT": "contact@garde-fou.example"})
        self.checks = Shelf()
        self.samples = (
            SampleSite(
                host=HOST,
                title=Text(fr="Un réseau professionnel", en="A professional network"),
                say=Text(fr="Ses conditions interdisent les robots.", en="Its terms forbid robots."),
            ),
            SampleSite(
                host="annuaire-libre.example",
                title=Text(fr="Un annuaire ouvert", en="An open directory"),
                say=Text(fr="Sous licence ouverte.", en="Under an open licence."),
            ),
        )
        self.books = load_books()
        self.fields = self.books.law.fields
        self.asked: list[tuple[CheckRequest, int | None]] = []

    def start(self, request: CheckRequest, max_age: int | None) -> Check:
        self.asked.append((request, max_age))
        return RUNNING

    def supply(self, check_id: str, given: Given) -> Check:
        raise NotImplementedError

    def start_with(self, request: CheckRequest, given: Given) -> Check:
        raise NotImplementedError

    def rejudge(self, check_id: str, purpose: Purpose) -> Check:
        old = self.checks.get(check_id)
        new = replace(old, id="chk_rejudged", request=replace(old.request, purpose=purpose))
        self.checks.kept[new.id] = new
        return new

    def purpose_from(self, answers: Mapping[str, Any], /) -> Purpose:
        if answers.get("channel", "email") not in list(Channel):
            raise BadInput("invalid", pointer="/channel", allowed=tuple(Channel))
        fields = {
            "channel": Channel(answers.get("channel", "email")),
            "related_to_profession": State(answers.get("related_to_profession", "unknown")),
            "opt_out": State(answers.get("opt_out", "unknown")),
        }
        return Purpose(**fields)

    def target(self, typed: str, /) -> Target:
        if not typed.strip():
            raise BadInput("empty", pointer="/url")
        if typed.startswith("bad:"):
            raise BadInput(typed.removeprefix("bad:"), pointer="/url")
        return TARGET
