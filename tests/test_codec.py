"""Values to JSON and back; what nobody knows is refused, with a pointer to it."""

from dataclasses import dataclass

import pytest

from checker.codec import convert, decode, encode
from checker.errors import BadInput
from checker.model import Purpose
from checker.words import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    inner: tuple[Inner, ...] = ()


def test_a_value_goes_to_json_and_back() -> None:
    purpose = Purpose(channel=Channel.SMS)
    assert decode(encode(purpose), Purpose) == purpose
    assert encode(purpose) == encode(purpose)


@pytest.mark.parametrize(
    ("raw", "code", "pointer"),
    [
        ({"outer": 1}, "unknown_key", "/outer"),
        ({"inner": [{"name": "a", "nom": "b"}]}, "unknown_key", "/inner/0/nom"),
        ({"inner": [{"name": 1}]}, "invalid", "/inner/0/name"),
        ({"inner": [{}]}, "invalid", "/inner/0"),
    ],
)
def test_a_fault_is_pointed_at(raw: object, code: str, pointer: str) -> None:
    with pytest.raises(BadInput) as caught:
        convert(raw, Outer)
    assert (caught.value.code, caught.value.pointer) == (code, pointer)


@pytest.mark.parametrize("text", [b"{", b"\xff", "nope"])
def test_bad_json_is_refused(text: bytes | str) -> None:
    with pytest.raises(BadInput) as caught:
        decode(text, Outer)
    assert caught.value.code == "bad_json"
