"""A trainer's set for a group: one link for the trainees, one for the counts, no names and no accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from flask import make_response, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response as BaseResponse

from checker import i18n
from checker.assess import Books
from checker.data.quiz_files import load_quiz
from checker.errors import NotFound
from checker.quiz import PASS_PERCENT, QuizBook, draw, mark
from checker.quiz.book import Item
from checker.quiz.group import MOST_DAYS, Group, counted, new_group
from checker.quiz.marking import Score
from checker.web import quiz_forms
from checker.web.quiz_forms import KINDS
from checker.web.quota import Kind, spend
from checker.web.security import refuse_foreign, unlisted
from checker.work import new_id, now

USUAL_DAYS = 30
_EMPTY = _("No question is of that sort. Tick fewer kinds or rules.")


class Groups(Protocol):
    """Where shared sets are kept."""

    def add_group(self, group: Group, /) -> None:
        """Keep a new group."""

    def group(self, id: str, now: datetime, /) -> Group:
        """Give a group by its trainees' id; raise `NotFound`."""

    def group_results(self, results: str, now: datetime, /) -> tuple[Group, dict[str, int]]:
        """Give a group and its counts by its trainer's id; raise `NotFound`."""

    def count_answers(self, id: str, names: Iterable[str], now: datetime, /) -> None:
        """Add one to each of some counts; raise `NotFound`."""

    def drop_ended_groups(self, now: datetime, /) -> int:
        """Remove the groups whose time is over."""


class Services(Protocol):
    """What these pages need of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102
    @property
    def store(self) -> Groups: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question of a group: how many answered it, and how many rightly."""

    item: Item
    answered: int
    right: int

    @property
    def percent(self) -> int:
        """Give the share of right answers among those given, in whole percent."""
        return 100 * self.right // self.answered if self.answered else 0


@dataclass(frozen=True, slots=True)
class GroupPages:
    """The views; each is given the language of its address."""

    services: Services

    def trainer(self, lang: str, fault: LazyString | str = "") -> str:
        """Show the form of a new set; `fault` tells why none was made."""
        return render_template(
            "pages/trainer.html",
            fault=fault,
            kinds=KINDS,
            titles=self.services.books.law.phrases.titles,
            most_days=MOST_DAYS,
            usual_days=USUAL_DAYS,
        )

    def group_new(self, lang: str) -> BaseResponse:
        """Make a shared set, and lead to its results."""
        refuse_foreign()
        ask = quiz_forms.asked()
        ask = (
            ask
            if ask.seed
            else quiz_forms.ask_from(
                {"n": str(ask.number), "seed": quiz_forms.new_seed()}, ask.kinds, ask.rules
            )
        )
        given = request.form.get("days", "")
        days = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else USUAL_DAYS
        items = [item.id for item in draw(load_quiz(), ask)]
        if not items:
            return make_response(self.trainer(lang, _EMPTY), 422)
        spend(Kind.WORK)
        group = new_group(new_id("grp"), new_id("res"), ask, items, now(), days)
        self.services.store.drop_ended_groups(now())
        self.services.store.add_group(group)
        return redirect(url_for("pages.group_results", lang=lang, id=group.results), 303)

    def group(self, lang: str, id: str) -> BaseResponse:
        """Show a shared set to a trainee."""
        return self._shown(self._group(id), None)

    def group_answer(self, lang: str, id: str) -> BaseResponse:
        """Mark a trainee's answers, count them without a name, and show the score."""
        refuse_foreign()
        group = self._group(id)
        items = _items(load_quiz(), group)
        score = mark(items, quiz_forms.answers_to(items))
        if not any(one.chosen for one in score.marks):
            return redirect(url_for("pages.group", lang=lang, id=id), 303)
        spend(Kind.WORK)
        self.services.store.count_answers(id, counted(score), now())
        return self._shown(group, score)

    def group_results(self, lang: str, id: str) -> BaseResponse:
        """Show the trainer the link to share and the counts so far."""
        self.services.store.drop_ended_groups(now())
        group, counts = self.services.store.group_results(id, now())
        book = load_quiz()
        lines = [
            Line(
                item=item,
                answered=counts.get(f"answered {item.id}", 0),
                right=counts.get(f"right {item.id}", 0),
            )
            for item in _items(book, group)
        ]
        tags = [(tag, counts.get(f"tag {name}", 0)) for name, tag in book.misconceptions.items()]
        page = render_template(
            "pages/group_results.html",
            group=group,
            share=url_for("pages.group", lang=lang, id=group.id, _external=True),
            sets=counts.get("sets", 0),
            lines=lines,
            tags=sorted((pair for pair in tags if pair[1]), key=lambda pair: -pair[1]),
        )
        return unlisted(page, fresh=True)

    def _group(self, id: str) -> Group:
        try:
            return self.services.store.group(id, now())
        except NotFound:
            self.services.store.drop_ended_groups(now())
            raise

    def _shown(self, group: Group, score: Score | None) -> BaseResponse:
        book, seed = load_quiz(), group.ask.seed
        marks = {one.item.id: one for one in score.marks} if score else {}
        parts: dict[str, Any] = {
            "languages": {to: url_for("pages.group", lang=to, id=group.id) for to in i18n.LANGUAGES},
            "misconceptions": [(book.misconceptions[tag], n) for tag, n in score.misconceptions]
            if score
            else [],
            "questions": [
                quiz_forms.question(book, item, number, seed, marks.get(item.id))
                for number, item in enumerate(_items(book, group), 1)
            ],
        }
        page = render_template(
            "pages/group.html", group=group, score=score, pass_percent=PASS_PERCENT, **parts
        )
        return unlisted(page, fresh=True)


def _items(book: QuizBook, group: Group) -> list[Item]:
    """Give the questions of a shared set; one that the book no longer holds is passed over."""
    return [book.items[name] for name in group.items if name in book.items]
