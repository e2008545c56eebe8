"""Two to four sites side by side for one use, at an address that keeps."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flask import make_response, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker import i18n, report
from checker.errors import BadInput, TargetBusy
from checker.model import Check, CheckRequest, Purpose, Target
from checker.web.faults import tell
from checker.web.quota import Kind, spend
from checker.web.security import refuse_foreign, unlisted

FEWEST, MOST = 2, 4
DAY = 86_400
_TOO_FEW = _("Enter at least two different addresses.")
Faults = dict[str, LazyString]


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""


class Services(Protocol):
    """What these pages need of the rest of the house."""

    @property
    def checks(self) -> Checks: ...  # noqa: D102
    @property
    def fields(self) -> tuple[report.Field, ...]: ...  # noqa: D102

    def target(self, typed: str, /) -> Target:
        """Give the address meant by what was typed; raise `BadInput`."""

    def start(self, request: CheckRequest, max_age: int | None) -> Check:
        """Give a stored answer young enough (seconds), or a new check; raise `Busy`, `TargetBusy`."""

    def purpose_from(self, answers: Mapping[str, Any], /) -> Purpose:
        """Give a purpose; raise `BadInput` for an answer that is not offered."""


@dataclass(frozen=True, slots=True)
class Compare:
    """The views; each is given the language of its address."""

    services: Services

    def compare(self, lang: str) -> BaseResponse:
        """Show the checks named by `?c=`, or the form where fewer than two are."""
        ids = tuple(dict.fromkeys(request.args.getlist("c")))
        if not FEWEST <= len(ids) <= MOST:
            return make_response(self._form(request.args.getlist("url"), Purpose(), {}))
        told = report.comparison([self.services.checks.get(id) for id in ids], self.services.fields)
        languages = {lang: url_for("pages.compare", lang=lang, c=ids) for lang in i18n.LANGUAGES}
        page = render_template("pages/compare.html", told=told, languages=languages)
        return unlisted(page, fresh=not told.is_over)

    def compare_start(self, lang: str) -> BaseResponse:
        """Start what is not known yet, and lead to the address of the comparison."""
        refuse_foreign()
        typed, faults = request.form.getlist("url")[:MOST], Faults()
        targets = self._targets(typed, faults)
        purpose = self._purpose(faults)
        if not faults and len(targets) < FEWEST:
            faults["url-1"] = _TOO_FEW
        if faults:
            return make_response(self._form(typed, purpose, faults), 422)
        spend(Kind.CHECKS, len(targets))
        ids = self._started(targets, purpose, faults)
        if faults:
            return make_response(self._form(typed, purpose, faults), 429)
        return redirect(url_for("pages.compare", lang=lang, c=ids), 303)

    def _started(self, targets: Mapping[int, Target], purpose: Purpose, faults: Faults) -> list[str]:
        """Give the checks of the targets; a site that is spared a visit is a fault of its field."""
        ids = []
        for place, target in targets.items():
            try:
                ids.append(self.services.start(CheckRequest(target=target, purpose=purpose), DAY).id)
            except TargetBusy as error:
                faults[f"url-{place}"] = _(
                    "This site was visited enough for now. Try again in %(minutes)s min, or leave it out.",
                    minutes=math.ceil(error.retry_after / 60),
                )
        return ids

    def _targets(self, typed: list[str], faults: Faults) -> dict[int, Target]:
        """Give what was meant by each place of the form, each address once."""
        found: dict[str, tuple[int, Target]] = {}
        for place, one in enumerate(typed, 1):
            if not one.strip():
                continue
            try:
                target = self.services.target(one)
                found.setdefault(target.url, (place, target))
            except BadInput as error:
                faults[f"url-{place}"] = tell(error)[1]
        return dict(found.values())

    def _purpose(self, faults: Faults) -> Purpose:
        known = {k: v for k, v in request.form.items() if k in Purpose.__slots__ and v}
        try:
            return self.services.purpose_from(known)
        except BadInput as error:
            name, sentence = tell(error)
            faults[name] = sentence
            return Purpose()

    def _form(self, typed: list[str], purpose: Purpose, faults: Faults) -> str:
        return render_template(
            "pages/compare_form.html",
            typed=[*typed, *[""] * MOST][:MOST],
            fewest=FEWEST,
            faults=faults,
            asked=report.asked(purpose, self.services.fields),
        )
