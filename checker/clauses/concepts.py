"""Lists of terms, looked for in folded text.

One automaton finds the telling parts of all terms at once (see `core`); a term of several parts, tried only
where they occur, has an automaton of its own: one for all whole terms would grow with every gap between
words until it has to be thrown away and built anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import re2

from checker.clauses.core import cores, frequencies
from checker.clauses.fold import Folded
from checker.clauses.terms import SPACE, compiled, edged, options
from checker.errors import BadData

_LINES = SPACE.replace(" ", r"[ \n]+")
_UNSURE = r"\x01[\x01\x02 ]*|-[ ]*\n"  # in narrow text, what has to be folded by itself


class Term:
    """A term of a list."""

    def __init__(self, name: str, source: str) -> None:
        """Take the list's name and the pattern without edges; raise `BadData` when RE2 refuses it."""
        self.name = name
        self._source = edged(source)
        try:
            self._pattern = compiled(self._source)
        except BadData as error:
            raise BadData(f"list {name!r}: {error}") from error

    def occurs(self, data: bytes) -> bool:
        """Tell whether folded text holds it."""
        return bool(self._alone.match(data))

    @cached_property
    def _alone(self) -> "_Parts":
        return _Parts((self._source,))  # a set tells sooner than a search, which also asks where

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Give the offsets in folded text where it occurs, without what only marked the word's edge."""
        data = folded.encode() if folded.isascii() else folded  # bytes need no way back to characters
        for match in self._pattern.finditer(data):
            yield _inner(folded, *match.span())


class _Parts:
    """Patterns, numbered from 0, looked for in one pass."""

    def __init__(self, patterns: Iterable[str]) -> None:
        found: Any = re2.Set.SearchSet(options())
        self._numbers: dict[str, int] = {pattern: found.Add(pattern) for pattern in dict.fromkeys(patterns)}
        if not self._numbers:
            found.Add("$.")  # a set may not be empty
        found.Compile()
        self.match = found.Match

    @property
    def patterns(self) -> Iterable[str]:
        return self._numbers

    def number(self, pattern: str) -> int:
        return self._numbers[pattern]


class _Link(NamedTuple):
    """What a telling part says: a term may occur where `others` do too, or does when it is the `whole`."""

    term: Term
    others: frozenset[int]
    whole: bool


class Lists:
    """Lists of terms under their names."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], common: tuple[str, ...] = ()) -> None:
        """Take sources of patterns without edges, and the frequent words of the language; raise `BadData`."""
        self._often = frequencies(common)
        self._terms = [
            (Term(name, source), source)
            for name, sources in lists.items()
            for source in dict.fromkeys(sources)
        ]

    @cached_property
    def _built(self) -> tuple[_Parts, _Parts, Mapping[int, list[_Link]]]:
        """Give the telling parts, the others and what the first say; made when first asked."""
        found = [(term, core) for term, source in self._terms for core in cores(source, self._often)]
        parts = _Parts(core.part for _, core in found)
        others = _Parts(part for _, core in found for part in core.others)
        links: dict[int, list[_Link]] = {}
        for term, core in found:
            link = _Link(term, frozenset(map(others.number, core.others)), core.whole)
            links.setdefault(parts.number(core.part), []).append(link)
        return parts, others, links

    @cached_property
    def _foreign(self) -> set[str]:
        return {sign for part in self._built[0].patterns for sign in part if not sign.isascii()}

    @cached_property
    def latin(self) -> bool:
        """Tell whether telling parts hold no letters but ASCII ones."""
        return not any(map(str.isalpha, self._foreign))

    def places(self, whole: Folded) -> list[tuple[int, int]]:
        """Give offsets in a text, in order: no term stands where none of them is."""
        if not self.latin:
            return [(0, len(whole))]
        return [match.span() for match in self._anywhere.finditer(whole.narrow)]

    @cached_property
    def _anywhere(self) -> Any:
        parts = [part.replace(SPACE, _LINES) for part in self._built[0].patterns]
        signs = [r"\x02"] if self._foreign else []
        return compiled("|".join([*parts, *signs, _UNSURE]).encode())

    def may_hold(self, data: bytes) -> bool:
        """Tell whether folded text can hold any term, as far as telling parts say."""
        return next(self.likely(data), None) is not None

    def any_occurs(self, data: bytes) -> bool:
        """Tell whether folded text holds any term."""
        return any(link.whole or link.term.occurs(data) for link in self.likely(data))

    def found(self, data: bytes) -> frozenset[str]:
        """Give the names of the lists of which any term occurs in folded text."""
        names: set[str] = set()
        for term, _, whole in self.likely(data):
            if term.name not in names and (whole or term.occurs(data)):
                names.add(term.name)
        return frozenset(names)

    def likely(self, data: bytes) -> Iterator[_Link]:
        """Give the terms that can occur in folded text, one perhaps more than once."""
        parts, others, links = self._built
        there: frozenset[int] | None = None
        for hit in parts.match(data) or ():
            for link in links.get(hit, ()):
                if link.others:
                    if there is None:
                        there = frozenset(others.match(data) or ())
                    if not link.others <= there:
                        continue
                yield link


class Held:
    """What a text holds of some lists, looked up when asked and kept."""

    def __init__(self, lists: Mapping[str, Lists], data: bytes, known: Iterable[str] = ()) -> None:
        """Take folded text as UTF-8; `known` are names of lists that it holds."""
        self.data = data
        self._lists = lists
        self._known = dict.fromkeys(known, True)
        self._spans: dict[str, list[tuple[int, int]]] = {}

    @property
    def folded(self) -> str:
        """Give the folded text."""
        return self.data.decode()

    def __contains__(self, name: object) -> bool:
        """Tell whether any term of a list occurs."""
        known = self._known.get(str(name))
        if known is None:
            known = self._known[str(name)] = self._lists[str(name)].any_occurs(self.data)
        return known

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Give the offsets where terms of a list occur, in order."""
        if name not in self._spans:
            folded, terms = self.folded, {link.term for link in self._lists[name].likely(self.data)}
            self._spans[name] = sorted(span for term in terms for span in term.spans(folded))
        return self._spans[name]


def _inner(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the characters that only marked the word's edge."""
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return start, end
