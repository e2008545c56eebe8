"""Terms become patterns: sets of letters keep their space, a star takes the rest of a word."""

import pytest

from checker.clauses.shelf import Shelf
from checker.clauses.terms import compiled, edged, union


@pytest.mark.parametrize(
    ("term", "text", "matches"),
    [
        ("lecteurs? hors[ -]ligne", "un lecteur hors-ligne", True),
        ("lecteurs? hors[ -]ligne", "des lecteurs hors ligne", True),
        ("organi[sz]*", "it organises", True),
        ("[ao]* ~ end", "alpha one two three four end", True),
        ("[ao]* ~ end", "alpha 1 2 3 4 5 end", False),
        ("d'(un|une) robot", "l'usage d'un robot", True),
        ("systèmes? ~ identification", "les systemes communs d'identification", True),
        ("robot", "robotic", False),
        ("(you|readers) may:", "you may: copy", True),
        ("(you|readers) may:", "you may copy", False),
        ("(робот|бот)*", "с роботите ни", True),
        ("автомат(ич|из)* средств*", "автоматизирани средства", True),
    ],
)
def test_term(term, text, matches):
    assert bool(compiled(edged(union((term,), "test", {}))).search(text)) is matches


def test_a_shelf_makes_what_is_asked_for_once():
    made = []
    shelf = Shelf(("a", "b"), lambda key: made.append(key) or key.upper())
    assert list(shelf) == ["a", "b"]
    assert "b" in shelf
    assert made == []
    assert (shelf["b"], shelf["b"]) == ("B", "B")
    assert made == ["b"]
    with pytest.raises(KeyError):
        shelf["c"]
