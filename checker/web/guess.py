"""Guess before you see: what a site says is shown, the answer is hidden until the trainee has given one."""

from dataclasses import dataclass
from typing import Protocol

from flask import redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker import report
from checker.assess import Books
from checker.model import Check
from checker.quiz.book import RULES
from checker.report.quotes import Quote, quotes
from checker.web.security import refuse_foreign, unlisted
from checker.words import Level

_CHOOSE = _("Choose an answer and the rule that decides.")


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""


class Services(Protocol):
    """What the guess needs of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102
    @property
    def fields(self) -> tuple[report.Field, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What the trainee committed to, beside what the engine says."""

    level: Level
    rule: str
    engine: Level
    deciding: tuple[str, ...]

    @property
    def is_level_right(self) -> bool:
        """Tell whether the level is the engine's."""
        return self.level is self.engine

    @property
    def is_rule_right(self) -> bool:
        """Tell whether the rule is one of those that decide."""
        return self.rule in self.deciding

    @property
    def say(self) -> LazyString:
        """Give the difference in one sentence."""
        if self.is_level_right:
            return _("Same answer.") if self.is_rule_right else _("Same answer, for another reason.")
        if self.level is Level.UNDETERMINED or self.engine is Level.UNDETERMINED:
            return _("One of you says that it cannot be told: look at what was read and what was not.")
        if self.level.severity < self.engine.severity:
            return _("You were more lenient than the engine: something that stands against it escaped you.")
        return _("You were stricter than the engine: something that makes it possible escaped you.")


@dataclass(frozen=True, slots=True)
class Guess:
    """The views; each is given the language of its address."""

    services: Services

    def guess(self, lang: str, id: str) -> BaseResponse:
        """Show what was read without what follows; where a check goes on, its progress."""
        check = self.services.checks.get(id)
        if not check.status.is_final:
            return unlisted(render_template("pages/progress.html", check=check), fresh=True)
        if check.report is None:
            return redirect(url_for("pages.report", lang=lang, id=id))
        return self._shown(check, None)

    def guess_told(self, lang: str, id: str) -> BaseResponse:
        """Take the trainee's answer, and show the engine's beside it."""
        refuse_foreign()
        check = self.services.checks.get(id)
        if check.report is None:
            return redirect(url_for("pages.report", lang=lang, id=id), 303)
        level, rule = request.form.get("level", ""), request.form.get("rule", "")
        if level not in list(Level) or rule not in RULES:
            return self._shown(check, None, _CHOOSE)
        verdict = check.report.verdict
        guessed = Guessed(
            level=Level(level),
            rule=rule,
            engine=verdict.level,
            deciding=tuple(one.id for one in verdict.rules if one.level is verdict.level),
        )
        return self._shown(check, guessed)

    def _shown(self, check: Check, guessed: Guessed | None, fault: LazyString | str = "") -> BaseResponse:
        seen = check.report
        if seen is None:
            raise ValueError(f"check {check.id} has no report")
        page = render_template(
            "pages/guess.html",
            check=check,
            outline=report.outline(check, self.services.fields),
            quotes=_in_order(quotes(seen)),
            guessed=guessed,
            fault=fault,
            levels=report.LEVELS,
            meanings=report.MEANINGS,
            titles=self.services.books.law.phrases.titles,
        )
        answer = unlisted(page, fresh=guessed is not None)
        answer.status_code = 422 if fault else 200
        return answer


def _in_order(found: tuple[Quote, ...]) -> list[Quote]:
    """Give the quotes in the order of the documents, which tells nothing of what decides."""
    return sorted(found, key=lambda one: (one.exhibit, min(said.number for said in one.statements)))
