"""What other checks of the same question tell: days and levels, and never whose they are."""

from dataclasses import fields
from datetime import timedelta

from stored_samples import NOON, make_answered, make_check

from checker.store.records import Past

HOUR = timedelta(hours=1)
URL = "https://www.exemple.fr/contacts"


def test_other_answers_to_the_same_question_come_newest_first_without_ids(store):
    store.add(make_answered("chk_a", finished_at=NOON))
    store.add(make_answered("chk_b", finished_at=NOON + HOUR))
    store.add(make_answered("chk_c", finished_at=NOON + 2 * HOUR))
    told = store.asked_before("chk_b")
    assert [one.at for one in told] == [NOON + 2 * HOUR, NOON]
    assert {field.name for field in fields(Past)} == {"at", "level", "edition"}
    assert store.asked_before("chk_b", 1) == told[:1]


def test_what_a_person_handed_over_and_other_questions_stay_out(store):
    store.add(make_answered("chk_a"))
    store.add(make_answered("chk_supplied", revision=2))
    store.add(make_answered("chk_other", url="https://www.exemple.fr/autre"))
    store.add(make_check("chk_waiting"))
    assert store.asked_before("chk_a") == ()
    assert store.asked_before("chk_none") == ()


def test_the_newest_visit_after_a_moment(store):
    store.add(make_answered("chk_a", finished_at=NOON))
    store.add(make_answered("chk_b", finished_at=NOON + HOUR))
    store.add(make_answered("chk_supplied", finished_at=NOON + 2 * HOUR, revision=2))
    assert store.newer(URL, NOON).id == "chk_b"
    assert store.newer(URL, NOON + HOUR) is None
    assert store.newer("https://www.exemple.fr/autre", NOON) is None
