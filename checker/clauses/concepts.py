"""Lists of terms, looked for in folded text.

One automaton finds the parts of all terms at once (see `core`); a term of several parts, tried only where
they occur, has an automaton of its own: one for all whole terms would grow with every gap between words
until it has to be thrown away and built anew.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import re2

from checker.clauses.core import Core, cores, frequencies
from checker.clauses.terms import compiled, edged, is_latin, options
from checker.errors import BadData


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


class _Said:
    """What one telling part says: the names of lists of which a term occurs, and the terms that may."""

    def __init__(self, links: list[_Link]) -> None:
        self.links = links
        self.certain = frozenset(link.term.name for link in links if link.whole and not link.others)


class Lists:
    """Lists of terms under their names."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], common: tuple[str, ...] = ()) -> None:
        """Take sources of patterns without edges, and the frequent words of the language; raise `BadData`."""
        self._last = b"", _Met(frozenset(), [])
        self._often = frequencies(common)
        self._terms = [
            (Term(name, source), source)
            for name, sources in lists.items()
            for source in dict.fromkeys(sources)
        ]

    @cached_property
    def _cores(self) -> list[tuple[Term, Core]]:
        return [(term, core) for term, source in self._terms for core in cores(source, self._often)]

    @cached_property
    def _parts(self) -> _Parts:
        """Give the telling parts, and what must stand beside them; made when first asked."""
        parts = [core.part for _, core in self._cores]
        return _Parts([*parts, *(part for _, core in self._cores for part in core.others)])

    @cached_property
    def _said(self) -> Mapping[int, _Said]:
        """Give what each telling part says."""
        links: dict[int, list[_Link]] = {}
        for term, core in self._cores:
            others = frozenset(map(self._parts.number, core.others))
            links.setdefault(self._parts.number(core.part), []).append(_Link(term, others, core.whole))
        return {number: _Said(found) for number, found in links.items()}

    @cached_property
    def latin(self) -> bool:
        """Tell whether telling parts hold no letters but ASCII ones."""
        return all(map(is_latin, self._parts.patterns))

    def may_hold(self, data: bytes) -> bool:
        """Tell whether folded text can hold any term, as far as telling parts say."""
        return next(self._met(data).open(), None) is not None

    def any_occurs(self, data: bytes) -> bool:
        """Tell whether folded text holds any term."""
        met = self._met(data)
        if any(one.certain for one in met.said):
            return True
        return any(link.whole or link.term.occurs(data) for link in met.open())

    def found(self, data: bytes) -> frozenset[str]:
        """Give the names of the lists of which any term occurs in folded text."""
        met = self._met(data)
        names: set[str] = set().union(*[one.certain for one in met.said])
        for link in met.open(names):
            if link.whole or link.term.occurs(data):
                names.add(link.term.name)
        return frozenset(names)

    def likely(self, data: bytes) -> set[Term]:
        """Give the terms that can occur in folded text."""
        return {link.term for link in self._met(data).open()}

    def _met(self, data: bytes) -> "_Met":
        last = self._last
        if last[0] != data:  # a paragraph of one sentence is asked about twice
            hits = self._parts.match(data) or ()
            said = self._said
            self._last = last = data, _Met(frozenset(hits), [said[hit] for hit in hits if hit in said])
        return last[1]


class _Met(NamedTuple):
    """What a text holds: the numbers of parts, and what the telling ones say."""

    parts: frozenset[int]
    said: list[_Said]

    def open(self, known: Container[str] = ()) -> Iterator[_Link]:
        """Give the links, of lists not known by then, of which what must stand beside them does."""
        for one in self.said:
            for link in one.links:
                if link.term.name not in known and link.others <= self.parts:
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
            folded, terms = self.folded, self._lists[name].likely(self.data)
            self._spans[name] = sorted(span for term in terms for span in term.spans(folded))
        return self._spans[name]


def _inner(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the characters that only marked the word's edge."""
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return start, end
