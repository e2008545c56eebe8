"""Ask for one public address and follow where it leads, with every hop through the same door."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.client import HTTPException

from requests import Request, RequestException
from requests.exceptions import SSLError, Timeout
from urllib3.exceptions import HTTPError
from urllib3.exceptions import SSLError as RawSSLError
from urllib3.exceptions import TimeoutError as RawTimeout

from checker.address import clean
from checker.errors import Refused
from checker.fetch.answer import Answer, receive
from checker.fetch.body import TEXT_LIMIT
from checker.fetch.budget import Budget
from checker.fetch.dial import CONNECT_SECONDS, READ_SECONDS, Connect, Line, Resolve, connect, resolve
from checker.fetch.pool import Adapter
from checker.fetch.stop import Stop
from checker.model import Missing, Page
from checker.settings import Settings
from checker.signals.robots import PRODUCT_TOKEN
from checker.words import Cause

MAX_REDIRECTS = 5
NAME_THREADS = 8

Allow = Callable[[str], bool]


def utc_now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)


class Fetcher:
    """Gives the page at an address, or what kept it away.

    `resolve` and `connect` are the only seam; whatever `resolve` gives is checked, and nothing switches that
    off. There is no session: no cookie, `.netrc`, proxy or other part of the environment is ever used
    (what `trust_env = False` asks for).
    """

    def __init__(
        self,
        settings: Settings,
        *,
        resolve: Resolve = resolve,
        connect: Connect = connect,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._headers = {
            "User-Agent": user_agent(settings),
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip",
            "Accept-Language": "fr,en;q=0.8",
            "Connection": "close",
        }
        self._resolve = resolve
        self._connect = connect
        self._now = now
        self._threads = ThreadPoolExecutor(NAME_THREADS, thread_name_prefix="names")

    def __call__(self, url: str, *, allow: Allow | None = None, seconds: float = 20.0) -> Page | Missing:
        """Give the page that an address leads to, whatever its status from 200, or `Missing` with the cause.

        `seconds` bounds all hops, names included; a body may have 4 MiB, a PDF or Word document 10 MiB.
        `allow` is asked before each hop; a no gives `robots_disallowed`. Raises `Refused` for a bad `url`.
        """
        hops = [clean(url)]
        with Budget(seconds, TEXT_LIMIT) as budget:
            try:
                return self._page(hops, self._follow(hops, allow, budget))
            except Stop as stop:
                return self._missing(hops, stop)

    def _follow(self, hops: list[str], allow: Allow | None, budget: Budget) -> Answer:
        """Give the last answer, and add to `hops` each address asked on the way."""
        while True:
            if allow is not None and not allow(hops[-1]):
                raise Stop(Cause.ROBOTS_DISALLOWED, "The site asks robots not to read this address.")
            answer = self._ask(hops[-1], budget)
            if not answer.location:
                return answer
            hops.append(_next_hop(hops, answer.location))

    def _ask(self, url: str, budget: Budget) -> Answer:
        request = Request("GET", url, headers=self._headers).prepare()
        request.url = url  # as cleaned: not quoted a second time
        line = Line(resolve=self._resolve, connect=self._connect, threads=self._threads, budget=budget)
        adapter = Adapter(line)
        try:
            response = adapter.send(request, stream=True, timeout=(CONNECT_SECONDS, READ_SECONDS))
            with response:
                return receive(response.raw, budget)
        except (RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            raise _stop(error, budget) from error
        finally:
            adapter.close()

    def _page(self, hops: list[str], answer: Answer) -> Page:
        return Page(
            url=hops[0],
            final_url=hops[-1],
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            taken_at=self._now(),
            sha256=hashlib.sha256(answer.body).hexdigest(),
            hops=tuple(hops[:-1]),
        )

    def _missing(self, hops: list[str], stop: Stop) -> Missing:
        return Missing(
            url=hops[0],
            cause=stop.cause,
            taken_at=self._now(),
            status=stop.status,
            detail=stop.detail,
            final_url=hops[-1] if len(hops) > 1 else None,
        )


def user_agent(settings: Settings) -> str:
    """Give the name by which our robot calls itself everywhere."""
    contact = f"; mailto:{settings.contact}" if settings.contact else ""
    return f"{PRODUCT_TOKEN}/1.0 (+{settings.public_url.rstrip('/')}/bot{contact})"


def _next_hop(hops: list[str], location: str) -> str:
    try:
        url = clean(location, hops[-1])
    except Refused as refused:
        raise Stop(
            Cause(refused.code), f"Redirected to an address that is refused: {refused.detail}"
        ) from refused
    if url in hops:
        raise Stop(Cause.TOO_MANY_REDIRECTS, "The redirects run in a circle.")
    if len(hops) > MAX_REDIRECTS:
        raise Stop(Cause.TOO_MANY_REDIRECTS, f"There are more than {MAX_REDIRECTS} redirects.")
    return url


def _stop(error: Exception, budget: Budget) -> Stop:
    """Give the cause that an error of the libraries stands for."""
    if not budget.seconds_left or isinstance(error, (Timeout, RawTimeout)):
        return Stop(Cause.TIMEOUT, "The answer took too long.")
    if isinstance(error, (SSLError, RawSSLError)):
        return Stop(Cause.TLS, "No trusted encrypted connection could be made.")
    return Stop(Cause.BROKEN, "The answer was cut or is no valid HTTP.")
