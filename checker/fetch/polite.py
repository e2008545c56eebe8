"""Several fetches at once, with few at a time for each host, and none where the site asked for peace."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from inspect import signature
from threading import Condition
from typing import Protocol
from urllib.parse import urlsplit

from checker.address import same_site
from checker.errors import Refused
from checker.fetch.client import Fetcher, utc_now
from checker.model import Missing, Page
from checker.visit import again_at
from checker.words import Cause

MAX_DELAY = 10.0
MAX_THREADS = 8


class Fetch(Protocol):
    """What gives a page or what kept it away."""

    def __call__(
        self, url: str, *, allow: Callable[[str], bool] | None = None, seconds: float = 20.0
    ) -> Page | Missing:
        """Give the page at an address."""


def as_fetch(fetcher: Callable[..., Page | Missing]) -> Fetch:
    """Give what takes `allow` and `seconds`, also from a callable that takes an address only."""
    if isinstance(fetcher, Fetcher) or {"allow", "seconds"} <= signature(fetcher).parameters.keys():
        return fetcher
    return lambda url, **_: fetcher(url)


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
        opted_out: frozenset[str] = frozenset(),
        per_host: int = 2,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Make a courier; hosts in `opted_out` and their sub-domains are never asked for anything."""
        self._fetcher = fetcher
        self._opted_out = opted_out
        self._per_host = per_host
        self._sleep = sleep
        self._clock = clock
        self._now = now
        self._turn = Condition()
        self._running: Counter[str] = Counter()
        self._next_start: dict[str, float] = {}
        self._waits: dict[str, Missing] = {}

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
        with self._turn_at(_host(ask.url), delay):
            closed = self._closed(ask.url)
            if closed is not None:
                return replace(closed, url=ask.url, taken_at=self._now())
            try:
                got = self._fetcher(ask.url, allow=self._allowing(ask.allow), seconds=ask.seconds)
            except Refused as refused:
                cause = Cause(refused.code)
                return Missing(url=ask.url, cause=cause, taken_at=self._now(), detail=refused.detail)
            return self._noted(got)

    def _allowing(self, allow: Callable[[str], bool] | None) -> Callable[[str], bool]:
        """Give a permission for each hop that a closed host has none of."""
        return lambda url: self._closed(url) is None and (allow is None or allow(url))

    def _closed(self, url: str) -> Missing | None:
        """Give why nothing is asked of the host of an address now; None where it may be asked."""
        host = _host(url)
        labels = host.split(".")
        if not self._opted_out.isdisjoint(".".join(labels[at:]) for at in range(len(labels))):
            return Missing(url=url, cause=Cause.OPTED_OUT, taken_at=self._now())
        wait = self._waits.get(host)
        return wait if wait is not None and wait.until is not None and wait.until > self._now() else None

    def _noted(self, got: Page | Missing) -> Page | Missing:
        """Give an answer, the cause mended where a redirect led to a closed host; remember who wants peace.

        A host that only leads to another site is not closed by what that one answers.
        """
        if isinstance(got, Missing):
            closed = self._closed(got.final_url or got.url)
            if closed is None or got.cause is not Cause.ROBOTS_DISALLOWED:
                return got
            return replace(closed, url=got.url, final_url=got.final_url, taken_at=got.taken_at)
        until = again_at(got)
        if until is not None:
            wait = Missing(
                url=got.url, cause=Cause.HTTP_STATUS, taken_at=got.taken_at, status=got.status, until=until
            )
            last = _host(got.final_url)
            hosts = {_host(url) for url in (got.url, *got.hops, got.final_url)}
            self._keep(dict.fromkeys((host for host in hosts if same_site(host, last)), wait))
        return got

    def _keep(self, waits: dict[str, Missing]) -> None:
        now = self._now()
        with self._turn:
            kept = {host: one for host, one in self._waits.items() if one.until and one.until > now}
            self._waits = kept | waits

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


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
