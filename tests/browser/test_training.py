"""The training room in a real browser: by keyboard alone, for everyone, and inside a player of SCORM 1.2."""

import io
import os
import re
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, Page

from checker.data.quiz_files import load_quiz
from checker.quiz import Ask, draw

pytestmark = pytest.mark.browser

BOOK = load_quiz()
PLAYER = Path(os.environ.get("GARDEFOU_TEST_NPM", "")) / "node_modules" / "scorm-again" / "dist"
HOME = {"fr": "/fr/formation", "en": "/en/training"}
SET = {"fr": "/fr/formation/serie", "en": "/en/training/set"}
LANGUAGES = pytest.mark.parametrize("lang", ["fr", "en"])


def sample(client: FlaskClient) -> str:
    asked = {"url": "https://reseau-pro.example/in/camille", "wait": 20, "max_age": 0}
    return str(client.post("/api/v1/checks", json=asked).json["id"])


def group(client: FlaskClient) -> tuple[str, str]:
    results = client.post("/fr/formation/formateur/serie", data={"seed": "axe", "n": "3"}).location
    share = re.search(r'href="http://localhost(/[^"]+)"', client.get(results).text)[1]
    client.post(f"{share}/reponses", data={f"q-{draw(BOOK, Ask(seed='axe'))[0].id}": "b"})
    return share, results


def ways(client: FlaskClient) -> list[tuple[str, str]]:
    """Pages of the room, each with the button that leads to what follows, if any."""
    id, (share, results) = sample(client), group(client)
    return [
        ("/fr/formation", ""),
        ("/en/training", ""),
        ("/fr/formation/lecons/r3", ""),
        ("/en/training/set?seed=axe&n=8", "Mark my answers"),
        ("/fr/formation/serie?seed=axe&n=2&view=one", "Répondre"),
        ("/en/training/trainer", ""),
        (share, "Corriger mes réponses"),
        (results, ""),
        (f"/fr/rapport/{id}/deviner", "M’engager, et voir la réponse"),
        (f"/en/report/{id}/guess", "Commit, and show the answer"),
    ]


def go_on(page: Page, button: str) -> None:
    """Answer something, so that the page that follows shows its explanations."""
    for first in page.locator(".quiz-choices").all():
        first.locator("input").first.check()
    if page.locator("select[name=rule]").count():
        page.locator("select[name=rule]").select_option("R4")
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def faults(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return [f"{one['id']}: {one['nodes'][0]['html'][:90]}" for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, live: str, client: FlaskClient, theme: str) -> None:
    context = chromium.new_context(
        color_scheme=theme, bypass_csp=True, viewport={"width": 390, "height": 844}
    )
    page, found = context.new_page(), {}
    for path, button in ways(client):
        page.goto(live + path)
        found[path] = faults(page)
        if button:
            go_on(page, button)
            found[f"{path} {button}"] = faults(page)
    context.close()
    assert {path: some for path, some in found.items() if some} == {}


def test_nothing_is_lost_on_a_small_screen_or_with_large_text(
    chromium: Browser, live: str, client: FlaskClient
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page, wide = context.new_page(), []
    for path, button in ways(client):
        page.goto(live + path)
        for step in ("", button):
            if step:
                go_on(page, step)
            for size in ("100%", "200%"):
                page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wide.append((path, step, size))
            page.evaluate("document.documentElement.style.fontSize = ''")
    context.close()
    assert wide == []


def press_until(page: Page, key: str, script: str) -> None:
    for _ in range(60):
        if page.evaluate(script):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never led to: {script}")


@LANGUAGES
def test_a_full_set_is_done_with_the_keyboard_alone(context: BrowserContext, live: str, lang: str) -> None:
    page = context.new_page()
    page.goto(f"{live}{SET[lang]}?seed=clavier&n=3&view=one")
    for item in draw(BOOK, Ask(seed="clavier", number=3)):
        key = min(item.right)
        press_until(page, "Tab", "document.activeElement.matches('.quiz-choices input')")
        if item.is_multiple:
            for key in sorted(item.right):
                press_until(page, "Tab", f"document.activeElement.value === '{key}'")
                page.keyboard.press("Space")
        else:
            page.keyboard.press("Space")
            press_until(page, "ArrowDown", f"document.activeElement.value === '{key}'")
        press_until(page, "Tab", "document.activeElement.value === 'answer'")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.querySelector('.quiz-outcome')")
        assert page.evaluate("document.activeElement.matches('[data-focus]')")
        press_until(page, "Tab", "document.activeElement.value === 'next'")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    page.wait_for_selector(".score.is-passed")
    assert "100" in page.locator(".score .lead").inner_text()
    press_until(page, "Tab", "document.activeElement.matches('button.go')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".attestation")
    press_until(page, "Tab", "document.activeElement.id === 'trainee'")
    page.keyboard.type("Camille Roux")
    assert page.locator(".attestation-name").inner_text() == "Camille Roux"


def test_progress_stays_in_the_browser_and_can_be_forgotten(context: BrowserContext, live: str) -> None:
    page = context.new_page()
    page.goto(live + HOME["fr"])
    assert not page.locator("[data-progress-home]").is_visible()
    page.goto(f"{live}{HOME['fr']}/lecons/r2")
    page.goto(live + HOME["fr"])
    assert page.locator("[data-progress-lessons]").inner_text() == "1"
    assert page.locator(".lesson-card.is-read").count() == 1
    page.get_by_role("button", name="Oublier mes progrès").click()
    page.reload()
    assert not page.locator("[data-progress-home]").is_visible()
    assert page.evaluate("localStorage.getItem('gardefou-training')") is None


def test_the_policy_refuses_nothing_of_the_room(
    context: BrowserContext, live: str, client: FlaskClient
) -> None:
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path, button in ways(client):
        page.goto(live + path)
        if button:
            go_on(page, button)
    assert [line for line in said if "status of 4" not in line] == []


@pytest.fixture
def unpacked(client: FlaskClient, tmp_path: Path) -> Iterator[str]:
    """Give the address of a folder that holds an unpacked package and a page to play it in."""
    body = client.get("/fr/formation/serie/scorm.zip", query_string={"seed": "lms", "n": "3"}).data
    zipfile.ZipFile(io.BytesIO(body)).extractall(tmp_path)
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(not PLAYER.is_dir(), reason="scorm-again is not here: see tests/web/test_exports.py")
@pytest.mark.parametrize(("right", "status", "raw"), [(3, "passed", "100"), (1, "failed", "33")])
def test_a_package_speaks_to_a_player(
    context: BrowserContext, unpacked: str, tmp_path: Path, right: int, status: str, raw: str
) -> None:
    (tmp_path / "player.js").write_bytes((PLAYER / "scorm12.js").read_bytes())
    (tmp_path / "player.html").write_text(
        "<!DOCTYPE html><title>Player</title><script src='player.js'></script>"
        "<script>window.API = new Scorm12API({autocommit: false})</script>"
        "<iframe src='index.html' width='800' height='600'></iframe>"
    )
    page = context.new_page()
    page.goto(f"{unpacked}/player.html")
    inside = page.frame_locator("iframe")
    for item in draw(BOOK, Ask(seed="lms", number=3))[:right]:
        for key in item.right:
            inside.locator(f"input[name='{item.id}'][value='{key}']").check()
    inside.get_by_role("button", name="Corriger mes réponses").click()
    inside.get_by_text("Votre résultat a été transmis").wait_for()
    assert page.evaluate("API.LMSGetValue('cmi.core.score.raw')") == raw
    assert page.evaluate("API.LMSGetValue('cmi.core.lesson_status')") == status
    assert page.evaluate("API.isInitialized()")
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("API.isTerminated()")


def test_a_package_without_a_player_marks_itself(context: BrowserContext, unpacked: str) -> None:
    page, said = context.new_page(), []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{unpacked}/index.html")
    assert page.locator("fieldset").count() == 3
    page.get_by_role("button", name="Corriger mes réponses").click()
    page.get_by_text("Aucune plateforme").wait_for()
    assert page.locator(".is-wrong").count() == 3
    assert said == []
