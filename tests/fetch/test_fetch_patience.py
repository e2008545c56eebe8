"""A site that answers 429 or 503 with Retry-After is left in peace until then, a day at most."""

from datetime import UTC, datetime, timedelta

import pytest
from small_internet import NOON, OTHER_PUBLIC, Net, answer, redirect

from checker.fetch import Ask, Courier
from checker.model import Missing, Page
from checker.visit import again_at
from checker.words import Cause

HOME, TERMS = Ask(url="http://exemple.fr/"), Ask(url="http://exemple.fr/terms")


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def page(status: int, *headers: tuple[str, str]) -> Page:
    url = "http://exemple.fr/"
    return Page(url=url, final_url=url, status=status, headers=headers, body=b"", taken_at=NOON, sha256="")


@pytest.mark.parametrize(
    ("status", "said", "seconds"),
    [
        (429, "120", 120),
        (503, " 30 ", 30),
        (503, "Tue, 24 Nov 2026 13:00:00 GMT", 3600),
        (503, "0", None),
        (503, "-5", None),
        (503, "1.5", None),
        (503, "soon", None),
        (503, "", None),
        (503, "٣", None),
        (503, "Mon, 23 Nov 2026 13:00:00 GMT", None),
        (503, "86401", 86_400),
        (429, "9" * 5000, 86_400),
        (429, "Fri, 31 Dec 9999 23:59:59 GMT", 86_400),
        (503, "Fri, 31 Dec 9999 23:59:59 -2359", 86_400),
        (503, "Fri, 31 Dec 99999999999999999999 23:59:59 GMT", None),
        (503, "Sat, 01 Jan 0001 00:00:00 +2359", None),
        (503, "Tue, 24 Nov 2026 13:00:00 +9999999999", None),
        (500, "120", None),
        (200, "120", None),
    ],
)
def test_when_a_site_may_be_asked_again(status: int, said: str, seconds: int | None) -> None:
    expected = None if seconds is None else NOON + timedelta(seconds=seconds)
    assert again_at(page(status, ("RETRY-AFTER", said))) == expected


def test_without_the_header_nothing_is_said() -> None:
    assert again_at(page(503)) is None


def test_a_busy_host_is_not_asked_again_before_its_time(net: Net) -> None:
    net.serve(answer(b"busy", "Retry-After: 60", status="429 Too Many Requests"))
    clock = Clock()
    courier = Courier(net.fetcher(), now=clock)
    (first,) = courier([HOME])
    assert isinstance(first, Page)
    clock.now += timedelta(seconds=59)
    (second,) = courier([TERMS])
    assert len(net.dialled) == 1
    assert second == Missing(
        url="http://exemple.fr/terms",
        cause=Cause.HTTP_STATUS,
        taken_at=clock.now,
        status=429,
        until=NOON + timedelta(seconds=60),
    )
    clock.now += timedelta(seconds=1)
    courier([TERMS])
    assert len(net.dialled) == 2


@pytest.mark.parametrize("more", ["Content-Length: 99999999", "Content-Encoding: gzip"])
def test_a_busy_host_is_heard_though_its_body_cannot_be_had(net: Net, more: str) -> None:
    net.serve(f"HTTP/1.1 503 Busy\r\nRetry-After: 60\r\n{more}\r\n\r\nno gzip".encode())
    courier = Courier(net.fetcher(), now=Clock())
    (first,) = courier([HOME])
    assert isinstance(first, Page)
    assert (first.status, first.body) == (503, b"")
    (second,) = courier([TERMS])
    assert isinstance(second, Missing)
    assert (second.until, len(net.dialled)) == (NOON + timedelta(seconds=60), 1)


def test_a_busy_answer_without_a_time_closes_nothing(net: Net) -> None:
    net.serve(answer(b"busy", status="503 Service Unavailable"))
    courier = Courier(net.fetcher(), now=Clock())
    courier([HOME])
    courier([TERMS])
    assert len(net.dialled) == 2


def test_the_other_name_of_a_site_that_leads_to_the_busy_one_is_left_in_peace_too(net: Net) -> None:
    net.serve(redirect("http://www.exemple.fr/"))
    net.serve(answer(b"", "Retry-After: 60", status="503 Busy"), "www.exemple.fr", OTHER_PUBLIC)
    courier = Courier(net.fetcher(), now=Clock())
    courier([HOME])
    assert len(net.dialled) == 2
    (again,) = courier([HOME])
    assert (isinstance(again, Missing), len(net.dialled)) == (True, 2)


def test_a_site_that_only_leads_to_a_busy_one_stays_open(net: Net) -> None:
    net.serve(redirect("http://autre.fr/"))
    net.serve(answer(b"", "Retry-After: 60", status="503 Busy"), "autre.fr", OTHER_PUBLIC)
    courier = Courier(net.fetcher(), now=Clock())
    courier([HOME])
    assert net.dialled == ["93.184.216.34", OTHER_PUBLIC]
    (again,) = courier([HOME])
    assert net.dialled == ["93.184.216.34", OTHER_PUBLIC, "93.184.216.34"]
    assert isinstance(again, Missing)
    assert (again.cause, again.status, again.url) == (Cause.HTTP_STATUS, 503, "http://exemple.fr/")
    assert (again.final_url, again.until) == ("http://autre.fr/", NOON + timedelta(seconds=60))


def test_a_moment_is_told_in_utc() -> None:
    until = again_at(page(503, ("Retry-After", "Tue, 24 Nov 2026 14:00:00 +0100")))
    assert until == datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
