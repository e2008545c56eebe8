"""What holds for every combination of inputs: table F2, states F1, duties, any day."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from law_samples import BOOK, clause, signal, site, verdict

from checker.model import Findings
from checker.rules import effects, judge, next_question, purpose_from
from checker.rules.facts import FIELDS, FREE, OPEN, concrete, words_of
from checker.words import Level, Question

FAVOURABLE = {
    name: ("no" if name in {"objected", "restricted_visibility", "account_used"} else "yes") for name in OPEN
}
"""The answer to each open question that can never make things worse."""
QUESTIONS = [name for name in FIELDS if name not in FREE and name != "mode"]
CHOSEN = [name for name in FIELDS if name not in FREE]
PROHIBITIONS = [
    *(signal(f"site.{name}") for name in ("robots_disallows", "barrier", "login_wall", "tdm_reserved")),
    *(clause(kind) for kind in ("automated_access", "commercial_reuse", "database_extraction")),
    *(clause(kind) for kind in ("contact_harvesting", "third_party_source", "text_data_mining")),
    clause("automated_access", "conditional", "written_permission"),
]
OTHER_FINDINGS = [
    signal("site.licence_open"),
    signal("site.licence_non_commercial"),
    signal("site.robots_unreadable"),
    signal("site.robots_disallows", "unknown"),
    signal("site.robots_disallows", "no"),
    clause("reuse_permission", "permits"),
    clause("reuse_permission", "permits", "attribution"),
    clause("circumvention"),
    clause("automated_access", "conditional", "robots_txt"),
    clause("automated_access", "conditional", "other"),
]

purposes = st.fixed_dictionaries({name: st.sampled_from(words_of(name)) for name in CHOSEN})
countries = st.sampled_from(["FR", "FR", "FR", "FR", *BOOK.countries, "PL", "JP"])
days = st.sampled_from(
    [
        date(2018, 5, 25),
        date(2020, 12, 8),
        date(2025, 7, 1),
        date(2026, 8, 10),
        date(2026, 8, 11),
        date(2026, 11, 24),
    ]
)
sites = st.builds(
    lambda found, terms: site(*found, terms=terms),
    st.lists(st.sampled_from([*PROHIBITIONS, *OTHER_FINDINGS]), max_size=3),
    st.sampled_from(["yes", "yes", "unknown"]),
)
bounded = settings(max_examples=100, deadline=None)


@bounded
@given(found=sites, words=purposes, country=countries, on=st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_a_verdict_always_exists_and_agrees_with_itself(
    found: Findings, words: dict, country: str, on: date
) -> None:
    told = verdict(found, on=on, country=country, **words)
    assert told.level is Level.worst([told.collect, told.contact, told.keep])
    assert [one.id for one in told.rules] == ["R1", "R2", "R3", "R4", "R5", "R6"]
    for question in Question:
        mine = [one.level for one in told.rules if one.question is question]
        assert Level.worst(mine) is getattr(told, question)
    for one in told.rules:
        assert one.level is one.reasons[0].level is Level.worst([reason.level for reason in one.reasons])
    assert told.say.fr
    assert told.say.en


@bounded
@given(found=sites, words=purposes, on=days)
def test_each_level_is_explained_by_a_sourced_rule_in_force(found: Findings, words: dict, on: date) -> None:
    told = verdict(found, on=on, **words)
    in_force = {
        rule.id for _, rule in BOOK.rules if rule.in_force <= on and (not rule.until or on < rule.until)
    }
    for question in Question:
        level = getattr(told, question)
        reasons = [reason for one in told.rules for reason in one.reasons if reason.question is question]
        explaining = [one for one in reasons if one.level is level and one.rule in in_force and one.sources]
        assert explaining, (question, level)
        for source in (source for reason in reasons for source in reason.sources):
            assert source.mark in {"read", "second_hand"}


@bounded
@given(found=sites, words=purposes, country=countries, on=days, data=st.data())
def test_an_answer_taken_back_never_improves_the_verdict(
    found: Findings, words: dict, country: str, on: date, data: st.DataObject
) -> None:
    """Unknown is as bad as the worst answer or, where it is a listed condition, no better than the best."""
    name = data.draw(st.sampled_from([one for one in CHOSEN if "unknown" in words_of(one)]))
    said = {word: verdict(found, on=on, country=country, **words | {name: word}) for word in concrete(name)}
    unknown = verdict(found, on=on, country=country, **words | {name: "unknown"})
    for question in ("level", "collect", "contact", "keep"):
        answers = [getattr(one, question).severity for one in said.values()]
        least = getattr(said[FAVOURABLE[name]], question).severity if name in OPEN else max(answers)
        assert getattr(unknown, question).severity >= least


@bounded
@given(found=sites, words=purposes, country=countries, on=days, more=st.sampled_from(PROHIBITIONS))
def test_a_prohibition_found_never_improves_the_verdict(
    found: Findings, words: dict, country: str, on: date, more: object
) -> None:
    added = site(*found.signals, *found.clauses, more, terms=str(found.terms))
    before = verdict(found, on=on, country=country, **words)
    after = verdict(added, on=on, country=country, **words)
    for question in ("level", "collect", "contact", "keep"):
        assert getattr(after, question).severity >= getattr(before, question).severity


@bounded
@given(found=sites, words=purposes, on=days, name=st.sampled_from(sorted(OPEN)))
def test_a_duty_broken_or_a_person_against_it_never_improves_the_verdict(
    found: Findings, words: dict, on: date, name: str
) -> None:
    good = FAVOURABLE[name]
    bad = "no" if good == "yes" else "yes"
    kept, broken = (verdict(found, on=on, **words | {name: word}) for word in (good, bad))
    assert broken.level.severity >= kept.level.severity
    assert broken == verdict(found, on=on, **words | {name: bad}), "the same question gets the same answer"


@bounded
@given(found=sites, words=purposes, country=countries, on=days)
def test_silence_terms_or_collecting_from_a_site_is_never_a_plain_yes(
    found: Findings, words: dict, country: str, on: date
) -> None:
    told = verdict(found, on=on, country=country, **words | {"origin": "this_site"})
    assert told.collect.severity >= Level.CONDITIONAL.severity
    assert told.level is not Level.PERMITTED
    if str(found.terms) == "unknown":
        assert told.collect.severity >= Level.UNDETERMINED.severity


@bounded
@given(found=sites, words=purposes, on=days)
def test_consent_never_makes_it_worse(found: Findings, words: dict, on: date) -> None:
    without = verdict(found, on=on, **words | {"consent_proven": "no"})
    assert verdict(found, on=on, **words | {"consent_proven": "yes"}).level.severity <= without.level.severity


@bounded
@given(found=sites, words=purposes, country=countries, on=days)
def test_lifts_lead_where_they_say(found: Findings, words: dict, country: str, on: date) -> None:
    told = verdict(found, on=on, country=country, **words)
    for change in told.lifts:
        after = verdict(found, on=on, country=country, **words | dict(change.set))
        assert after.level is change.level
        assert after.level.severity < told.level.severity


@settings(max_examples=25, deadline=None)
@given(found=sites, words=purposes, on=days, data=st.data())
def test_an_interview_that_stops_leaves_no_question_that_matters(
    found: Findings, words: dict, on: date, data: st.DataObject
) -> None:
    asked = data.draw(st.sets(st.sampled_from(QUESTIONS), min_size=len(QUESTIONS) - 6))
    purpose = purpose_from(words)
    name = next_question(found, purpose, frozenset(asked), BOOK, on)
    assert name not in asked
    if name is None:
        told = effects(found, purpose, frozenset(asked), BOOK, on)
        assert all(len(set(levels.values())) == 1 for levels in told.values()), told


@pytest.mark.parametrize("channel", words_of("channel"))
def test_every_french_combination_of_the_contact_table_is_answered_by_a_row(channel: str) -> None:
    """A full walk: no hole in table F2 for any recipient, address, relationship, offer and link."""
    names = ("recipient", "address", "relationship", "offer", "related_to_profession", "similar_to_purchase")
    for values in product(*(concrete(name) for name in names)):
        words = dict(zip(names, values, strict=True)) | {"channel": channel, "consent_proven": "no"}
        told = judge(site(), purpose_from(words), BOOK, date(2026, 11, 24))
        assert told.contact is not Level.UNDETERMINED, words
        assert told.row or channel == "none", words
