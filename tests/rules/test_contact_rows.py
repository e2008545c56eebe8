"""Table F2 of the rulebook, row by row: channel, audience and offer to the answer on contacting people."""

from datetime import date

import pytest
from law_samples import DUTIES, clause, site, verdict

RELATED = {"related_to_profession": "yes"}
UNRELATED = {"related_to_profession": "no"}
CONSUMER = {"recipient": "consumer", "address": "private"}
PROFESSIONAL = {"recipient": "professional", "address": "work"}
SOLE_TRADER = {"recipient": "sole_trader", "address": "work"}
COMPANY = {"recipient": "organisation", "address": "generic"}
CUSTOMER = {"relationship": "customer", "similar_to_purchase": "yes"}
AT_SALE = {"origin": "given_at_sale"}
SCRAPED = {"origin": "this_site"}

# row, channel, who, what; strict reading, CNIL practice
ROWS = [
    ("1", "email", CONSUMER, {}, "consent_first", "consent_first"),
    ("2", "email", PROFESSIONAL, RELATED, "consent_first", "conditional"),
    ("3", "email", PROFESSIONAL, UNRELATED, "consent_first", "consent_first"),
    (
        "4",
        "email",
        {"recipient": "professional", "address": "private"},
        RELATED,
        "consent_first",
        "consent_first",
    ),
    ("5", "email", SOLE_TRADER, RELATED, "consent_first", "conditional"),
    ("3", "email", SOLE_TRADER, UNRELATED, "consent_first", "consent_first"),
    ("6", "email", COMPANY, {}, "permitted", "permitted"),
    ("7", "email", CONSUMER, CUSTOMER | AT_SALE, "conditional", "conditional"),
    ("7", "email", PROFESSIONAL, CUSTOMER | AT_SALE | UNRELATED, "conditional", "conditional"),
    ("8", "email", CONSUMER, CUSTOMER | SCRAPED, "consent_first", "consent_first"),
    ("8", "email", CONSUMER, CUSTOMER | {"origin": "given"}, "consent_first", "consent_first"),
    (
        "1",
        "email",
        CONSUMER,
        CUSTOMER | AT_SALE | {"similar_to_purchase": "no"},
        "consent_first",
        "consent_first",
    ),
    (
        "2",
        "email",
        PROFESSIONAL,
        CUSTOMER | AT_SALE | RELATED | {"similar_to_purchase": "no"},
        "consent_first",
        "conditional",
    ),
    ("6", "email", COMPANY, CUSTOMER | SCRAPED, "permitted", "permitted"),
    ("10", "email", CONSUMER, {"relationship": "free_account"} | AT_SALE, "consent_first", "consent_first"),
    ("11", "email", CONSUMER, {"offer": "non_commercial"}, "conditional", "conditional"),
    ("11", "sms", CONSUMER, {"offer": "non_commercial"}, "conditional", "conditional"),
    ("12", "sms", CONSUMER, {}, "consent_first", "consent_first"),
    ("13", "sms", PROFESSIONAL, RELATED, "consent_first", "conditional"),
    ("14", "sms", PROFESSIONAL, UNRELATED, "consent_first", "consent_first"),
    ("15", "sms", CONSUMER, CUSTOMER | AT_SALE, "conditional", "conditional"),
    ("15", "automated_call", CONSUMER, CUSTOMER | AT_SALE, "conditional", "conditional"),
    ("16", "automated_call", CONSUMER, {}, "consent_first", "consent_first"),
    ("17", "automated_call", PROFESSIONAL, RELATED, "consent_first", "conditional"),
    ("18", "phone", CONSUMER, {}, "consent_first", "consent_first"),
    ("18", "phone", CONSUMER, CUSTOMER, "consent_first", "consent_first"),
    (
        "19",
        "phone",
        CONSUMER,
        {"relationship": "current_contract", "similar_to_purchase": "yes"},
        "conditional",
        "conditional",
    ),
    (
        "18",
        "phone",
        CONSUMER,
        {"relationship": "current_contract", "similar_to_purchase": "no"},
        "consent_first",
        "consent_first",
    ),
    ("20", "phone", CONSUMER, {"relationship": "former_customer"}, "consent_first", "consent_first"),
    ("21", "phone", PROFESSIONAL, RELATED, "conditional", "conditional"),
    ("22", "phone", PROFESSIONAL, UNRELATED, "consent_first", "consent_first"),
    ("23", "phone", COMPANY, {}, "permitted", "permitted"),
    ("24", "post", CONSUMER, {}, "conditional", "conditional"),
    ("25", "post", PROFESSIONAL, UNRELATED, "conditional", "conditional"),
    ("25", "post", COMPANY, {}, "permitted", "permitted"),
    ("26", "social_message", CONSUMER, {}, "consent_first", "consent_first"),
    ("27", "social_message", PROFESSIONAL, RELATED, "consent_first", "conditional"),
    ("27", "social_message", PROFESSIONAL, UNRELATED, "consent_first", "consent_first"),
    ("28", "automated_social_message", CONSUMER, {}, "consent_first", "consent_first"),
    ("29", "email", CONSUMER, {"sector": "energy_renovation"}, "prohibited", "prohibited"),
    ("29", "phone", CONSUMER, {"sector": "home_adaptation"}, "prohibited", "prohibited"),
    ("29", "social_message", CONSUMER, {"sector": "home_adaptation"}, "prohibited", "prohibited"),
    ("29", "phone", CONSUMER, {"sector": "training_account"}, "prohibited", "prohibited"),
    ("30", "email", PROFESSIONAL, RELATED | {"objected": "yes"}, "prohibited", "prohibited"),
    ("30", "post", COMPANY, {"objected": "yes"}, "prohibited", "prohibited"),
    ("30", "phone", PROFESSIONAL, RELATED | {"restricted_visibility": "yes"}, "prohibited", "prohibited"),
]


@pytest.mark.parametrize(("row", "channel", "who", "what", "strict", "cnil"), ROWS)
def test_row(row: str, channel: str, who: dict, what: dict, strict: str, cnil: str) -> None:
    words = DUTIES | {"consent_proven": "no", "channel": channel} | who | what
    as_strict = verdict(mode="strict", **words)
    as_cnil = verdict(mode="cnil_b2b", **words)
    assert (as_strict.contact, as_cnil.contact) == (strict, cnil)
    assert (as_strict.row, as_cnil.row) == (row, row)


@pytest.mark.parametrize(
    ("channel", "recipient", "address", "row", "cnil"),
    [
        ("email", "professional", "generic", "6", "permitted"),
        ("email", "sole_trader", "generic", "5", "conditional"),
        ("email", "sole_trader", "private", "4", "consent_first"),
        ("email", "organisation", "work", "2", "conditional"),
        ("email", "organisation", "private", "4", "consent_first"),
        ("phone", "organisation", "work", "23", "permitted"),
        ("phone", "professional", "private", "22", "consent_first"),
        ("post", "organisation", "work", "25", "permitted"),
        ("sms", "organisation", "generic", "13", "conditional"),
        ("social_message", "organisation", "generic", "27", "conditional"),
        ("email", "unknown", "work", "1", "consent_first"),
        ("email", "professional", "unknown", "4", "consent_first"),
    ],
)
def test_audiences_that_the_table_does_not_name_are_read_with_care(
    channel: str, recipient: str, address: str, row: str, cnil: str
) -> None:
    who = {"channel": channel, "recipient": recipient, "address": address}
    given = verdict(mode="cnil_b2b", **DUTIES | RELATED | who, consent_proven="no")
    assert (given.contact, given.row) == (cnil, row)


def test_a_case_taken_for_want_of_an_answer_is_said_to_be_so() -> None:
    given = verdict(mode="cnil_b2b", **DUTIES | PROFESSIONAL, consent_proven="no")
    assert given.contact == "consent_first"
    assert "tant que vous n’avez pas précisé\u00a0: lien avec la profession." in given.law_says.fr
    assert "until you say more about: link with the profession." in given.law_says.en
    assert "related_to_profession" in given.unknowns


BY_ROBOT = DUTIES | CONSUMER | {"channel": "automated_social_message"}


@pytest.mark.parametrize(
    ("found", "terms", "consent", "level"),
    [
        ([clause("automated_access")], "yes", "yes", "prohibited"),
        ([clause("contact_harvesting")], "yes", "yes", "prohibited"),
        ([clause("commercial_reuse")], "yes", "no", "consent_first"),
        ([], "unknown", "yes", "undetermined"),
        ([clause("automated_access")], "unknown", "yes", "prohibited"),
        ([clause("automated_access", "conditional", "other")], "yes", "yes", "undetermined"),
        ([], "yes", "no", "consent_first"),
        ([], "yes", "yes", "conditional"),
    ],
)
def test_automated_messages_hang_on_the_terms_wherever_the_data_comes_from(
    found: list, terms: str, consent: str, level: str
) -> None:
    for origin in ("this_site", "given"):
        given = verdict(site(*found, terms=terms), **BY_ROBOT, consent_proven=consent, origin=origin)
        assert (given.contact, given.row) == (level, "28")


def test_a_current_contract_lifts_the_ban_by_sector() -> None:
    words = DUTIES | CONSUMER | {"channel": "phone", "sector": "energy_renovation", "consent_proven": "no"}
    contract = {"relationship": "current_contract", "similar_to_purchase": "yes"}
    assert verdict(**words, **contract).contact == "conditional"
    assert verdict(**words, relationship="customer").contact == "prohibited"


def test_sectors_were_not_banned_in_writing_before_mid_2025() -> None:
    words = DUTIES | CONSUMER | {"channel": "email", "sector": "energy_renovation"}
    assert verdict(on=date(2025, 6, 30), **words).contact == "consent_first"
    assert verdict(on=date(2025, 7, 1), **words).contact == "prohibited"


@pytest.mark.parametrize("channel", ["email", "sms", "automated_call", "phone", "post", "social_message"])
@pytest.mark.parametrize("mode", ["strict", "cnil_b2b"])
def test_proven_consent_permits_the_contact(channel: str, mode: str) -> None:
    words = DUTIES | CONSUMER | {"channel": channel, "mode": mode, "origin": "given"}
    assert verdict(**words, consent_proven="yes").level == "permitted"


@pytest.mark.parametrize(
    "against",
    [
        {"objected": "yes"},
        {"restricted_visibility": "yes"},
        {"sector": "home_adaptation"},
        {"opt_out": "no"},
        {"suppression_list": "no"},
    ],
)
def test_consent_never_lifts_a_ban(against: dict[str, str]) -> None:
    words = DUTIES | CONSUMER | {"channel": "email", "consent_proven": "yes", "origin": "given"} | against
    assert verdict(**words).contact == "prohibited"


def test_consent_does_not_cure_an_unlawful_collection() -> None:
    given = verdict(site(clause("automated_access")), **DUTIES, consent_proven="yes")
    assert (given.level, given.collect, given.contact) == ("prohibited", "prohibited", "permitted")


def test_nobody_contacted_leaves_the_other_two_questions() -> None:
    given = verdict(channel="none")
    assert (given.contact, given.collect, given.keep) == ("permitted", "conditional", "conditional")


@pytest.mark.parametrize(
    ("screened", "level"), [("yes", "conditional"), ("no", "prohibited"), ("unknown", "undetermined")]
)
def test_bloctel_counted_until_10_august_2026(screened: str, level: str) -> None:
    words = DUTIES | CONSUMER | {"channel": "phone", "origin": "given", "bloctel_screened": screened}
    for day in (date(2021, 3, 1), date(2026, 8, 10)):
        assert verdict(on=day, **words).contact == level
    for day in (date(2026, 8, 11), date(2026, 11, 24)):
        assert verdict(on=day, **words).contact == "consent_first"


def test_a_bloctel_screened_call_is_conditional_in_2021_and_needs_consent_today() -> None:
    words = {"channel": "phone", "recipient": "consumer", "bloctel_screened": "yes"}
    assert verdict(on=date(2021, 3, 1), **words).level == "conditional"
    today = verdict(**words)
    assert today.level == "consent_first"
    assert "Bloctel n’existe plus" in today.law_says.fr


def test_nestor_judged_on_the_day_of_its_decision_needs_consent() -> None:
    facts = {
        "channel": "email",
        "recipient": "professional",
        "address": "work",
        "related_to_profession": "no",
    }
    for mode in ("strict", "cnil_b2b"):
        given = verdict(on=date(2020, 12, 8), mode=mode, **facts)
        assert (given.level, given.contact, given.row) == ("consent_first", "consent_first", "3")
        shown = {source.id for one in given.rules for reason in one.reasons for source in reason.sources}
        assert {"S2", "S3"} <= shown
        assert shown.isdisjoint({"S14", "S16", "S57"}), "nothing later than that day is cited"


def test_a_day_before_any_law_of_the_book_is_undetermined() -> None:
    given = verdict(on=date(1999, 1, 1))
    assert (given.collect, given.contact, given.keep) == ("undetermined",) * 3


def test_both_readings_are_told_where_they_differ() -> None:
    words = DUTIES | PROFESSIONAL | RELATED | {"channel": "email"}
    strict, cnil = verdict(mode="strict", **words), verdict(mode="cnil_b2b", **words)
    assert (strict.level, strict.other_mode) == ("consent_first", "conditional")
    assert (cnil.level, cnil.other_mode) == ("conditional", "consent_first")
    for given in (strict, cnil):
        assert any(
            "Accord préalable requis" in note.fr and "Possible sous" in note.fr for note in given.notes
        )


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ({"relationship": "free_account"}, "C-654/23"),
        ({"origin": "bought"}, "C-317/25"),
        ({"origin": "this_site"}, "Directannonces"),
    ],
)
def test_open_questions_are_shown_as_open(words: dict[str, str], part: str) -> None:
    told = [note.fr for note in verdict(**words).notes if part in note.fr]
    assert told
    assert all(note.startswith("Question ouverte") for note in told)
