"""Comparison, history and pictures in a real Chromium: for everyone, in both themes, on a small screen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from checker.store.records import Past
from checker.words import Level

from .kept import AT, PROHIBITED, RUNNING, House
from .test_pages_browser import _open_all, base, chromium  # noqa: F401

pytestmark = pytest.mark.browser

PATHS = (
    "/fr/comparer",
    "/en/compare",
    "/fr/comparer?c=chk_prohibited&c=chk_conditional&c=chk_undetermined&c=chk_running",
    "/en/compare?c=chk_permitted&c=chk_failed",
    "/fr/comparer?c=chk_long&c=chk_prohibited",
    "/fr/rapport/chk_prohibited/historique",
    "/en/report/chk_consent/history",
    "/en/report/chk_permitted",
)


@pytest.fixture(autouse=True)
def _past(house: House) -> None:
    levels = (Level.CONDITIONAL, Level.PROHIBITED, Level.UNDETERMINED)
    house.checks.past = tuple(
        Past(at=AT + timedelta(days=place), level=level, edition="2026.12")
        for place, level in enumerate(levels, 1)
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, base: str, theme: str) -> None:  # noqa: F811
    found = {}
    for width in (390, 1280):
        context = chromium.new_context(
            color_scheme=theme, bypass_csp=True, viewport={"width": width, "height": 844}
        )
        page = context.new_page()
        for path in PATHS:
            page.goto(base + path)
            _open_all(page)
            result = Axe().run(page)
            if result.violations_count:
                found[path, width] = [one["id"] for one in result.response["violations"]]
        context.close()
    assert found == {}


def test_nothing_is_lost_on_a_small_screen_or_with_large_text(chromium: Browser, base: str) -> None:  # noqa: F811
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in PATHS:
        page.goto(base + path)
        _open_all(page)
        for size in ("100%", "200%"):
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((path, size))
    context.close()
    assert wide == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_table_stays_a_table_when_it_becomes_cards(chromium: Browser, base: str, width: int) -> None:  # noqa: F811
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.goto(base + "/en/compare?c=chk_prohibited&c=chk_conditional")
    table = page.get_by_role("table", name="One column for each site, one row for each question")
    assert table.get_by_role("columnheader").count() == 2
    first = table.locator("td.site-1 .badge").bounding_box()
    second = table.locator("td.site-2 .badge").bounding_box()
    last = table.locator("td.site-1").last.bounding_box()
    assert first is not None
    assert second is not None
    assert last is not None
    assert (second["y"] > last["y"]) is (width == 390)
    page.close()


def test_the_comparison_follows_a_check_by_itself(chromium: Browser, base: str, house: House) -> None:  # noqa: F811
    page = chromium.new_page()
    page.goto(base + "/en/compare?c=chk_conditional&c=chk_running")
    assert page.get_by_role("heading", name="We are still reading").count() == 1
    house.checks.kept[RUNNING.id] = replace(PROHIBITED, id=RUNNING.id)
    page.get_by_role("heading", name="We are still reading").wait_for(state="detached")
    assert page.locator("td.site-2 .badge.level-prohibited").count() == 1
    page.close()


def test_the_pictures_have_a_name_and_a_sentence(chromium: Browser, base: str) -> None:  # noqa: F811
    page = chromium.new_page()
    page.goto(base + "/en/report/chk_prohibited")
    picture = page.get_by_role("img", name="How three answers become one")
    assert picture.count() == 1
    assert "The strictest answer wins: don’t do this." in picture.locator("desc").text_content()
    page.goto(base + "/en/report/chk_prohibited/history")
    assert page.get_by_role("img", name="Answers over time").count() == 1
    page.close()


def test_a_dossier_is_downloaded_from_the_report(chromium: Browser, base: str) -> None:  # noqa: F811
    page = chromium.new_page()
    page.goto(base + "/fr/rapport/chk_prohibited")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Preuve de diligence (PDF)").click()
    assert waiting.value.suggested_filename == "garde-fou-reseau-pro.example-2026-11-24.pdf"
    page.close()
