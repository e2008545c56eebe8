"""What opens a page as a visit would: the guarded fetcher, what came of it, and the processes meanwhile."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil

from checker.fetch import Fetcher
from checker.model import Missing, Page
from tests.loopback import resolves

AGENT = "GardefouTest/1.0"


def resolves_inside(host: str, port: int) -> list[tuple[str, int]]:
    return [("127.0.0.1", port)] if host.startswith("inside") else resolves(host, port)


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
