"""The way out, in a real browser: paste, files, an address, and the bookmarklet on a page with a strict policy."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask.testing import FlaskClient
from foreign_site import Foreign
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader
from supplied_samples import ENGLISH, FRENCH, RECIPE, markup, word

pytestmark = pytest.mark.browser

WORDS = {
    "fr": {
        "report": "/fr/rapport/",
        "upload": "Envoyer un fichier",
        "address": "Donner l’adresse des conditions",
        "judge_text": "Juger avec ce texte",
        "judge_file": "Juger avec ce fichier",
        "judge_url": "Lire et juger",
        "analyse": "Analyser ce texte",
        "verdict": "À ne pas faire",
        "came": "Ce texte vient de votre autre fenêtre.",
        "nothing": "Aucun texte n’est arrivé",
        "bookmarklet": "fourni par vous",
        "refused": "Ce texte n’a pas l’air",
    },
    "en": {
        "report": "/en/report/",
        "upload": "Upload a file",
        "address": "Give the terms’ address",
        "judge_text": "Judge with this text",
        "judge_file": "Judge with this file",
        "judge_url": "Read and judge",
        "analyse": "Analyse this text",
        "verdict": "Don’t do this",
        "came": "This text came from your other window.",
        "nothing": "No text came",
        "bookmarklet": "supplied by you",
        "refused": "This text does not look like",
    },
}
LANGUAGES = pytest.mark.parametrize("lang", ["fr", "en"])


@pytest.fixture
def unread(client: FlaskClient) -> str:
    asked = {"url": "https://vitrine.example/equipe", "wait": 20, "max_age": 0}
    return str(client.post("/api/v1/checks", json=asked).json["id"])


def revision(client: FlaskClient, id: str) -> int:
    return int(client.get(f"/api/v1/checks/{id}").json["revision"])


def report(context: BrowserContext, live: str, lang: str, id: str) -> Page:
    page = context.new_page()
    page.goto(f"{live}{WORDS[lang]['report']}{id}")
    return page


def verdict(page: Page, lang: str, id: str) -> str:
    page.wait_for_url(f"**{WORDS[lang]['report']}{id}#verdict")
    return page.locator("h1#verdict").inner_text()


@LANGUAGES
def test_a_text_is_pasted(context: BrowserContext, live: str, unread: str, lang: str) -> None:
    words, page = WORDS[lang], report(context, live, lang, unread)
    page.locator("#supplied-text").fill(RECIPE)
    page.get_by_role("button", name=words["judge_text"]).click()
    trouble = page.get_by_role("alert")
    assert words["refused"] in trouble.inner_text()
    page.wait_for_function("document.activeElement.getAttribute('role') === 'alert'")
    assert page.locator("#supplied-text").input_value() == RECIPE
    page.locator("#supplied-text").fill({"fr": FRENCH, "en": ENGLISH}[lang])
    page.get_by_role("button", name=words["judge_text"]).click()
    assert verdict(page, lang, unread) == words["verdict"]
    assert words["bookmarklet"] in page.locator(".proof").inner_text()


@pytest.fixture(scope="module")
def files(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One file of each type; the PDF has forty pages, printed by the browser, its ban on the last."""
    folder = tmp_path_factory.mktemp("files")
    made = {name: folder / name for name in ("terms.txt", "terms.html", "terms.docx", "terms.pdf")}
    made["terms.txt"].write_text(ENGLISH, encoding="utf-8")
    made["terms.html"].write_text(markup(ENGLISH), encoding="utf-8")
    made["terms.docx"].write_bytes(word(ENGLISH))
    mild = ENGLISH.split("1. Your")[0]
    leaves = [f"<h2>Article {n}</h2><p>{mild}</p>" for n in range(1, 40)] + [f"<pre>{ENGLISH}</pre>"]
    body = (
        "".join(f"<section style='break-after: page'>{leaf}</section>" for leaf in leaves[:-1]) + leaves[-1]
    )
    page = chromium.new_page()
    page.set_content(
        f"<html lang=en><title>Terms of Use</title><body><h1>Terms of Use</h1>{body}</body></html>"
    )
    made["terms.pdf"].write_bytes(page.pdf(format="A4"))
    page.close()
    return made


@LANGUAGES
@pytest.mark.parametrize("name", ["terms.txt", "terms.html", "terms.docx", "terms.pdf"])
def test_a_file_of_each_type_is_uploaded(
    context: BrowserContext,
    live: str,
    client: FlaskClient,
    unread: str,
    files: dict[str, Path],
    lang: str,
    name: str,
) -> None:
    words, page = WORDS[lang], report(context, live, lang, unread)
    page.get_by_text(words["upload"], exact=True).click()
    page.locator("#supplied-file").set_input_files(files[name])
    page.get_by_role("button", name=words["judge_file"]).click()
    assert verdict(page, lang, unread) == words["verdict"]
    ban = next(
        c for c in client.get(f"/api/v1/checks/{unread}").json["clauses"] if c["kind"] == "automated_access"
    )
    assert "robots, spiders, scrapers" in ban["quote"]
    if name == "terms.pdf":
        assert len(PdfReader(files[name]).pages) == 40


@LANGUAGES
def test_an_address_is_given(context: BrowserContext, live: str, unread: str, lang: str) -> None:
    words, page = WORDS[lang], report(context, live, lang, unread)
    page.get_by_text(words["address"], exact=True).click()
    page.locator("#supplied-url").fill("reseau-pro.example/legal/user-agreement")
    page.get_by_role("button", name=words["judge_url"]).click()
    assert verdict(page, lang, unread) == words["verdict"]


def run_bookmarklet(page: Page, href: str) -> Page:
    """Run a bookmarklet as a browser does: its code, in the page, whatever the page's policy."""
    with page.context.expect_page() as opened:
        page.evaluate(unquote(href.removeprefix("javascript:")))
    return opened.value


def bookmarklet_of(page: Page) -> str:
    href = page.locator("[data-bookmarklet]").get_attribute("href")
    assert href is not None
    return href


@LANGUAGES
def test_the_bookmarklet_works_on_a_page_with_a_strict_policy(
    context: BrowserContext, live: str, client: FlaskClient, foreign: Foreign, unread: str, lang: str
) -> None:
    words, page = WORDS[lang], report(context, live, lang, unread)
    href = bookmarklet_of(page)
    assert unread not in href
    path = {"fr": "/cgu", "en": "/terms"}[lang]
    site = context.new_page()
    site.goto(f"http://vitrine.example{path}")
    before = len(foreign.asked)
    received = run_bookmarklet(site, href)
    received.get_by_text(words["came"]).wait_for()
    assert received.url == f"{live}{ {'fr': '/fr/recevoir', 'en': '/en/receive'}[lang] }"
    assert received.locator("[data-from]").inner_text() == f"http://vitrine.example{path}"
    first = {"fr": "Conditions générales d’utilisation", "en": "Terms of Use"}[lang]
    assert received.locator("[data-title]").inner_text() == first
    assert received.locator("[data-first]").inner_text().splitlines()[0] == first
    assert re.search(r"\d{3}", received.locator("[data-size]").inner_text())
    assert received.locator("[data-check]").is_checked()
    assert revision(client, unread) == 1
    assert len(foreign.asked) == before
    received.get_by_role("button", name=words["analyse"]).click()
    assert verdict(received, lang, unread) == words["verdict"]
    assert revision(client, unread) == 2
    assert words["bookmarklet"] in received.locator(".proof").inner_text()


def test_the_bookmarklet_starts_a_new_check_where_no_report_is_open(
    chromium: Browser, context: BrowserContext, live: str, unread: str
) -> None:
    href = bookmarklet_of(report(context, live, "en", unread))
    other = chromium.new_context()
    site = other.new_page()
    site.goto("http://vitrine.example/terms")
    received = run_bookmarklet(site, href)
    received.get_by_text(WORDS["en"]["came"]).wait_for()
    assert not received.locator("[data-choose]").is_visible()
    received.get_by_role("button", name="Analyse this text").click()
    received.wait_for_url("**/en/report/chk_*#verdict", timeout=30_000)
    assert unread not in received.url
    assert received.locator("h1#verdict").inner_text() == "Don’t do this"
    other.close()


@LANGUAGES
def test_a_site_that_cuts_its_windows_apart_leads_to_pasting(
    context: BrowserContext, live: str, foreign: Foreign, unread: str, lang: str
) -> None:
    href = bookmarklet_of(report(context, live, lang, unread))
    site = context.new_page()
    # Browsers heed the policy only where the page came safely: https, or loopback by its number.
    site.goto(f"{foreign.base}/apart")
    received = run_bookmarklet(site, href)
    received.get_by_text(WORDS[lang]["nothing"]).wait_for()
    assert received.locator("#received-text").is_editable()


@pytest.mark.parametrize(
    "sent",
    [
        "'text'",
        "null",
        "{gardefou: 1, address: 'javascript:alert(1)', title: '', text: 'x'}",
        "{gardefou: 1, address: 'https://a.example/', title: '', text: ''}",
        "{gardefou: 1, address: 'https://a.example/', title: 'x'.repeat(501), text: 'x'}",
        "{gardefou: 1, address: 'https://a.example/', title: '', text: 'x'.repeat(2000001)}",
        "{gardefou: 1, address: 'https://a.example/', title: '', text: {length: 1}}",
    ],
)
def test_a_message_without_the_right_shape_is_ignored(context: BrowserContext, live: str, sent: str) -> None:
    received = _opened_by_foreign(context, live, sent)
    received.wait_for_timeout(300)
    assert received.locator("#received-text").input_value() == ""
    assert not received.locator("[data-received]").is_visible()


def test_a_message_is_shown_as_text_and_only_the_first_counts(context: BrowserContext, live: str) -> None:
    message = "{gardefou: 1, address: 'https://a.example/', title: '<img src=x>', text: '<script>alert(1)</script>'}"
    received = _opened_by_foreign(context, live, message)
    received.get_by_text(WORDS["en"]["came"]).wait_for()
    assert received.locator("#received-text").input_value() == "<script>alert(1)</script>"
    assert received.locator("[data-title]").inner_text() == "<img src=x>"
    assert received.locator("[data-title] img").count() == 0
    _opener(context).evaluate(
        "w.postMessage({gardefou: 1, address: 'https://b.example/', title: '', text: 'b'}, '*')"
    )
    received.wait_for_timeout(300)
    assert received.locator("#received-address").input_value() == "https://a.example/"
    assert received.url == f"{live}/en/receive"


def _opened_by_foreign(context: BrowserContext, live: str, sent: str) -> Page:
    site = context.new_page()
    site.goto("http://vitrine.example/terms")
    ready = f"e => {{ if (e.data === 'gardefou-ready') w.postMessage({sent}, '*') }}"
    code = f"() => {{ window.w = open('{live}/en/receive'); addEventListener('message', {ready}) }}"
    with context.expect_page() as opened:
        site.evaluate(code)
    opened.value.wait_for_load_state()
    return opened.value


def _opener(context: BrowserContext) -> Page:
    return next(page for page in context.pages if page.url.startswith("http://vitrine.example"))


def test_a_click_on_the_bookmarklet_itself_says_to_drag_it(
    context: BrowserContext, live: str, unread: str
) -> None:
    page = report(context, live, "fr", unread)
    page.get_by_text("Utiliser un signet dans votre navigateur").click()
    page.locator("[data-bookmarklet]").click()
    assert page.get_by_text("Glissez-le au lieu de cliquer").is_visible()
    assert len(context.pages) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_lost_on_a_small_screen(
    chromium: Browser, live: str, unread: str, theme: str
) -> None:
    context = chromium.new_context(
        color_scheme=theme, bypass_csp=True, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    found, wide = {}, []
    for path in (f"/fr/rapport/{unread}", f"/en/report/{unread}", "/fr/recevoir", "/en/receive"):
        page.goto(live + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        result = Axe().run(page)
        if result.violations_count:
            found[path] = [one["id"] for one in result.response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    context.close()
    assert (found, wide) == ({}, [])
