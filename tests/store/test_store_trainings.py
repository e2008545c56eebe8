"""Sets shared with a group: counted without names, found by two ids, gone when their time is over."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from checker.errors import NotFound
from checker.quiz import Ask
from checker.quiz.group import new_group
from checker.store import Store

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
GROUP = new_group("grp_1", "res_1", Ask(seed="lundi", number=2, kinds=("case",)), ("a", "b"), NOW, 7)


def test_a_group_comes_back_by_both_ids(store: Store) -> None:
    store.add_group(GROUP)
    assert store.group("grp_1", NOW) == GROUP
    assert store.group_results("res_1", NOW) == (GROUP, {})
    for wrong in ("res_1", "grp_2", "x\x7fy"):
        with pytest.raises(NotFound):
            store.group(wrong, NOW)
    with pytest.raises(NotFound):
        store.group_results("grp_1", NOW)


def test_answers_are_only_counted(store: Store) -> None:
    store.add_group(GROUP)
    store.count_answers("grp_1", ["sets", "right a", "right a"], NOW)
    store.count_answers("grp_1", ["sets", "tag public_is_not_free"], NOW)
    _, counts = store.group_results("res_1", NOW)
    assert counts == {"sets": 2, "right a": 1, "tag public_is_not_free": 1}
    with pytest.raises(NotFound):
        store.count_answers("grp_2", ["sets"], NOW)


def test_many_trainees_at_once_lose_no_answer(store: Store) -> None:
    store.add_group(GROUP)
    orders = (["sets", "right a", "right b"], ["right b", "right a", "sets"])
    trainees = [
        threading.Thread(target=store.count_answers, args=("grp_1", orders[n % 2], NOW)) for n in range(12)
    ]
    for one in trainees:
        one.start()
    for one in trainees:
        one.join()
    assert store.group_results("res_1", NOW)[1] == {"sets": 12, "right a": 12, "right b": 12}


def test_a_group_is_gone_when_its_time_is_over(store: Store, open_store: Callable[[], Store]) -> None:
    store.add_group(GROUP)
    store.count_answers("grp_1", ["sets"], NOW)
    for ask in (lambda: store.group("grp_1", LATER), lambda: store.group_results("res_1", LATER)):
        with pytest.raises(NotFound):
            ask()
    assert store.drop_ended_groups(LATER - timedelta(seconds=1)) == 0
    assert store.drop_ended_groups(LATER) == 1
    assert open_store().drop_ended_groups(LATER) == 0
    with pytest.raises(NotFound):
        store.group("grp_1", NOW)
    store.add_group(GROUP)
    assert store.group_results("res_1", NOW)[1] == {}


@pytest.mark.parametrize(("days", "kept"), [(-3, 1), (0, 1), (30, 30), (999, 90)])
def test_days_stay_within_bounds(days: int, kept: int) -> None:
    assert new_group("a", "b", Ask(seed="x"), (), NOW, days).ends_at == NOW + timedelta(days=kept)
