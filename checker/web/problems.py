"""Errors of the API as RFC 9457 problems, in the language the caller accepts."""

from collections.abc import Callable

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from checker.answers.shapes import ProblemAnswer
from checker.codec import encode
from checker.errors import BadInput, Busy, CheckerError, Later, NotFound, OverQuota, Refused, TargetBusy
from checker.web.problem_types import name_of, problem_types

Answer = BaseResponse | HTTPException

MEDIA_TYPE = "application/problem+json"
API_PATHS = ("/api/", "/openapi.json", "/healthz", "/version")

CODES = {400: "bad_request", 403: "foreign_origin", 404: "not_found", 405: "method_not_allowed"}
CODES |= {413: "too_large", 415: "not_json", 500: "internal", 503: "busy"}
LATER = {Busy: (503, "busy"), TargetBusy: (429, "target_busy"), OverQuota: (429, "quota_exceeded")}


def register(app: Flask, otherwise: Callable[[Exception], Answer]) -> None:
    """Answer every error under the API's paths with a problem; `otherwise` answers for the pages."""

    def of_http(error: HTTPException) -> Answer:
        if not request.path.startswith(API_PATHS):
            return otherwise(error)
        status = error.code or 500
        answer = problem(status, CODES.get(status, "http_error"), error.description or "")
        answer.headers.extend(error.get_headers()[1:])
        return answer

    app.register_error_handler(HTTPException, of_http)


def of_ours(error: CheckerError) -> Response:
    """Give one of our own errors as a problem."""
    if isinstance(error, NotFound):
        return problem(404, "not_found", str(error))
    if isinstance(error, Later):
        answer = problem(*LATER[type(error)], f"Try again in {error.retry_after} seconds.")
        answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    if isinstance(error, BadInput):
        pointed = {"pointer": error.pointer, "code": error.code, "detail": error.detail}
        if error.allowed:
            pointed["allowed"] = ", ".join(error.allowed)
        return problem(422, error.code, error.detail, (pointed,))
    if isinstance(error, Refused):
        return problem(422, error.code, error.detail)
    raise error


def problem(status: int, code: str, detail: str, errors: tuple[dict[str, str], ...] = ()) -> Response:
    """Give a problem document; its type is an address of ours that names the code."""
    title = problem_types()[name_of(code)].title
    language = request.accept_languages.best_match(["en", "fr"], "en")
    body = ProblemAnswer(
        type=f"/problems/{name_of(code)}",
        title=title.fr if language == "fr" else title.en,
        status=status,
        detail=detail,
        code=code,
        errors=errors,
    )
    response = Response(encode(body), status, content_type=MEDIA_TYPE)
    response.vary.add("Accept-Language")
    return response
