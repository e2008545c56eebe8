"""What is shown of a long passage: every deciding word, and the words of the condition it stands on."""

from dataclasses import replace

import pytest
from web import kept

from checker.model import Text
from checker.report.quotes import Quote, quotes
from checker.words import Condition, Effect


def quoted(text: str, *words: str, condition: Condition | None = None) -> Quote:
    clause = kept.clause(text, kept.AUTOMATED.kind, Effect.PROHIBITS, *words, text=text)
    clause = replace(clause, condition=condition)
    (quote,) = quotes(kept.kept("x", kept.PROHIBITED.report.verdict, clauses=(clause,)).report)
    return quote


def shown_of(quote: Quote) -> str:
    return "".join(run.text for run in quote.runs)


def test_a_long_quote_is_cut_around_the_deciding_words() -> None:
    text = "mot " * 200 + "interdit de copier" + " fin" * 200
    quote = quoted(text, "interdit de copier")
    shown = shown_of(quote)
    assert quote.starts_cut
    assert quote.ends_cut
    assert "interdit de copier" in shown
    assert len(shown) < 400
    assert shown in text


def test_a_quote_of_four_hundred_characters_is_shown_whole() -> None:
    text = "You may not use robots " + "a" * 377
    quote = quoted(text, "robots")
    assert (len(text), shown_of(quote), quote.starts_cut, quote.ends_cut) == (400, text, False, False)


@pytest.mark.parametrize(
    "end", ["without our prior written consent.", "sans notre accord écrit et préalable."]
)
def test_a_quote_that_stands_on_a_condition_keeps_its_words(end: str) -> None:
    text = "You may not use robots " + "to copy or to index " * 30 + end
    quote = quoted(text, "robots", condition=Condition.WRITTEN_PERMISSION)
    assert (shown_of(quote), quote.ends_cut) == (text, False)
    assert quote.depends
    without = quoted(text, "robots")
    assert not without.depends
    assert without.ends_cut
    assert end not in shown_of(without)


def test_a_very_long_quote_keeps_its_two_ends_where_exceptions_stand() -> None:
    text = "Unless we agreed, " + "mot " * 400 + "robots" + " mot" * 400 + " without our written consent."
    quote = quoted(text, "robots", condition=Condition.WRITTEN_PERMISSION)
    shown = shown_of(quote)
    assert shown.startswith("Unless we agreed, mot")
    assert shown.endswith("mot without our written consent.")
    assert [run.text for run in quote.runs if run.is_marked] == ["robots"]
    assert shown.count(" […] ") == 2
    assert len(shown) < 700


def test_a_long_quote_keeps_every_deciding_word() -> None:
    text = "robots " + "mot " * 200 + "copier" + " fin" * 200
    quote = quoted(text, "robots", "copier")
    assert [run.text for run in quote.runs if run.is_marked] == ["robots", "copier"]
    assert shown_of(quote).count(" […] ") == 1
    assert (quote.starts_cut, quote.ends_cut) == (False, True)


@pytest.mark.parametrize(
    ("condition", "fr", "en"),
    [
        (Condition.LAW, "ce que la loi permet d’elle-même", "what the law itself permits"),
        (Condition.ATTRIBUTION, "mention de la source", "naming the source"),
        (Condition.WRITTEN_PERMISSION, "accord écrit du site", "the site’s written permission"),
    ],
)
def test_a_condition_is_named_as_what_it_is(condition: Condition, fr: str, en: str) -> None:
    (said,) = quoted("You may not use robots.", "robots", condition=condition).statements
    assert said.condition == Text(fr=fr, en=en)
