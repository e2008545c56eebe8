"""Table F1 of the rulebook: what the site says, to the answer on collecting."""

from dataclasses import replace

import pytest
from law_samples import DUTIES, SILENT, clause, reasons, signal, site, verdict

from checker.words import Binds

BANS = [
    "automated_access",
    "database_extraction",
    "commercial_reuse",
    "contact_harvesting",
    "third_party_source",
]
OBJECTIONS = [
    "site.robots_disallows",
    "site.access_refused",
    "site.barrier",
    "site.tdm_reserved",
    "site.rsl_prohibits",
]


def test_silence_read_in_full_is_conditional() -> None:
    given = verdict(SILENT)
    assert (given.collect, given.site_state) == ("conditional", "S1")
    assert "Aucune interdiction relevée" in given.site_says.fr


def test_a_permission_is_conditional_and_said() -> None:
    for found in (signal("site.licence_open"), clause("reuse_permission", "permits")):
        given = verdict(site(found))
        assert (given.collect, given.site_state) == ("conditional", "S0")


@pytest.mark.parametrize("kind", BANS)
def test_a_ban_in_the_terms_prohibits(kind: str) -> None:
    given = verdict(site(clause(kind)))
    assert (given.level, given.collect, given.site_state) == ("prohibited", "prohibited", "S2")
    assert f"eu.r2.{kind.replace('_', '-')}" in reasons(given, "R2")


@pytest.mark.parametrize("kind", BANS)
def test_a_ban_prohibits_even_when_other_terms_were_not_read(kind: str) -> None:
    assert verdict(site(clause(kind), terms="unknown")).collect == "prohibited"


def test_a_ban_accepted_with_an_account_is_another_state() -> None:
    given = verdict(site(clause("automated_access")), account_used="yes")
    assert (given.collect, given.site_state) == ("prohibited", "S3")
    assert reasons(given, "R2")["eu.r2.account-and-ban"] == "prohibited"


def test_a_permission_never_outweighs_a_ban() -> None:
    given = verdict(site(signal("site.licence_open"), clause("commercial_reuse")))
    assert (given.collect, given.site_state) == ("prohibited", "S2")


@pytest.mark.parametrize("fact", OBJECTIONS)
def test_an_objection_by_machines_prohibits_taking_personal_data(fact: str) -> None:
    found = site(signal(fact))
    assert (verdict(found).collect, verdict(found).site_state) == ("prohibited", "S4")
    assert verdict(found, personal_data="no").collect == "conditional"
    assert verdict(found, personal_data="unknown").collect == "prohibited"


def test_a_reservation_of_mining_in_the_terms_is_an_objection() -> None:
    given = verdict(site(clause("text_data_mining")))
    assert (given.collect, given.site_state) == ("prohibited", "S4")
    assert verdict(site(clause("text_data_mining")), personal_data="no").collect == "conditional"


def test_a_login_or_an_account_prohibits_with_or_without_personal_data() -> None:
    for personal in ("yes", "no"):
        given = verdict(site(signal("site.login_wall")), personal_data=personal)
        assert (given.collect, given.site_state) == ("prohibited", "S5")
        assert verdict(account_used="yes", personal_data=personal).collect == "prohibited"


def test_terms_not_read_leave_it_undetermined() -> None:
    for terms in ("no", "unknown"):
        given = verdict(site(terms=terms))
        assert (given.level, given.collect, given.site_state) == ("undetermined", "undetermined", "S6")


@pytest.mark.parametrize("fact", [*OBJECTIONS, "site.login_wall"])
def test_a_signal_that_could_not_be_read_is_not_an_absent_one(fact: str) -> None:
    assert verdict(site(signal(fact, "unknown"))).collect == "undetermined"
    assert verdict(site(signal(fact, "no"))).collect == "conditional"


def test_a_signal_seen_in_one_place_and_not_read_in_another_stays_partly_unknown() -> None:
    both = site(signal("site.tdm_reserved"), signal("site.tdm_reserved", "unknown"))
    assert verdict(both).collect == "prohibited"
    assert verdict(both, personal_data="no").collect == "undetermined"


def test_robots_txt_that_could_not_be_read_is_undetermined() -> None:
    assert verdict(site(signal("site.robots_unreadable"))).collect == "undetermined"


@pytest.mark.parametrize("weight", ["ai_only", "context"])
@pytest.mark.parametrize("fact", [*OBJECTIONS, "site.login_wall", "site.licence_open"])
def test_a_signal_for_ai_changes_nothing(fact: str, weight: str) -> None:
    assert verdict(site(signal(fact, weight=weight))) == verdict(SILENT)


@pytest.mark.parametrize("kind", ["reproduction", "circumvention"])
def test_copying_works_and_bypassing_protections_are_conditions_not_bans(kind: str) -> None:
    given = verdict(site(clause(kind)))
    assert given.collect == "conditional"
    assert any("limite citée" in condition.fr for condition in given.conditions)


@pytest.mark.parametrize("condition", ["written_permission", "api_only", "search_engines_only", "law"])
def test_what_needs_a_permission_is_a_ban_for_who_has_none(condition: str) -> None:
    given = verdict(site(clause("automated_access", "conditional", condition)))
    assert (given.collect, given.site_state) == ("prohibited", "S2")
    lead = next(one for one in given.rules if one.id == "R2").reasons[0]
    assert lead.lift is not None
    assert "autorisation écrite" in lead.lift.fr


@pytest.mark.parametrize(
    ("robots", "level"), [("yes", "prohibited"), ("no", "conditional"), ("unknown", "undetermined")]
)
def test_a_condition_on_robots_txt_is_answered_by_robots_txt(robots: str, level: str) -> None:
    found = site(
        clause("automated_access", "conditional", "robots_txt"), signal("site.robots_disallows", robots)
    )
    assert verdict(found).collect == level


def test_a_condition_on_a_robots_txt_nobody_read_is_undetermined() -> None:
    found = site(clause("automated_access", "conditional", "robots_txt"), signal("site.robots_unreadable"))
    assert verdict(found).collect == "undetermined"


def test_non_commercial_use_only_keeps_commercial_offers_out() -> None:
    for found in (
        clause("commercial_reuse", "conditional", "non_commercial"),
        clause("reuse_permission", "conditional", "non_commercial"),
        signal("site.licence_non_commercial"),
    ):
        assert verdict(site(found), offer="commercial").collect == "prohibited"
        assert verdict(site(found), offer="non_commercial").collect == "conditional"


def test_a_condition_that_cannot_be_checked_is_undetermined() -> None:
    for condition in ("other", None):
        assert verdict(site(clause("automated_access", "conditional", condition))).collect == "undetermined"


def test_a_ban_for_others_than_visitors_of_pages_is_a_condition() -> None:
    for_interfaces = replace(clause("automated_access"), binds=Binds.API_USERS)
    for_training = replace(clause("text_data_mining"), families=("ai_only",))
    for one in (for_interfaces, for_training):
        assert verdict(site(one)).collect == "conditional"
    for_members = replace(clause("automated_access"), binds=Binds.MEMBERS)
    assert verdict(site(for_members)).collect == "prohibited"


CLOSED = site(clause("automated_access"), clause("third_party_source"), signal("site.robots_disallows"))


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ({"origin": "this_site"}, "prohibited"),
        ({"origin": "given"}, "permitted"),
        ({"origin": "given_at_sale"}, "permitted"),
        ({"origin": "bought", "origin_checked": "yes"}, "conditional"),
        ({"origin": "bought", "origin_checked": "unknown"}, "undetermined"),
        ({"origin": "bought", "origin_checked": "no"}, "prohibited"),
        ({"origin": "unknown", "origin_checked": "yes"}, "prohibited"),
    ],
)
def test_where_the_data_comes_from_decides_on_collecting(words: dict[str, str], level: str) -> None:
    given = verdict(CLOSED, **words)
    assert given.collect == level
    assert given.site_says.fr.startswith(
        "Les conditions lues interdisent l’accès ou l’extraction automatisés"
    )


def test_unknown_origin_is_as_bad_as_an_unchecked_list() -> None:
    assert verdict(SILENT, origin="unknown").collect == "undetermined"
    assert verdict(SILENT, origin="unknown", origin_checked="no").collect == "prohibited"


@pytest.mark.parametrize(
    ("missing", "level"),
    [
        *(
            (name, "conditional")
            for name in ("informed", "processor_contract", "register_entry", "minimised")
        ),
        ("impact_assessed", "conditional"),
        ("opt_out", "prohibited"),
        ("suppression_list", "prohibited"),
        ("within_retention", "prohibited"),
    ],
)
def test_a_missing_duty_sets_the_level_of_keeping(missing: str, level: str) -> None:
    words = DUTIES | {"origin": "given", "consent_proven": "yes"}
    assert verdict(**words).keep == "permitted"
    assert verdict(**words | {missing: "no"}).keep == level
    unknown = verdict(**words | {missing: "unknown"})
    assert unknown.keep == "conditional"
    assert missing in unknown.unknowns
    assert unknown.conditions != verdict(**words).conditions


def test_a_missing_balance_of_interests_is_a_condition_of_collecting() -> None:
    for answer in ("no", "unknown"):
        given = verdict(**DUTIES | {"interest_assessed": answer})
        assert reasons(given, "R1")["eu.r1.interest-not-assessed"] == "conditional"
    assert "eu.r1.interest-not-assessed" not in reasons(verdict(**DUTIES), "R1")


def test_without_personal_data_the_duties_of_the_gdpr_are_skipped_not_the_contract() -> None:
    given = verdict(personal_data="no", within_retention="no", recipient="organisation", address="generic")
    assert (given.keep, given.contact, given.collect) == ("permitted", "permitted", "conditional")
    assert verdict(site(clause("database_extraction")), personal_data="no").collect == "prohibited"


def test_getting_past_a_barrier_is_worded_with_care() -> None:
    given = verdict(site(signal("site.login_wall")))
    assert any("peut soulever des questions de droit pénal" in note.fr for note in given.notes)


def test_what_the_register_knows_prohibits_and_says_so() -> None:
    given = verdict(site(signal("site.register_prohibits"), terms="unknown"))
    assert (given.level, given.collect, given.site_state) == ("prohibited", "prohibited", "S7")
    assert given.say.fr.startswith("D’après notre registre daté")
    assert given.site_says.en.startswith("From our dated register")
    assert reasons(given, "R2")["eu.r2.register-prohibits"] == "prohibited"


def test_what_the_register_knows_says_nothing_of_data_from_elsewhere() -> None:
    given = verdict(site(signal("site.register_prohibits"), terms="unknown"), origin="given")
    assert given.collect == "permitted"
