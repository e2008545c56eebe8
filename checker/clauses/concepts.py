"""Lists of terms, looked for in folded text.

Each term is a small automaton of its own, tried only when its letters occur: one automaton for all of them
would grow with every gap between words until it has to be thrown away and built anew.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import re2

from checker.clauses.terms import edged, options
from checker.errors import BadData


class Terms:
    """One list of terms."""

    def __init__(self, name: str, sources: Iterable[str]) -> None:
        """Take the sources of the terms, without edges; raise `BadData`."""
        self._filter: Any = re2.Filter()
        for source in dict.fromkeys(sources):
            try:
                self._filter.Add(edged(source), options())
            except re2.error as error:
                raise BadData(f"list {name!r}: RE2 refuses {source[:160]!r}: {error}") from error
        self._filter.Compile()

    def hits(self, folded: str) -> list[int]:
        """Give the numbers of the terms that occur, in the order given."""
        return self._filter.Match(folded) or []

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Give the offsets in the folded text where terms occur, in order."""
        data = folded.encode() if folded.isascii() else folded  # bytes need no way back to characters
        matches = [match for hit in self.hits(folded) for match in self._filter.re(hit).finditer(data)]
        return sorted(_inner(folded, *match.span()) for match in matches)


class Several:
    """Lists of terms under their names, all looked for in one pass."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        owners: dict[str, list[str]] = {}
        for name, sources in lists.items():
            for source in sources:
                owners.setdefault(source, []).append(name)
        self._names = tuple(owners.values())
        self._terms = Terms(", ".join(lists), owners)

    def found(self, folded: str) -> frozenset[str]:
        """Give the names of the lists of which any term occurs in folded text."""
        if not self._names:
            return frozenset()
        return frozenset(name for hit in self._terms.hits(folded) for name in self._names[hit])


class Held:
    """What a text holds of some lists, looked up when asked and kept."""

    def __init__(self, lists: Mapping[str, Terms], folded: str, known: Iterable[str] = ()) -> None:
        self._lists = lists
        self.folded = folded
        self._known = dict.fromkeys(known, True)
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def __contains__(self, name: object) -> bool:
        """Tell whether any term of a list occurs."""
        if name not in self._known:
            self._known[str(name)] = bool(self._lists[str(name)].hits(self.folded))
        return self._known[str(name)]

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Give the offsets where terms of a list occur, in order."""
        if name not in self._spans:
            self._spans[name] = self._lists[name].spans(self.folded)
        return self._spans[name]


def _inner(folded: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the characters that only marked the word's edge."""
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return start, end
