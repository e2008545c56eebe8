"""The lines and sentences that can hold a clause, found by the telling parts of all terms at once.

Most of a document says nothing of taking data; what holds no telling part is never read further.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

import re2

from checker.clauses.core import cores, frequencies
from checker.clauses.lines import Lines
from checker.clauses.terms import compiled, edged, options

Term = tuple[str, Any]  # the name of its list, its pattern


class Triggers:
    """Lists of terms under their names, each term looked for where its telling part occurs."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], common: tuple[str, ...]) -> None:
        """Take sources of patterns for folded text, without edges, and the frequent words of the language."""
        often = frequencies(common)
        terms: dict[str, list[Term]] = {}
        for name, sources in lists.items():
            for source in dict.fromkeys(sources):
                term = name, compiled(edged(source))
                for part in cores(source, often):
                    terms.setdefault(part, []).append(term)
        self._narrow = all(part.isascii() for part in terms)
        self._pattern: Any = re2.compile("|".join(terms or ["$."]).encode(), options())
        self._terms = tuple(terms.values())
        self._parts: Any = re2.Set.SearchSet(options())
        for part in terms or ["$."]:
            self._parts.Add(part)
        self._parts.Compile()

    def found(self, folded: str) -> frozenset[str]:
        """Give the names of the lists of which any term occurs in a folded sentence."""
        names: set[str] = set()
        data = folded.encode()
        for hit in self._parts.Match(data) or ():
            for name, pattern in self._terms[hit]:
                if name not in names and pattern.search(data):
                    names.add(name)
        return frozenset(names)

    def hits(self, text: str) -> bytearray:
        """Give for each character of a text 1 where a telling part may stand, else 0."""
        folded = Lines(text, self._narrow)
        marks = bytearray(len(text))
        spans = (found.span() for found in self._pattern.finditer(folded.data))
        for begin, end in chain(folded.origins(spans), folded.cut()):
            marks[begin:end] = b"\1" * (end - begin)
        return marks
