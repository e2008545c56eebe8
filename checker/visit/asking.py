"""Asking for pages: robots.txt first for every origin, within a budget of requests and hosts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from checker.address import origin
from checker.errors import Refused
from checker.model import Missing, Page, Reading, Text
from checker.visit.robots import Rules, read_rules
from checker.words import Cause

MOST_REQUESTS = 12
MOST_HOSTS = 3
SECONDS = 20.0
ROBOTS_SECONDS = 10.0

Allow = Callable[[str], bool]
Tell = Callable[[str, Text], None]


class Send(Protocol):
    """The one port to the network: asks several addresses at once, politely, and answers in order."""

    def __call__(
        self, urls: Sequence[str], *, allow: Allow, seconds: float, delay: float
    ) -> tuple[Page | Missing, ...]:
        """Give what each address answers, or why nothing could be had."""


class Render(Protocol):
    """What opens a page in a browser; its requests go through `ask`, and it takes `seconds` at most."""

    def __call__(
        self, page: Page, ask: Callable[[Sequence[str]], Sequence[Page | Missing]], seconds: float
    ) -> Page | Missing:
        """Give the page as its scripts built it, or why they did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a visit is lent: the network, the killable reader, a listener, a clock, and what time is left.

    `render` opens pages in a browser, where that is switched on.
    """

    send: Send
    read: Callable[[Page], Reading | Missing]
    tell: Tell
    now: Callable[[], datetime]
    remaining: Callable[[], float]
    render: Render | None = None


class Asker:
    """Asks for addresses on behalf of one visit, and remembers what each robots.txt said.

    It makes at most so many `requests`, to so many `hosts`, each of so many `seconds`.
    """

    def __init__(
        self,
        means: Means,
        *,
        requests: int = MOST_REQUESTS,
        hosts: int = MOST_HOSTS,
        seconds: float = SECONDS,
    ) -> None:
        self._means = means
        self._most_requests, self._most_hosts, self._seconds = requests, hosts, seconds
        self._robots: dict[str, Rules] = {}
        self.robots_seen: list[tuple[str, Page | Missing]] = []
        self.asked = 0
        self.rendered = 0
        self.limits: list[str] = []

    @property
    def left(self) -> int:
        """Give how many requests may still be made."""
        return 0 if self._means.remaining() <= 0 else self._most_requests - self.asked

    def for_scripts(self, means: Means, *, requests: int, hosts: int, seconds: float) -> "Asker":
        """Give an asker of its own limits for what a page's scripts want; it knows each robots.txt."""
        asker = Asker(means, requests=requests, hosts=hosts, seconds=seconds)
        asker._robots = dict(self._robots)
        return asker

    def ask(self, urls: Sequence[str]) -> list[Page | Missing]:
        """Give what each address answers; a redirect to another origin waits for its robots.txt."""
        answers: dict[str, Page | Missing] = {
            url: self._malformed(url) for url in urls if not _has_origin(url)
        }
        next_url = {url: url for url in dict.fromkeys(urls) if url not in answers}
        while next_url:
            self._learn([origin(url) for url in next_url.values()])
            ready = {first: url for first, url in next_url.items() if self._may(first, url, answers)}
            got = self._send(list(ready.values()))
            next_url = {}
            for (first, _), one in zip(ready.items(), got, strict=True):
                onward = self._onward(one)
                if onward:
                    next_url[first] = onward
                else:
                    answers[first] = replace(self._judged(one), url=first)
        return [answers[url] for url in urls]

    def rules(self, url: str) -> Rules | None:
        """Give the robots.txt rules of an address's origin, if they were asked for."""
        return self._robots.get(origin(url))

    def learn(self, url: str) -> Page | Missing:
        """Ask for the robots.txt of an address's origin, and give what came."""
        self._learn([origin(url)])
        wanted = urljoin(origin(url), "/robots.txt")
        return next(got for asked, got in self.robots_seen if asked == wanted)

    def _malformed(self, url: str) -> Missing:
        return Missing(url=url, cause=Cause.BAD_URL, taken_at=self._means.now())

    def _learn(self, origins: Sequence[str]) -> None:
        new = [one for one in dict.fromkeys(origins) if one not in self._robots]
        hosts = {urlsplit(known).hostname for known in self._robots}
        for one in new:
            host = urlsplit(one).hostname
            if (host not in hosts and len(hosts) >= self._most_hosts) or self.left <= 0:
                continue
            hosts.add(host)
            url = urljoin(one, "/robots.txt")
            self.asked += 1
            seconds = max(0.1, min(ROBOTS_SECONDS, self._seconds, self._means.remaining()))
            (got,) = self._means.send([url], allow=lambda _: True, seconds=seconds, delay=0.0)
            self._robots[one] = read_rules(got)
            self.robots_seen.append((url, got))

    def _may(self, first: str, url: str, answers: dict[str, Page | Missing]) -> bool:
        known = self._robots.get(origin(url))
        cause = Cause.LIMIT_REACHED
        if known is not None and self.left > 0:
            if known.allow(url):
                return True
            cause = known.cause
        if cause is Cause.LIMIT_REACHED and "requests" not in self.limits:
            self.limits.append("requests" if self._means.remaining() > 0 else "deadline")
        closed = known.closed if known is not None and cause is known.cause else None
        answers[first] = Missing(
            url=first,
            cause=cause,
            taken_at=self._means.now(),
            final_url=url,
            status=closed.status if closed else None,
            until=closed.until if closed else None,
        )
        return False

    def _send(self, urls: list[str]) -> tuple[Page | Missing, ...]:
        if not urls:
            return ()
        self.asked += len(urls)
        seconds = max(0.1, min(self._seconds, self._means.remaining()))
        delay = max(self._robots[origin(url)].crawl_delay for url in urls)
        got = self._means.send(urls, allow=self._knows, seconds=seconds, delay=delay)
        self.asked += sum(len(page.hops) for page in got if isinstance(page, Page))
        return got

    def _knows(self, url: str) -> bool:
        known = self._robots.get(origin(url))
        return known is not None and known.allow(url)

    def _onward(self, got: Page | Missing) -> str:
        """Give the address of a redirect that stopped at an origin whose robots.txt is not known yet."""
        if isinstance(got, Page) or got.cause is not Cause.ROBOTS_DISALLOWED or not got.final_url:
            return ""
        if origin(got.final_url) in self._robots:
            return ""
        self._learn([origin(got.final_url)])
        return got.final_url if origin(got.final_url) in self._robots else ""

    def _judged(self, got: Page | Missing) -> Page | Missing:
        """Refuse a page whose redirects ended where robots.txt excludes us: a plain fetcher does not ask."""
        if isinstance(got, Missing):
            return got
        self._learn([origin(got.final_url)])
        known = self._robots.get(origin(got.final_url))
        if known is None or known.allow(got.final_url):
            return got
        return Missing(
            url=got.url, cause=Cause.ROBOTS_DISALLOWED, taken_at=got.taken_at, final_url=got.final_url
        )


def _has_origin(url: str) -> bool:
    try:
        return bool(origin(url))
    except Refused:
        return False
