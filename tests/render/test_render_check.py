"""A whole check of sites that scripts build: it cannot read them, and with the browser switched on it can."""

import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from checker.report import changed_since
from checker.settings import Settings
from checker.words import Role
from tests.loopback import PLENTY, Web, app_on

WELCOME = "Here you find the makers of our region, what they make and where they sell it. " * 4
FOOTER = '<footer><a href="/terms">Terms of use</a></footer>'
HOME = f'<html lang="en"><body><p>{WELCOME}</p>{FOOTER}'
SHELL = '<html lang="en"><head><title>Us</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>'
BAN = "You may not use robots, spiders or scrapers to access the site or to extract data from it."
SECTIONS = {
    "Your account": "You must keep your password secret. You are responsible for what happens under your account.",
    "Our services": "We may change or suspend the services at any time. We will tell you when we do so.",
    "Your content": "You keep your rights in what you post. You grant us a licence to show it to other users.",
    "Automated access": BAN,
    "Liability": "We shall not be liable for indirect losses. Nothing in these terms limits liability for fraud.",
    "Governing law": "These terms are governed by the laws of Ireland. The courts of Dublin have jurisdiction.",
}
OPENING = "<p>These terms govern your use of this site. By using it you agree to be bound by them.</p>"
PARTS = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in SECTIONS.items())
TERMS = f"<h1>Terms of use</h1>{OPENING}{PARTS}"
APP = (
    "const paths = {'/': '/api/home', '/terms': '/api/terms'};"
    "fetch(paths[location.pathname]).then(got => got.ok ? got.text() : '').then(html => {root.innerHTML = html})"
)
FR = "Lue avec un navigateur qui a exécuté les scripts de la page\u00a0: sans eux, elle est vide."
EN = "Read with a browser that ran the page’s scripts: without them it is empty."


@pytest.fixture(scope="module")
def plain(web: Web, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with app_on(web, Settings(instance_path=Path(tmp_path_factory.mktemp("plain")), **PLENTY)) as app:
        yield app


@pytest.fixture(scope="module")
def rendering(web: Web, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = Path(tmp_path_factory.mktemp("rendering"))
    with app_on(web, Settings(instance_path=folder, render=True, **PLENTY)) as app:
        yield app


def built(web: Web, host: str, home: str = HOME, robots: str = "") -> str:
    web.page(f"http://{host}/robots.txt", robots, type="text/plain")
    web.page(f"http://{host}/", home)
    web.page(f"http://{host}/terms", SHELL)
    web.page(f"http://{host}/app.js", APP, type="text/javascript")
    web.page(f"http://{host}/api/home", f"<h1>Our directory</h1><p>{WELCOME}</p>{FOOTER}")
    web.page(f"http://{host}/api/terms", TERMS)
    return f"http://{host}/"


def ask(app: Flask, url: str) -> dict[str, Any]:
    answer = app.test_client().post("/api/v1/checks", json={"url": url, "wait": 20, "max_age": 0})
    end = time.monotonic() + 60
    while answer.json["status"] not in {"completed", "partial", "failed"} and time.monotonic() < end:
        time.sleep(0.2)
        answer = app.test_client().get(f"/api/v1/checks/{answer.json['id']}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def shown(app: Flask, answer: dict[str, Any]) -> tuple[str, str]:
    pages = [app.test_client().get(f"/{path}/{answer['id']}") for path in ("fr/rapport", "en/report")]
    assert [page.status_code for page in pages] == [200, 200]
    return pages[0].text, pages[1].text


def test_terms_that_scripts_build_cannot_be_read_without_a_browser(plain: Flask, web: Web) -> None:
    answer = ask(plain, built(web, "off.fr"))
    (document,) = answer["documents"]
    assert (document["url"], document["status"], document["rendered"]) == (
        "http://off.fr/terms",
        "empty_shell",
        False,
    )
    assert (answer["status"], answer["verdict"]["collect"]["level"]) == ("partial", "undetermined")
    assert answer["clauses"] == []
    fr, en = shown(plain, answer)
    assert "Cette page est vide sans JavaScript." in fr
    assert (FR in fr, EN in en) == (False, False)
    assert ("off.fr", "/app.js") not in web.asked


def test_terms_that_scripts_build_are_read_with_a_browser_and_the_report_says_so(
    rendering: Flask, web: Web
) -> None:
    answer = ask(rendering, built(web, "on.fr"))
    (document,) = answer["documents"]
    assert (document["url"], document["status"], document["rendered"]) == ("http://on.fr/terms", "read", True)
    assert (answer["status"], answer["verdict"]["collect"]["level"]) == ("completed", "prohibited")
    found = {(one["kind"], one["effect"], one["quote"]) for one in answer["clauses"]}
    assert ("automated_access", "prohibits", BAN) in found
    assert "render" in [step["name"] for step in answer["steps"]]
    fr, en = shown(rendering, answer)
    assert (FR in fr, EN in en) == (True, True)
    (exhibit,) = rendering.extensions["gardefou"].checks.get(answer["id"]).report.snapshot.of(Role.TERMS)
    assert BAN.encode() in exhibit.page.body
    assert document["sha256"] == exhibit.page.sha256 == sha256(exhibit.page.body).hexdigest()
    assert exhibit.page.rendered_from == sha256(SHELL.encode()).hexdigest()
    assert exhibit.page.taken_at.isoformat()[:19] == document["fetched_at"][:19]


def test_a_site_that_is_all_script_is_read_from_its_home_page_on(rendering: Flask, web: Web) -> None:
    answer = ask(rendering, built(web, "all.fr", home=SHELL))
    (document,) = answer["documents"]
    assert (document["url"], document["status"], document["rendered"]) == (
        "http://all.fr/terms",
        "read",
        True,
    )
    assert document["found_by"] == "footer_link"
    assert (answer["status"], answer["verdict"]["collect"]["level"]) == ("completed", "prohibited")
    assert answer["limits"] == []


def test_what_robots_txt_keeps_from_us_is_kept_from_the_scripts_too(rendering: Flask, web: Web) -> None:
    url = built(web, "shy.fr", robots="User-agent: *\nDisallow: /api/\n")
    answer = ask(rendering, url)
    (document,) = answer["documents"]
    assert (document["status"], answer["verdict"]["collect"]["level"]) == ("empty_shell", "undetermined")
    assert ("shy.fr", "/app.js") in web.asked
    assert ("shy.fr", "/api/terms") not in web.asked


def test_scripts_of_another_host_wait_for_its_robots_txt(rendering: Flask, web: Web) -> None:
    url = built(web, "far.fr")
    web.page("http://far.fr/terms", SHELL.replace("/app.js", "http://cdn.fr/app.js"))
    web.page("http://cdn.fr/robots.txt", "User-agent: *\nDisallow: /\n", type="text/plain")
    web.page("http://cdn.fr/app.js", APP, type="text/javascript")
    answer = ask(rendering, url)
    assert [one["status"] for one in answer["documents"]] == ["empty_shell"]
    assert ("cdn.fr", "/robots.txt") in web.asked
    assert ("cdn.fr", "/app.js") not in web.asked


def test_scripts_that_never_end_leave_the_question_open(rendering: Flask, web: Web) -> None:
    url = built(web, "stuck.fr")
    web.page("http://stuck.fr/app.js", "while (true) {}", type="text/javascript")
    answer = ask(rendering, url)
    (document,) = answer["documents"]
    assert (document["status"], document["rendered"]) == ("parser_stopped", False)
    assert (answer["status"], answer["verdict"]["collect"]["level"]) == ("partial", "undetermined")


def test_a_page_that_is_not_empty_is_never_opened(rendering: Flask, web: Web) -> None:
    url = built(web, "full.fr")
    web.page("http://full.fr/terms", f'<html lang="en"><body>{TERMS}<script src="/app.js"></script></body>')
    answer = ask(rendering, url)
    assert [(one["status"], one["rendered"]) for one in answer["documents"]] == [("read", False)]
    assert ("full.fr", "/app.js") not in web.asked


def test_other_bytes_with_the_same_words_are_no_change_of_the_site(rendering: Flask, web: Web) -> None:
    url = built(web, "random.fr")
    web.page(
        "http://random.fr/app.js", APP + ".then(() => {root.id = Math.random()})", type="text/javascript"
    )
    checks = rendering.extensions["gardefou"].checks
    first, second = (checks.get(ask(rendering, url)["id"]) for _ in range(2))
    (old,), (new,) = (one.report.snapshot.of(Role.TERMS) for one in (first, second))
    assert (old.is_read, new.is_read, old.page.sha256 == new.page.sha256) == (True, True, False)
    assert changed_since(old, second) is None
    web.page("http://random.fr/api/terms", TERMS.replace("Dublin", "Cork"))
    third = checks.get(ask(rendering, url)["id"])
    assert changed_since(old, third) == third.report.snapshot.of(Role.TERMS)[0].page.taken_at


def test_an_address_that_is_handed_over_is_opened_as_well(plain: Flask, rendering: Flask, web: Web) -> None:
    url = built(web, "given.fr", home=HOME.replace("/terms", "/nothing"))
    web.page("http://given.fr/hidden", SHELL)
    web.page("http://given.fr/app.js", APP.replace("'/terms'", "'/hidden'"), type="text/javascript")

    def hand_over(app: Flask) -> Any:
        made = ask(app, url)
        assert made["verdict"]["collect"]["level"] == "undetermined"
        path = f"/api/v1/checks/{made['id']}/documents"
        return app.test_client().post(path, json={"url": "http://given.fr/hidden"})

    refused = hand_over(plain)
    assert (refused.status_code, refused.json["code"]) == (422, "empty_shell")
    taken = hand_over(rendering)
    assert (taken.status_code, taken.json["verdict"]["collect"]["level"]) == (200, "prohibited")
    document = next(one for one in taken.json["documents"] if one["url"] == "http://given.fr/hidden")
    assert (document["status"], document["rendered"], document["found_by"]) == ("read", True, "given_address")
    fr, en = shown(rendering, taken.json)
    assert (FR in fr, EN in en) == (True, True)
    assert "You gave this address: we read it" in en
