"""A text folded line by line, with the way back to the characters of the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sized
from itertools import accumulate

from checker.clauses.fold import fold_lines, uneven

_SOFT = "\u00ad"
_ENDS = ("-", _SOFT, "\u2010")


class Lines:
    """The lines of a text that hold anything, folded and joined by spaces in `data`.

    With `narrow`, each character of the folded text is one byte.
    """

    def __init__(self, text: str, narrow: bool) -> None:
        self._raw = text.split("\n")
        self._narrow = narrow
        self._uneven = uneven(text)
        folded = fold_lines(text, narrow)
        self._numbers = [number for number, line in enumerate(folded) if line]
        self._lines = [line for line in folded if line]
        self._begins = _starts(self._raw)
        self._starts = _starts(self._lines)
        self.data = b" ".join(self._lines)

    def origins(self, parts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Give where in the text parts of `data`, given in order, come from, or a little more."""
        stop = shift = slack = low = high = 0
        for begin, end in parts:
            if begin >= stop:
                at = bisect_right(self._starts, begin) - 1
                stop = self._starts[at + 1]
                shift, slack, low, high = self._way(at)
            if end >= stop:
                yield max(low, begin + shift - slack), self._way(bisect_right(self._starts, end - 1) - 1)[3]
            elif slack:
                yield max(low, begin + shift - slack), min(high, end + shift + slack)
            else:
                yield begin + shift, end + shift

    def _way(self, at: int) -> tuple[int, int, int, int]:
        """Give what leads from a folded line back: shift, how much it may be off, the line's offsets."""
        number = self._numbers[at]
        raw, low = self._raw[number], self._begins[number]
        bare = raw.lstrip()
        shift = low + len(raw) - len(bare) - self._starts[at]
        more = [raw.count(character) * size for character, size in self._uneven.items()]
        known = self._narrow and len(bare.rstrip()) + sum(more) == len(self._lines[at])
        return (
            shift,
            sum(map(abs, more)) if known else 2 * len(raw) + len(self._lines[at]),
            low,
            low + len(raw),
        )

    def cut(self) -> Iterator[tuple[int, int]]:
        """Give the lines that end within a word, each with the line below, as offsets in the text."""
        if _SOFT in self._uneven:
            numbers = [at for at, line in enumerate(self._raw) if line.rstrip().endswith(_ENDS)]
        else:
            numbers = [self._numbers[at] for at, line in enumerate(self._lines) if line.endswith(b"-")]
        for number in numbers:
            yield self._begins[number], self._begins[min(number + 2, len(self._raw))] - 1


def _starts(lines: Iterable[Sized]) -> list[int]:
    """Give where lines start when each has one sign behind it, and where one more would."""
    return list(accumulate(map((1).__add__, map(len, lines)), initial=0))
