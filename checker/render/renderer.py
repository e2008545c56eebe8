"""Our side of the renderer: a page goes in, the page as its scripts built it comes out, within budgets."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from tempfile import TemporaryDirectory

import msgspec

from checker.address import clean, origin
from checker.errors import Refused
from checker.fetch.client import utc_now
from checker.isolate import Child, Stopped, framed
from checker.model import Missing, Page
from checker.render.guard import WALLS
from checker.render.watch import Watch
from checker.render.wire import Answers, Done, Failed, Got, Task, Wanted, said
from checker.words import Cause

HTML = "text/html"
MOST_HTML = 4 << 20
BUILDING_SHARE = 0.7
_CAUSES = {
    "busy": Cause.LIMIT_REACHED,
    "requests": Cause.LIMIT_REACHED,
    "bytes": Cause.TOO_LARGE,
    "html": Cause.TOO_LARGE,
    "elements": Cause.TOO_LARGE,
    "redirects": Cause.TOO_MANY_REDIRECTS,
    "moved": Cause.EMPTY_SHELL,
}
_BODY_HEADERS = {"content-type", "content-length", "content-encoding", "transfer-encoding"}

Ask = Callable[[Sequence[str]], Sequence[Page | Missing]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one page may cost: seconds in all, addresses asked for, their bytes, and bytes of memory."""

    seconds: float = 20.0
    requests: int = 60
    received: int = 20 << 20
    memory: int = 2 << 30


class Renderer:
    """Opens pages in a browser, each in a new one; safe to use from several threads.

    `browser` is the path of Chromium; `browsers` is how many may run at once; `within` is the command that
    shuts each in.
    """

    def __init__(
        self,
        *,
        browser: str,
        user_agent: str,
        budget: Budget | None = None,
        browsers: int = 2,
        within: Sequence[str] = WALLS,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._browser, self._user_agent, self._within, self._now = browser, user_agent, within, now
        self._budget = budget or Budget()
        self._free = threading.BoundedSemaphore(browsers)

    def __call__(self, page: Page, ask: Ask, seconds: float) -> Page | Missing:
        """Give the page as its scripts built it, or why they did not; takes `seconds` at most.

        `ask` is the only way to the network: it gives what some addresses answer, in their order.
        """
        end = time.monotonic() + min(seconds, self._budget.seconds)
        try:
            return self._page(page, self._done(page, ask, end))
        except Stopped as stopped:
            code, _, detail = str(stopped).partition(": ")
            return Missing(
                url=page.url,
                cause=_CAUSES.get(code, Cause.PARSER_STOPPED),
                taken_at=self._now(),
                status=page.status,
                detail=f"browser: {code}{': ' if detail else ''}{detail}",
                final_url=page.final_url,
            )

    def _done(self, page: Page, ask: Ask, end: float) -> Done:
        if not self._free.acquire(timeout=max(0.0, end - time.monotonic())):
            raise Stopped("busy")
        try:
            with TemporaryDirectory(prefix="gardefou-", ignore_cleanup_errors=True) as folder:
                return self._alone(page, ask, end, folder)
        finally:
            self._free.release()

    def _alone(self, page: Page, ask: Ask, end: float, folder: str) -> Done:
        """Give what a browser of its own makes of the page; whatever happens, none of it is left."""
        places = {"PATH": os.defpath, "HOME": folder, "TMPDIR": folder}
        child = Child(("checker.render.worker",), environment=places, within=self._within)
        watch = Watch(child.pid, memory=self._budget.memory, end=end)
        try:
            with watch:
                return self._talk(child, page, ask, end)
        except (Stopped, msgspec.MsgspecError) as error:
            raise Stopped(watch.over or str(error)) from error
        finally:
            child.kill()

    def _talk(self, child: Child, page: Page, ask: Ask, end: float) -> Done:
        task = Task(
            url=page.final_url,
            status=page.status,
            content_type=page.header("Content-Type") or HTML,
            body=page.body,
            browser=self._browser,
            user_agent=self._user_agent,
            seconds=max(0.1, (end - time.monotonic()) * BUILDING_SHARE),
        )
        child.send(framed(task), end)
        meter = _Meter(self._budget, {origin(page.final_url)})
        while True:
            message = said(child.receive(end))
            if isinstance(message, Wanted):
                child.send(framed(Answers(got=meter.answers(message.urls, ask))), end)
            elif isinstance(message, Done) and (message.url == task.url or meter.knows(message.url)):
                return message
            else:
                raise Stopped(_fault(message))

    def _page(self, page: Page, done: Done) -> Page:
        body = done.html.encode("utf-8", "replace")
        if len(body) > MOST_HTML:
            raise Stopped("html")
        kept = tuple((name, value) for name, value in page.headers if name.lower() not in _BODY_HEADERS)
        final_url = page.final_url if done.url == page.final_url else clean(done.url)
        return replace(
            page,
            final_url=final_url,
            status=done.status,
            headers=(("Content-Type", "text/html; charset=utf-8"), *kept),
            body=body,
            taken_at=self._now(),
            sha256=hashlib.sha256(body).hexdigest(),
            hops=page.hops if final_url == page.final_url else (*page.hops, page.final_url),
            rendered_from=page.sha256,
        )


class _Meter:
    """Counts what one page asks for, and remembers which origins gave something."""

    def __init__(self, budget: Budget, origins: set[str]) -> None:
        self._requests, self._bytes, self._origins = budget.requests, budget.received, origins

    def answers(self, urls: Sequence[str], ask: Ask) -> tuple[Got, ...]:
        """Give what some addresses answer; raise `Stopped` when that is more than the page may have."""
        self._requests -= len(urls)
        if self._requests < 0:
            raise Stopped("requests")
        cleaned = [_cleaned(url) for url in urls]
        wanted = list(dict.fromkeys(filter(None, cleaned)))
        answered = dict(zip(wanted, ask(wanted), strict=True))
        got = tuple(_got(answered.get(url)) for url in cleaned)
        self._bytes -= sum(len(one.body) for one in got)
        if self._bytes < 0:
            raise Stopped("bytes")
        self._origins |= {origin(one.final_url) for one in got if one.status}
        return got

    def knows(self, url: str) -> bool:
        """Tell whether a page can have come to this address: something was received from its origin."""
        address = _cleaned(url)
        return bool(address) and origin(address) in self._origins


def _fault(message: Done | Failed) -> str:
    if isinstance(message, Done):
        return "moved"
    return f"{message.code}: {message.detail}" if message.detail else message.code


def _cleaned(url: str) -> str:
    try:
        return clean(url)
    except Refused:
        return ""


def _got(answer: Page | Missing | None) -> Got:
    if not isinstance(answer, Page):
        return Got()
    return Got(
        status=answer.status,
        content_type=answer.header("Content-Type") or HTML,
        body=answer.body,
        final_url=answer.final_url,
    )
