"""What was seen and answered is kept once, judged again without a network, and forgotten on request."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from stored_samples import NOON, make_answered, make_check, make_report, make_snapshot

from checker.errors import NotFound
from checker.store import checks, judgements
from checker.store.engine import lock, open_engine, writer
from checker.store.judgements import pack_report
from checker.store.store import EVIDENCE_LOCK
from checker.store.tables import BODIES, METADATA, SNAPSHOTS
from checker.words import CheckStatus, Level

LATER = NOON + timedelta(days=400)


@pytest.fixture
def count(url, store):
    """Give a way to count the rows of a table behind the store's back."""
    engine = open_engine(url)

    def count_(table: sa.Table) -> int:
        with engine.begin() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

    yield count_
    engine.dispose()


def test_a_snapshot_is_read_by_its_own_id(store):
    store.add(make_answered())
    assert store.snapshot("snap_a") == make_snapshot()


def test_the_same_id_seen_twice_gives_the_newest_and_loses_neither(store):
    newer = replace(make_snapshot(terms=b"new"), taken_at=LATER)
    store.add(make_answered("chk_a"))
    store.add(make_answered("chk_b", newer))
    assert store.snapshot("snap_a") == newer
    assert store.get("chk_a").report.snapshot == make_snapshot()


def test_a_body_is_kept_once(store, count):
    store.add(make_answered("chk_a", make_snapshot("snap_a")))
    store.add(make_answered("chk_b", make_snapshot("snap_b")))
    assert (count(BODIES), count(SNAPSHOTS)) == (2, 2)


def test_forgetting_leaves_what_others_hold_and_nothing_else(store, count):
    store.add(make_answered("chk_a", make_snapshot("snap_a", terms=b"only here")))
    store.add(make_answered("chk_b", make_snapshot("snap_b")))
    kept = store.get("chk_b")
    store.forget("chk_a")
    with pytest.raises(NotFound):
        store.get("chk_a")
    with pytest.raises(NotFound):
        store.snapshot("snap_a")
    assert store.get("chk_b") == kept
    assert count(BODIES) == 2
    store.forget("chk_b")
    assert {table.name: count(table) for table in METADATA.sorted_tables} == dict.fromkeys(METADATA.tables, 0)


def test_a_shared_snapshot_outlives_one_of_its_checks(store):
    store.add(make_answered("chk_a"))
    store.add(make_answered("chk_b"))
    store.forget("chk_a")
    assert store.get("chk_b").report.snapshot == make_snapshot()


def test_forgetting_waits_for_a_check_that_takes_up_the_same_bodies(store, url):
    store.add(make_answered("chk_a", make_snapshot("snap_a")))
    check = make_answered("chk_b", make_snapshot("snap_b"))
    packed = pack_report(check.id, check.report, NOON)
    engine = open_engine(url)
    with ThreadPoolExecutor(1) as pool:
        with writer(engine).begin() as connection:
            lock(connection, EVIDENCE_LOCK)
            checks.insert(connection, check, packed.digest)
            judgements.put(connection, packed)
            forgetting = pool.submit(store.forget, "chk_a")
            with pytest.raises(TimeoutError):
                forgetting.result(timeout=0.3)
        forgetting.result(timeout=10)
    engine.dispose()
    assert store.get("chk_b") == check


def test_forgetting_and_saving_the_same_bodies_at_once_breaks_nothing(store):
    def write_and_forget(n: int) -> None:
        store.add(make_answered(f"chk_{n}", make_snapshot(f"snap_{n % 3}")))
        if n % 2:
            store.forget(f"chk_{n}")

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write_and_forget, range(30)))
    for n in range(0, 30, 2):
        assert store.get(f"chk_{n}").report.snapshot == make_snapshot(f"snap_{n % 3}")


def test_what_is_to_be_judged_again_is_listed_and_complete(store, monkeypatch):
    monkeypatch.setattr("checker.store.store.PAGE", 2)
    for name in "abcde":
        store.add(make_answered(f"chk_{name}", make_snapshot(f"snap_{name}")))
    store.add(make_check("chk_waiting"))
    listed = list(store.all_snapshots())
    assert listed == [(f"chk_{name}", f"snap_{name}") for name in "abcde"]
    assert [store.snapshot(snapshot_id).id for _, snapshot_id in listed] == [f"snap_{n}" for n in "abcde"]


def test_both_answers_are_remembered(store):
    first = make_answered()
    store.add(first)
    again = make_report(make_snapshot(), Level.CONDITIONAL, "2028.01+def")
    store.add_judgement("chk_a", again, LATER)
    assert store.get("chk_a") == first
    given = store.judgements("chk_a")
    assert [(j.edition, j.level, j.judged_at) for j in given] == [
        ("2026.11+abc", Level.PROHIBITED, NOON),
        ("2028.01+def", Level.CONDITIONAL, LATER),
    ]
    assert [j.report for j in given] == [first.report, again]


def test_a_new_revision_keeps_the_earlier_answer(store):
    store.add(make_answered())
    again = make_report(make_snapshot("snap_b", terms=b"changed"), Level.PERMITTED)
    store.save(make_answered(report=again, finished_at=LATER, revision=2))
    assert store.get("chk_a").report == again
    assert [j.level for j in store.judgements("chk_a")] == [Level.PROHIBITED, Level.PERMITTED]


def test_the_very_same_answer_is_remembered_once(store):
    store.add(make_answered())
    store.save(make_answered())
    store.add_judgement("chk_a", make_report(make_snapshot()), LATER)
    assert [j.judged_at for j in store.judgements("chk_a")] == [NOON]


def test_a_check_sent_round_again_shows_no_answer_meanwhile(store):
    store.add(make_answered())
    store.save(make_check(status=CheckStatus.QUEUED, revision=2))
    assert store.get("chk_a").report is None
    assert len(store.judgements("chk_a")) == 1
