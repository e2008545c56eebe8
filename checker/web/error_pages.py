"""The pages shown when something is refused, missing or broken: what happened, and a way on."""

from dataclasses import dataclass

from flask import make_response, render_template, request
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response as BaseResponse

from checker.errors import BadInput, Later, NotFound, TargetBusy
from checker.web.problems import LATER


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """A title and the sentence under it."""

    title: LazyString
    say: LazyString


def _page(title: LazyString, say: LazyString) -> ErrorPage:
    return ErrorPage(title=title, say=say)


_ERROR_PAGES: dict[int, ErrorPage] = {
    400: _page(
        _("We did not understand this request"),
        _("Something in it is missing or malformed. Start again from the form."),
    ),
    403: _page(
        _("This request came from another site"),
        _("A check only starts from our own pages. Paste the address into the form."),
    ),
    404: _page(
        _("This page does not exist"),
        _("The address may be incomplete, or the report may have been deleted. Check the link."),
    ),
    405: _page(
        _("This address does not work that way"),
        _("Start again from the form."),
    ),
    413: _page(
        _("This is too large"),
        _("Enter only the address of the page, not a whole document."),
    ),
    429: _page(
        _("Too many requests in a short time"),
        _("Each visitor may make so many requests a minute and a day. This spares the sites we visit."),
    ),
    500: _page(
        _("Something broke on our side"),
        _("It is not your fault, and it says nothing about the site. Try again in a moment."),
    ),
    503: _page(
        _("Many checks are waiting"),
        _("We take no more for now."),
    ),
}


_SPARED = _page(
    _("This site was visited enough for now"),
    _("People asked about it many times in the last hour, and we spare it."),
)


def error_page(code: int) -> ErrorPage:
    """Give the page of an HTTP status; of its family where it has none of its own."""
    return _ERROR_PAGES.get(code, _ERROR_PAGES[500 if code >= 500 else 400])


def sorry(error: Exception) -> BaseResponse | HTTPException:
    """Give the page for an error: what happened, and a way on.

    A redirect passes as it is, and so does the refusal of a foreign host name: no link may be built on it.
    """
    code = _code(error)
    if isinstance(error, HTTPException) and (code < 400 or isinstance(error, SecurityError)):
        return error
    seconds = error.retry_after if isinstance(error, Later) else 0
    told = _SPARED if isinstance(error, TargetBusy) else error_page(code)
    entered = _entered() if seconds else {}
    page = render_template("pages/error.html", code=code, page=told, seconds=seconds, **entered)
    answer = make_response(page, code)
    answer.headers["Cache-Control"] = "no-store"
    if seconds:
        answer.headers["Retry-After"] = str(seconds)
    return answer


def _entered() -> dict[str, object]:
    """Give the fields of the form that was sent, so that the page can send them again; a file it cannot."""
    has_file = any(file.filename for file in request.files.values())
    return {"has_file": has_file, "again": [] if has_file else [*request.form.items(multi=True)]}


def _code(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.code or 500
    if isinstance(error, Later):
        return LATER[type(error)][0]
    return {NotFound: 404, BadInput: 400}[type(error)]
