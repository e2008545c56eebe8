"""Next steps: each report gets one, and they follow what the site and the law say."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from law_samples import BOOK, DUTIES, TODAY, clause, signal, site
from web import kept

from checker.data.step_files import load_steps
from checker.model import Findings, Report
from checker.rules import judge, purpose_from
from checker.rules.facts import FIELDS, FREE, words_of
from checker.steps import next_steps
from checker.steps.facts import clauses_on
from checker.words import Binds

STEPS = load_steps()
SITES = (
    site(),
    site(terms="unknown"),
    site(clause("automated_access")),
    site(clause("automated_access", "conditional", "api_only")),
    site(clause("reuse_permission", "permits")),
    site(signal("site.robots_disallows")),
    site(signal("site.licence_open")),
)


def report(findings: Findings = SITES[0], on: date = TODAY, **words: str) -> Report:
    purpose = purpose_from(words)
    base = kept.PROHIBITED.report
    assert base is not None
    verdict = judge(findings, purpose, BOOK, on)
    return replace(base, findings=findings, purpose=purpose, on=on, verdict=verdict)


def steps(findings: Findings = SITES[0], **words: str) -> dict[str, tuple[str, ...]]:
    return {one.step.id: one.step.models for one in next_steps(report(findings, **words), STEPS)}


PURPOSES = st.fixed_dictionaries(
    {name: st.sampled_from(words_of(name)) for name in FIELDS if name not in FREE}
)


@given(found=st.sampled_from(SITES), words=PURPOSES, country=st.sampled_from(("FR", "DE", "JP")))
def test_every_report_ends_with_a_next_step(found: Findings, words: dict[str, str], country: str) -> None:
    assert steps(found, **words, country=country)


def test_the_official_interface_comes_first_when_the_terms_name_it() -> None:
    named = site(clause("automated_access", "conditional", "api_only"))
    assert next(iter(steps(named))) == "official-interface"
    bound = replace(clause("reproduction"), binds=Binds.API_USERS)
    assert "official-interface" in steps(site(bound))
    assert "official-interface" not in steps()
    assert "official-interface" not in steps(named, origin="given")


def test_the_words_of_the_site_stand_beside_the_step() -> None:
    named = replace(
        clause("automated_access", "conditional", "api_only"), quote="Only by our API.", exhibit=2
    )
    (first, *_) = next_steps(report(site(named)), STEPS)
    assert [(one.quote, one.url) for one in first.passages] == [("Only by our API.", kept.TERMS_URL)]


@pytest.mark.parametrize("found", [SITES[4], SITES[6]])
def test_a_licence_is_followed_when_the_site_offers_one(found: Findings) -> None:
    assert "licence" in steps(found)


def test_terms_that_were_not_read_come_before_any_letter() -> None:
    names = list(steps(site(terms="unknown")))
    assert names.index("read-the-rest") < names.index("answer-questions") < names.index("ask-permission")


def test_a_refusal_leads_to_the_letter_to_open_data_and_to_a_form() -> None:
    told = steps(SITES[2])
    assert told["ask-permission"] == ("permission-request",)
    assert told["people-come-to-you"] == ("consent-form",)
    (data,) = [one for one in STEPS.steps if one.id == "open-data"]
    assert "open-data" in told
    assert [pointer.url for pointer in data.pointers] == [
        "https://www.sirene.fr/",
        "https://data.inpi.fr/",
        "https://annuaire-entreprises.data.gouv.fr/",
    ]
    assert data.sources == ()


def test_open_data_on_companies_is_no_way_to_consumers_or_abroad() -> None:
    assert "open-data" not in steps(SITES[2], recipient="consumer")
    assert "open-data" not in steps(SITES[2], country="DE")


def test_a_generic_address_and_the_post_are_offered_where_consent_is_needed() -> None:
    assert {"generic-address", "post"} <= set(steps())
    assert "generic-address" not in steps(address="generic")
    assert "post" not in steps(sector="energy_renovation", recipient="consumer")
    assert "called-back" in steps(sector="energy_renovation", recipient="consumer")


def test_people_who_objected_are_left_out_first() -> None:
    assert next(iter(steps(objected="yes"))) == "keep-people-out"


def test_a_kept_duty_is_not_asked_for_again() -> None:
    left = set(steps(**DUTIES, origin="given", consent_proven="yes"))
    assert left == {"keep-proof"}


def test_bought_lists_lead_to_their_supplier() -> None:
    assert steps(origin="bought")["check-the-supplier"] == ("processor-checklist",)
    assert "check-the-supplier" not in steps(origin="bought", origin_checked="yes")
    assert "find-the-origin" in steps(origin="unknown")


def test_a_step_cites_nothing_that_did_not_exist_yet() -> None:
    past = next_steps(report(on=date(2020, 12, 8)), STEPS)
    cited = {source.id for one in past for source in one.sources}
    assert "S1" in cited
    assert not {"S10", "S16", "S26", "S41"} & cited


def test_a_ban_but_for_what_the_law_permits_is_a_ban() -> None:
    found = site(
        clause("automated_access", "conditional", "law"), clause("reuse_permission", "permits", "law")
    )
    assert [str(one.kind) for one in clauses_on(report(found), "ban")] == ["automated_access"]
