"""JSON, TOML and JSON Schema for our frozen values, by msgspec; unknown keys are refused."""

from typing import Any, TypeVar

import msgspec

from checker.errors import BadInput

T = TypeVar("T")


def encode(value: object) -> bytes:
    """Give a value as JSON bytes; the same value gives the same bytes."""
    return msgspec.json.encode(value, order="deterministic")


def plain(value: object) -> Any:
    """Give a value as dicts, lists and scalars that JSON can hold."""
    return msgspec.to_builtins(value)


def decode(data: bytes | str, type_: type[T]) -> T:
    """Give the value in some JSON text; raise `BadInput` with a pointer to the first fault."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput("bad_json", str(error)) from error
    return convert(raw, type_)


def convert(raw: Any, type_: type[T]) -> T:
    """Give plain data as a value of a type; raise `BadInput` for a wrong type or for a key nobody knows."""
    try:
        value = msgspec.convert(raw, type_)
    except msgspec.ValidationError as error:
        detail, _, where = str(error).partition(" - at `")
        raise BadInput("invalid", detail, pointer=_pointer(where.rstrip("`"))) from error
    _refuse_unknown(raw, msgspec.to_builtins(value), "")
    return value


def _pointer(path: str) -> str:
    return path.removeprefix("$").replace("[", ".").replace("]", "").replace(".", "/")


def _refuse_unknown(raw: Any, kept: Any, where: str) -> None:
    if isinstance(raw, dict) and isinstance(kept, dict):
        for key in raw:
            if key not in kept:
                raise BadInput("unknown_key", f"unknown key: {key}", pointer=f"{where}/{key}")
            _refuse_unknown(raw[key], kept[key], f"{where}/{key}")
    elif isinstance(raw, list) and isinstance(kept, list | tuple):
        for index, (one, other) in enumerate(zip(raw, kept, strict=False)):
            _refuse_unknown(one, other, f"{where}/{index}")
