"""Lists of terms, looked for in folded text.

One automaton finds the telling parts of all terms at once (see `core`); a term of several parts, tried only
where they occur, has an automaton of its own: one for all whole terms would grow with every gap between
words until it has to be thrown away and built anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    def found(self, data: bytes) -> frozenset[str]:
        """Give the names of the lists of which any term occurs in folded text."""
        look = self.look(data)
        names = {name for hit in look.hits for name in self._sure.get(hit, ())}
        for hit in look.hits:
            for link in self._unsure.get(hit, ()):
                if link.term.name not in names and look.holds(link):
                    names.add(link.term.name)
        return frozenset(names)

    def likely(self, data: bytes) -> Iterator[_Link]:
        """Give the terms that can occur in folded text, one perhaps more than once."""
        look = self.look(data)
        links = self._built[2]
        return (link for hit in look.hits for link in links.get(hit, ()) if look.may_hold(link))

    def look(self, data: bytes) -> "_Look":
        """Give what one look at folded text shows."""
        return _Look(self._built[0].match(data) or (), self._built[1], data)

    @cached_property
    def _sure(self) -> Mapping[int, frozenset[str]]:
        """Give the names of the lists of which a telling part is a whole term."""
        return {
            hit: frozenset(link.term.name for link in links if link.whole)
            for hit, links in self._built[2].items()
        }

    @cached_property
    def _unsure(self) -> Mapping[int, list[_Link]]:
        """Give the other terms that a telling part may be."""
        return {
            hit: [link for link in links if link.term.name not in self._sure[hit]]
            for hit, links in self._built[2].items()
        }

    @cached_property
    def named(self) -> Mapping[str, Mapping[int, list[_Link]]]:
        """Give for each list what its telling parts say."""
        found: dict[str, dict[int, list[_Link]]] = {}
        for hit, links in self._built[2].items():
            for link in links:
                found.setdefault(link.term.name, {}).setdefault(hit, []).append(link)
        return found


class _Look:
    """The telling parts that a text holds, and, when asked, the parts beside them."""

    def __init__(self, hits: Sequence[int], others: _Parts, data: bytes) -> None:
        self.hits, self._others, self._data = hits, others, data
        self._there: frozenset[int] | None = None

    def may_hold(self, link: _Link) -> bool:
        if not link.others:
            return True
        if self._there is None:
            self._there = frozenset(self._others.match(self._data) or ())
        return link.others <= self._there

    def holds(self, link: _Link) -> bool:
        return link.whole or (self.may_hold(link) and link.term.occurs(self._data))


class Held:
    """What a text holds of some lists: one look for all of them when first asked, terms tried as asked."""

    def __init__(self, lists: Lists, data: bytes, known: Iterable[str] = ()) -> None:
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
            known = any(map(self._look.holds, self._links(str(name))))
            self._known[str(name)] = known
        return known

    def _links(self, name: str) -> Iterator[_Link]:
        links = self._lists.named[name]
        return (link for hit in self._hits & links.keys() for link in links[hit])

    @cached_property
    def _look(self) -> _Look:
        return self._lists.look(self.data)

    @cached_property
    def _hits(self) -> frozenset[int]:
        return frozenset(self._look.hits)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Give the offsets where terms of a list occur, in order."""
        if name not in self._spans:
            folded, terms = (
                self.folded,
                {link.term for link in self._links(name) if self._look.may_hold(link)},
            )
            self._spans[name] = sorted(span for term in terms for span in term.spans(folded))
        return self._spans[name]


def _inner(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the characters that only marked the word's edge."""
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return start, end
