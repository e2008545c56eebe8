"""The part of a term's pattern that says most: what must occur wherever the term does.

`cores` gives RE2 source without gaps between words, so that one automaton for all terms stays small.
"""

import re
from collections.abc import Iterator, Mapping

from checker.clauses.terms import BETWEEN

Often = Mapping[str, float]
_GAP = re.compile(re.escape(BETWEEN).replace("%d", r"\d+"))
_CLASS = re.compile(r"\[(?:\\.|[^\]])*\]")
_RARE = 0.01
_MAY_LACK = re.compile(r"[?*]|\{0")


def cores(source: str, often: Often) -> list[str]:
    """Give the telling part of each alternative of a pattern without edges; `often` is from `frequencies`."""
    return sorted(set(_telling(source, often)))


def frequencies(common: tuple[str, ...]) -> Often:
    """Give how often words occur in any text, as far as known; `common` has the most frequent first."""
    return {word: 1 / rank for rank, word in enumerate(common, start=1)}


def _telling(source: str, often: Often) -> Iterator[str]:
    for one in _split(_bare(source), "|"):
        best = min(_parts(one), key=lambda part: _frequency(part, often))
        inner = _bare(best)
        if inner != best:
            yield from _telling(inner, often)
        else:
            yield _edged(best.removeprefix("^"))


def _frequency(source: str, often: Often) -> float:
    """Give how often a text is expected to hold what a pattern matches: its alternatives taken together."""
    return sum(_rarest(one, often) for one in _split(source, "|"))


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
    after = r"\b" if part[-1:].isalnum() and part.isascii() else ""
    return f"{before}{part}{after}"


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
    depth = 0
    while at < len(source):
        sign = source[at]
        if sign == "[":
            found = _CLASS.match(source, at)
            at = found.end() if found else at + 1
            continue
        depth += (sign == "(") - (sign == ")")
        at += 2 if sign == "\\" else 1
        if depth == 0:
            return at
    return at


def _bare(source: str) -> str:
    """Give what stands in the one group that a pattern is, else the pattern."""
    while source.startswith("(?:") and _closing(source, 0) == len(source):
        source = source[3:-1]
    return source


def _split(source: str, sign: str) -> list[str]:
    """Give what stands between a sign outside of groups and sets."""
    found, begin, at = [], 0, 0
    while at < len(source):
        if source.startswith(sign, at):
            found.append(source[begin:at])
            at = begin = at + len(sign)
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
