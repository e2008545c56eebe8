"""The dossier of a report as a PDF to hand over, for people and for programs."""

import re
from dataclasses import dataclass
from typing import Protocol

from flask import Blueprint, Response, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from checker import report
from checker.assess import Books
from checker.errors import BadInput
from checker.i18n import DEFAULT, LANGUAGES
from checker.model import Check
from checker.paper import NotPrinted, Press
from checker.settings import Settings
from checker.web.otherwise import otherwise
from checker.web.problems import problem
from checker.web.security import unlisted

_MISSING = "This server has no WeasyPrint or no Pango; print the report page instead."
_FAILED = "The dossier could not be printed in time; print the report page instead."


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""


class Services(Protocol):
    """What the dossier needs of the rest of the house."""

    @property
    def settings(self) -> Settings: ...  # noqa: D102
    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Dossiers:
    """The views; a page of them is given the language of its address."""

    services: Services
    press: Press

    def dossier(self, lang: str, id: str) -> BaseResponse:
        """Give the dossier; say how to print the report where none can be made."""
        check = self.services.checks.get(id)
        if check.report is None:
            return redirect(url_for("pages.report", lang=lang, id=id))
        try:
            return self._printed(check, lang)
        except NotPrinted as error:
            page = render_template("pages/no_paper.html", check=check, is_missing=error.cause == "missing")
            answer = unlisted(page, fresh=True)
            answer.status_code = 503
            return answer

    def of_program(self, check_id: str) -> BaseResponse:
        """Give the dossier in the language of `?lang=`; a problem where none can be made."""
        lang = request.args.get("lang", DEFAULT)
        if lang not in LANGUAGES:
            raise BadInput("unknown_language", "lang must be fr or en", pointer="/lang", allowed=LANGUAGES)
        check = self.services.checks.get(check_id)
        if check.report is None:
            raise BadInput("no_report", "this check has no report, or not yet")
        try:
            return self._printed(check, lang)
        except NotPrinted as error:
            return problem(503, "not_printed", _MISSING if error.cause == "missing" else _FAILED)

    def _printed(self, check: Check, lang: str) -> BaseResponse:
        assert check.report is not None  # noqa: S101 - both callers looked
        g.lang = lang
        books = self.services.books
        told = report.dossier(check, books.law.fields, otherwise(check.report, books.law))
        address = self.services.settings.public_url + url_for("pages.report", lang=lang, id=check.id)
        page = render_template("dossier/dossier.html", lang=lang, dossier=told, address=address)
        pdf = Response(self.press(page), content_type="application/pdf", headers=unlisted("").headers)
        pdf.headers["Content-Disposition"] = f'attachment; filename="{_filename(check)}"'
        return pdf


def _filename(check: Check) -> str:
    assert check.report is not None  # noqa: S101
    host = re.sub(r"[^a-z0-9.-]", "_", check.request.target.host.lower())[:80]
    return f"garde-fou-{host}-{check.report.snapshot.taken_at:%Y-%m-%d}.pdf"


def serve(blueprint: Blueprint, services: Services) -> None:
    """Put the dossier on the API."""
    view = Dossiers(services, Press()).of_program
    blueprint.add_url_rule("/api/v1/checks/<check_id>/dossier", view_func=view, endpoint="dossier")
