"""A document handed over makes a new revision of the same report; what cannot be used changes nothing."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate
from supplied_samples import ENGLISH, FRENCH, RECIPE, TURKISH, markup, scan

from checker.model import Page
from checker.services import Services
from checker.supply import Given, NotTaken, Way

VITRINE = "https://vitrine.example/equipe"
AGREEMENT = "https://reseau-pro.example/legal/user-agreement"


@pytest.fixture
def services(app: Flask) -> Services:
    made = app.extensions["gardefou"]
    assert isinstance(made, Services)
    return made


@pytest.fixture
def unread(client: FlaskClient) -> str:
    """The id of a check of its own whose terms could not be read."""
    answer = client.post("/api/v1/checks", json={"url": VITRINE, "wait": 20, "max_age": 0}).json
    assert (answer["verdict"]["level"], answer["revision"]) == ("undetermined", 1)
    return str(answer["id"])


def supply(client: FlaskClient, check_id: str, **body: Any) -> Any:
    return client.post(f"/api/v1/checks/{check_id}/documents", json=body)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (FRENCH, "fr")])
def test_a_pasted_text_gives_the_same_report_an_answer(
    client: FlaskClient, services: Services, unread: str, text: str, language: str
) -> None:
    answer = supply(client, unread, text=text, address="vitrine.example/conditions")
    assert answer.status_code == 200
    assert (answer.json["id"], answer.json["revision"]) == (unread, 2)
    assert (answer.json["verdict"]["level"], answer.json["verdict"]["site_state"]) == ("prohibited", "S2")
    supplied = next(one for one in answer.json["documents"] if one["found_by"] == "pasted_text")
    assert supplied["status"] == "read"
    assert supplied["document_type"] == "Terms of Service"
    assert supplied["language"] == language
    assert supplied["url"] == "https://vitrine.example/conditions"
    assert "automated_access" in {one["kind"] for one in answer.json["clauses"]}
    assert [str(one.report.verdict.level) for one in services.store.judgements(unread)] == [
        "undetermined",
        "prohibited",
    ]
    assert client.get(f"/api/v1/checks/{unread}").json["revision"] == 2


@pytest.mark.parametrize(
    ("excerpt", "level"),
    [
        ("You may not use robots to scrape the listings.", "prohibited"),
        ("Il est interdit d’extraire les annonces par des robots.", "prohibited"),
    ],
)
def test_an_excerpt_that_forbids_is_an_answer(
    client: FlaskClient, unread: str, excerpt: str, level: str
) -> None:
    answer = supply(client, unread, text=excerpt)
    assert (answer.status_code, answer.json["verdict"]["level"]) == (200, level)
    assert excerpt in [clause["quote"] for clause in answer.json["clauses"]]


@pytest.mark.parametrize("excerpt", ["You may copy all our pages freely.", "We use robots to move boxes."])
def test_an_excerpt_that_forbids_nothing_is_no_answer(client: FlaskClient, unread: str, excerpt: str) -> None:
    answer = supply(client, unread, text=excerpt)
    assert (answer.status_code, answer.json["code"]) == (422, "not_terms")


def test_the_quote_of_a_supplied_text_is_a_part_of_it(client: FlaskClient, unread: str) -> None:
    answer = supply(client, unread, html=markup(ENGLISH)).json
    quotes = [clause["quote"] for clause in answer["clauses"]]
    assert (
        "You agree not to use robots, spiders, scrapers or other automated means to access or copy the service."
        in quotes
    )


def test_an_address_is_asked_for_and_its_document_counts(client: FlaskClient, unread: str) -> None:
    answer = supply(client, unread, url=AGREEMENT)
    assert answer.status_code == 200
    (given,) = (one for one in answer.json["documents"] if one["found_by"] == "given_address")
    assert (given["url"], given["status"]) == (AGREEMENT, "read")
    assert answer.json["verdict"]["level"] == "prohibited"


def test_the_same_document_again_changes_nothing(client: FlaskClient, unread: str) -> None:
    first = supply(client, unread, text=ENGLISH).json
    again = supply(client, unread, text=ENGLISH)
    assert (again.status_code, again.json["revision"]) == (200, 2)
    assert again.json["snapshot"] == first["snapshot"]


def test_a_check_takes_ten_documents_and_no_more(client: FlaskClient, unread: str) -> None:
    for number in range(10):
        answer = supply(client, unread, text=f"{ENGLISH}\nVersion {number} of these terms.")
        assert answer.json["revision"] == number + 2
    assert supply(client, unread, text=ENGLISH).json["code"] == "too_many_documents"


def test_somebody_elses_document_never_answers_a_new_question(client: FlaskClient, unread: str) -> None:
    supply(client, unread, text=ENGLISH)
    fresh = client.post("/api/v1/checks", json={"url": VITRINE, "wait": 20}).json
    assert fresh["id"] != unread
    assert fresh["verdict"]["level"] == "undetermined"


def test_a_ban_that_we_read_is_not_lifted_by_a_text_without_one(client: FlaskClient) -> None:
    asked = {"url": "https://reseau-pro.example/in/camille-martin", "wait": 20, "max_age": 0}
    check = client.post("/api/v1/checks", json=asked).json
    mild = "\n".join(
        line for line in ENGLISH.splitlines() if "not use robots" not in line and "email" not in line
    )
    answer = supply(client, check["id"], text=mild).json
    assert (answer["revision"], answer["verdict"]["level"]) == (2, "prohibited")


@pytest.mark.parametrize(
    ("body", "code", "pointer", "detail"),
    [
        ({"text": RECIPE}, "not_terms", "/text", "This text does not look like terms of use."),
        ({"text": "  \n "}, "empty_shell", "/text", "This document is empty: we find no text in it."),
        ({"html": "<p></p>"}, "empty_shell", "/html", "This document is empty: we find no text in it."),
        (
            {"url": "https://forteresse.example/cgu"},
            "robots_disallowed",
            "/url",
            "robots.txt forbids us this page.",
        ),
        ({"url": "http://127.0.0.1/cgu"}, "ip_literal", "/url", ""),
        ({"text": ENGLISH, "address": "file:///etc/passwd"}, "bad_scheme", "/address", ""),
        (
            {"text": ENGLISH, "document_type": "Contract"},
            "invalid",
            "/document_type",
            "unknown document type",
        ),
        ({}, "text_html_or_url", "", "send one of text, html and url"),
        ({"text": ENGLISH, "url": AGREEMENT}, "text_html_or_url", "", "send one of text, html and url"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_cause(
    client: FlaskClient, unread: str, body: dict[str, str], code: str, pointer: str, detail: str
) -> None:
    answer = supply(client, unread, **body)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json["code"] == code
    assert answer.json["errors"][0]["pointer"] == pointer
    assert answer.json["detail"].startswith(detail)
    assert client.get(f"/api/v1/checks/{unread}").json["revision"] == 1


@pytest.mark.parametrize(
    ("body", "mime", "cause"),
    [
        (scan(), "application/pdf", "scanned_pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png", "not_text"),
        (b"", "text/plain", "empty_shell"),
        (b"x" * (10 * 1024 * 1024 + 1), "text/plain", "too_large"),
        (markup("News of today\nIt rains in Paris.").encode(), "text/html", "not_terms"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    services: Services, unread: str, body: bytes, mime: str, cause: str
) -> None:
    with pytest.raises(NotTaken) as caught:
        services.supply(unread, Given(by=Way.UPLOADED_FILE, body=body, content_type=mime))
    assert caught.value.missing.cause == cause


def test_terms_in_a_language_without_clauses_are_refused(services: Services, unread: str) -> None:
    assert "tr" not in services.books.clauses.languages
    with pytest.raises(NotTaken) as caught:
        services.supply(unread, Given(by=Way.PASTED_TEXT, body=TURKISH.encode()))
    assert caught.value.missing.cause == "unknown_language"


def test_a_page_of_another_origin_may_not_supply(client: FlaskClient, unread: str) -> None:
    sent = client.post(
        f"/api/v1/checks/{unread}/documents",
        json={"text": ENGLISH},
        headers={"Origin": "https://evil.example"},
    )
    assert (sent.status_code, sent.json["code"]) == (403, "foreign_origin")


def test_a_check_that_is_not_kept_is_not_found(client: FlaskClient) -> None:
    answer = supply(client, "chk_nobody", text=ENGLISH)
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_a_body_beyond_ten_megabytes_is_too_large(client: FlaskClient, unread: str) -> None:
    answer = supply(client, unread, text="x" * (11 * 1024 * 1024))
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")
    assert answer.mimetype == "application/problem+json"


def test_a_document_of_three_megabytes_is_taken(client: FlaskClient, unread: str) -> None:
    answer = supply(client, unread, text=ENGLISH * 3000)
    assert (answer.status_code, answer.json["revision"]) == (200, 2)


def test_the_description_has_the_road(client: FlaskClient) -> None:
    described = client.get("/openapi.json").json
    validate(described)
    road = described["paths"]["/api/v1/checks/{check_id}/documents"]["post"]
    assert road["operationId"] == "supplyDocument"
    assert set(road["responses"]) == {"200", "400", "403", "404", "413", "415", "422", "429"}
    body = described["components"]["schemas"]["DocumentBody"]["properties"]
    assert set(body) == {"text", "html", "url", "address", "document_type"}


def test_a_rejudged_check_keeps_the_supplied_document(
    client: FlaskClient, services: Services, unread: str
) -> None:
    supply(client, unread, text=ENGLISH)
    again = services.rejudge(unread, services.purpose_from({"channel": "phone"}))
    assert again.report is not None
    assert [one.found_by for one in again.report.snapshot.exhibits if one.role == "supplied"] == [
        "pasted_text"
    ]


def test_a_blocked_known_site_is_answered_from_the_register(tmp_path: Any) -> None:
    from app import create_app
    from checker.model import Missing
    from checker.settings import Settings
    from checker.words import Cause
    from checker.work import now

    def silent(url: str) -> Page | Missing:
        return Missing(url=url, cause=Cause.TIMEOUT, taken_at=now())

    made = create_app(Settings(instance_path=tmp_path), fetcher=silent)
    try:
        asked = {"url": "https://www.linkedin.com/in/someone", "wait": 20}
        answer = made.test_client().post("/api/v1/checks", json=asked).json
        assert (answer["status"], answer["verdict"]["level"]) == ("failed", "prohibited")
        known = next(one for one in answer["signals"] if one["signal"] == "register")
        assert known["url"] == "https://www.linkedin.com/legal/user-agreement"
        assert known["say"]["fr"].startswith("D’après notre registre, lu le 24 novembre 2026")
        unknown = (
            made.test_client()
            .post("/api/v1/checks", json={"url": "https://www.pappers.fr/", "wait": 20})
            .json
        )
        assert unknown["verdict"]["level"] == "undetermined"
    finally:
        made.extensions["gardefou"].close()
