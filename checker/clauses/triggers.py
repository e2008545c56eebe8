"""The lines and sentences that can hold a clause, found by the telling parts of all terms at once.

Most of a document says nothing of taking data; what holds no telling part is never read further.
"""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

import re2

from checker.clauses.core import cores, frequencies
from checker.clauses.fold import cuts, fold_lines
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

    def lines(self, text: str) -> bytearray:
        """Give for each line of a text 1 when a telling part begins, goes on or ends in it, else 0."""
        folded = fold_lines(text)
        marks = bytearray(len(folded))
        starts = [0, *accumulate(len(line) + 1 for line in folded)]
        data, at = b" ".join(folded), 0
        while at < len(data) and (found := self._pattern.search(data, at)):
            begin, end = found.span()
            first = bisect_right(starts, begin) - 1
            last = bisect_right(starts, max(begin, end - 1)) - 1
            marks[first : last + 1] = b"\1" * (last + 1 - first)
            at = starts[last + 1]
        for number in cuts(text):
            marks[number : number + 2] = b"\1\1"
        return marks
