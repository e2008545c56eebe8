"""The whole river, from an address to an answer, on the sample sites."""

from typing import Any

import pytest
from flask.testing import FlaskClient

ALL_DONE = {
    "origin": "given",
    "consent_proven": "yes",
    "objected": "no",
    "restricted_visibility": "no",
    "account_used": "no",
    "informed": "yes",
    "opt_out": "yes",
    "suppression_list": "yes",
    "within_retention": "yes",
    "processor_contract": "yes",
    "register_entry": "yes",
    "minimised": "yes",
    "impact_assessed": "yes",
    "interest_assessed": "yes",
}


def ask(client: FlaskClient, url: str, **purpose: str) -> dict[str, Any]:
    answer = client.post("/api/v1/checks", json={"url": url, "purpose": purpose, "wait": 20})
    assert answer.status_code == 200, answer.text
    assert isinstance(answer.json, dict)
    return answer.json


@pytest.mark.parametrize(
    ("url", "purpose", "level", "status"),
    [
        ("reseau-pro.example/in/camille-martin", {}, "prohibited", "completed"),
        ("boutique-calme.example", {}, "consent_first", "completed"),
        (
            "annuaire-libre.example",
            {"address": "generic", "recipient": "organisation"},
            "conditional",
            "completed",
        ),
        ("annuaire-libre.example", ALL_DONE, "permitted", "completed"),
        ("gazette.example", {}, "prohibited", "completed"),
        ("forteresse.example/annuaire/artisans", {}, "prohibited", "partial"),
        ("vitrine.example/equipe", {}, "undetermined", "partial"),
        (
            "trade-fair.example/exhibitors",
            {"mode": "cnil_b2b", "related_to_profession": "yes"},
            "conditional",
            "completed",
        ),
    ],
)
def test_each_sample_site_gives_its_level(
    client: FlaskClient, url: str, purpose: dict[str, str], level: str, status: str
) -> None:
    answer = ask(client, url, **purpose)
    assert (answer["verdict"]["level"], answer["status"]) == (level, status)
    assert answer["summary"]["verdict"] == level
    assert [rule["id"] for rule in answer["verdict"]["rules"]] == ["R1", "R2", "R3", "R4", "R5", "R6"]


def test_the_network_is_quoted_with_its_sections(client: FlaskClient) -> None:
    answer = ask(client, "https://reseau-pro.example/in/camille-martin")
    by_section = {(c["section"], c["kind"]) for c in answer["clauses"] if c["document"] == 0}
    assert ("8.2.2", "automated_access") in by_section
    assert ("8.2.3", "circumvention") in by_section
    assert ("8.2.4", "third_party_source") in by_section
    assert ("8.2.5", "commercial_reuse") in by_section
    assert ("8.2.7", "contact_harvesting") in by_section
    assert answer["robots"]["decision"] == "disallowed"
    assert (answer["robots"]["rule"], answer["robots"]["line"]) == ("Disallow: /in/", 10)
    assert answer["documents"][0]["found_by"] in {"form_sentence", "footer_link"}
    assert {d["status"] for d in answer["documents"]} == {"read"}


def test_a_repeated_question_is_answered_from_the_store(client: FlaskClient) -> None:
    first = ask(client, "boutique-calme.example")
    assert ask(client, "https://boutique-calme.example/")["id"] == first["id"]
    fresh = client.post("/api/v1/checks", json={"url": "boutique-calme.example", "wait": 20, "max_age": 0})
    assert fresh.json["id"] != first["id"]
