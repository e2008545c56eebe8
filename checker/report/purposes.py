"""How a purpose is asked for and told; the words come from the law's own fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checker.model import Purpose, Text
from checker.report.labels import QUESTIONS
from checker.words import Question, State


class Word(Protocol):
    """One allowed answer of a field."""

    @property
    def word(self) -> str:
        """Give the fixed word."""

    @property
    def label(self) -> Text:
        """Give what people read."""


class Field(Protocol):
    """One field of a purpose, as the law's data describe it."""

    @property
    def name(self) -> str:
        """Give its name in `Purpose`."""

    @property
    def question(self) -> Question:
        """Give which of the three questions it belongs to."""

    @property
    def label(self) -> Text:
        """Give its short name."""

    @property
    def help(self) -> Text:
        """Give the question put to people."""

    @property
    def words(self) -> Sequence[Word]:
        """Give the allowed answers; none for free values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One field of a form with its closed answers, and the one chosen."""

    name: str
    ask: Text
    options: tuple[tuple[str, Text], ...]
    chosen: str

    @property
    def is_short(self) -> bool:
        """Tell whether all answers can be shown at once."""
        return len(self.options) <= 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The fields of one of the three questions, and how many of them nobody answered."""

    question: Question
    title: Text
    ask: Text
    choices: tuple[Choice, ...]
    open: int


VISIBLE = ("recipient", "channel", "related_to_profession")


def choices(purpose: Purpose, fields: Sequence[Field], names: Sequence[str] = VISIBLE) -> tuple[Choice, ...]:
    """Give the named fields a person may answer, in that order; free values are left out."""
    known = {field.name: field for field in fields if field.words}
    return tuple(_choice(purpose, known[name]) for name in names if name in known)


def groups(purpose: Purpose, fields: Sequence[Field]) -> tuple[Group, ...]:
    """Give every closed field that is not visible at once, by question; free values are left out."""
    return tuple(_group(question, purpose, fields) for question in QUESTIONS)


def _group(question: Question, purpose: Purpose, fields: Sequence[Field]) -> Group:
    names = [one.name for one in fields if one.question is question and one.name not in VISIBLE]
    mine = choices(purpose, fields, names)
    title, ask = QUESTIONS[question]
    is_open = sum(choice.chosen == State.UNKNOWN for choice in mine)
    return Group(question=question, title=title, ask=ask, choices=mine, open=is_open)


def carried(purpose: Purpose, asked: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give the answers that differ from the defaults and are not asked again, so that a form keeps them."""
    default = Purpose()
    names = (name for name in Purpose.__slots__ if name not in asked)
    return tuple(
        (name, str(getattr(purpose, name)))
        for name in names
        if getattr(purpose, name) != getattr(default, name)
    )


def line(purpose: Purpose, fields: Sequence[Field]) -> Text:
    """Give the purpose in one line: by which channel, to whom, and whether the offer touches their work."""
    parts = [_answer(choice) for choice in choices(purpose, fields, ("channel", "recipient"))]
    if purpose.related_to_profession is not State.UNKNOWN:
        related = [field for field in fields if field.name == "related_to_profession"]
        parts += [_told(field, str(purpose.related_to_profession)) for field in related]
    return Text(fr=" · ".join(part.fr for part in parts), en=" · ".join(part.en for part in parts))


def _choice(purpose: Purpose, field: Field) -> Choice:
    return Choice(
        name=field.name,
        ask=field.help,
        options=tuple((one.word, _raised(one.label)) for one in field.words),
        chosen=str(getattr(purpose, field.name)),
    )


def _answer(choice: Choice) -> Text:
    return next(label for word, label in choice.options if word == choice.chosen)


def _told(field: Field, word: str) -> Text:
    label, answer = _raised(field.label), next(one.label for one in field.words if one.word == word)
    return Text(fr=f"{label.fr} : {answer.fr}", en=f"{label.en}: {answer.en}")


def _raised(text: Text) -> Text:
    return Text(fr=text.fr[:1].upper() + text.fr[1:], en=text.en[:1].upper() + text.en[1:])
