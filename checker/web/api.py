"""The JSON API: checks, analyses, rules, its own description, and whether we are well."""

import hashlib
from dataclasses import dataclass
from typing import TypeVar

from flask import Blueprint, Response, request
from werkzeug.exceptions import Forbidden, UnsupportedMediaType

from checker import __version__, report
from checker.answers import check_answer, clause_answer
from checker.answers.shapes import AnalysisAnswer
from checker.answers.steps import model_answer, steps_answer
from checker.clauses import detect_mixed, language_of
from checker.codec import decode, encode
from checker.errors import BadInput, CheckerError
from checker.model import Check, CheckRequest
from checker.services import Services
from checker.supply import MOST_BYTES, Given, Way
from checker.web import dossier
from checker.web.bodies import AnalysisBody, CheckBody, DocumentBody
from checker.web.openapi import document
from checker.web.problems import of_ours
from checker.web.quota import Kind, spend
from checker.web.rule_words import rule_words
from checker.web.security import is_own
from checker.work import new_id, now

MOST_WAIT = 20.0
MOST_ANALYSED = 4 * 1024 * 1024
RETRY_AFTER = 2
ROOM = 64 * 1024
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Api:
    """The views of the API."""

    services: Services

    def start(self) -> Response:
        """Start a check, or give a stored answer; with `wait`, wait for it up to 20 seconds."""
        body = _body(CheckBody)
        if not 0 <= body.wait <= MOST_WAIT:
            raise BadInput("out_of_range", f"wait must be from 0 to {MOST_WAIT:.0f} seconds", pointer="/wait")
        if body.max_age < 0:
            raise BadInput("out_of_range", "max_age must not be negative", pointer="/max_age")
        purpose = self.services.purpose_from(body.purpose)
        asked = CheckRequest(target=self.services.target(body.url), purpose=purpose)
        check = self._started(asked, body.max_age)
        if body.wait and not check.status.is_final:
            check = self.services.wait(check.id, body.wait)
        return self._shown(check, 200 if check.status.is_final else 202)

    def _started(self, asked: CheckRequest, max_age: int) -> Check:
        key = request.headers.get("Idempotency-Key", "")
        if not key:
            spend(Kind.CHECKS)
            return self.services.start(asked, max_age)
        mine = new_id()
        digest = hashlib.sha256(request.get_data()).hexdigest()
        kept = self.services.store.idempotent(key, digest, mine, now())
        if kept != mine:
            return self.services.checks.get(kept)
        try:
            spend(Kind.CHECKS)
            return self.services.start(asked, max_age, mine)
        except CheckerError:
            self.services.store.release(key)
            raise

    def show(self, check_id: str) -> Response:
        """Give a check as it stands."""
        return self._shown(self.services.checks.get(check_id), 200)

    def supply(self, check_id: str) -> Response:
        """Judge a check again with a document that the caller has, and give its new revision."""
        request.max_content_length = MOST_BYTES + ROOM
        given = _given(_body(DocumentBody))
        spend(Kind.CHECKS if given.by is Way.GIVEN_ADDRESS else Kind.WORK)
        return self._shown(self.services.supply(check_id, given), 200)

    def next_steps(self, check_id: str) -> Response:
        """Give what to do instead, with the documents that can be written from a check."""
        return _json(steps_answer(self.services.checks.get(check_id), self.services.books.steps))

    def model(self, check_id: str, name: str) -> Response:
        """Give one model document, in the language of `?language=`."""
        language = request.args.get("language", "fr")
        check, services = self.services.checks.get(check_id), self.services
        return _json(model_answer(check, services.books.steps, name, language, services.settings.public_url))

    def _shown(self, check: Check, status: int) -> Response:
        response = _json(check_answer(check, self.services.settings.public_url), status)
        response.headers["Location"] = f"/api/v1/checks/{check.id}"
        if not check.status.is_final:
            response.headers["Retry-After"] = str(RETRY_AFTER)
        response.add_etag()
        if request.method == "GET":
            response.make_conditional(request)
        return response

    def analyse(self) -> Response:
        """Find the clauses of a text or an HTML page that the caller has."""
        request.max_content_length = MOST_ANALYSED
        body = _body(AnalysisBody)
        if (body.text is None) == (body.html is None):
            raise BadInput("text_or_html", "send either text or html", pointer="")
        spend(Kind.WORK)
        text, declared = self._readable(body)
        books = self.services.books
        language = body.language or language_of(text, declared)
        found = detect_mixed(text, language, books.clauses)
        answer = AnalysisAnswer(
            language=language,
            is_read=language in books.clauses.languages,
            text=text,
            clauses=tuple(clause_answer(clause) for clause in found),
            rules_version=books.edition,
            disclaimer=report.DISCLAIMER,
        )
        return _json(answer)

    def _readable(self, body: AnalysisBody) -> tuple[str, str]:
        if body.html is None:
            return body.text or "", ""
        reading = self.services.read_html(body.html, body.url)
        return reading.text, reading.declared_language

    def rules(self) -> Response:
        """Give the closed words, the six rules, the purpose fields and the sources behind them."""
        return _json(rule_words(self.services.books))

    def description(self) -> Response:
        """Give the OpenAPI document."""
        return _json(document(self.services.settings.public_url))

    def health(self) -> Response:
        """Tell whether the store answers."""
        return _json({"status": "ok", "waiting": self.services.store.waiting()})

    def version(self) -> Response:
        """Give the version of the program and the edition of its books."""
        return _json({"version": __version__, "rules_version": self.services.books.edition})


def build(services: Services) -> Blueprint:
    """Give the blueprint of the API; every error of ours becomes a problem."""
    api, blueprint = Api(services), Blueprint("api", __name__)
    blueprint.add_url_rule("/api/v1/checks", view_func=api.start, methods=["POST"], endpoint="start")
    blueprint.add_url_rule("/api/v1/checks/<check_id>", view_func=api.show, endpoint="show")
    blueprint.add_url_rule(
        "/api/v1/checks/<check_id>/documents", view_func=api.supply, methods=["POST"], endpoint="supply"
    )
    blueprint.add_url_rule(
        "/api/v1/checks/<check_id>/next-steps", view_func=api.next_steps, endpoint="next_steps"
    )
    blueprint.add_url_rule("/api/v1/checks/<check_id>/models/<name>", view_func=api.model, endpoint="model")
    blueprint.add_url_rule("/api/v1/analyses", view_func=api.analyse, methods=["POST"], endpoint="analyse")
    blueprint.add_url_rule("/api/v1/rules", view_func=api.rules, endpoint="rules")
    blueprint.add_url_rule("/openapi.json", view_func=api.description, endpoint="description")
    blueprint.add_url_rule("/healthz", view_func=api.health, endpoint="health")
    blueprint.add_url_rule("/version", view_func=api.version, endpoint="version")
    dossier.serve(blueprint, services)
    blueprint.register_error_handler(CheckerError, of_ours)
    return blueprint


def _given(body: DocumentBody) -> Given:
    kinds = [name for name in ("text", "html", "url") if getattr(body, name) is not None]
    if len(kinds) != 1:
        raise BadInput("text_html_or_url", "send one of text, html and url", pointer="")
    if body.url is not None:
        return Given(by=Way.GIVEN_ADDRESS, address=body.url, document_type=body.document_type)
    return Given(
        by=Way.PASTED_TEXT if body.text is not None else Way.UPLOADED_FILE,
        body=(body.text or body.html or "").encode("utf-8", "replace"),
        content_type=f"text/{'plain' if body.text is not None else 'html'}; charset=utf-8",
        address=body.address,
        document_type=body.document_type,
    )


def _body(type_: type[T]) -> T:
    if not is_own(request):
        raise Forbidden("a page of another origin may not start work here")
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send application/json")
    return decode(request.get_data(), type_)


def _json(value: object, status: int = 200) -> Response:
    return Response(encode(value), status, content_type="application/json")
