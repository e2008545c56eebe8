"""A real Chromium, this app on loopback, and a foreign site with the strictest of policies."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from foreign_site import Foreign
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from werkzeug.serving import make_server


@contextmanager
def serving(app: Any) -> Iterator[int]:
    """Serve a WSGI app on a free port of loopback."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def foreign() -> Foreign:
    return Foreign()


@pytest.fixture(scope="module")
def live(app: Flask) -> Iterator[str]:
    with serving(app) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def chromium(foreign: Foreign) -> Iterator[Browser]:
    """A browser for which the sample site vitrine.example is the foreign site."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "the browser tests need Chromium: make browser"
    with serving(foreign) as port, sync_playwright() as playwright:
        foreign.base = f"http://127.0.0.1:{port}"
        rules = f"--host-resolver-rules=MAP vitrine.example:80 127.0.0.1:{port}"
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", rules])
        yield opened
        opened.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 390, "height": 844})
    made.set_default_timeout(15_000)
    yield made
    made.close()
