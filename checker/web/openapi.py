"""The OpenAPI 3.1 description, made from the very types that the API encodes and decodes."""

from typing import Any

import msgspec

from checker import __version__
from checker.answers import shapes as answers
from checker.answers import steps
from checker.web.bodies import AnalysisBody, CheckBody, DocumentBody
from checker.web.rule_words import RuleWords

SHAPES = (
    answers.CheckAnswer,
    answers.AnalysisAnswer,
    answers.ProblemAnswer,
    steps.NextStepsAnswer,
    steps.ModelAnswer,
    RuleWords,
    AnalysisBody,
    CheckBody,
    DocumentBody,
)
REF = "#/components/schemas/{name}"
_CHECK_ID: dict[str, Any] = {
    "name": "check_id",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
}


def document(public_url: str) -> dict[str, Any]:
    """Give the description of the whole API as a JSON object."""
    _, components = msgspec.json.schema_components(SHAPES, ref_template=REF)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Garde-fou",
            "version": __version__,
            "summary": "May I take contacts from this site and write to them? What was read, what follows.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": public_url}],
        "paths": _paths(),
        "components": {"schemas": components},
    }


def _paths() -> dict[str, Any]:
    return {
        **_paths_of_checks(_json("CheckAnswer")),
        "/api/v1/analyses": {
            "post": {
                "operationId": "analyse",
                "summary": "Find the clauses of a text or an HTML page",
                "requestBody": {"required": True, "content": _json("AnalysisBody")},
                "responses": {
                    "200": {"description": "The clauses", "content": _json("AnalysisAnswer")},
                    **_problems(400, 403, 413, 415, 422, 429),
                },
            }
        },
        "/api/v1/rules": {
            "get": _get("showRules", "The closed words and the fields of a purpose", "RuleWords")
        },
        "/openapi.json": {"get": _get("showDescription", "This description")},
        "/healthz": {"get": _get("showHealth", "Whether the store answers")},
        "/version": {"get": _get("showVersion", "Program and books")},
    }


def _paths_of_checks(check: dict[str, Any]) -> dict[str, Any]:
    return {
        "/api/v1/checks": {
            "post": {
                "operationId": "startCheck",
                "summary": "Ask about an address; a stored answer young enough is given at once",
                "description": "Unless max_age is 0 an address that was read a few minutes ago is not "
                "visited again: what was read then is judged for the purpose. A host that had its share "
                "of visits in an hour is not visited whatever max_age says: what was read of the address "
                "in the last day is judged, or the answer is 429.",
                "parameters": [
                    _header("Idempotency-Key", "The same key within 24 hours gives the same check")
                ],
                "requestBody": {"required": True, "content": _json("CheckBody")},
                "responses": {
                    "200": {"description": "The answer", "content": check},
                    "202": {"description": "The check goes on; ask again", "content": check},
                    **_problems(400, 403, 413, 415, 422, 429, 503),
                },
            }
        },
        "/api/v1/checks/{check_id}": {
            "get": {
                "operationId": "showCheck",
                "summary": "A check as it stands",
                "parameters": [_CHECK_ID],
                "responses": {
                    "200": {"description": "The check", "content": check},
                    "304": {"description": "Unchanged since the ETag that was sent"},
                    **_problems(404),
                },
            }
        },
        "/api/v1/checks/{check_id}/documents": {"post": _supply(check)},
        "/api/v1/checks/{check_id}/next-steps": {
            "get": _of_check("showNextSteps", "What to do instead, for one check", "NextStepsAnswer")
        },
        "/api/v1/checks/{check_id}/models/{name}": {"get": _model()},
        "/api/v1/checks/{check_id}/dossier": {"get": _dossier()},
    }


def _model() -> dict[str, Any]:
    name = _CHECK_ID | {"name": "name"}
    language = {"name": "language", "in": "query", "schema": {"type": "string", "enum": ["fr", "en"]}}
    shown = {"200": {"description": "The document", "content": _json("ModelAnswer")}}
    return {
        "operationId": "writeModel",
        "summary": "A model document written from one check; blanks are marked, have it reviewed",
        "parameters": [_CHECK_ID, name, language],
        "responses": {**shown, **_problems(404, 422)},
    }


def _dossier() -> dict[str, Any]:
    lang = {"name": "lang", "in": "query", "schema": {"type": "string", "enum": ["fr", "en"]}}
    return {
        "operationId": "printDossier",
        "summary": "The due-diligence dossier of one check, as a tagged PDF",
        "parameters": [_CHECK_ID, lang],
        "responses": {
            "200": {"description": "The dossier", "content": {"application/pdf": {}}},
            **_problems(404, 422, 503),
        },
    }


def _supply(check: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": "supplyDocument",
        "summary": "Supply the terms that we could not read; the check gets a new revision",
        "description": "Send one of text, html and url. What is supplied counts as the site's terms "
        "and is labelled as supplied. A url is asked for as any other, robots.txt first. A document "
        "that cannot be used is refused with its cause as the code, and changes nothing; the same "
        "document again changes nothing either.",
        "parameters": [_CHECK_ID],
        "requestBody": {"required": True, "content": _json("DocumentBody")},
        "responses": {
            "200": {"description": "The new revision", "content": check},
            **_problems(400, 403, 404, 413, 415, 422, 429),
        },
    }


def _get(operation: str, summary: str, shape: str = "") -> dict[str, Any]:
    content = _json(shape) if shape else {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": operation,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": content}},
    }


def _of_check(operation: str, summary: str, shape: str) -> dict[str, Any]:
    whole = _get(operation, summary, shape)
    return whole | {"parameters": [_CHECK_ID], "responses": whole["responses"] | _problems(404)}


def _json(shape: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": REF.format(name=shape)}}}


def _header(name: str, say: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "description": say, "schema": {"type": "string", "maxLength": 200}}


def _problems(*statuses: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": REF.format(name="ProblemAnswer")}}}
    return {str(status): {"description": "A problem (RFC 9457)", "content": content} for status in statuses}
