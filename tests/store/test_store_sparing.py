"""What spares a site a visit, by the contract that both databases hold: what waits, and who was visited when."""

from datetime import timedelta

from stored_samples import NOON, make_answered, make_check

from checker.model import Purpose
from checker.words import Channel, CheckStatus

HOUR = timedelta(hours=1)


def test_a_check_of_the_same_question_that_goes_on_is_found_the_oldest_first(store):
    asked = make_check().request
    assert store.pending(asked.target.url, asked.purpose) is None
    store.add(make_check("chk_b", created_at=NOON + HOUR))
    store.add(make_check("chk_a", created_at=NOON))
    assert store.pending(asked.target.url, asked.purpose).id == "chk_a"
    assert store.pending(asked.target.url, Purpose(channel=Channel.POST)) is None
    assert store.pending("https://other.fr/", asked.purpose) is None
    store.set_status("chk_a", CheckStatus.FETCHING)
    assert store.pending(asked.target.url, asked.purpose).id == "chk_a"
    store.set_status("chk_a", CheckStatus.FAILED)
    assert store.pending(asked.target.url, asked.purpose).id == "chk_b"


def test_a_visit_is_a_check_that_waits_or_was_begun_never_one_that_was_judged_anew(store):
    host = make_check().request.target.host
    store.add(make_check("chk_a", created_at=NOON))
    store.add(make_check("chk_b", created_at=NOON + HOUR))
    store.add(make_answered("chk_rejudged", created_at=NOON + HOUR))
    assert store.visits(host, NOON - HOUR) == [NOON, NOON + HOUR]
    assert store.visits(host, NOON) == [NOON + HOUR]
    assert store.visits("other.fr", NOON - HOUR) == []
    assert store.claim(NOON, 60).id == "chk_a"
    store.set_status("chk_a", CheckStatus.FAILED, finished_at=NOON)
    assert store.visits(host, NOON - HOUR) == [NOON, NOON + HOUR]
