"""How three answers become one, as values to draw: each on a scale of five levels, and the worst of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Text
from checker.report.labels import LEVELS
from checker.words import Level, Question

STEPS = tuple(Level)
_FROM: dict[Question, Text] = {
    Question.COLLECT: Text(fr="site et loi", en="site and law"),
    Question.CONTACT: Text(fr="loi et usage", en="law and use"),
    Question.KEEP: Text(fr="loi et usage", en="law and use"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One answer on the scale; `place` is 0 for the best level to 4 for the worst."""

    title: Text
    source: Text
    level: Level
    word: Text
    place: int
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The marks from top to bottom, the result, and the same in a sentence for who does not see it."""

    steps: tuple[Level, ...]
    marks: tuple[Mark, ...]
    level: Level
    word: Text
    place: int
    told: Text


def picture(answers: Sequence[tuple[Question, Text, Level]]) -> Picture:
    """Give the picture of some answers (question, its title, its level)."""
    worst = Level.worst(tuple(level for _, _, level in answers))
    marks = tuple(
        Mark(
            title=title,
            source=_FROM[question],
            level=level,
            word=LEVELS[level],
            place=level.severity,
            decides=level is worst,
        )
        for question, title, level in answers
    )
    return Picture(
        steps=STEPS,
        marks=marks,
        level=worst,
        word=LEVELS[worst],
        place=worst.severity,
        told=_told(marks, worst),
    )


def _told(marks: tuple[Mark, ...], worst: Level) -> Text:
    fr = " ".join(f"{mark.title.fr} : {mark.word.fr.lower()}." for mark in marks)
    en = " ".join(f"{mark.title.en}: {mark.word.en.lower()}." for mark in marks)
    return Text(
        fr=f"{fr} La réponse la plus stricte l’emporte : {LEVELS[worst].fr.lower()}.",
        en=f"{en} The strictest answer wins: {LEVELS[worst].en.lower()}.",
    )
