"""Each `type` of a problem leads to a page in both languages, and no code is without its type."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from checker.errors import Busy
from checker.web import problems
from checker.web.problem_types import name_of, problem_types
from checker.words import Cause

CHECKER = Path(__file__).resolve().parent.parent.parent / "checker"
RAISERS = {"BadInput", "_bad", "_Fault", "problem"}
# Raised at the start, by a command, by the pages alone, or turned into a `Cause` before an answer is made.
ELSEWHERE = {
    "bad_settings",
    "bad_purpose",
    "missing_field",
    "bad_cursor",
    "unreadable_docx",
    "unreadable_pdf",
}
CHECKS = "/api/v1/checks"


def codes() -> Iterator[str]:
    """Give the codes that the code writes down: those raised, those of HTTP, and the causes."""
    yield from problems.CODES.values()
    yield from (code for _, code in problems.LATER.values())
    yield "http_error"
    yield from Cause
    for path in CHECKER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISERS:
                yield from (
                    one.value
                    for one in node.args[:2]
                    if isinstance(one, ast.Constant)
                    and isinstance(one.value, str)
                    and re.fullmatch("[a-z_]+", one.value)
                )


def test_every_code_that_the_code_writes_has_its_type() -> None:
    written = set(codes())
    assert {"bad_json", "userinfo", "not_printed", "idempotency_conflict", "timeout"} <= written
    assert written >= ELSEWHERE
    assert {name_of(code) for code in written - ELSEWHERE} - set(problem_types()) == set()


def test_no_type_is_left_over() -> None:
    assert set(problem_types()) - {name_of(code) for code in codes()} == set()


@pytest.mark.parametrize("name", sorted(problem_types()))
def test_every_type_has_a_page_in_both_languages(client: FlaskClient, name: str) -> None:
    kind = problem_types()[name]
    for language, wanted in (("fr", kind.title.fr), ("en", kind.title.en)):
        answer = client.get(f"/problems/{name}", headers={"Accept-Language": language})
        assert (answer.status_code, answer.headers["Vary"]) == (200, "Accept-Language")
        assert f'<html lang="{language}">' in answer.text
        assert f"<h1>{wanted}</h1>" in answer.text.replace("&#39;", "'")


def test_a_type_page_says_what_it_means_and_what_to_do(client: FlaskClient) -> None:
    french = client.get("/fr/problemes/busy").text
    assert "La file d’attente du serveur est pleine, pour tous les appelants." in french
    assert "l’en-tête Retry-After, puis recommencez." in french
    assert 'href="/en/problems/busy"' in french
    english = client.get("/en/problems/ip-literal").text
    assert "An IP address names no site. A domain name is needed." in english
    assert 'href="/fr/problemes/ip-literal"' in english


def test_a_type_that_nobody_gives_has_no_page(client: FlaskClient) -> None:
    assert client.get("/problems/nothing-such").status_code == 404
    assert client.get("/problems/bad_url").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "type_"),
    [
        ("post", CHECKS, {"url": ""}, 422, "/problems/empty"),
        ("post", CHECKS, {"url": "http://localhost/"}, 422, "/problems/special-name"),
        ("post", CHECKS, {"url": "a.fr", "purpose": {"country": "ZZ"}}, 422, "/problems/bad-country"),
        ("post", CHECKS, {"url": "a.fr", "purpose": {"on": "soon"}}, 422, "/problems/bad-date"),
        ("post", CHECKS, {"urk": 1, "url": "a.fr"}, 422, "/problems/unknown-key"),
        ("post", "/api/v1/analyses", {}, 422, "/problems/text-or-html"),
        ("post", "/api/v1/analyses", None, 415, "/problems/not-json"),
        ("get", f"{CHECKS}/chk_none", None, 404, "/problems/not-found"),
        ("get", CHECKS, None, 405, "/problems/method-not-allowed"),
    ],
)
def test_the_type_that_an_answer_names_leads_to_its_page(
    client: FlaskClient, method: str, path: str, body: Any, status: int, type_: str
) -> None:
    answer = client.open(path, method=method, json=body)
    assert (answer.status_code, answer.json["type"]) == (status, type_)
    page = client.get(answer.json["type"], headers={"Accept-Language": "en"})
    assert (page.status_code, f"<h1>{answer.json['title']}</h1>" in page.text) == (200, True)


def test_a_title_does_not_change_from_one_answer_to_the_next(client: FlaskClient) -> None:
    for url in ("http://127.0.0.1", "http://[::1]/"):
        answer = client.post(CHECKS, json={"url": url}, headers={"Accept-Language": "fr"})
        assert (answer.json["type"], answer.json["title"]) == ("/problems/ip-literal", "Adresse IP")


def test_a_site_that_answers_with_an_error_is_one_type_whatever_the_status() -> None:
    assert (name_of("http_403"), name_of("http_999")) == ("http-status", "http-status")


def test_a_full_queue_says_when_to_ask_again(client: FlaskClient) -> None:
    with client.application.test_request_context(CHECKS):
        answer = problems.of_ours(Busy(10))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert answer.json["type"] == "/problems/busy"
