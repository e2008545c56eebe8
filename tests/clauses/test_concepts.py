"""Lists find each term that its own pattern finds, and where it stands."""

import pytest
import re2

from checker.clauses.concepts import Held, Lists
from checker.clauses.fold import fold
from checker.clauses.terms import edged, options, sources
from checker.data.clause_files import HERE, vocabulary

WORDS = {
    "ban": ("may not", "not ~ ~ allow*", "(never|nor)"),
    "take": (
        "^copy*",
        "scrap(e|ing)",
        "data.?mining",
        "(take|use) ~ (all|any part) of",
        "foo ~ (bar ~ )?baz",
    ),
}


def lists(words):
    return Lists({name: sources(terms, name, {}) for name, terms in words.items()}, ("of", "all", "may"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("you may not", {"ban"}),
        ("it is not as we said ever allowed", {"ban"}),
        ("may nothing", set()),
        ("copying", {"take"}),
        ("no copying", set()),
        ("never take any part of it", {"ban", "take"}),
        ("take it all off", set()),
        ("dataxmining scraping", {"take"}),
        ("scrapings", set()),
        ("foo and baz", {"take"}),
    ],
)
def test_found(text, names):
    assert lists(WORDS).found(text.encode()) == names


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "el", "bg", "hu"])
def test_every_list_of_a_language_says_what_its_patterns_say(language):
    book = vocabulary(HERE / f"{language}.toml")
    examples = [fold(text).encode() for entry in book.clause for text in (*entry.yes[:2], *entry.no[:2])]
    for name, terms in book.lexicon.items():
        made = sources(terms, name, book.lexicon)
        patterns = [re2.compile(edged(source), options()) for source in made]
        ours = Lists({name: made})
        for data in examples:
            assert ours.any_occurs(data) == any(bool(pattern.search(data)) for pattern in patterns), (
                name,
                data,
            )


def test_spans_are_where_terms_stand():
    held = Held({"ban": lists({"ban": WORDS["ban"]})}, b"nor may not; never")
    assert held.spans("ban") == [(0, 3), (4, 11), (13, 18)]
