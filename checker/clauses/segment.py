"""A document as units: its sentences, bullets and parts cut at semicolons, each with what governs it.

`units` gives them in order, with offsets into the text as given. A unit never holds white space at its ends
and has at most 2000 characters. A bullet is governed by the sentence above it that ends with a colon (or in
nothing, or in a comma where a list begins), through sub-lists, until a heading or a new paragraph;
paragraphs under such a sentence are items too while they look like it: each ends with a semicolon or comma,
or each with a full stop and none begins as a sentence of its own does. Reads plain text, Markdown with setext
headings (Open Terms Archive), and our own extracted pages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.clauses.blocks import Block, blocks
from checker.clauses.sentences import Span, pieces

_OPEN_ENDS = (
    ";", "\u0387", "\u00b7", ",", ":", "...", "…",
    "; and", "; or", ", and", ", or", ";and", "; et", "; ou", ", et", ", ou", "; und", "; oder",
    ", und", ", oder", "; y", "; o", "; e", "; en", "; of", ", y", ", o", ", e", ", en", ", of",
)  # fmt: skip
_MAX_LEAD = 600
_MAX_DEPTH = 6
_MAX_ITEM = 700  # a longer paragraph without a bullet is no item
_TITLED = 60


class Unit(NamedTuple):
    """A sentence or bullet: its offsets, the offsets of the sentences that govern it, its section.

    `title` is where the heading stands that may govern it when it says a ban itself, for what no sentence
    governs and what does not begin as a sentence of its own; `wanted` is false for what is only given
    because it follows something wanted.
    """

    start: int
    end: int
    leads: tuple[Span, ...] = ()
    section: str = ""
    heading: str = ""
    listed: bool = False
    title: Span | None = None
    wanted: bool = True


@dataclass(slots=True)
class _Level:
    """An open list: its bullet (none: paragraphs), and the block whose last sentence governs it.

    `number` is the one in full that its items stand under; `full` tells that they are paragraphs that end
    with a full stop; `last` is the number of the last item.
    """

    indent: int
    marker: str
    block: Block
    number: str = ""
    last: str = ""
    full: bool = False
    lead: Span | None = None

    def is_left(self, block: Block) -> bool:
        """Tell whether a block stands beside what governs the list: it has the next number, or its marker."""
        if self.marker != block.marker:
            return self.block.marker == block.marker and block.indent <= self.indent
        return block.number == _next_number(self.block.number) and block.number != _next_number(self.last)

    def governs(self, text: str) -> Span:
        """Give the sentence that governs the items."""
        if self.lead is None:
            self.lead = _last(text, self.block)
        return self.lead


@dataclass(slots=True)
class _Reader:
    """Where the reading stands: the heading above, and the open lists.

    `unsaid` tells that what is `pending` ended in no sign: a sentence of its own below it is no item.
    """

    text: str
    wanted: Callable[[Block], bool]
    tells: Callable[[int, int, bool], bool]
    begins: Callable[[str], bool]
    heading: str = ""
    number: str = ""
    title: Span | None = None
    title_indent: int = 0
    levels: list[_Level] = field(default_factory=list)
    pending: Block | None = None
    unsaid: bool = False
    broken_off: Block | None = None
    item_open: bool = False
    fresh: bool = False
    after_wanted: bool = False

    def read(self, block: Block) -> Iterator[Unit]:
        is_item = block.kind == "title" or (block.kind == "heading" and block.marker)
        if block.kind in {"heading", "title"} and not (is_item and self._holds_title(block)):
            self._head(block)
            return
        listed = self._place(block)
        if self.wanted(block):
            yield from self._units(block, listed)
        elif self.after_wanted:
            yield from self._next(block)
        self._remember(block)

    def _next(self, block: Block) -> Iterator[Unit]:
        self.after_wanted = False
        first = next(pieces(self.text, block.body, block.end), None)
        if first:
            yield Unit(start=first.start, end=first.end, wanted=False)

    def _holds_title(self, block: Block) -> bool:
        """Tell whether a short line may be an item: not in a list of full sentences, nor as a section."""
        if block.marker == "section" or (not block.tight and self.text[block.body : block.end].isupper()):
            return False
        if self.pending is not None:
            return True
        if block.number and self.levels and all(block.marker != one.marker for one in self.levels):
            return False
        return bool(self.levels and not self.levels[-1].full)

    def _head(self, block: Block) -> None:
        self.levels, self.pending, self.broken_off = [], None, None
        self.item_open = self.after_wanted = False
        self.heading, self.number = self.text[block.body : block.end].strip("#*_ \t"), block.number
        self.title, self.title_indent = Span(block.body, block.end), block.indent
        if self.heading.endswith((":", "：")):
            self.pending = block

    def _place(self, block: Block) -> bool:
        """Open or close lists for this block; tell whether it is an item of one."""
        if self.broken_off and self._begins_list(block, self.broken_off):
            self.pending = self.broken_off
        if self.unsaid and not block.marker and self._is_own(block) and not block.tight:
            self.pending = None
        self.fresh = self.pending is not None
        if self.pending is not None:
            number = self._number(self.pending)
            self.levels.append(_Level(block.indent, block.marker, self.pending, number, block.number))
            del self.levels[:-_MAX_DEPTH]
            return True
        if block.marker:
            self._close(block)
            if self.levels:
                self.levels[-1].last = block.number
            return bool(self.levels)
        return self._continues(block)

    def _begins_list(self, block: Block, before: Block) -> bool:
        """Tell whether a bullet begins a list of its own after a block that ended with a comma."""
        marker = block.marker
        return bool(marker) and marker != before.marker and all(marker != one.marker for one in self.levels)

    def _close(self, block: Block) -> None:
        """Leave the lists that this bullet is not an item of."""
        left = next((depth for depth, level in enumerate(self.levels) if level.is_left(block)), None)
        if left is not None:
            del self.levels[left:]
            return
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.marker == block.marker and level.indent <= block.indent:
                del self.levels[depth + 1 :]
                return
        while self.levels and self.levels[-1].indent > block.indent:
            self.levels.pop()

    def _continues(self, block: Block) -> bool:
        """Tell whether a paragraph without a bullet is still an item of the open list."""
        if not self.levels:
            return False
        level = self.levels[-1]
        if level.marker:
            goes_on = block.indent > level.indent or self.text[block.body : block.body + 1].islower()
        else:
            goes_on = block.tight or self.item_open or self._is_alike(block, level)
        if not goes_on:
            self.levels = []
        return goes_on

    def _is_alike(self, block: Block, level: _Level) -> bool:
        """Tell whether a paragraph may be an item as those above it are."""
        if self.text[block.body : block.body + 1].islower():
            return True
        return level.full and block.end - block.body <= _MAX_ITEM and not self._is_own(block)

    def _is_own(self, block: Block) -> bool:
        return self.begins(self.text[block.body : block.body + 40])

    def _units(self, block: Block, listed: bool) -> Iterator[Unit]:
        leads = tuple(level.governs(self.text) for level in self.levels) if listed else ()
        is_item = bool(block.marker) or block.indent > self.title_indent
        title = self.title if self.title and is_item and not leads and not self._is_own(block) else None
        first_end = 0
        for piece in pieces(self.text, block.body, block.end):
            first_end = first_end or piece.end
            begins = piece.start < first_end or piece.part or first_end - block.body <= _TITLED
            above = leads if begins else ()
            if piece.lead:
                above = (*above, piece.lead)
            wanted = self.tells(piece.start, piece.end, not above and not (begins and title))
            if wanted or self.after_wanted:
                self.after_wanted = wanted
                yield Unit(start=piece.start, end=piece.end, leads=above, section=self._section(block),
                           heading=self.heading, listed=listed, title=title if begins else None,
                           wanted=wanted)  # fmt: skip

    def _section(self, block: Block) -> str:
        return self._number(block) or self.heading[:120]

    def _number(self, block: Block) -> str:
        """Give the number of a block in full: its own below that of what governs it, or of the heading.

        A plain number below none says too little: nothing.
        """
        if "." in block.number or (block.kind == "heading" and not self.levels):
            return block.number
        above = self.levels[-1].number if self.levels else self.number
        return f"{above}.{block.number}" if above and block.number else above

    def _remember(self, block: Block) -> None:
        tail = self.text[max(block.body, block.end - 12) : block.end].rstrip(" \t*_").lower()
        self.item_open = tail.endswith(_OPEN_ENDS)
        self.pending = self.broken_off = None
        if tail.endswith(","):
            self.broken_off = block
        self.unsaid = tail[-1:].isalnum() and not (block.marker or block.short or self.levels)
        if tail.endswith((":", "：")) or self.unsaid:
            self.pending = block
        elif self.fresh:
            self.levels[-1].full = not block.marker and tail.endswith(".")


def _next_number(number: str) -> str | None:
    """Give the number after a plain one; nothing after any other."""
    return str(int(number) + 1) if number.isdecimal() else None


def _last(text: str, block: Block) -> Span:
    """Give the last sentence of a block: the one that governs what follows it."""
    last = list(pieces(text, max(block.body, block.end - 2 * _MAX_LEAD), block.end))[-1]
    return Span(max(last.start, last.end - _MAX_LEAD), last.end)


def units(
    text: str,
    wanted: Callable[[Block], bool] = lambda block: True,
    tells: Callable[[int, int, bool], bool] = lambda start, end, alone: True,
    begins: Callable[[str], bool] = lambda words: True,
) -> Iterator[Unit]:
    """Give the units of a document that are wanted, in order, and those that follow one.

    `wanted` says whether a block may hold any; `tells` whether a unit is one, by its offsets and whether
    nothing may govern it; `begins` whether words begin a sentence of its own, not an item of a list.
    """
    reader = _Reader(text, wanted, tells, begins)
    for block in blocks(text):
        yield from reader.read(block)
