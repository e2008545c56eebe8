"""Loose words to a purpose, and what is said of words nobody knows."""

from datetime import date

import pytest

from checker.errors import BadInput
from checker.model import Purpose
from checker.rules import purpose_from
from checker.words import Channel, State


def test_nothing_gives_the_defaults() -> None:
    assert purpose_from({}) == Purpose()
    assert purpose_from({"channel": "", "on": None}) == Purpose()


def test_words_booleans_and_form_strings() -> None:
    given = purpose_from(
        {
            "channel": " SMS ",
            "opt_out": True,
            "informed": "on",
            "objected": False,
            "country": "de",
            "on": "2021-03-01",
        }
    )
    assert given.channel is Channel.SMS
    assert (given.opt_out, given.informed, given.objected) == (State.YES, State.YES, State.NO)
    assert (given.country, given.on) == ("DE", date(2021, 3, 1))


@pytest.mark.parametrize(
    ("mapping", "code", "pointer", "allowed"),
    [
        ({"channel": "pigeon"}, "unknown_word", "/purpose/channel", "email"),
        ({"opt_out": "maybe"}, "unknown_word", "/purpose/opt_out", "unknown"),
        ({"offer": "unknown"}, "unknown_word", "/purpose/offer", "non_commercial"),
        ({"channel": ["email"]}, "unknown_word", "/purpose/channel", "email"),
        ({"chanel": "email"}, "unknown_field", "/purpose/chanel", "channel"),
        ({"a/b~c": "email"}, "unknown_field", "/purpose/a~1b~0c", "channel"),
        ({"country": "France"}, "bad_country", "/purpose/country", "FR"),
        ({"country": "ZZ"}, "bad_country", "/purpose/country", "FR"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(
    mapping: dict[str, object], code: str, pointer: str, allowed: str
) -> None:
    with pytest.raises(BadInput) as caught:
        purpose_from(mapping)
    assert (caught.value.code, caught.value.pointer) == (code, pointer)
    assert allowed in caught.value.allowed


@pytest.mark.parametrize("day", ["2026-02-30", "24/11/2026", "20261124", "yesterday", 7])
def test_a_day_that_is_none_is_refused(day: object) -> None:
    with pytest.raises(BadInput, match="is no date"):
        purpose_from({"on": day})
