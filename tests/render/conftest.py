"""A renderer on this machine's Chromium, a web on loopback, and the guarded fetcher between them."""

import shutil
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from render_room import AGENT, Door, Open, Opened, family, resolves_inside

from checker.fetch import Fetcher
from checker.model import Page
from checker.render.guard import WALLS
from checker.render.renderer import Budget, Renderer
from checker.settings import Settings
from tests.loopback import Web, serving


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with serving() as one:
        yield one


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "the browser tests need Chromium: make browser"
    return found


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
