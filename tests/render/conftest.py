"""A renderer on this machine's Chromium, a web on loopback, and the guarded fetcher between them."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
import pytest

from checker.fetch import Fetcher
from checker.model import Missing, Page
from checker.render.guard import WALLS
from checker.render.renderer import Budget, Renderer
from checker.settings import Settings
from tests.loopback import Web, resolves, serving

AGENT = "GardefouTest/1.0"


def resolves_inside(host: str, port: int) -> list[tuple[str, int]]:
    return [("127.0.0.1", port)] if host.startswith("inside") else resolves(host, port)


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with serving() as one:
        yield one


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "the browser tests need Chromium: make browser"
    return found


@dataclass
class Door:
    """Asks through the guarded fetcher, and remembers for what."""

    fetch: Fetcher
    asked: list[str] = field(default_factory=list)

    def __call__(self, urls: Sequence[str]) -> list[Page | Missing]:
        self.asked += urls
        return [self.fetch(url, seconds=5) for url in urls]


@dataclass
class Opened:
    """What became of a page, how long it took, and what its scripts asked for."""

    got: Page | Missing
    seconds: float
    asked: list[str]

    @property
    def text(self) -> str:
        assert isinstance(self.got, Page), self.got
        return self.got.body.decode()


Open = Callable[..., Opened]


@contextmanager
def family() -> Iterator[set[psutil.Process]]:
    """Gather every process that descends from this one meanwhile, but not those from before."""
    me, seen, ended = psutil.Process(), set[psutil.Process](), threading.Event()
    before = set(me.children(recursive=True))

    def look() -> None:
        while not ended.wait(0.05):
            seen.update(set(me.children(recursive=True)) - before)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


@pytest.fixture
def opening(web: Web, chromium: str) -> Open:
    """Give what opens a page as a visit would; none of the browser may be left when it is done."""

    def opened(page: Page | str, *, within: Sequence[str] = WALLS, **budget: Any) -> Opened:
        fetch = Fetcher(Settings(), resolve=resolves_inside, connect=web.connect)
        came = fetch(page) if isinstance(page, str) else page
        assert isinstance(came, Page)
        door = Door(fetch)
        limits = Budget(**{"seconds": 60.0, **budget})
        renderer = Renderer(browser=chromium, user_agent=AGENT, within=within, budget=limits)
        start = time.monotonic()
        with family() as seen:
            got = renderer(came, door, 60)
        took = time.monotonic() - start
        assert len(seen) > 4, "a browser is several processes"
        assert [one for one in seen if one.is_running()] == []
        return Opened(got, took, door.asked)

    return opened
