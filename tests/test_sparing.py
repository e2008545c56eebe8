"""A site that is asked about again and again: what was read a moment ago is judged, and nothing is asked twice."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from checker.model import Check, CheckRequest, Purpose
from checker.settings import Settings
from checker.words import CheckStatus
from tests.loopback import Web, app_on, ask
from tests.supplied_samples import ENGLISH

CHECKS = "/api/v1/checks"
BAN = "You may not use robots or scrapers to access the site or to extract data from it."
FILL = "<p>The services are provided as is. These terms are governed by the laws of Ireland.</p>" * 6
TERMS = f'<html lang="en"><body><h1>Terms of use</h1><p>By using it you agree.</p><p>{BAN}</p>{FILL}</body></html>'
HOME = '<html lang="en"><body><h1>Shop</h1><p>Nice things.</p><a href="/terms">Terms of use</a></body></html>'


@pytest.fixture
def app(web: Web, tmp_path: Path) -> Iterator[Flask]:
    for host in ("a.fr", "b.fr"):
        web.page(f"http://{host}/robots.txt", "User-agent: *\nDisallow:\n", type="text/plain")
        web.page(f"http://{host}/", HOME)
        web.page(f"http://{host}/terms", TERMS)
    web.asked.clear()
    with app_on(web, Settings(instance_path=tmp_path, host_visits=3)) as one:
        yield one


def test_a_new_visit_is_made_when_it_is_asked_for(app: Flask, web: Web) -> None:
    first = ask(app, "http://a.fr/")
    web.page("http://a.fr/terms", "<h1>Terms of use</h1><p>Copy what you like.</p>")
    assert ask(app, "http://a.fr/")["id"] == first["id"]
    assert ask(app, "http://a.fr/", max_age=0)["id"] != first["id"]
    assert [path for host, path in web.asked if host == "a.fr"].count("/robots.txt") == 2


def test_another_purpose_is_judged_from_what_was_read(app: Flask, web: Web) -> None:
    first = ask(app, "http://a.fr/")
    asked = list(web.asked)
    other = ask(app, "http://a.fr/", purpose={"channel": "post"})
    assert (other["id"] == first["id"], other["purpose"]["channel"]) == (False, "post")
    assert other["documents"] == first["documents"]
    assert web.asked == asked


def test_a_key_gets_a_check_of_its_own_without_a_visit(app: Flask, web: Web) -> None:
    first = ask(app, "http://a.fr/")
    asked = list(web.asked)
    send = {"json": {"url": "http://a.fr/", "wait": 20}, "headers": {"Idempotency-Key": "mine"}}
    own = app.test_client().post(CHECKS, **send).json
    assert own["id"] != first["id"]
    assert app.test_client().post(CHECKS, **send).json["id"] == own["id"]
    assert app.test_client().get(f"{CHECKS}/{own['id']}").json["verdict"] == first["verdict"]
    assert web.asked == asked


def test_the_page_says_that_the_site_is_spared(app: Flask) -> None:
    first = [ask(app, "http://a.fr/", max_age=0) for _ in range(3)][-1]  # all that the host may be asked
    client = app.test_client()
    form = {"url": "http://a.fr/", "fresh": "1"}
    french = client.post("/fr/verifications", data=form)
    assert french.location == f"/fr/rapport/{first['id']}?kept=1"
    assert "Nous épargnons au site une nouvelle visite" in client.get(french.location).text
    english = client.post("/en/checks", data=form)
    assert "We spare the site another visit" in client.get(english.location).text
    plain = client.post("/en/checks", data={"url": "http://a.fr/"})
    assert plain.location == f"/en/report/{first['id']}"
    assert "We spare the site another visit" not in client.get(plain.location).text


def test_a_comparison_says_at_its_field_that_a_site_is_spared(app: Flask) -> None:
    for path in ("/1", "/2", "/3"):
        ask(app, f"http://a.fr{path}", max_age=0)  # all that the host may be asked
    client = app.test_client()
    sent = client.post("/en/compare/sites", data={"url": ["http://b.fr/", "http://a.fr/4"]})
    assert sent.status_code == 429
    page = BeautifulSoup(sent.text, "lxml")
    first, second = page.select_one("#url-1"), page.select_one("#url-2")
    assert (first["value"], "aria-invalid" in first.attrs) == ("http://b.fr/", False)
    assert (second["value"], second["aria-invalid"]) == ("http://a.fr/4", "true")
    assert "visited enough for now. Try again in" in page.text
    kept = client.post("/en/compare/sites", data={"url": ["http://b.fr/", "http://a.fr/3"]})
    assert kept.status_code == 303


def test_a_text_from_the_browser_never_changes_the_check_of_somebody_else(app: Flask, web: Web) -> None:
    first = ask(app, "http://a.fr/")
    asked = list(web.asked)
    sent = {"address": "http://a.fr/", "text": ENGLISH}
    answer = app.test_client().post("/en/receive/text", data=sent)
    assert answer.status_code == 303
    assert first["id"] not in answer.location
    assert app.test_client().get(f"{CHECKS}/{first['id']}").json == first
    assert web.asked == asked


def test_questions_asked_at_once_share_one_visit(app: Flask, web: Web) -> None:
    go_on, together = threading.Event(), threading.Barrier(6)
    web.page("http://b.fr/robots.txt", "User-agent: *\nDisallow:\n", type="text/plain", hold=go_on)

    def start(_: int) -> Any:
        together.wait(30)
        return app.test_client().post(CHECKS, json={"url": "http://b.fr/", "max_age": 0}).json

    with ThreadPoolExecutor(6) as threads:
        made = list(threads.map(start, range(6)))
    go_on.set()
    assert len({one["id"] for one in made}) == 1
    ask(app, "http://b.fr/")
    assert [path for host, path in web.asked if host == "b.fr"].count("/robots.txt") == 1


def test_a_check_that_another_process_left_waiting_is_taken_up(app: Flask) -> None:
    services = app.extensions["gardefou"]
    asked = CheckRequest(target=services.target("http://a.fr/"), purpose=Purpose())
    left = Check(id="chk_left", request=asked, status=CheckStatus.QUEUED, created_at=datetime.now(UTC))
    services.store.add(left)
    told = ask(app, "http://a.fr/")
    assert (told["id"], told["verdict"]["collect"]["level"]) == ("chk_left", "prohibited")


def test_a_host_has_its_share_of_visits_for_all_clients_together(app: Flask, web: Web) -> None:
    for number in range(3):
        ask(app, f"http://a.fr/{number}")
    asked = list(web.asked)
    client = app.test_client()
    address = {"REMOTE_ADDR": "192.0.2.9"}
    answer = client.post(CHECKS, json={"url": "http://a.fr/new"}, environ_base=address)
    assert (answer.status_code, answer.json["type"]) == (429, "/problems/target-busy")
    assert 3500 <= int(answer.headers["Retry-After"]) <= 3600
    page = client.post("/fr/verifications", data={"url": "http://a.fr/new", "channel": "sms"})
    assert (page.status_code, "Ce site a été assez visité pour l’instant" in page.text) == (429, True)
    assert '<input type="hidden" name="channel" value="sms" />' in page.text
    assert client.post(CHECKS, json={"url": "http://a.fr/0", "wait": 20, "max_age": 0}).status_code == 200
    assert web.asked == asked
    assert client.post(CHECKS, json={"url": "http://b.fr/", "wait": 20}).status_code == 200


def test_what_was_judged_anew_counts_as_no_visit(app: Flask) -> None:
    first = ask(app, "http://a.fr/")
    for channel in ("post", "sms", "phone", "social_message"):
        ask(app, "http://a.fr/", purpose={"channel": channel})
    app.test_client().post(f"/en/report/{first['id']}/purpose", data={"channel": "automated_call"})
    assert ask(app, "http://a.fr/other")["id"]


def test_after_the_cooldown_the_site_is_visited_again_for_another_use(web: Web, tmp_path: Path) -> None:
    web.page("http://c.fr/", HOME)
    web.page("http://c.fr/terms", TERMS)
    with app_on(web, Settings(instance_path=tmp_path, cooldown=600)) as app:
        ask(app, "http://c.fr/")
        ask(app, "http://c.fr/", purpose={"channel": "post"})
        assert [path for host, path in web.asked if host == "c.fr"].count("/terms") == 1
    time.sleep(1.1)
    with app_on(web, Settings(instance_path=tmp_path, cooldown=1)) as app:
        ask(app, "http://c.fr/", purpose={"channel": "sms"})
    assert [path for host, path in web.asked if host == "c.fr"].count("/terms") == 2


def test_the_command_says_that_a_host_had_its_share(app: Flask) -> None:
    for number in range(3):
        ask(app, f"http://a.fr/{number}")
    done = app.test_cli_runner().invoke(args=["check", "http://a.fr/new"])
    assert done.exit_code == 1
    assert "the site is spared, retry after 3" in done.output
