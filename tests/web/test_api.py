"""The API: shapes, errors as problems, and who may ask."""

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

CHECKS = "/api/v1/checks"


def test_a_check_can_be_waited_for_and_read_again(client: FlaskClient) -> None:
    made = client.post(CHECKS, json={"url": "gazette.example", "wait": 20})
    assert made.status_code == 200
    assert made.headers["Location"] == f"/api/v1/checks/{made.json['id']}"
    again = client.get(made.headers["Location"])
    assert again.json == made.json
    assert (
        client.get(made.headers["Location"], headers={"If-None-Match": again.headers["ETag"]}).status_code
        == 304
    )


def test_a_check_that_is_not_waited_for_is_accepted(client: FlaskClient) -> None:
    made = client.post(CHECKS, json={"url": "gazette.example", "max_age": 0})
    assert made.status_code == 202
    assert (made.json["status"], made.json["verdict"]) == ("queued", None)
    assert made.headers["Retry-After"] == "2"


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"url": ""}, "empty", "/url"),
        ({"url": "http://127.0.0.1"}, "ip_literal", "/url"),
        ({"url": "file:///etc/passwd"}, "bad_scheme", "/url"),
        ({"url": "http://localhost/"}, "special_name", "/url"),
        ({"url": "a.fr b.fr"}, "several_addresses", "/url"),
        ({"url": "https://user:pass@a.fr"}, "userinfo", "/url"),
        ({}, "invalid", ""),
        ({"url": 3}, "invalid", "/url"),
        ({"url": "a.fr", "urk": 1}, "unknown_key", "/urk"),
        ({"url": "a.fr", "wait": 99}, "out_of_range", "/wait"),
        ({"url": "a.fr", "max_age": -1}, "out_of_range", "/max_age"),
        ({"url": "a.fr", "purpose": {"channel": "fax"}}, "unknown_word", "/purpose/channel"),
        ({"url": "a.fr", "purpose": {"chanel": "sms"}}, "unknown_field", "/purpose/chanel"),
    ],
)
def test_a_wrong_request_is_a_problem(client: FlaskClient, body: object, code: str, pointer: str) -> None:
    answer = client.post(CHECKS, json=body)
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
    assert answer.json["code"] == code
    assert answer.json["errors"][0]["pointer"] == pointer


def test_an_unknown_word_is_answered_with_those_allowed(client: FlaskClient) -> None:
    answer = client.post(CHECKS, json={"url": "a.fr", "purpose": {"recipient": "robot"}})
    allowed = "consumer, professional, sole_trader, organisation, unknown"
    assert answer.json["errors"][0]["allowed"] == allowed


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", f"{CHECKS}/chk_none", 404), ("GET", "/api/v1/nothing", 404), ("GET", CHECKS, 405)],
)
def test_other_errors_are_problems_too(client: FlaskClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert answer.json["status"] == status


def test_bad_json_and_other_types_are_refused(client: FlaskClient) -> None:
    assert client.post(CHECKS, data=b"{", content_type="application/json").json["code"] == "bad_json"
    assert client.post(CHECKS, data=b"url=a.fr").status_code == 415
    big = b'{"url": "' + b"a" * 100_000 + b'"}'
    assert client.post(CHECKS, data=big, content_type="application/json").status_code == 413


def test_a_page_of_another_origin_may_not_start_work(client: FlaskClient) -> None:
    body = {"url": "gazette.example", "wait": 20}
    assert client.post(CHECKS, json=body, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post(CHECKS, json=body, headers={"Origin": "http://localhost"}).status_code == 200
    assert client.post(CHECKS, json=body).status_code == 200


def test_an_unknown_host_is_refused(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/healthz", headers={"Host": "127.0.0.1:8000"}).json["status"] == "ok"


def test_the_same_key_gives_the_same_check(client: FlaskClient) -> None:
    headers = {"Idempotency-Key": "k-1"}
    first = client.post(CHECKS, json={"url": "vitrine.example"}, headers=headers)
    second = client.post(CHECKS, json={"url": "vitrine.example"}, headers=headers)
    assert first.json["id"] == second.json["id"]
    other = client.post(CHECKS, json={"url": "gazette.example"}, headers=headers)
    assert (other.status_code, other.json["code"]) == (422, "idempotency_conflict")


def test_an_analysis_quotes_the_text_it_was_given(client: FlaskClient) -> None:
    text = "Welcome.\n\nYou may not use robots or scrapers to collect data from the site."
    answer = client.post("/api/v1/analyses", json={"text": text})
    (clause,) = [c for c in answer.json["clauses"] if c["kind"] == "automated_access"]
    assert text[clause["start"] : clause["end"]] == clause["quote"]
    assert (answer.json["language"], answer.json["is_read"], clause["effect"]) == ("en", True, "prohibits")


def test_an_analysis_of_html_gives_the_text_its_offsets_count_in(client: FlaskClient) -> None:
    bullets = "<ul><li>use spiders to scrape our pages.</li></ul>"
    html = f"<html lang=en><body><h1>Terms</h1><p>You must not:</p>{bullets}"
    answer = client.post("/api/v1/analyses", json={"html": html, "url": "https://a.fr/terms"})
    clause = answer.json["clauses"][0]
    assert answer.json["text"][clause["start"] : clause["end"]] == clause["quote"]
    assert clause["quote"].rstrip(".;") == "use spiders to scrape our pages"


@pytest.mark.parametrize("body", [{}, {"text": "a", "html": "b"}])
def test_an_analysis_takes_one_of_text_and_html(client: FlaskClient, body: object) -> None:
    answer = client.post("/api/v1/analyses", json=body)
    assert (answer.status_code, answer.json["code"]) == (422, "text_or_html")


def test_the_rules_name_every_closed_word(client: FlaskClient) -> None:
    rules = client.get("/api/v1/rules").json
    assert rules["levels"]["undetermined"]["fr"] == "Impossible à dire"
    assert rules["clause_kinds"][0] == "automated_access"
    assert len(rules["purpose"]) == 28
    assert {"fr", "en"} <= set(rules["languages"])


def test_the_description_is_valid_and_names_every_route(client: FlaskClient) -> None:
    description = client.get("/openapi.json").json
    validate(description)
    assert description["openapi"] == "3.1.0"
    routes = {
        rule.rule.replace("<", "{").replace(">", "}") for rule in client.application.url_map.iter_rules()
    }
    assert {route for route in routes if route.startswith("/api/")} <= set(description["paths"])


def test_version_names_program_and_books(client: FlaskClient) -> None:
    assert client.get("/version").json["version"] == "0.1.0"
    assert client.get("/version").json["rules_version"].startswith("1.")
