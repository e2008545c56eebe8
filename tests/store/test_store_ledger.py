"""Two workers never get the same check, and a check whose worker died is claimed again."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from stored_samples import NOON, make_answered, make_check

from checker.store import ledger
from checker.store.engine import open_engine
from checker.words import CheckStatus

LEASE = 120
EXPIRED = NOON + timedelta(seconds=LEASE, microseconds=1)


def test_the_longest_waiting_is_claimed_first_and_once(store):
    store.add(make_check("chk_b", created_at=NOON + timedelta(seconds=1)))
    store.add(make_check("chk_a", created_at=NOON))
    assert store.waiting() == 2
    assert [store.claim(NOON, LEASE).id, store.claim(NOON, LEASE).id] == ["chk_a", "chk_b"]
    assert store.claim(NOON, LEASE) is None
    assert store.waiting() == 0


def test_a_claimed_check_is_being_fetched(store):
    store.add(make_check())
    assert store.claim(NOON, LEASE) == make_check(status=CheckStatus.FETCHING)


def test_one_check_is_claimed_by_name_once(store):
    store.add(make_check("chk_a"))
    store.add(make_check("chk_b"))
    assert store.claim_one("chk_b", NOON, LEASE).id == "chk_b"
    assert store.claim_one("chk_b", NOON, LEASE) is None
    assert store.claim_one("nothing", NOON, LEASE) is None
    assert store.waiting() == 1


@pytest.mark.parametrize("status", [status for status in CheckStatus if status is not CheckStatus.QUEUED])
def test_only_what_waits_is_claimed(store, status):
    store.add(make_check(status=status))
    assert store.claim(EXPIRED, LEASE) is None


@pytest.mark.parametrize("moved", [CheckStatus.FETCHING, CheckStatus.ANALYSING])
def test_a_check_whose_lease_ended_is_claimed_again(store, moved):
    store.add(make_check())
    store.claim(NOON, LEASE)
    store.set_status("chk_a", moved)
    at_the_end = NOON + timedelta(seconds=LEASE)
    assert store.claim(at_the_end, LEASE) is None
    assert store.lost(at_the_end) == ()
    assert store.lost(EXPIRED) == ("chk_a",)
    assert store.claim(EXPIRED, LEASE).id == "chk_a"
    assert store.lost(EXPIRED) == ()


def test_a_finished_check_is_never_lost(store):
    store.add(make_check())
    store.claim(NOON, LEASE)
    store.save(make_answered())
    assert store.lost(EXPIRED) == ()
    assert store.claim(EXPIRED, LEASE) is None


def test_many_workers_share_the_checks_without_a_quarrel(store):
    for n in range(12):
        store.add(make_check(f"chk_{n:02}"))
    start = threading.Barrier(6)

    def work(_: int) -> list[str]:
        start.wait()
        mine = []
        while (check := store.claim(NOON, LEASE)) is not None:
            mine.append(check.id)
        return mine

    with ThreadPoolExecutor(6) as pool:
        claimed = [id_ for mine in pool.map(work, range(6)) for id_ in mine]
    assert sorted(claimed) == [f"chk_{n:02}" for n in range(12)]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_worker_passes_by_a_check_that_another_is_just_taking(store, url):
    store.add(make_check("chk_a"))
    store.add(make_check("chk_b"))
    engine = open_engine(url)
    with ThreadPoolExecutor(1) as pool, engine.begin() as connection:
        assert ledger.claim(connection, NOON, LEASE, None) == "chk_a"
        assert pool.submit(store.claim, NOON, LEASE).result(timeout=5).id == "chk_b"
    engine.dispose()


def test_one_lost_check_asked_for_by_many_has_one_winner(store):
    store.add(make_check())
    store.claim(NOON, LEASE)
    start = threading.Barrier(6)

    def ask(_: int) -> bool:
        start.wait()
        return store.claim_one("chk_a", EXPIRED, LEASE) is not None

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(ask, range(6))) == [False] * 5 + [True]


def test_lost_checks_wait_again_until_they_were_lost_too_often(store):
    store.add(make_check())
    now = NOON
    for _ in range(2):
        store.claim(now, LEASE)
        now += timedelta(seconds=LEASE + 1)
        store.requeue(now, attempts=3)
        assert store.status("chk_a") is CheckStatus.QUEUED
    store.claim(now, LEASE)
    now += timedelta(seconds=LEASE + 1)
    store.requeue(now, attempts=3)
    ended = store.get("chk_a")
    assert (ended.status, ended.failure, ended.finished_at) == (CheckStatus.FAILED, "lost", now)


def test_work_in_time_is_left_alone(store):
    store.add(make_check())
    store.claim(NOON, LEASE)
    store.requeue(NOON, attempts=1)
    assert store.status("chk_a") is CheckStatus.FETCHING
