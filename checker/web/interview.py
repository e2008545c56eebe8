"""The interview: one question at a time, only those that can change the answer; it remembers nothing.

What was answered travels in the form itself, as the words of a purpose and the names already asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from flask import redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker import i18n, report, rules
from checker.answers.steps import report_of
from checker.assess import Books
from checker.model import Check, Purpose, Report
from checker.report.purposes import Choice
from checker.web.quota import Kind, spend
from checker.web.security import refuse_foreign, unlisted
from checker.words import Level
from checker.work import today

_CHOOSE = _("Choose an answer, or skip the question.")
SHOWN_FIRST = frozenset({"channel", "recipient"})
"""Answered on the first form, and shown on the report with a way to change them."""


class Checks(Protocol):
    """Where checks are kept."""

    def get(self, id: str, /) -> Check:
        """Give a check; raise `NotFound`."""


class Services(Protocol):
    """What the interview needs of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102

    def rejudge(self, check_id: str, purpose: Purpose) -> Check:
        """Give the same snapshot judged for another purpose; raise `NotFound`."""

    def purpose_from(self, answers: Mapping[str, Any], /) -> Purpose:
        """Give a purpose; raise `BadInput` for an answer that is not offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Where an interview stands: the report it is about, the answers so far, and what was asked."""

    report: Report
    books: Books
    purpose: Purpose
    asked: tuple[str, ...] = ()
    today: date = field(default_factory=today)

    @property
    def answered(self) -> frozenset[str]:
        """Give the fields not to be asked: those asked here, and those the report's purpose tells."""
        default, known = Purpose(), self.report.purpose
        told = {name for name in Purpose.__slots__ if getattr(known, name) != getattr(default, name)}
        open_ = {name for name in Purpose.__slots__ if getattr(known, name) == "unknown"}
        return frozenset((told | SHOWN_FIRST) - open_ | {*self.asked})

    @property
    def on(self) -> date:
        """Give the day whose law is applied."""
        return self.purpose.on or self.today

    def next(self) -> str | None:
        """Give the next question worth asking, if any."""
        law = self.books.law
        return rules.next_question(self.report.findings, self.purpose, self.answered, law, self.on)

    def effects(self, name: str) -> Mapping[str, Level]:
        """Give the level after each answer to a question."""
        answered = self.answered - {name}
        told = rules.effects(self.report.findings, self.purpose, answered, self.books.law, self.on)
        return told.get(name, {})

    def level(self) -> Level:
        """Give the answer as it stands."""
        return rules.judge(self.report.findings, self.purpose, self.books.law, self.on).level

    @property
    def again(self) -> tuple[tuple[str, str], ...]:
        """Give the answers as a form or a query carries them."""
        return report.carried(self.purpose, ())

    def choice(self, name: str) -> Choice:
        """Give a question with its answers."""
        return report.choices(self.purpose, self.books.law.fields, (name,))[0]


@dataclass(frozen=True, slots=True)
class Interview:
    """The views; each is given the language of its address."""

    services: Services

    def questions(self, lang: str, id: str) -> BaseResponse:
        """Show the first question, or that there is nothing to ask; a query carries an interview on."""
        check = self.services.checks.get(id)
        seen = report_of(check)
        if request.args:
            return self._shown(lang, check, self._talk(seen), request.args.get("question"))
        return self._shown(lang, check, Talk(report=seen, books=self.services.books, purpose=seen.purpose))

    def answer(self, lang: str, id: str) -> BaseResponse:
        """Take an answer and show the next question; at the end, the report with all answers."""
        refuse_foreign()
        check = self.services.checks.get(id)
        name, act = request.form.get("question", ""), request.form.get("do", "answer")
        talk = self._talk(report_of(check))
        if act == "back":
            return self._shown(lang, check, replace(talk, asked=talk.asked[:-1]), *talk.asked[-1:])
        if act == "finish" or name not in rules.ORDER:
            return self._judged(lang, check, talk)
        if act == "answer" and not request.form.get(name):
            return self._shown(lang, check, talk, name, fault=_CHOOSE)
        return self._shown_or_judged(lang, check, replace(talk, asked=(*talk.asked, name)))

    def _talk(self, seen: Report) -> Talk:
        """Give the interview that a form or a query carries; a skipped question keeps the answer it had."""
        form = request.values
        asked = (name for name in form.get("asked", "").split() if name in rules.ORDER)
        words = {name: word for name, word in form.items() if name in Purpose.__slots__}
        question = form.get("question", "")
        if question in rules.ORDER and (form.get("do") in {"skip", "back"} or not form.get(question)):
            words[question] = form.get("kept", "")
        purpose = self.services.purpose_from(words)
        return Talk(
            report=seen, books=self.services.books, purpose=purpose, asked=tuple(dict.fromkeys(asked))
        )

    def _shown_or_judged(self, lang: str, check: Check, talk: Talk) -> BaseResponse:
        name = talk.next()
        return self._shown(lang, check, talk, name) if name else self._judged(lang, check, talk)

    def _shown(
        self, lang: str, check: Check, talk: Talk, name: str | None = None, fault: LazyString | str = ""
    ) -> BaseResponse:
        name = name or talk.next()
        if name is None:
            return unlisted(render_template("pages/questions_done.html", check=check), fresh=True)
        choice = talk.choice(name)
        again: dict[str, Any] = {**dict(talk.again), "asked": " ".join(talk.asked), "question": name}
        page = render_template(
            "pages/questions.html",
            languages={
                to: url_for("pages.questions", lang=to, id=check.id, **again) for to in i18n.LANGUAGES
            },
            check=check,
            choice=choice,
            outcomes={one.answer: one for one in report.outcomes(choice.options, talk.effects(name))},
            number=len(talk.asked) + 1,
            asked=talk.asked,
            carry=report.carried(talk.purpose, (name,)),
            kept=str(getattr(talk.purpose, name)),
            level=talk.level(),
            levels=report.LEVELS,
            fault=fault,
        )
        answer = unlisted(page, fresh=True)
        answer.status_code = 422 if fault else 200
        return answer

    def _judged(self, lang: str, check: Check, talk: Talk) -> BaseResponse:
        done = check
        if talk.purpose != talk.report.purpose:
            spend(Kind.WORK)
            done = self.services.rejudge(check.id, talk.purpose)
        return redirect(url_for("pages.report", lang=lang, id=done.id, _anchor="verdict"), 303)
