"""The twelve training cases of the rulebook (part G): the stated answer, by the stated rule."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from law_samples import DUTIES, SILENT, clause, reasons, signal, site, verdict

from checker.model import Findings, Verdict

NETWORK = site(
    clause("automated_access"),
    clause("third_party_source"),
    clause("commercial_reuse"),
    signal("site.robots_disallows"),
)
"""A professional network whose terms forbid taking data, at first hand or through others."""
CLASSIFIEDS = site(clause("database_extraction"))
DIRECTORY = site(signal("site.robots_disallows"))
CONSUMER = {"recipient": "consumer", "address": "private"}
READY = DUTIES | {"consent_proven": "no"}


@dataclass(frozen=True, kw_only=True)
class Case:
    """Facts, and what the rulebook answers: levels by question, and the rules that say so."""

    words: dict[str, str]
    levels: dict[str, str]
    rules: tuple[tuple[str, str], ...]
    found: Findings = SILENT
    row: str = ""
    state: str = ""
    on: date = date(2026, 11, 24)
    says: tuple[str, ...] = field(default=())


CASES = {
    "1 lunches for 635,000 people found through a network": Case(
        words={"related_to_profession": "no", "mode": "cnil_b2b"},
        levels={"contact": "consent_first", "level": "consent_first"},
        rules=(("R3", "fr.row-3"),),
        row="3",
        on=date(2020, 12, 8),
    ),
    "2 payroll software to HR directors, CNIL practice": Case(
        words=READY | {"related_to_profession": "yes", "mode": "cnil_b2b"},
        levels={"level": "conditional", "contact": "conditional"},
        rules=(("R3", "fr.row-2"), ("R6", "eu.r6.informed")),
        row="2",
        state="S1",
    ),
    "2 payroll software to HR directors, strict reading": Case(
        words=READY | {"related_to_profession": "yes"},
        levels={"level": "consent_first", "contact": "consent_first"},
        rules=(("R3", "fr.row-2"),),
        row="2",
        state="S1",
    ),
    "3 the same addresses by a browser extension on a network": Case(
        found=NETWORK,
        words=READY | {"related_to_profession": "yes", "mode": "cnil_b2b", "account_used": "yes"},
        levels={"level": "prohibited", "collect": "prohibited", "contact": "conditional"},
        rules=(("R2", "eu.r2.automated-access"), ("R2", "eu.r2.account-and-ban"), ("R1", "eu.r1.account")),
        state="S3",
    ),
    "4 contacts that members had limited to their connections": Case(
        words=READY | {"restricted_visibility": "yes", "account_used": "yes"},
        levels={"level": "prohibited", "collect": "prohibited", "contact": "prohibited"},
        rules=(("R1", "eu.r1.restricted-visibility"), ("R4", "eu.row-30.restricted")),
        state="S5",
        row="30",
    ),
    "5 cleaning services to a scraped contact@ address": Case(
        words={"recipient": "organisation", "address": "generic"},
        levels={"level": "conditional", "collect": "conditional", "contact": "permitted"},
        rules=(("R3", "fr.row-6"), ("R2", "eu.r2.no-clause")),
        row="6",
        state="S1",
        says=("offrir un refus simple",),
    ),
    "6 calling private sellers of a classifieds site": Case(
        found=CLASSIFIEDS,
        words=READY | CONSUMER | {"channel": "phone"},
        levels={"level": "prohibited", "collect": "prohibited", "contact": "consent_first"},
        rules=(("R2", "eu.r2.database-extraction"), ("R3", "fr.row-18")),
        row="18",
        state="S2",
        on=date(2026, 10, 15),
    ),
    "7 a telecom operator improves the current plan": Case(
        words=READY
        | CONSUMER
        | {
            "channel": "phone",
            "relationship": "current_contract",
            "similar_to_purchase": "yes",
            "origin": "given_at_sale",
        },
        levels={
            "level": "conditional",
            "contact": "conditional",
            "collect": "permitted",
            "keep": "permitted",
        },
        rules=(("R3", "fr.row-19"),),
        row="19",
        says=("du lundi au vendredi",),
    ),
    "8 a customer of 14 months ago, Bloctel screened": Case(
        words=READY
        | CONSUMER
        | {
            "channel": "phone",
            "relationship": "former_customer",
            "origin": "given_at_sale",
            "bloctel_screened": "yes",
        },
        levels={"level": "consent_first", "contact": "consent_first"},
        rules=(("R3", "fr.row-20"),),
        row="20",
        says=("Bloctel n’existe plus",),
    ),
    "9 e-mails only opened for 3 years and 2 months": Case(
        words=READY | CONSUMER | {"origin": "given", "consent_proven": "yes", "within_retention": "no"},
        levels={"level": "prohibited", "keep": "prohibited", "contact": "permitted"},
        rules=(("R5", "eu.r5.too-old"),),
        says=("une ouverture d’e-mail ou une nouvelle extraction ne relance pas",),
    ),
    "10 terms that say: you agree to receive offers from our partners": Case(
        words=READY | CONSUMER | {"origin": "bought", "origin_checked": "yes"},
        levels={"level": "consent_first", "contact": "consent_first"},
        rules=(("R3", "fr.row-1"),),
        row="1",
        says=("non nommés ne vaut pas pour la CNIL", "C-317/25"),
    ),
    "11 50,000 leads, the contract says that the supplier is liable": Case(
        words=READY | {"origin": "bought", "origin_checked": "no"},
        levels={"level": "prohibited", "collect": "prohibited"},
        rules=(("R2", "eu.r2.bought-unchecked"),),
        says=("une garantie du fournisseur ne suffit pas", "FORIOU", "SOLOCAL"),
    ),
    "12 robots.txt disallows the directory, terms silent": Case(
        found=DIRECTORY,
        words=READY | {"related_to_profession": "yes", "mode": "cnil_b2b"},
        levels={"level": "prohibited", "collect": "prohibited"},
        rules=(("R1", "eu.r1.robots"),),
        state="S4",
        says=("par analogie",),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case(case: Case) -> None:
    given = verdict(case.found, on=case.on, **case.words)
    assert {name: getattr(given, name) for name in case.levels} == case.levels
    for rule, reason in case.rules:
        assert reason in reasons(given, rule)
    if case.row:
        assert given.row == case.row
    if case.state:
        assert given.site_state == case.state
    for words in case.says:
        assert words in said(given)


def test_the_leading_reason_of_lunches_cites_the_decision_once_it_exists() -> None:
    given = verdict(related_to_profession="no", mode="cnil_b2b")
    lead = next(one for one in given.rules if one.id == "R3").reasons[0]
    assert {"S2", "S14"} <= {source.id for source in lead.sources}


def said(given: Verdict) -> str:
    """All that a verdict says in French."""
    told = [reason.say.fr for one in given.rules for reason in one.reasons]
    return " ".join([*told, *(text.fr for text in (*given.conditions, *given.notes))])
