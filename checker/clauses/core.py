"""The part of a term's pattern that says most: what must occur wherever the term does.

`cores` gives RE2 source without gaps between words, so that one automaton for all terms stays small.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.clauses.terms import BETWEEN, compiled, edged


class Often(dict[str, float]):
    """How often words occur in any text, as far as known; hashed by identity, as terms share their parts."""

    __hash__ = object.__hash__  # type: ignore[assignment]


_GAP = re.compile(re.escape(BETWEEN).replace("%d", r"\d+"))
_CLASS = re.compile(r"\[(?:\\.|[^\]])*\]")
_BRACKET = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|[()]")
_LETTERS = re.compile(r"\[(?:[a-z0-9](?:-[a-z0-9])?)+\]")
_RARE = 0.01
_MAY_LACK = re.compile(r"[?*]|\{0")


class Core(NamedTuple):
    """A telling part, the parts that must occur beside it, and whether nothing else makes the term."""

    part: str
    others: tuple[str, ...]
    whole: bool


def cores(source: str, often: Often) -> list[Core]:
    """Give the core of each alternative of a pattern without edges; `often` is from `frequencies`."""
    return sorted(set(_telling(source, often, Core("", (), True))))


@lru_cache(maxsize=64)
def frequencies(common: tuple[str, ...]) -> Often:
    """Give how often words occur; `common` has the most frequent first."""
    return Often({word: 1 / rank for rank, word in enumerate(common, start=1)})


def _telling(source: str, often: Often, above: Core) -> Iterator[Core]:
    for one in _split(_bare(source)):
        parts = _parts(one)
        best = min(parts, key=lambda part: _frequency(part, often))
        others = above.others + tuple(_edged(part) for part in parts if part is not best and _is_firm(part))
        inner = _bare(best)
        whole = above.whole and best == one
        if inner != best:
            yield from _telling(inner, often, Core("", others, whole))
        else:
            part = _edged(best.removeprefix("^"))
            yield Core(part, others, whole and part == edged(one))


def _is_firm(part: str) -> bool:
    """Tell whether a part must occur, wherever a sentence begins, and has no gaps of its own."""
    return "^" not in part and not _GAP.search(part) and not compiled(part).fullmatch("")


@lru_cache(maxsize=1 << 15)
def _frequency(source: str, often: Often) -> float:
    """Give how often a text is expected to hold what a pattern matches: its alternatives taken together."""
    return sum(_rarest(one, often) for one in _split(source))


def _rarest(source: str, often: Often) -> float:
    """Give how often the rarest thing occurs that a pattern without alternatives cannot do without."""
    found, at, run = 1.0, 0, ""
    while at < len(source):
        end = _element(source, at)
        lacking = _MAY_LACK.match(source, end)
        if source[at].isalnum() and not lacking:
            run += source[at]
        else:
            found, run = min(found, _occurs(run, source[at], often)), ""
            if source[at] == "(" and not lacking:
                found = min(found, _frequency(source[at + 1 : end - 1].removeprefix("?:"), often))
        at = source.index("}", end) + 1 if source[end : end + 1] == "{" else end + bool(lacking)
    return min(found, _occurs(run, "", often))


def _occurs(run: str, after: str, often: Often) -> float:
    """Give how often a word occurs, or, where a pattern goes on within it, any word that begins so."""
    if not run:
        return 1.0
    rare = _RARE / len(run)
    if after in {"(", "["}:
        return max(rare, sum(share for word, share in often.items() if word.startswith(run)))
    return max(rare, often.get(run, 0.0))


def _edged(part: str) -> str:
    before = r"\b" if re.match(r"[a-z0-9]|\(\?:[a-z0-9(?:|]", part) and part.isascii() else ""
    after = r"\b" if part.isascii() and _closes(part) else ""
    return f"{before}{part}{after}"


@lru_cache(maxsize=1 << 15)
def _closes(source: str) -> bool:
    """Tell whether all that a pattern can match ends with a letter or digit."""
    return all(map(_one_closes, _split(source)))


def _one_closes(source: str) -> bool:
    closes, at = False, 0
    while at < len(source):
        end = _element(source, at)
        lacking = bool(_MAY_LACK.match(source, end))
        closes = _element_closes(source[at:end]) and (closes or not lacking)
        at = source.index("}", end) + 1 if source[end : end + 1] == "{" else end + lacking
    return closes


def _element_closes(element: str) -> bool:
    if element[0] == "(":
        return _closes(element[1:-1].removeprefix("?:"))
    return element.isalnum() or bool(_LETTERS.fullmatch(element))


def _element(source: str, at: int) -> int:
    """Give where the element at a place ends."""
    if source[at] == "(":
        return _closing(source, at)
    if source[at] == "[":
        found = _CLASS.match(source, at)
        return found.end() if found else at + 1
    if source[at] == "\\":
        return at + (3 if source[at + 1] in "pP" else 2)
    return at + 1


def _closing(source: str, at: int) -> int:
    """Give where the group that begins at a place ends."""
    depth = 0
    for found in _BRACKET.finditer(source, at):
        depth += (found.group() == "(") - (found.group() == ")")
        if depth == 0:
            return found.end()
    return len(source)


def _bare(source: str) -> str:
    """Give what stands in the one group that a pattern is, else the pattern."""
    while source.startswith("(?:") and _closing(source, 0) == len(source):
        source = source[3:-1]
    return source


def _split(source: str) -> list[str]:
    """Give the alternatives of a pattern, outside of groups and sets."""
    if "|" not in source:
        return [source]
    found, begin, at = [], 0, 0
    while at < len(source):
        if source[at] == "|":
            found.append(source[begin:at])
            at = begin = at + 1
        else:
            at = _element(source, at)
    return [*found, source[begin:]]


def _parts(source: str) -> list[str]:
    """Give what stands between the gaps of one alternative."""
    found, begin, at = [], 0, 0
    while at < len(source):
        gap = _GAP.match(source, at)
        if gap:
            found.append(source[begin:at])
            at = begin = gap.end()
        else:
            at = _element(source, at)
    return [part for part in (*found, source[begin:]) if part] or [source]
