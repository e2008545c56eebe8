"""The training room: lessons, sets of questions by seed, and a paper that says it is no certificate.

It works without JavaScript: answers travel in the forms, and nothing of a trainee is kept on the server.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from flask import redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker import i18n, report
from checker.assess import Books
from checker.data.quiz_files import load_quiz
from checker.errors import NotFound
from checker.model import Check, CheckRequest, Purpose, Target, Text
from checker.quiz import PASS_PERCENT, Ask, QuizBook, draw, mark
from checker.quiz.draw import USUAL
from checker.quiz.marking import Score, mark_one
from checker.web import quiz_forms
from checker.web.quiz_forms import KINDS, Answers, Question
from checker.web.quota import Kind, spend
from checker.web.security import refuse_foreign, unlisted
from checker.work import now

NUMBERS = (5, 10, 20, 40)
_CHOOSE = _("Choose an answer first.")


class Sample(Protocol):
    """A fictional site that works without a network."""

    @property
    def host(self) -> str: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> Text: ...  # noqa: D102


class Services(Protocol):
    """What the training room needs of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def samples(self) -> tuple[Sample, ...]: ...  # noqa: D102

    def target(self, typed: str, /) -> Target:
        """Give a target; raise `BadInput`."""

    def start(self, request: CheckRequest, max_age: int | None) -> Check:
        """Give a stored answer young enough (seconds), or a new check."""


@dataclass(frozen=True, slots=True)
class Training:
    """The views; each is given the language of its address."""

    services: Services

    @property
    def book(self) -> QuizBook:
        """Give the quiz book."""
        return load_quiz()

    def training(self, lang: str) -> str:
        """Show the lessons, the start of a set, and the sites to guess about."""
        return render_template(
            "pages/training.html",
            lessons=self.book.lessons.values(),
            titles=self.services.books.law.phrases.titles,
            kinds=KINDS,
            numbers=NUMBERS,
            usual=USUAL,
            total=len(self.book.items),
            samples=self.services.samples,
        )

    def lesson(self, lang: str, name: str) -> str:
        """Show one lesson; raise `NotFound`."""
        lesson = self.book.lessons.get(name.upper())
        if lesson is None:
            raise NotFound(f"no lesson {name}")
        following = f"R{int(lesson.rule[1:]) + 1}"
        return render_template(
            "pages/lesson.html",
            lesson=lesson,
            title=self.services.books.law.phrases.titles[lesson.rule],
            cures=self.book.misconceptions[lesson.cures],
            sources=[report.source_line(self.book.sources[one]) for one in lesson.sources],
            following=self.book.lessons.get(following),
        )

    def quiz(self, lang: str) -> BaseResponse:
        """Show a set; without a seed, lead to a set with a new one."""
        ask = quiz_forms.asked()
        one = request.args.get("view") == "one"
        if not ask.seed:
            seeded = quiz_forms.plain(ask) | {"seed": quiz_forms.new_seed(), "view": "one" if one else None}
            return redirect(url_for("pages.quiz", lang=lang, **seeded))
        if one:
            return self._one(ask, 0)
        return self._all(ask, None)

    def quiz_marked(self, lang: str) -> BaseResponse:
        """Mark a set: the score, each question with its reason, and advice by misconception."""
        refuse_foreign()
        ask = quiz_forms.asked()
        items = draw(self.book, ask)
        return self._all(ask, mark(items, quiz_forms.answers_to(items)))

    def quiz_step(self, lang: str) -> BaseResponse:
        """Mark one question of a set, or go on to the next one."""
        refuse_foreign()
        ask = quiz_forms.asked()
        given = request.form.get("at", "")
        at = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 0
        return self._one(ask, at, told=request.form.get("do") == "answer")

    def attestation(self, lang: str) -> BaseResponse:
        """Show the paper of a set that was passed; the score again when it was not."""
        refuse_foreign()
        ask = quiz_forms.asked()
        items = draw(self.book, ask)
        score = mark(items, quiz_forms.answers_to(items))
        if not score.is_passed:
            return self._all(ask, score)
        page = render_template(
            "pages/attestation.html", ask=ask, score=score, on=now(), languages=_languages(ask)
        )
        return unlisted(page, fresh=True)

    def try_sample(self, lang: str) -> BaseResponse:
        """Start a check of a site, and lead to the guess about it."""
        refuse_foreign()
        asked = CheckRequest(target=self.services.target(request.form.get("url", "")), purpose=Purpose())
        spend(Kind.CHECKS)
        check = self.services.start(asked, 86_400)
        return redirect(url_for("pages.guess", lang=lang, id=check.id), 303)

    def _all(self, ask: Ask, score: Score | None) -> BaseResponse:
        items = draw(self.book, ask)
        marks = {one.item.id: one for one in score.marks} if score else {}
        page = render_template(
            "pages/quiz.html",
            **_set_parts(self.book, ask, score, quiz_forms.answers_to(items)),
            questions=[
                quiz_forms.question(self.book, item, number, ask.seed, marks.get(item.id))
                for number, item in enumerate(items, 1)
            ],
            again=quiz_forms.query(ask) | {"seed": quiz_forms.new_seed()},
        )
        return unlisted(page, fresh=score is not None)

    def _one(self, ask: Ask, at: int, *, told: bool = False) -> BaseResponse:
        items = draw(self.book, ask)
        if at >= len(items):
            return self._all(ask, mark(items, quiz_forms.answers_to(items)))
        answers = quiz_forms.answers_to(items)
        here = items[at]
        chosen = answers.get(here.id)
        marked = mark_one(here, chosen) if told and chosen else None
        shown: Question = quiz_forms.question(self.book, here, at + 1, ask.seed, marked)
        page = render_template(
            "pages/quiz_one.html",
            **_set_parts(self.book, ask, None, answers if marked else _but(answers, here.id)),
            question=shown,
            count=len(items),
            at=at,
            fault=_CHOOSE if told and not chosen else "",
        )
        answer = unlisted(page, fresh=request.method == "POST")
        answer.status_code = 422 if told and not chosen else 200
        return answer


def _languages(ask: Ask) -> dict[str, str]:
    return {to: url_for("pages.quiz", lang=to, **quiz_forms.plain(ask)) for to in i18n.LANGUAGES}


def _but(answers: Answers, item_id: str) -> Answers:
    return {name: keys for name, keys in answers.items() if name != item_id}


def _set_parts(book: QuizBook, ask: Ask, score: Score | None, answers: Answers) -> dict[str, Any]:
    return {
        "ask": ask,
        "ask_query": quiz_forms.plain(ask),
        "pairs": quiz_forms.pairs(ask),
        "link": url_for("pages.quiz", lang=request.path.split("/")[1], **quiz_forms.plain(ask)),
        "languages": _languages(ask),
        "score": score,
        "pass_percent": PASS_PERCENT,
        "misconceptions": [(book.misconceptions[tag], n) for tag, n in score.misconceptions] if score else [],
        "carry": quiz_forms.carried(answers),
    }
