"""How three answers become one, as values to draw and as a sentence."""

from checker.model import Text
from checker.report.labels import QUESTIONS
from checker.report.picture import picture
from checker.words import Level, Question

TITLES = {question: title for question, (title, _) in QUESTIONS.items()}


def drawn(*levels: Level) -> list[tuple[Question, Text, Level]]:
    return [(question, TITLES[question], level) for question, level in zip(Question, levels, strict=True)]


def test_the_worst_of_three_wins_and_stands_at_its_place() -> None:
    made = picture(drawn(Level.CONDITIONAL, Level.CONSENT_FIRST, Level.PERMITTED))
    assert [mark.place for mark in made.marks] == [1, 2, 0]
    assert [mark.decides for mark in made.marks] == [False, True, False]
    assert (made.level, made.place, made.word.en) == (Level.CONSENT_FIRST, 2, "Consent needed first")


def test_the_sentence_says_what_the_picture_shows() -> None:
    made = picture(drawn(Level.PROHIBITED, Level.CONSENT_FIRST, Level.CONDITIONAL))
    assert made.told == Text(
        fr="Prélever\u00a0: à ne pas faire. Contacter\u00a0: accord préalable requis. Conserver\u00a0: possible sous "
        "conditions. La réponse la plus stricte l’emporte\u00a0: à ne pas faire.",
        en="Collect: don’t do this. Contact: consent needed first. Keep: possible, with conditions. "
        "The strictest answer wins: don’t do this.",
    )


def test_several_may_decide() -> None:
    made = picture(drawn(Level.CONDITIONAL, Level.PERMITTED, Level.CONDITIONAL))
    assert [mark.decides for mark in made.marks] == [True, False, True]
