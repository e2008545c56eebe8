"""The pages in a real Chromium: for everyone, with a keyboard, on a small screen, and without JavaScript."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from checker.words import CheckStatus

from .kept import PROHIBITED, RUNNING, House

pytestmark = pytest.mark.browser

PAGES = {
    "fr": ("/fr/", "/fr/rapport/chk_prohibited", "/fr/rapport/chk_undetermined", "/fr/rapport/chk_running"),
    "en": ("/en/report/chk_consent", "/en/report/chk_conditional", "/en/report/chk_permitted", "/en/bot"),
}
COPIES = {"fr": "/fr/rapport/chk_prohibited/document/2", "en": "/en/report/chk_prohibited/document/2"}
STEPS = {
    "fr": ("/fr/rapport/chk_prohibited/que-faire", "/fr/rapport/chk_long/que-faire/permission-request"),
    "en": ("/en/report/chk_undetermined/next-steps", "/en/report/chk_consent/questions"),
}
REST = {
    "fr": ("/fr/methode", "/fr/rien", COPIES["fr"], *STEPS["fr"]),
    "en": ("/en/", "/en/method", COPIES["en"], *STEPS["en"]),
}
ALL = [path for lang in ("fr", "en") for path in (*PAGES[lang], *REST[lang])]

TARGETS = (
    "button, select, summary, input[type=text], input[type=date], .answer, .languages a, .footer-links a"
)
SMALL = """targets => [...document.querySelectorAll(targets)]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24)
  .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "the browser tests need Chromium: make browser"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def base(served: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, served, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, base: str, theme: str) -> None:
    context = chromium.new_context(
        color_scheme=theme, bypass_csp=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    found = {}
    for path in ALL:
        page.goto(base + path)
        _open_all(page)
        result = Axe().run(page)
        if result.violations_count:
            found[path] = [one["id"] for one in result.response["violations"]]
    context.close()
    assert found == {}


def test_nothing_is_lost_on_a_small_screen_or_with_large_text(chromium: Browser, base: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in (*ALL, "/fr/rapport/chk_long", "/fr/rapport/chk_long/document/2"):
        page.goto(base + path)
        _open_all(page)
        for size in ("100%", "200%"):
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((path, size))
    context.close()
    assert wide == []


def test_targets_are_large_enough(chromium: Browser, base: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    small = {}
    for path in (*PAGES["fr"], *REST["fr"]):
        page.goto(base + path)
        small[path] = page.evaluate(SMALL, TARGETS)
    page.close()
    assert {path: one for path, one in small.items() if one} == {}


@pytest.mark.parametrize(("wish", "turning"), [("no-preference", "turn"), ("reduce", "none")])
def test_nothing_turns_where_motion_is_unwelcome(
    chromium: Browser, base: str, wish: str, turning: str
) -> None:
    page = chromium.new_page(reduced_motion=wish)
    page.goto(base + "/en/report/chk_running")
    name = "getComputedStyle(document.querySelector('.waiting'), '::before').animationName"
    assert page.evaluate(name) == turning
    page.close()


def test_the_foot_of_a_short_page_stands_at_the_bottom(chromium: Browser, base: str) -> None:
    page = chromium.new_page(viewport={"width": 1100, "height": 900})
    page.goto(base + "/fr/rien")
    assert page.locator("footer").evaluate("foot => foot.getBoundingClientRect().bottom") == 900
    page.close()


def test_a_check_is_followed_and_the_focus_moves_once_to_the_verdict(
    chromium: Browser, base: str, house: House
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(base + "/fr/")
    page.get_by_label("Adresse de la page").fill("reseau-pro.example/in/camille")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/rapport/chk_running")
    assert page.get_by_role("status").inner_text() == "3 liens vers des conditions."
    step = replace(RUNNING.steps[0], say=replace(RUNNING.steps[0].say, fr="CGU lues."))
    house.checks.kept[RUNNING.id] = replace(RUNNING, steps=(*RUNNING.steps, step))
    page.get_by_role("listitem").filter(has_text="CGU lues.").wait_for()
    assert page.get_by_role("status").inner_text() == "CGU lues."
    house.checks.kept[RUNNING.id] = replace(PROHIBITED, id=RUNNING.id)
    page.wait_for_selector("h1#verdict")
    page.wait_for_function("document.activeElement.id === 'verdict'")
    page.reload()
    assert page.evaluate("document.activeElement.id") == ""
    context.close()


def test_a_check_is_followed_without_javascript(chromium: Browser, base: str, house: House) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/en/report/chk_running")
    assert page.get_by_role("heading", level=1).inner_text() == "We are reading the site"
    house.checks.kept[RUNNING.id] = replace(PROHIBITED, id=RUNNING.id)
    page.wait_for_selector("h1#verdict", timeout=8000)
    context.close()


def test_a_fault_takes_the_focus_and_leads_to_its_field(chromium: Browser, base: str) -> None:
    page = chromium.new_page()
    page.goto(base + "/en/")
    page.get_by_label("Address of the page").fill("bad:ip_literal")
    page.get_by_role("button", name="Check this site").click()
    page.get_by_role("alert").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "url"
    assert page.get_by_label("Address of the page").input_value() == "bad:ip_literal"
    page.close()


def test_a_report_is_read_with_the_keyboard(chromium: Browser, base: str) -> None:
    page = chromium.new_page()
    page.goto(base + "/fr/rapport/chk_prohibited")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    tile = page.locator(".tile summary").first
    tile.focus()
    page.keyboard.press("Enter")
    assert page.locator(".tile[open] .reasons").count() == 1
    page.close()


def test_nothing_is_asked_of_another_site_and_the_policy_refuses_nothing(
    chromium: Browser, base: str
) -> None:
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + "/fr/rapport/chk_prohibited")
    page.goto(base + "/fr/rapport/chk_prohibited/document/2")
    assert len(asked) >= 4
    assert [url for url in asked if not url.startswith(base)] == []
    assert said == []
    page.close()


def test_a_failed_check_is_no_endless_wait(chromium: Browser, base: str, house: House) -> None:
    page = chromium.new_page()
    page.goto(base + "/fr/rapport/chk_running")
    house.checks.kept[RUNNING.id] = replace(RUNNING, status=CheckStatus.FAILED, failure="dns")
    page.wait_for_selector("text=Ce nom de site n’existe pas ou ne répond pas.")
    page.close()
