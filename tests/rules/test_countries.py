"""Law of the recipient's country, as a summary (rulebook E)."""

import pytest
from law_samples import DUTIES, SILENT, clause, site, verdict

CONSUMER = {"recipient": "consumer", "address": "private"}
BUSINESS = {"recipient": "professional", "address": "work", "related_to_profession": "yes"}
COMPANY = {"recipient": "organisation", "address": "generic", "related_to_profession": "yes"}
SOLE_TRADER = {"recipient": "sole_trader", "related_to_profession": "yes"}

TABLE = [
    ("DE", "email", CONSUMER, "consent_first"),
    ("DE", "email", COMPANY, "consent_first"),
    ("DE", "phone", CONSUMER, "consent_first"),
    ("DE", "phone", BUSINESS, "conditional"),
    ("GB", "email", CONSUMER, "consent_first"),
    ("GB", "email", SOLE_TRADER, "consent_first"),
    ("GB", "email", COMPANY, "conditional"),
    ("GB", "phone", CONSUMER, "conditional"),
    ("BE", "email", BUSINESS, "consent_first"),
    ("BE", "email", COMPANY, "permitted"),
    ("BE", "phone", CONSUMER, "conditional"),
    ("NL", "email", COMPANY, "consent_first"),
    ("NL", "phone", SOLE_TRADER, "consent_first"),
    ("NL", "phone", COMPANY, "conditional"),
    ("ES", "email", COMPANY, "consent_first"),
    ("ES", "phone", CONSUMER, "consent_first"),
    ("ES", "phone", CONSUMER | {"relationship": "customer"}, "conditional"),
    ("IT", "email", COMPANY, "consent_first"),
    ("IT", "phone", CONSUMER, "conditional"),
    ("CH", "email", BUSINESS, "consent_first"),
    ("CH", "phone", CONSUMER, "conditional"),
    ("US", "email", CONSUMER, "conditional"),
    ("US", "phone", CONSUMER, "undetermined"),
    ("CA", "email", CONSUMER, "consent_first"),
    ("CA", "email", BUSINESS, "conditional"),
    ("CA", "email", BUSINESS | {"related_to_profession": "no"}, "consent_first"),
    ("CA", "phone", CONSUMER, "undetermined"),
]


@pytest.mark.parametrize(("country", "channel", "who", "level"), TABLE)
def test_table(country: str, channel: str, who: dict[str, str], level: str) -> None:
    words = DUTIES | {"consent_proven": "no", "country": country, "channel": channel} | who
    given = verdict(**words)
    assert (given.contact, given.jurisdiction) == (level, country)
    assert any("en résumé seulement" in note.fr for note in given.notes)


@pytest.mark.parametrize("country", ["DE", "GB", "BE", "NL", "ES", "IT", "CH", "CA"])
def test_own_customers(country: str) -> None:
    customer = {"relationship": "customer", "origin": "given_at_sale", "similar_to_purchase": "yes"}
    words = DUTIES | CONSUMER | customer | {"country": country, "consent_proven": "no"}
    assert verdict(**words).contact == "conditional"


def test_a_country_that_is_not_covered_is_named_and_undetermined() -> None:
    given = verdict(**DUTIES, country="PL")
    assert given.contact == "undetermined"
    assert "(PL)" in given.law_says.fr
    assert given.jurisdiction == "PL"


def test_a_channel_that_the_summary_does_not_hold_is_undetermined() -> None:
    assert verdict(**DUTIES, country="DE", channel="sms").contact == "undetermined"


def test_collecting_and_objection_do_not_hang_on_the_recipients_country() -> None:
    assert verdict(site(clause("automated_access")), country="US").collect == "prohibited"
    assert verdict(SILENT, country="US", objected="yes").contact == "prohibited"
