"""The interview asks what changes the answer, and stops when nothing does."""

import time

from law_samples import BOOK, DUTIES, SILENT, TODAY, clause, site, verdict

from checker.model import Findings
from checker.rules import effects, next_question, purpose_from


def asked(findings: Findings, **answers: str) -> list[str]:
    """Every question of an interview in which the person gives these answers, or the default."""
    purpose, done = purpose_from({}), set()
    while name := next_question(findings, purpose, frozenset(done), BOOK, TODAY):
        done.add(name)
        given = {key: word for key, word in answers.items() if key in done}
        purpose = purpose_from(given)
    return [*done]


def test_the_channel_is_asked_first() -> None:
    assert next_question(SILENT, purpose_from({}), frozenset(), BOOK, TODAY) == "channel"


def test_a_ban_that_nothing_lifts_ends_the_interview() -> None:
    banned = site(clause("automated_access"))
    done = frozenset({"origin"})
    assert next_question(banned, purpose_from({"origin": "this_site"}), done, BOOK, TODAY) is None


def test_where_the_data_comes_from_is_asked_when_it_could_lift_a_ban() -> None:
    banned = site(clause("automated_access"))
    assert "origin" in asked(banned)
    assert len(asked(banned)) <= 4


def test_an_objection_ends_the_interview() -> None:
    done = frozenset({"objected"})
    assert next_question(SILENT, purpose_from({"objected": "yes"}), done, BOOK, TODAY) is None


def test_the_profession_is_not_asked_of_consumers() -> None:
    names = asked(SILENT, channel="email", recipient="consumer", origin="this_site")
    assert "related_to_profession" not in names
    assert "consent_proven" in names


def test_duties_are_asked_only_where_keeping_them_could_lead_to_the_best_level() -> None:
    duties = {"informed", "minimised", "processor_contract", "register_entry", "impact_assessed"}
    assert duties.isdisjoint(asked(SILENT, origin="this_site"))
    kept = DUTIES | {"origin": "given", "consent_proven": "yes"}
    assert duties <= set(asked(SILENT, **kept))
    assert verdict(**kept).level == "permitted"


def test_bloctel_is_not_asked_any_more() -> None:
    assert "bloctel_screened" not in asked(SILENT, channel="phone", recipient="consumer")


def test_an_answer_to_everything_leaves_nothing_to_ask() -> None:
    everything = frozenset(purpose_from({}).__dataclass_fields__)
    assert next_question(SILENT, purpose_from({}), everything, BOOK, TODAY) is None


def test_effects_say_what_each_answer_would_change() -> None:
    purpose = purpose_from(DUTIES | {"mode": "cnil_b2b", "consent_proven": "no"})
    told = effects(SILENT, purpose, frozenset({"channel"}), BOOK, TODAY)
    assert told["related_to_profession"] == {"yes": "conditional", "no": "consent_first"}
    assert told["objected"] == {"yes": "prohibited", "no": "consent_first"}
    assert "channel" not in told


def test_a_question_is_found_in_a_moment() -> None:
    begin = time.perf_counter()
    asked(SILENT, channel="email", recipient="consumer")
    assert time.perf_counter() - begin < 5
