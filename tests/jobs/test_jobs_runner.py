import logging
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from checker.errors import Busy, NotFound
from checker.jobs import ATTEMPTS, Runner
from checker.model import Check, CheckRequest, Purpose, Target
from checker.store import Store
from checker.words import CheckStatus

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def make_check(id_: str = "chk_a") -> Check:
    url = "https://exemple.fr/"
    target = Target(url=url, host="exemple.fr", typed="exemple.fr", scheme_given=False)
    request = CheckRequest(target=target, purpose=Purpose())
    return Check(id=id_, request=request, status=CheckStatus.QUEUED, created_at=NOON)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'gardefou.sqlite3'}"


@pytest.fixture
def store(url):
    store = Store(url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def run(store, clock):
    """Give a way to make a runner that is stopped at the end of the test."""
    made = []

    def run_(work, *, workers=2, queue_size=10, on=store, **settings):
        settings = {"poll_seconds": 0.05} | settings
        made.append(Runner(on, work, workers=workers, queue_size=queue_size, clock=clock, **settings))
        return made[-1]

    yield run_
    for runner in made:
        runner.stop()


@pytest.fixture
def complete(store):
    """Give work that comes to its end."""
    return lambda check: store.save(replace(check, status=CheckStatus.COMPLETED, finished_at=NOON))


def eventually(met, seconds=10):
    until = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.01)


def test_a_submitted_check_is_worked_on_and_awaited(run, complete):
    runner = run(complete)
    runner.submit(make_check())
    assert runner.wait("chk_a", 10).status is CheckStatus.COMPLETED


def test_news_is_told_at_once_and_not_polled_for(run, complete):
    runner = run(complete, poll_seconds=60)
    started = time.monotonic()
    for n in range(5):
        runner.submit(make_check(f"chk_{n}"))
        assert runner.wait(f"chk_{n}", 30).status is CheckStatus.COMPLETED
    assert time.monotonic() - started < 10


def test_a_check_is_submitted_as_waiting_whatever_it_says(run, store):
    runner = run(lambda check: None, workers=0)
    runner.submit(replace(make_check(), status=CheckStatus.COMPLETED))
    assert store.status("chk_a") is CheckStatus.QUEUED


def test_a_full_queue_says_when_to_come_back(run):
    runner = run(lambda check: None, workers=0, queue_size=2)
    runner.submit(make_check("chk_a"))
    runner.submit(make_check("chk_b"))
    with pytest.raises(Busy) as busy:
        runner.submit(make_check("chk_c"))
    assert busy.value.retry_after == 10
    with pytest.raises(NotFound):
        runner.wait("chk_c", 0)


def test_waiting_ends_in_time_with_the_check_as_it_stands(run):
    runner = run(lambda check: None, workers=0)
    runner.submit(make_check())
    started = time.monotonic()
    assert runner.wait("chk_a", 0.2).status is CheckStatus.QUEUED
    assert 0.2 <= time.monotonic() - started < 2


def test_the_end_that_another_process_gives_is_seen(run, url):
    waiting = run(lambda check: None, workers=0)
    other_store = Store(url)
    other = run(lambda check: other_store.save(replace(check, status=CheckStatus.PARTIAL)), on=other_store)
    waiting.submit(make_check())
    other.start()
    assert waiting.wait("chk_a", 10).status is CheckStatus.PARTIAL
    other.stop()
    other_store.close()


def test_work_that_raises_fails_its_check_and_not_its_worker(run, complete, caplog):
    def work(check: Check) -> None:
        if check.id == "chk_a":
            raise RuntimeError("a defect")
        complete(check)

    runner = run(work, workers=1)
    runner.submit(make_check("chk_a"))
    runner.submit(make_check("chk_b"))
    failed = runner.wait("chk_a", 10)
    assert (failed.status, failed.failure, failed.finished_at) == (CheckStatus.FAILED, "internal", NOON)
    assert runner.wait("chk_b", 10).status is CheckStatus.COMPLETED
    assert "the work on check chk_a failed" in caplog.messages


def test_work_that_leaves_no_answer_fails_its_check(run, caplog):
    runner = run(lambda check: None)
    runner.submit(make_check())
    assert runner.wait("chk_a", 10).failure == "internal"
    eventually(lambda: "the work on check chk_a left no answer" in caplog.messages)


def test_a_check_forgotten_meanwhile_stops_nothing(run, store, complete):
    def work(check: Check) -> None:
        if check.id == "chk_a":
            store.forget("chk_a")
        complete(check)

    runner = run(work, workers=1)
    runner.submit(make_check("chk_a"))
    runner.submit(make_check("chk_b"))
    assert runner.wait("chk_b", 10).status is CheckStatus.COMPLETED


def test_a_store_out_of_reach_for_a_while_stops_nothing(tmp_path, run, caplog):
    late = Store(f"sqlite:///{tmp_path / 'late.sqlite3'}")
    runner = run(lambda check: late.save(replace(check, status=CheckStatus.COMPLETED)), workers=1, on=late)
    runner.start()
    eventually(lambda: "a worker could not go on; it tries again" in caplog.messages)
    late.migrate()
    runner.submit(make_check())
    assert runner.wait("chk_a", 10).status is CheckStatus.COMPLETED
    runner.stop()
    late.close()


def test_starting_twice_starts_once(run):
    runner = run(lambda check: None, workers=3)
    before = threading.active_count()
    runner.start()
    runner.start()
    assert threading.active_count() == before + 3
    runner.stop()
    assert threading.active_count() == before


def test_no_more_than_the_workers_work_at_once(run, store, complete):
    busy, most, guard = 0, 0, threading.Lock()

    def work(check: Check) -> None:
        nonlocal busy, most
        with guard:
            busy += 1
            most = max(most, busy)
        time.sleep(0.05)
        with guard:
            busy -= 1
        complete(check)

    runner = run(work, workers=2)
    for n in range(6):
        runner.submit(make_check(f"chk_{n}"))
    for n in range(6):
        assert runner.wait(f"chk_{n}", 10).status is CheckStatus.COMPLETED
    assert most == 2


def test_stopping_finishes_what_is_held_and_leaves_what_waits(run, store, complete):
    held, go_on = threading.Event(), threading.Event()

    def work(check: Check) -> None:
        held.set()
        go_on.wait(10)
        complete(check)

    before = threading.active_count()
    runner = run(work, workers=1)
    runner.submit(make_check("chk_a"))
    runner.submit(make_check("chk_b"))
    held.wait(10)
    runner.stop(seconds=0.1)
    assert store.status("chk_a") is CheckStatus.FETCHING
    go_on.set()
    eventually(lambda: threading.active_count() == before)
    assert store.status("chk_a") is CheckStatus.COMPLETED
    assert store.status("chk_b") is CheckStatus.QUEUED
    runner.start()
    assert runner.wait("chk_b", 10).status is CheckStatus.COMPLETED


def test_what_a_dead_process_left_is_taken_up(run, store, clock, complete, caplog):
    caplog.set_level(logging.WARNING)
    store.add(make_check())
    store.claim(NOON, 120)
    clock.now = NOON + timedelta(seconds=121)
    runner = run(complete)
    runner.start()
    assert runner.wait("chk_a", 10).status is CheckStatus.COMPLETED
    assert "workers were lost on these checks: chk_a" in caplog.messages


def test_a_check_that_kills_its_worker_every_time_fails(run, store, clock, complete):
    store.add(make_check())
    for _ in range(ATTEMPTS):
        assert store.claim(clock(), 120) is not None
        clock.now += timedelta(seconds=121)
    runner = run(complete)
    runner.start()
    ended = runner.wait("chk_a", 10)
    assert (ended.status, ended.failure) == (CheckStatus.FAILED, "lost")
