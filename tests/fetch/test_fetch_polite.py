"""Several fetches at once: order, places per host, delays, and nothing left running."""

import threading
from collections.abc import Callable, Iterator

import pytest
from small_internet import OTHER_PUBLIC, Net, Server, answer

from checker.errors import Refused
from checker.fetch import Ask, Courier
from checker.model import Missing, Page
from checker.words import Cause


class Crowd:
    """A behaviour that serves so many requests together, and remembers how many there were at most."""

    def __init__(self, together: int = 1) -> None:
        self.most = 0
        self._barrier = threading.Barrier(together)
        self._now = 0
        self._lock = threading.Lock()

    def __call__(self, server: Server, request: bytes) -> Iterator[bytes]:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        self._barrier.wait(5)
        server.pause(0.05)
        with self._lock:
            self._now -= 1
        yield answer(request.split()[1])


def asks(host: str, count: int) -> list[Ask]:
    return [Ask(url=f"http://{host}/{number}") for number in range(count)]


def test_answers_come_in_the_order_of_the_asks_two_at_a_time_for_a_host(net: Net) -> None:
    crowd = Crowd(together=2)
    net.serve(crowd)
    got = Courier(net.fetcher())(asks("exemple.fr", 6))
    assert [page.body for page in got if isinstance(page, Page)] == [f"/{n}".encode() for n in range(6)]
    assert crowd.most == 2


def test_hosts_do_not_wait_for_each_other(net: Net) -> None:
    crowd = Crowd(together=2)
    net.serve(crowd)
    net.serve(crowd, "autre.fr", OTHER_PUBLIC)
    got = Courier(net.fetcher(), per_host=1)([*asks("exemple.fr", 3), *asks("autre.fr", 3)])
    assert all(isinstance(page, Page) for page in got)
    assert crowd.most == 2


def test_the_places_of_a_host_are_shared_by_all_checks(net: Net) -> None:
    crowd = Crowd()
    net.serve(crowd)
    courier = Courier(net.fetcher())
    checks = [threading.Thread(target=courier, args=(asks("exemple.fr", 3),)) for _ in range(3)]
    for check in checks:
        check.start()
    for check in checks:
        check.join()
    assert crowd.most == 2
    assert len(net.dialled) == 9


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.lock = threading.Lock()

    def sleep(self, seconds: float) -> None:
        with self.lock:
            self.now += seconds


@pytest.mark.parametrize(("delay", "between"), [(0.0, 0.0), (3.0, 3.0), (3600.0, 10.0), (-1.0, 0.0)])
def test_starts_on_a_host_are_as_far_apart_as_it_asks_up_to_ten_seconds(delay: float, between: float) -> None:
    clock = Clock()
    starts: list[float] = []

    def fetcher(url: str, *, allow: Callable[[str], bool] | None = None, seconds: float = 20.0) -> Missing:
        starts.append(clock.now)
        raise Refused(Cause.BAD_URL, url)

    courier = Courier(fetcher, per_host=1, sleep=clock.sleep, clock=lambda: clock.now)
    courier(asks("exemple.fr", 3), delay)
    courier(asks("exemple.fr", 1), delay)
    assert starts == [100.0 + between * number for number in range(4)]


def test_an_address_that_is_refused_does_not_spoil_the_others(net: Net) -> None:
    net.serve(answer(b"ok"))
    asked = [Ask(url="http://127.0.0.1/"), Ask(url="http://[::1"), Ask(url="http://exemple.fr/")]
    first, second, third = Courier(net.fetcher())(asked)
    assert isinstance(first, Missing)
    assert isinstance(second, Missing)
    assert isinstance(third, Page)
    assert (first.url, first.cause, second.cause) == ("http://127.0.0.1/", Cause.NOT_PUBLIC, Cause.NOT_PUBLIC)


def test_an_ask_carries_its_own_permission_and_time(net: Net) -> None:
    def behaviour(server: Server, _request: bytes) -> Iterator[bytes]:
        server.pause(2)
        yield answer(b"late")

    net.serve(behaviour)
    one, other = Courier(net.fetcher())(
        [
            Ask(url="http://exemple.fr/a", allow=lambda _url: False),
            Ask(url="http://exemple.fr/b", seconds=0.2),
        ]
    )
    assert isinstance(one, Missing)
    assert isinstance(other, Missing)
    assert (one.cause, other.cause) == (Cause.ROBOTS_DISALLOWED, Cause.TIMEOUT)


def test_nothing_is_asked_and_nothing_is_left_running(net: Net) -> None:
    net.serve(answer(b"ok"))
    courier = Courier(net.fetcher())
    assert courier([]) == ()
    courier(asks("exemple.fr", 4))
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("courier")]


def test_a_place_is_given_back_after_an_error() -> None:
    def fetcher(url: str, *, allow: Callable[[str], bool] | None = None, seconds: float = 20.0) -> Missing:
        raise RuntimeError(url)

    courier = Courier(fetcher, per_host=1)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            courier(asks("exemple.fr", 1))
