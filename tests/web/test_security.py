"""Every response carries the headers, and only our own pages may change something."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from checker.web.security import is_own

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/", 302),
        ("get", "/fr/", 200),
        ("get", "/en/report/chk_prohibited", 200),
        ("get", "/en/report/chk_running/state", 200),
        ("get", "/robots.txt", 200),
        ("get", "/static/css/gardefou.css", 200),
        ("get", "/static/nothing.css", 404),
        ("get", "/en/nothing", 404),
        ("post", "/en/", 405),
        ("get", "/crash", 500),
    ],
)
def test_every_response_carries_the_headers(
    served: Flask, reader: FlaskClient, method: str, path: str, status: int
) -> None:
    served.config["PROPAGATE_EXCEPTIONS"] = False
    answer = reader.open(path, method=method)
    answer.close()
    assert answer.status_code == status
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def test_https_is_kept_on_https(reader: FlaskClient) -> None:
    answer = reader.get("/fr/", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_a_body_that_is_too_large_gets_a_page_with_the_headers(reader: FlaskClient) -> None:
    answer = reader.post("/fr/verifications", data={"url": "x" * 5000})
    assert answer.status_code == 413
    assert "C’est trop volumineux" in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_an_unknown_host_is_refused_with_the_headers(reader: FlaskClient) -> None:
    answer = reader.get("/fr/", base_url="http://evil.example")
    assert answer.status_code == 400
    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "https://localhost"}, False),
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://["}, False),
        ({"Referer": "http://localhost/fr/"}, True),
        ({"Referer": "http://evil.example/http://localhost/"}, False),
        ({"Origin": "http://evil.example", "Referer": "http://localhost/"}, False),
        ({}, True),
    ],
)
def test_only_our_own_pages_and_programs_may_change_something(
    served: Flask, headers: dict[str, str], own: bool
) -> None:
    with served.test_request_context("/fr/verifications", method="POST", headers=headers) as context:
        assert is_own(context.request) is own
