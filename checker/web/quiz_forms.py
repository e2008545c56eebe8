"""Sets of questions as forms and addresses carry them: nothing of a trainee is kept on the server."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from checker import report
from checker.model import Text
from checker.quiz import Ask, ItemKind, QuizBook
from checker.quiz.book import RULES, Item, Misconception
from checker.quiz.draw import MOST, USUAL, shuffled
from checker.quiz.marking import Marked
from checker.report.rules import SourceLine

KINDS: dict[ItemKind, LazyString] = {
    ItemKind.CASE: _("Situations"),
    ItemKind.CLAUSE: _("Reading clauses"),
    ItemKind.ROBOTS: _("Reading robots.txt"),
    ItemKind.CHANNEL: _("Channels and audiences"),
    ItemKind.RETENTION: _("Retention clocks"),
    ItemKind.NOTICE: _("Notices and objections"),
}
LONGEST_SEED = 40
Answers = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option as it is shown."""

    key: str
    say: Text
    is_right: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it is shown; `marked` once it has been answered."""

    item: Item
    number: int
    kind: LazyString
    rows: tuple[str, ...]
    choices: tuple[Choice, ...]
    marked: Marked | None
    sources: tuple[SourceLine, ...]
    misconceptions: tuple[Misconception, ...]

    @property
    def field(self) -> str:
        """Give the name of its field in a form."""
        return field_of(self.item.id)


def field_of(item_id: str) -> str:
    """Give the name of a question's field in a form."""
    return f"q-{item_id}"


def ask_from(values: Mapping[str, str], kinds: Iterable[str], rules: Iterable[str]) -> Ask:
    """Give the set that a form or a query describes; strange words fall back to their defaults."""
    given = values.get("n", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else USUAL
    return Ask(
        seed=values.get("seed", "").strip()[:LONGEST_SEED],
        number=max(1, min(number, MOST)),
        kinds=tuple(kind for kind in ItemKind if kind in set(kinds)),
        rules=tuple(rule for rule in RULES if rule in set(rules)),
    )


def asked() -> Ask:
    """Give the set that this request describes."""
    values = request.values
    return ask_from(values, values.getlist("kinds"), values.getlist("rules"))


def new_seed() -> str:
    """Give a seed that is short enough to dictate."""
    return secrets.token_hex(3)


def query(ask: Ask) -> dict[str, object]:
    """Give a set as the parameters of its permanent address."""
    return {"seed": ask.seed, "n": ask.number, "kinds": ask.kinds, "rules": ask.rules}


def pairs(ask: Ask) -> list[tuple[str, str]]:
    """Give a set as hidden fields."""
    several = [("kinds", kind) for kind in ask.kinds] + [("rules", rule) for rule in ask.rules]
    return [("seed", ask.seed), ("n", str(ask.number)), *several]


def answers_to(items: Iterable[Item]) -> dict[str, frozenset[str]]:
    """Give the answers in this request's form, for the questions that have one."""
    given = {item.id: frozenset(request.form.getlist(field_of(item.id))) for item in items}
    return {name: keys for name, keys in given.items() if keys}


def carried(answers: Answers) -> list[tuple[str, str]]:
    """Give answers as hidden fields."""
    return [(field_of(name), key) for name, keys in answers.items() for key in sorted(keys)]


def question(book: QuizBook, item: Item, number: int, seed: str, marked: Marked | None = None) -> Question:
    """Give a question as it is shown, with its explanation when it has been answered."""
    chosen = marked.chosen if marked else frozenset()
    file = item.robots.file.strip("\n") if item.robots else ""
    return Question(
        item=item,
        number=number,
        kind=KINDS[item.kind],
        rows=tuple(file.splitlines()),
        choices=tuple(
            Choice(key=key, say=book.say(one), is_right=one.right, is_chosen=key in chosen)
            for key, one in shuffled(item, seed)
        ),
        marked=marked,
        sources=tuple(report.source_line(book.sources[name]) for name in item.sources),
        misconceptions=tuple(book.misconceptions[tag] for tag in marked.tags) if marked else (),
    )


def plain(ask: Ask) -> dict[str, Any]:
    """Give a set as the parameters of its permanent address, without the empty ones."""
    return {name: value for name, value in query(ask).items() if value}
