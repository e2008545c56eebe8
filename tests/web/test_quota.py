"""How much one client may start: counted by client, told with the time to wait, and nothing typed is lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fakeredis import TcpFakeServer
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from checker.errors import BadInput, OverQuota
from checker.settings import Settings
from checker.web import quota
from checker.web.language import span
from checker.web.quota import Kind, client_of

CHECKS = "/api/v1/checks"
ASK = {"url": "gazette.example"}
# A repeated question is answered at once where the first one has come to its end.
ACCEPTED = {200, 202}
TERMS = "You may not use robots to scrape the site."


@contextmanager
def serving(folder: Path, **settings: Any) -> Iterator[Flask]:
    app = create_app(Settings(instance_path=folder, **settings))
    try:
        yield app
    finally:
        app.extensions["gardefou"].close()


@pytest.fixture
def few(tmp_path: Path) -> Iterator[FlaskClient]:
    """An app that lets a client start two checks a minute, and two of the other works."""
    with serving(tmp_path, limit_checks="2 per minute", limit_work="2 per minute") as app:
        yield visitor(app)


def visitor(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    return client


def test_whoever_asks_from_the_machine_itself_is_not_counted(tmp_path: Path) -> None:
    with serving(tmp_path, limit_checks="1 per minute") as app:
        asked = [app.test_client().post(CHECKS, json=ASK).status_code for _ in range(3)]
        assert 429 not in asked
        near = {"REMOTE_ADDR": "::1"}
        assert app.test_client().post(CHECKS, json=ASK, environ_base=near).status_code != 429
    with serving(tmp_path, limit_checks="1 per minute", proxies=1) as app:
        asked = [app.test_client().post(CHECKS, json=ASK).status_code for _ in range(2)]
        assert asked[1] == 429


def test_the_third_check_is_a_problem_that_says_when_to_ask_again(few: FlaskClient) -> None:
    assert {few.post(CHECKS, json=ASK).status_code for _ in range(2)} <= ACCEPTED
    answer = few.post(CHECKS, json=ASK, headers={"Accept-Language": "fr"})
    assert (answer.status_code, answer.content_type) == (429, "application/problem+json")
    assert (answer.json["type"], answer.json["code"]) == ("/problems/quota-exceeded", "quota_exceeded")
    assert answer.json["title"] == "Trop de demandes en peu de temps"
    wait = int(answer.headers["Retry-After"])
    assert 50 <= wait <= 60
    assert answer.json["detail"] == f"Try again in {wait} seconds."


def test_what_is_refused_or_only_read_costs_nothing(few: FlaskClient) -> None:
    wrong = [few.post(CHECKS, json={"url": "http://127.0.0.1/"}).status_code for _ in range(5)]
    assert wrong == [422] * 5
    made = few.post(CHECKS, json=ASK)
    assert {few.get(made.headers["Location"]).status_code for _ in range(5)} == {200}
    assert few.get("/en/").status_code == 200
    assert few.post(CHECKS, json=ASK).status_code in ACCEPTED
    assert few.post(CHECKS, json=ASK).status_code == 429


def test_a_key_that_repeats_a_check_costs_nothing_and_is_free_again_after_a_refusal(few: FlaskClient) -> None:
    same = [few.post(CHECKS, json=ASK, headers={"Idempotency-Key": "k1"}) for _ in range(4)]
    assert len({one.json["id"] for one in same}) == 1
    assert few.post(CHECKS, json=ASK).status_code in ACCEPTED
    assert few.post(CHECKS, json=ASK, headers={"Idempotency-Key": "k2"}).status_code == 429
    assert few.post(CHECKS, json=ASK, headers={"Idempotency-Key": "k2"}).status_code == 429
    assert few.post(CHECKS, json=ASK, headers={"Idempotency-Key": "k1"}).json["id"] == same[0].json["id"]


def test_each_client_has_its_own_count_which_no_header_can_change(few: FlaskClient) -> None:
    def ask(address: str, forwarded: str = "") -> int:
        return few.post(
            CHECKS,
            json=ASK,
            environ_base={"REMOTE_ADDR": address},
            headers={"X-Forwarded-For": forwarded, "Forwarded": f"for={forwarded}", "X-Real-IP": forwarded},
        ).status_code

    told = [ask("192.0.2.1", f"198.51.100.{n}") for n in range(4)]
    assert set(told[:2]) <= ACCEPTED
    assert told[2:] == [429, 429]
    assert ask("192.0.2.2") in ACCEPTED


def test_behind_one_proxy_the_last_address_it_adds_counts(tmp_path: Path) -> None:
    def ask(client: FlaskClient, forwarded: str) -> int:
        headers = {"X-Forwarded-For": forwarded}
        return client.post(CHECKS, json=ASK, headers=headers).status_code

    with serving(tmp_path, limit_checks="1 per minute", proxies=1) as app:
        client = app.test_client()
        assert ask(client, "203.0.113.9, 192.0.2.1") == 202
        assert ask(client, "203.0.113.10, 192.0.2.1") == 429
        assert ask(client, "203.0.113.9, 192.0.2.2") in ACCEPTED


def test_a_page_says_it_in_both_languages_and_keeps_what_was_typed(few: FlaskClient) -> None:
    typed = {"url": "gazette.example", "channel": "sms", "recipient": "consumer"}
    for _ in range(2):
        assert few.post("/fr/verifications", data=typed).status_code == 303
    french = few.post("/fr/verifications", data=typed)
    assert french.status_code == 429
    assert 50 <= int(french.headers["Retry-After"]) <= 60
    assert "<h1>Trop de demandes en peu de temps</h1>" in french.text
    assert "Cela ménage les sites que nous visitons." in french.text
    assert "Réessayez dans " in french.text
    english = few.post("/en/checks", data=typed)
    assert (english.status_code, "<h1>Too many requests in a short time</h1>" in english.text) == (429, True)
    for name, value in typed.items():
        assert f'<input type="hidden" name="{name}" value="{value}" />' in english.text
    assert 'action="/en/checks"' in english.text


def test_a_page_of_another_origin_gets_no_form_to_send_again(few: FlaskClient) -> None:
    for _ in range(2):
        few.post("/en/checks", data=ASK)
    answer = few.post("/en/checks", data=ASK, headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, "gazette.example" in answer.text) == (403, False)


def test_a_comparison_costs_as_much_as_it_has_sites(tmp_path: Path) -> None:
    sites = {"url": ["gazette.example", "reseau-pro.example", "vitrine.example"]}
    with serving(tmp_path, limit_checks="5 per minute") as app:
        client = visitor(app)
        assert client.post("/en/compare/sites", data=sites).status_code == 303
        assert client.post("/en/compare/sites", data=sites).status_code == 429
        assert client.post("/en/compare/sites", data={"url": sites["url"][:2]}).status_code == 303


def test_a_comparison_may_be_larger_than_a_small_limit(tmp_path: Path) -> None:
    with serving(tmp_path, limit_checks="1 per minute") as app:
        client = visitor(app)
        sites = {"url": ["gazette.example", "reseau-pro.example"]}
        assert client.post("/en/compare/sites", data=sites).status_code == 303
        assert client.post("/en/compare/sites", data=sites).status_code == 429


def test_a_document_that_is_handed_over_is_counted_and_its_text_is_kept(few: FlaskClient) -> None:
    id_ = few.post(CHECKS, json={**ASK, "wait": 20}).json["id"]
    supplied = f"/en/report/{id_}/documents"
    text = 'Terms of use "whole"\n<b>no robots</b>'
    for _ in range(2):
        assert few.post(supplied, data={"way": "pasted_text", "text": text}).status_code in {303, 422}
    answer = few.post(supplied, data={"way": "pasted_text", "text": text}, content_type="multipart/form-data")
    assert answer.status_code == 429
    assert "Terms of use &#34;whole&#34;\n&lt;b&gt;no robots&lt;/b&gt;" in answer.text
    assert 'enctype="multipart/form-data"' in answer.text
    assert few.post(f"{CHECKS}/{id_}/documents", json={"text": TERMS}).status_code == 429


def test_a_file_cannot_be_kept_and_the_page_says_so(few: FlaskClient) -> None:
    id_ = few.post(CHECKS, json={**ASK, "wait": 20}).json["id"]
    for _ in range(2):
        few.post(f"/en/report/{id_}/documents", data={"way": "pasted_text", "text": "x"})
    answer = few.post(
        f"/en/report/{id_}/documents",
        data={"way": "uploaded_file", "file": (BytesIO(b"Terms of use"), "terms.txt")},
    )
    assert answer.status_code == 429
    assert "the file may have to be chosen again" in answer.text
    assert "<form" not in answer.text


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/en/training/trainer/set", {"n": "3", "days": "1"}),
        ("/en/report/{id}/purpose", {"channel": "sms"}),
    ],
)
def test_other_work_has_a_count_of_its_own(few: FlaskClient, path: str, body: dict[str, str]) -> None:
    id_ = few.post(CHECKS, json={**ASK, "wait": 20}).json["id"]
    told = [few.post(path.format(id=id_), data=body).status_code for _ in range(3)]
    assert told == [303, 303, 429]
    assert few.post("/api/v1/analyses", json={"text": TERMS}).status_code == 429
    assert few.post(CHECKS, json=ASK).status_code in ACCEPTED


def test_answers_to_a_shared_set_are_counted(few: FlaskClient) -> None:
    results = few.post("/en/training/trainer/set", data={"n": "1", "days": "1"}).location
    page = few.get(results).text
    shared = page.split("/en/training/group/")[1].split('"')[0].split("<")[0].strip()
    question = few.get(f"/en/training/group/{shared}").text
    field = "q-" + question.split('name="q-')[1].split('"')[0]
    value = question.split(f'name="{field}"')[1].split('value="')[1].split('"')[0]
    send = f"/en/training/group/{shared}/answers"
    assert [few.post(send, data={field: value}).status_code for _ in range(2)] == [200, 429]


def test_a_sample_to_guess_about_is_a_check(few: FlaskClient) -> None:
    told = [few.post("/en/training/sample", data=ASK).status_code for _ in range(3)]
    assert told == [303, 303, 429]


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
        (None, "unknown"),
        ("unix:", "unknown"),
    ],
)
def test_whose_count_an_address_belongs_to(address: str | None, client: str) -> None:
    assert client_of(address) == client


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1, "1 second"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (3_601, "2 hours"),
        (86_400, "1 day"),
        (86_401, "2 days"),
    ],
)
def test_a_wait_is_told_rounded_up(app: Flask, seconds: int, told: str) -> None:
    with app.test_request_context("/en/"):
        assert span(seconds) == told


@contextmanager
def redis() -> Iterator[str]:
    server = TcpFakeServer(("127.0.0.1", 0), server_type="redis")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"redis://127.0.0.1:{server.server_address[1]}/0"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_two_processes_share_the_count_in_redis(tmp_path: Path) -> None:
    with redis() as url, serving(tmp_path, limit_checks="2 per minute", limit_store=url) as one:
        other = Flask("other")
        quota.register(other, Settings(limit_checks="2 per minute", limit_store=url))
        assert visitor(one).post(CHECKS, json=ASK).status_code == 202
        other.extensions[quota.NAME].spend(Kind.CHECKS, "192.0.2.7")
        assert visitor(one).post(CHECKS, json=ASK).status_code == 429
        with pytest.raises(OverQuota) as caught:
            other.extensions[quota.NAME].spend(Kind.CHECKS, "192.0.2.7")
        assert 50 <= caught.value.retry_after <= 60


def test_without_its_redis_a_process_counts_by_itself(tmp_path: Path) -> None:
    gone = "redis://127.0.0.1:9/0"
    with serving(tmp_path, limit_checks="1 per minute", limit_store=gone) as app:
        told = [visitor(app).post(CHECKS, json=ASK).status_code for _ in range(2)]
    assert told == [202, 429]


def test_the_settings_of_the_quota() -> None:
    usual = Settings.read({})
    assert (usual.limit_checks, usual.limit_work) == (
        "30 per minute; 500 per day",
        "60 per minute; 2000 per day",
    )
    assert (usual.limit_store, usual.proxies) == ("", 0)
    own = Settings.read({"GARDEFOU_LIMIT_CHECKS": "5/hour", "GARDEFOU_PROXIES": "2"})
    assert (own.limit_checks, own.proxies) == ("5/hour", 2)
    for name, value in (
        ("GARDEFOU_LIMIT_CHECKS", "many"),
        ("GARDEFOU_LIMIT_WORK", "0 per minute"),
        ("GARDEFOU_LIMIT_STORE", "memcached://127.0.0.1"),
        ("GARDEFOU_PROXIES", "-1"),
    ):
        with pytest.raises(BadInput, match=name):
            Settings.read({name: value})
