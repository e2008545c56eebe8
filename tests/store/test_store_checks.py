"""One contract, held by both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from stored_samples import NOON, SAY, make_answered, make_check, make_report, make_snapshot

from checker.errors import BadInput, NotFound
from checker.model import Purpose, Step
from checker.words import Channel, CheckStatus, Level

HOUR = timedelta(hours=1)


def step(name: str) -> Step:
    return Step(name=name, at=NOON, say=SAY)


def test_a_check_comes_back_as_it_was_given(store):
    check = make_check(
        revision=3, steps=(step("robots"), step("terms")), failure="nul \ufffd", history=("chk_0",)
    )
    store.add(check)
    assert store.get("chk_a") == check


def test_a_report_comes_back_whole_with_bodies_and_nul_characters(store):
    check = make_answered()
    store.add(check)
    back = store.get("chk_a")
    assert back == check
    assert back.report.snapshot.exhibits[2].page.body == b"<p>No robots.\x00\xff</p>"
    assert back.report.findings.clauses[0].quote == "No robots.\x00"


def test_nul_in_a_text_column_becomes_a_visible_mark(store):
    store.add(make_check(failure="a\x00b"))
    assert store.get("chk_a").failure == "a\ufffdb"


def test_it_survives_a_restart(open_store):
    check = make_answered()
    first = open_store()
    first.add(check)
    first.close()
    assert open_store().get("chk_a") == check


def test_moments_keep_their_instant_and_need_a_zone(store):
    tokyo = datetime(2026, 11, 24, 21, 0, tzinfo=timezone(timedelta(hours=9)))
    store.add(make_check(created_at=tokyo))
    assert store.get("chk_a").created_at == datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    with pytest.raises(Exception, match="time zone"):
        store.add(make_check("chk_b", created_at=datetime(2026, 11, 24)))  # noqa: DTZ001


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.get("x"),
        lambda store: store.status("x"),
        lambda store: store.save(make_check("x")),
        lambda store: store.add_step("x", step("robots")),
        lambda store: store.set_status("x", CheckStatus.FAILED),
        lambda store: store.forget("x"),
        lambda store: store.snapshot("x"),
        lambda store: store.judgements("x"),
        lambda store: store.add_judgement("x", make_report(make_snapshot()), NOON),
    ],
)
def test_what_is_not_kept_is_not_found(store, ask):
    with pytest.raises(NotFound):
        ask(store)


def test_saving_with_stale_steps_loses_none_and_repeats_none(store):
    store.add(make_check(steps=(step("robots"),)))
    stale = store.get("chk_a")
    store.add_step("chk_a", step("home"))
    store.save(replace(stale, status=CheckStatus.ANALYSING))
    store.save(replace(stale, steps=(*stale.steps, step("terms"))))
    assert [s.name for s in store.get("chk_a").steps] == ["robots", "home", "terms"]


def test_steps_added_at_once_by_many_are_all_kept(store):
    store.add(make_check())
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.add_step("chk_a", step(f"s{n}")), range(40)))
    assert sorted(s.name for s in store.get("chk_a").steps) == sorted(f"s{n}" for n in range(40))


def test_a_status_moves_until_its_end(store):
    store.add(make_check())
    assert store.set_status("chk_a", CheckStatus.ANALYSING) is True
    assert store.status("chk_a") is CheckStatus.ANALYSING
    assert store.set_status("chk_a", CheckStatus.CANCELLED, failure="asked", finished_at=NOON) is True
    assert store.set_status("chk_a", CheckStatus.FAILED, failure="late") is False
    ended = store.get("chk_a")
    assert (ended.status, ended.failure, ended.finished_at) == (CheckStatus.CANCELLED, "asked", NOON)


class TestLatest:
    url = "https://www.exemple.fr/contacts"
    purpose = make_check().request.purpose

    def test_it_is_the_newest_answer_to_the_same_question(self, store):
        store.add(make_answered("chk_a", finished_at=NOON))
        store.add(make_answered("chk_b", finished_at=NOON + HOUR, status=CheckStatus.PARTIAL))
        store.add(make_answered("chk_c", finished_at=NOON - HOUR))
        assert store.latest(self.url, self.purpose, NOON).id == "chk_b"

    def test_it_is_never_older_than_asked(self, store):
        store.add(make_answered("chk_a", finished_at=NOON))
        assert store.latest(self.url, self.purpose, NOON).id == "chk_a"
        assert store.latest(self.url, self.purpose, NOON + timedelta(microseconds=1)) is None

    @pytest.mark.parametrize(
        "status", [CheckStatus.FAILED, CheckStatus.CANCELLED, CheckStatus.QUEUED, CheckStatus.FETCHING]
    )
    def test_it_is_an_answer(self, store, status):
        store.add(make_check(status=status))
        assert store.latest(self.url, self.purpose, NOON - HOUR) is None

    def test_another_address_or_purpose_is_another_question(self, store):
        store.add(make_answered())
        assert store.latest(self.url + "/", self.purpose, NOON) is None
        assert store.latest(self.url, replace(self.purpose, channel=Channel.SMS), NOON) is None
        assert store.latest(self.url, Purpose(), NOON) is None


class TestHistory:
    def test_it_is_the_hosts_newest_first_page_by_page(self, store):
        for n in range(5):
            store.add(make_check(f"chk_{n}", created_at=NOON + n // 2 * HOUR))
        store.add(make_check("chk_other", url="https://autre.fr/"))
        seen, cursor = [], ""
        for _ in range(3):
            listing = store.by_host("www.exemple.fr", limit=2, cursor=cursor)
            seen.append([entry.id for entry in listing.entries])
            cursor = listing.cursor
        assert seen == [["chk_4", "chk_3"], ["chk_2", "chk_1"], ["chk_0"]]
        assert cursor == ""

    def test_a_line_tells_the_shown_answer(self, store):
        store.add(make_answered())
        (entry,) = store.by_host("www.exemple.fr").entries
        assert (entry.level, entry.edition, entry.url) == (
            Level.PROHIBITED,
            "2026.11+abc",
            "https://www.exemple.fr/contacts",
        )

    def test_a_line_without_answer_has_no_level(self, store):
        store.add(make_check())
        (entry,) = store.by_host("www.exemple.fr").entries
        assert (entry.level, entry.edition) == (None, "")

    @pytest.mark.parametrize(
        "cursor", ["x", "é", "////", "MjAyNi0xMS0yNCBh", "MjAyNi0xMS0yNFQxMjowMDowMFogAA"]
    )
    def test_a_strange_cursor_is_refused(self, store, cursor):
        with pytest.raises(BadInput) as refused:
            store.by_host("www.exemple.fr", cursor=cursor)
        assert refused.value.code == "bad_cursor"


class TestIdempotency:
    def test_the_same_key_gives_the_same_check_for_a_day(self, store):
        assert store.idempotent("k", "body", "chk_a", NOON) == "chk_a"
        assert store.idempotent("k", "body", "chk_b", NOON + 23 * HOUR) == "chk_a"
        assert store.idempotent("k2", "body", "chk_b", NOON) == "chk_b"
        assert store.idempotent("k", "other", "chk_c", NOON + 24 * HOUR) == "chk_c"

    def test_another_body_under_the_same_key_is_a_conflict(self, store):
        store.idempotent("k", "body", "chk_a", NOON)
        with pytest.raises(BadInput) as refused:
            store.idempotent("k", "other", "chk_b", NOON)
        assert refused.value.code == "idempotency_conflict"

    def test_a_released_or_forgotten_key_is_new_again(self, store):
        store.idempotent("k\x00\ud800", "body", "chk_a", NOON)
        store.release("k\x00\ud800")
        assert store.idempotent("k\x00\ud800", "other", "chk_b", NOON) == "chk_b"
        store.add(make_check("chk_b"))
        store.forget("chk_b")
        assert store.idempotent("k\x00\ud800", "body", "chk_c", NOON) == "chk_c"

    def test_many_at_once_agree_on_one_check(self, store):
        start = threading.Barrier(8)

        def ask(n: int) -> str:
            start.wait()
            return str(store.idempotent("k", "body", f"chk_{n}", NOON))

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(ask, range(8)))) == 1
