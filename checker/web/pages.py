"""The pages people read: the form, the progress, the report, the stored copies, and how it all works."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from flask import (
    Blueprint,
    Flask,
    Response,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import LazyString
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from checker import i18n, report
from checker.errors import BadInput, Later, NotFound
from checker.model import Check, CheckRequest, Purpose, Text
from checker.paper import Press
from checker.settings import Settings
from checker.web import rescue, room
from checker.web.compare import Compare
from checker.web.dossier import Dossiers
from checker.web.error_pages import sorry
from checker.web.faults import tell
from checker.web.history import Checks, Past, changed
from checker.web.interview import Interview
from checker.web.language import FILTERS, language, say
from checker.web.next_steps import NextSteps
from checker.web.otherwise import otherwise
from checker.web.problem_types import ProblemPages
from checker.web.quota import Kind, spend
from checker.web.routes import FORM_OF, ROUTES, route
from checker.web.security import refuse_foreign, unlisted

DAY = 86_400
Faults = dict[str, LazyString]
_ROBOTS = "User-agent: *\nDisallow: /fr/rapport/\nDisallow: /en/report/\nDisallow: /api/\n"


class Sample(Protocol):
    """A fictional site that works without a network."""

    @property
    def host(self) -> str: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> Text: ...  # noqa: D102
    @property
    def say(self) -> Text: ...  # noqa: D102


class Services(rescue.Services, room.Services, Protocol):
    """What the pages need of the rest of the house."""

    @property
    def settings(self) -> Settings: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102
    @property
    def samples(self) -> tuple[Sample, ...]: ...  # noqa: D102
    @property
    def fields(self) -> tuple[report.Field, ...]: ...  # noqa: D102

    def start(self, request: CheckRequest, max_age: int | None) -> Check:
        """Give a stored answer young enough (seconds), or a new check that waits for its turn."""

    def rejudge(self, check_id: str, purpose: Purpose) -> Check:
        """Give the same snapshot judged for another purpose; raise `NotFound`."""

    def purpose_from(self, answers: Mapping[str, Any], /) -> Purpose:
        """Give a purpose; raise `BadInput` for an answer that is not offered."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The views; each is given the language of its address."""

    services: Services

    def root(self) -> BaseResponse:
        """Send a visitor to the form in the browser's language."""
        answer = redirect(url_for("pages.form", lang=language()))
        answer.vary.add("Accept-Language")
        return answer

    def form(self, lang: str) -> str:
        """Show the empty form; `?url=` fills the address in."""
        return self._form(Purpose(), request.args.get("url", ""), {})

    def start(self, lang: str) -> BaseResponse:
        """Start a check of what was typed, or show the form again with what is wrong."""
        refuse_foreign()
        typed = request.form.get("url", "")
        try:
            asked = CheckRequest(target=self.services.target(typed), purpose=self._purpose())
        except BadInput as error:
            return self._refused(typed, error)
        spend(Kind.CHECKS)
        fresh = bool(request.form.get("fresh"))
        check = self.services.start(asked, 0 if fresh else DAY)
        kept = "1" if fresh and check.status.is_final else None
        return redirect(url_for("pages.report", lang=lang, id=check.id, kept=kept), 303)

    def report(
        self, lang: str, id: str, trouble: rescue.Trouble | None = None, faults: Faults | None = None
    ) -> BaseResponse:
        """Show where a check stands: its progress, its report, or why there is none.

        `trouble` tells why a document that was handed over was not taken, `faults` why answers were not.
        """
        check = self.services.checks.get(id)
        if not check.status.is_final:
            return unlisted(render_template("pages/progress.html", check=check), fresh=True)
        panel = rescue.panel(self.services.books, check, trouble)
        if check.report is None:
            again = report.again(check.request.purpose)
            parts = {"check": check, "why": report.failure(check), "again": again}
            return unlisted(render_template("pages/failed.html", rescue=panel, **parts))
        beside = otherwise(check.report, self.services.books.law)
        outline = report.outline(check, self.services.fields, beside)
        proof = outline.proof.quote if outline.proof else None
        parts = {
            "outline": outline,
            "since": changed(self.services.checks, check, proof.exhibit) if proof else None,
            "rescue": panel,
            "faults": faults or {},
        }
        return unlisted(render_template("pages/report.html", **parts))

    def state(self, lang: str, id: str) -> BaseResponse:
        """Give the progress of a check as JSON, for the page that waits."""
        check = self.services.checks.get(id)
        steps = [say(step.say) for step in check.steps]
        body: dict[str, object] = {"is_final": check.status.is_final, "steps": steps}
        return unlisted(body, fresh=True)

    def rejudge(self, lang: str, id: str) -> BaseResponse:
        """Judge what was already seen for another purpose."""
        refuse_foreign()
        try:
            purpose = self._purpose()
        except BadInput as error:
            field, sentence = tell(error)
            answer = self.report(lang, id, faults={field: sentence})
            answer.status_code = 422
            return answer
        spend(Kind.WORK)
        check = self.services.rejudge(id, purpose)
        return redirect(url_for("pages.report", lang=lang, id=check.id), 303)

    def document(self, lang: str, id: str, number: int) -> BaseResponse:
        """Show our stored copy of one document with every finding marked."""
        check = self.services.checks.get(id)
        copy = report.stored_copy(check.report, number) if check.report else None
        if copy is None:
            raise NotFound(f"no copy {number} in check {id}")
        since = changed(self.services.checks, check, number)
        again = report.again(check.request.purpose)
        parts = {"copy": copy, "check": check, "since": since, "again": again}
        return unlisted(render_template("pages/document.html", **parts))

    def method(self, lang: str) -> str:
        """Say how an answer is made, and what the five words mean."""
        render = self.services.settings.render
        return render_template(
            "pages/method.html", levels=report.LEVELS, meanings=report.MEANINGS, render=render
        )

    def bot(self, lang: str = "") -> BaseResponse:
        """Say what our robot asks for and how a site can refuse it."""
        answer = make_response(render_template("pages/bot.html", settings=self.services.settings))
        answer.vary.add("Accept-Language")
        return answer

    def robots(self) -> Response:
        """Keep robots away from reports, which are unlisted."""
        return Response(_ROBOTS, mimetype="text/plain")

    def to_form(self, lang: str, **parts: Any) -> BaseResponse:
        """Lead a GET of an address that only takes a POST back to the page of its form."""
        name = str(request.endpoint).removeprefix("pages.").removesuffix("_form")
        return redirect(url_for(f"pages.{FORM_OF[name]}", lang=lang, **parts))

    def _purpose(self) -> Purpose:
        known = {*Purpose.__slots__} - ({"on"} if request.form.get("today") else set())
        return self.services.purpose_from({k: v for k, v in request.form.items() if k in known and v})

    def _refused(self, typed: str, error: BadInput) -> BaseResponse:
        try:
            purpose = self._purpose()
        except BadInput:
            purpose = Purpose()
        field, sentence = tell(error)
        return make_response(self._form(purpose, typed, {field: sentence}), 422)

    def _form(self, purpose: Purpose, typed: str, faults: Faults) -> str:
        return render_template(
            "pages/form.html",
            typed=typed,
            languages={lang: url_for("pages.form", lang=lang, url=typed or None) for lang in i18n.LANGUAGES},
            faults=faults,
            asked=report.asked(purpose, self.services.fields),
            levels=report.LEVELS,
            samples=self.services.samples,
        )


def build(services: Services, press: Press | None = None) -> Blueprint:
    """Give the blueprint of all pages; with it an app gets its languages and the pages of their errors."""
    pages, blueprint = Pages(services), Blueprint("pages", __name__)
    dossiers = Dossiers(services, press or Press())
    problems = ProblemPages()
    beside = (dossiers, Compare(services), Past(services), problems)
    views = (rescue.Rescue(services, pages.report), NextSteps(services), Interview(services), *beside, pages)
    blueprint.add_url_rule("/", "root", pages.root)
    blueprint.add_url_rule("/robots.txt", "robots", pages.robots)
    blueprint.add_url_rule("/bot", "bot", pages.bot)
    blueprint.add_url_rule("/problems/<name>", "problem", problems.problem)
    for name in ROUTES:
        view = next(getattr(one, name) for one in (*views, *room.views(services)) if hasattr(one, name))
        route(blueprint, name, view, "POST" if name in FORM_OF else "GET")
    for name in FORM_OF:
        route(blueprint, name, pages.to_form)
    for family in (HTTPException, NotFound, BadInput, Later):
        blueprint.register_error_handler(family, sorry)
    blueprint.app_context_processor(_everywhere)
    blueprint.record_once(lambda state: _prepare(cast("Flask", state.app)))
    return blueprint


def _prepare(app: Flask) -> None:
    i18n.register(app, language)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _everywhere() -> dict[str, object]:
    lang = language()
    return {"lang": lang, "languages": _switch(), "disclaimer": report.DISCLAIMER}


def _switch() -> dict[str, str]:
    """Give the address of this same page in each language; of the form where there is no such page."""
    name = str(request.endpoint or "").removeprefix("pages.")
    parts = {k: v for k, v in (request.view_args or {}).items() if k != "lang"}
    page = FORM_OF.get(name, name) if name in ROUTES else "form"
    known = parts if name in ROUTES else {}
    return {lang: url_for(f"pages.{page}", lang=lang, **known) for lang in i18n.LANGUAGES}
