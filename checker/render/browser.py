"""One page in one new Chromium: every request of its scripts answered over the line, nothing kept."""

import asyncio
import json
import os
from contextlib import suppress

from playwright.async_api import Browser, Error, Page, Route, async_playwright  # noqa: TID251

from checker.render.guard import FLAGS, Treatment, treatment
from checker.render.line import Line
from checker.render.wire import Done, Failed, Got, Task

MOST_DOCUMENTS = 6
MOST_ELEMENTS = 50_000
QUIET = 0.4
IDLE_MILLISECONDS = 4000.0


async def render(task: Task, line: Line) -> None:
    """Say the page as its scripts built it, or what went wrong; may never end, as scripts may not."""
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(
                executable_path=task.browser, chromium_sandbox=os.getuid() != 0, args=list(FLAGS)
            )
        except Error as error:
            line.say(Failed(code="launch", detail=error.message[:400]))
            return
        line.say(await _Visit(task, line).built(browser))


class _Visit:
    def __init__(self, task: Task, line: Line) -> None:
        self._task, self._line = task, line
        self._documents, self._status = 0, task.status
        self._loop = asyncio.get_running_loop()
        self._end = self._loop.time() + task.seconds
        self._broken: asyncio.Future[Done | Failed] = self._loop.create_future()

    async def built(self, browser: Browser) -> Done | Failed:
        context = await browser.new_context(
            user_agent=self._task.user_agent,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            service_workers="block",
            accept_downloads=False,
        )
        await context.route("**/*", lambda route: route.abort("blockedbyclient"))
        page = await context.new_page()
        await page.route("**/*", self._answer)
        page.on("crash", lambda _: self._break("crashed"))
        building = asyncio.ensure_future(self._build(page))
        await asyncio.wait({building, self._broken}, return_when=asyncio.FIRST_COMPLETED)
        return self._broken.result() if self._broken.done() else building.result()

    def _break(self, code: str) -> None:
        if not self._broken.done():
            self._broken.set_result(Failed(code=code))

    async def _build(self, page: Page) -> Done | Failed:
        with suppress(Error):  # too slow, or moved on meanwhile: what stands there is looked at all the same
            await page.goto(self._task.url, wait_until="commit", timeout=self._milliseconds)
        before = ""
        while True:
            html = await self._html(page)
            is_settled = bool(html) and html == before and not self._line.is_waiting
            if isinstance(html, Failed) or is_settled or self._loop.time() >= self._end:
                break
            before = html
            await asyncio.sleep(QUIET)
        if isinstance(html, Failed):
            return html
        if not page.url.startswith(("http://", "https://")):
            return Failed(code="moved", detail=page.url[:200])
        return Done(url=page.url, status=self._status, html=html) if html else Failed(code="unbuilt")

    async def _html(self, page: Page) -> str | Failed:
        """Give the page as it stands when the network is quiet; nothing while it is moving to another."""
        with suppress(Error):  # a page that never stops asking is taken as it stands
            most = min(IDLE_MILLISECONDS, self._milliseconds)
            await page.wait_for_load_state("networkidle", timeout=most)
        try:
            if await page.locator("*").count() > MOST_ELEMENTS:
                return Failed(code="elements")
            return await page.content()
        except Error:
            return ""

    @property
    def _milliseconds(self) -> float:
        return max(1.0, (self._end - self._loop.time()) * 1000)

    async def _answer(self, route: Route) -> None:
        with suppress(Error):  # the page went away meanwhile
            await self._answered(route)

    async def _answered(self, route: Route) -> None:
        request = route.request
        is_document = request.is_navigation_request() and request.frame.parent_frame is None
        way = treatment(request.method, request.resource_type, request.url, is_main_document=is_document)
        if way is Treatment.EMPTY:
            await route.fulfill(status=200, content_type="text/css", body="")
            return
        if is_document and way is Treatment.FETCH:
            self._documents += 1
            if self._documents > MOST_DOCUMENTS:
                self._break("redirects")
                way = Treatment.REFUSE
        if way is Treatment.REFUSE:
            await _refuse(route, is_document=is_document)
            return
        got = await self._line.ask(request.url)
        await self._fulfil(route, got, is_document=is_document)

    async def _fulfil(self, route: Route, got: Got, *, is_document: bool) -> None:
        request = route.request
        if not got.status:
            await _refuse(route, is_document=is_document)
        elif is_document and got.final_url != request.url:
            # Chromium would follow a redirect that is answered here past our hands, so it is told to go.
            self._line.know(got.final_url, got)
            onward = f"<script>location.replace({json.dumps(got.final_url)})</script>"
            await route.fulfill(status=200, content_type="text/html", body=onward)
        else:
            self._status = got.status if is_document else self._status
            await route.fulfill(status=got.status, headers=await _headers(route, got), body=got.body)


async def _refuse(route: Route, *, is_document: bool) -> None:
    """Let a request fail; a page that would move on stays where it is (RFC 9110, 15.3.5)."""
    if is_document:
        await route.fulfill(status=204)
    else:
        await route.abort("blockedbyclient")


async def _headers(route: Route, got: Got) -> dict[str, str]:
    """Give the type and leave to be read: there is no cookie, so no site can be read in anybody's name."""
    origin = await route.request.header_value("origin")
    return {
        "content-type": got.content_type,
        "access-control-allow-origin": origin or "*",
        "access-control-allow-credentials": "true",
    }
