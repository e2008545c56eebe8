"""What a script-built page carries with it: the JSON of its state, as plain values.

Read are `application/json` scripts (`__NEXT_DATA__`, `ng-state`), assignments (`window.__STATE__ = {...}`),
`JSON.parse("...")`, the rows of `self.__next_f.push(...)` and `data-page` attributes. Nothing is ever run.
"""

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any

import msgspec
from bs4 import BeautifulSoup

from checker.html.tree import attribute

_MOST_CHARS = 4_000_000
_MOST_NODES = 100_000
_MOST_VALUES = 200
_SCRIPT_TYPES = re.compile(
    r"^(?:(?:text|application)/(?:x-)?(?:javascript|ecmascript)|module)?$", re.IGNORECASE
)
_JSON_TYPES = re.compile(r"^application/(?:[\w.-]+\+)?json", re.IGNORECASE)
_ASSIGNED = re.compile(
    r"(?:(?:window|self|globalThis)(?:\.|\[[\"'])[\w$]{1,60}(?:[\"']\])?|(?:var|let|const)\s+[\w$]{1,60})\s*=\s*(?=[{\[])"
    r"|JSON\.parse\(\s*(?=\")|__next_f\.push\((?=\[)"
)
_ROW = re.compile(r"^[0-9a-f]{1,6}:(?:[A-Z]{1,2}(?=[\[{\"]))?(?=[\[{\"])", re.MULTILINE)
_LONG_TEXT = re.compile(r"(?:^|\n)[0-9a-f]{1,6}:T([0-9a-f]{1,7}),")
_DECODER = JSONDecoder()


def values_of(soup: BeautifulSoup) -> tuple[Any, ...]:
    """Give the JSON values held in a tree's scripts, in order; what is no JSON is passed over."""
    values: list[Any] = []
    rows: list[str] = []
    for kind, text in _sources(soup):
        if kind == "json":
            values.extend(_parsed(text))
        else:
            for value in _assigned(text):
                if _is_push(value):
                    rows.append(value[1])
                else:
                    values.append(value)
        if len(values) >= _MOST_VALUES:
            break
    return (*values[:_MOST_VALUES], *_flight("".join(rows)))


def nodes(values: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Give each value inside some JSON values with the key it stands under, in order; at most 100,000."""
    stack: list[tuple[str, Any]] = [("", value) for value in reversed(values)]
    left = _MOST_NODES
    while stack and left:
        left -= 1
        key, value = stack.pop()
        yield key, value
        if isinstance(value, dict):
            stack.extend((str(name), one) for name, one in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((key, one) for one in reversed(value))


def _sources(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    left = _MOST_CHARS
    for tag in soup.find_all("script", src=False):
        type_ = attribute(tag, "type").strip()
        is_json = bool(_JSON_TYPES.match(type_)) and "ld+json" not in type_.lower()
        if is_json or _SCRIPT_TYPES.match(type_):
            text = tag.get_text()
            left -= len(text)
            if left < 0:
                return
            yield "json" if is_json else "script", text
    for tag in soup.find_all(None, {"data-page": True}, limit=3):
        yield "json", attribute(tag, "data-page")[:_MOST_CHARS]


def _parsed(text: str) -> list[Any]:
    try:
        return [msgspec.json.decode(text.strip())]
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return []


def _assigned(text: str) -> Iterator[Any]:
    position = 0
    for _ in range(_MOST_VALUES):
        match = _ASSIGNED.search(text, position)
        if match is None:
            return
        try:
            value, position = _DECODER.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            position = match.end()
            continue
        if isinstance(value, str):
            yield from _parsed(value)
        else:
            yield value


def _is_push(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and value[0] == 1 and isinstance(value[1], str)


def _flight(stream: str) -> list[Any]:
    """Give the rows of React's server stream: texts of a stated length in bytes, and JSON."""
    found: list[Any] = []
    for match in _LONG_TEXT.finditer(stream):
        length = int(match[1], 16)
        found.append(stream[match.end() : match.end() + length].encode()[:length].decode("utf-8", "ignore"))
    for match in _ROW.finditer(stream):
        found.extend(_parsed(stream[match.end() : stream.find("\n", match.end()) + 1 or None]))
    return found[: 20 * _MOST_VALUES]
