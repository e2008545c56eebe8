"""Several fetches at once, with few at a time for each host."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Condition
from typing import Protocol
from urllib.parse import urlsplit

from checker.errors import Refused
from checker.fetch.client import utc_now
from checker.model import Missing, Page
from checker.words import Cause

MAX_DELAY = 10.0
MAX_THREADS = 8


class Fetch(Protocol):
    """What gives a page or what kept it away."""

    def __call__(
        self, url: str, *, allow: Callable[[str], bool] | None = None, seconds: float = 20.0
    ) -> Page | Missing:
        """Give the page at an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One address to ask for."""

    url: str
    allow: Callable[[str], bool] | None = None
    seconds: float = 20.0


class Courier:
    """Fetches several addresses at once; one courier a process keeps the limit per host over all checks."""

    def __init__(
        self,
        fetcher: Fetch,
        *,
        per_host: int = 2,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._fetcher = fetcher
        self._per_host = per_host
        self._sleep = sleep
        self._clock = clock
        self._now = now
        self._turn = Condition()
        self._running: Counter[str] = Counter()
        self._next_start: dict[str, float] = {}

    def __call__(self, requests: Sequence[Ask], delay: float = 0.0) -> tuple[Page | Missing, ...]:
        """Give the answers in the order of the asks; an address that is refused gives `Missing` too.

        `delay` is the Crawl-delay in seconds between two starts on one host; 10 at most.
        """
        if not requests:
            return ()
        with ThreadPoolExecutor(min(len(requests), MAX_THREADS), thread_name_prefix="courier") as threads:
            return tuple(
                threads.map(lambda ask: self._fetched(ask, min(max(delay, 0.0), MAX_DELAY)), requests)
            )

    def _fetched(self, ask: Ask, delay: float) -> Page | Missing:
        try:
            host = urlsplit(ask.url).hostname or ""
        except ValueError:
            host = ""
        with self._turn_at(host, delay):
            try:
                return self._fetcher(ask.url, allow=ask.allow, seconds=ask.seconds)
            except Refused as refused:
                cause = Cause(refused.code)
                return Missing(url=ask.url, cause=cause, taken_at=self._now(), detail=refused.detail)

    @contextmanager
    def _turn_at(self, host: str, delay: float) -> Iterator[None]:
        """Wait for one of the places of a host, and until its last start is `delay` seconds ago."""
        with self._turn:
            self._turn.wait_for(lambda: self._running[host] < self._per_host)
            self._running[host] += 1
            now = self._clock()
            start = max(now, self._next_start.get(host, now))
            self._next_start = {name: at for name, at in self._next_start.items() if at > now}
            self._next_start[host] = start + delay
        try:
            if start > now:
                self._sleep(start - now)
            yield
        finally:
            with self._turn:
                self._running[host] -= 1
                if not self._running[host]:
                    del self._running[host]
                self._turn.notify_all()
