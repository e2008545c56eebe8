"""What to do instead: the page of next steps, and each model document as a page and as a file."""

from dataclasses import dataclass
from typing import Protocol

from flask import Response, render_template
from werkzeug.wrappers import Response as BaseResponse

from checker import report
from checker.answers.steps import NOTICE, report_of, written
from checker.assess import Books
from checker.model import Check
from checker.settings import Settings
from checker.steps import NextStep, Written, next_steps
from checker.web.security import unlisted

GROUPS = ("route", "contact", "keep")


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""


class Services(Protocol):
    """What these pages need of the rest of the house."""

    @property
    def settings(self) -> Settings: ...  # noqa: D102
    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class NextSteps:
    """The views; each is given the language of its address."""

    services: Services

    def next_steps(self, lang: str, id: str) -> BaseResponse:
        """Show the steps that fit a report, by group, and every document that can be written from it."""
        check, book = self.services.checks.get(id), self.services.books.steps
        found = next_steps(report_of(check), book)
        page = render_template(
            "pages/next_steps.html",
            check=check,
            verdict=report_of(check).verdict,
            levels=report.LEVELS,
            is_favourable=report_of(check).verdict.level in report.FAVOURABLE,
            groups=[(name, _of(found, name)) for name in GROUPS],
            models=book.models,
            source_line=report.source_line,
            outbound=report.outbound,
        )
        return unlisted(page)

    def model(self, lang: str, id: str, name: str) -> BaseResponse:
        """Show a document as text to edit, with the sources it rests on."""
        one = self._written(lang, id, name)
        sources = [report.source_line(source) for source in one.sources]
        return unlisted(render_template("pages/model.html", id=id, model=one, notice=NOTICE, sources=sources))

    def model_file(self, lang: str, id: str, name: str) -> BaseResponse:
        """Give a document as a text file to keep."""
        one = self._written(lang, id, name)
        answer = unlisted("")
        file = Response(one.text, content_type="text/plain; charset=utf-8", headers=answer.headers)
        file.headers["Content-Disposition"] = f'attachment; filename="{one.filename}"'
        return file

    def _written(self, lang: str, id: str, name: str) -> Written:
        services = self.services
        check = services.checks.get(id)
        return written(check, services.books.steps, name, lang, services.settings.public_url)


def _of(found: tuple[NextStep, ...], group: str) -> list[NextStep]:
    return [one for one in found if one.step.group == group]
