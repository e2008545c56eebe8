"""A document as units: its sentences, bullets and parts cut at semicolons, each with what governs it.

`units` gives them in order, with offsets into the text as given. A unit never holds white space at its ends
and has at most 2000 characters. A bullet is governed by the sentence above it that ends with a colon (or in
nothing), through sub-lists, until a heading or a new paragraph. Reads plain text, Markdown with setext
headings (Open Terms Archive), and our own extracted pages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from checker.clauses.blocks import Block, blocks
from checker.clauses.sentences import Span, pieces

_OPEN_ENDS = (
    ";",
    ",",
    ":",
    "; and",
    "; or",
    ", and",
    ", or",
    ";and",
    "; et",
    "; ou",
    ", et",
    ", ou",
    "; und",
    "; oder",
)
_MAX_LEAD = 600
_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence or bullet: its offsets, the offsets of the sentences that govern it, its section."""

    start: int
    end: int
    leads: tuple[Span, ...] = ()
    section: str = ""
    heading: str = ""
    listed: bool = False


@dataclass(slots=True)
class _Level:
    indent: int
    marker: str
    lead: Span


@dataclass(slots=True)
class _Reader:
    """Where the reading stands: the heading above, and the open lists."""

    text: str
    wanted: Callable[[str], bool]
    heading: str = ""
    number: str = ""
    levels: list[_Level] = field(default_factory=list)
    pending: Span | None = None
    item_open: bool = False

    def read(self, block: Block) -> Iterator[Unit]:
        if block.kind == "heading" or (block.kind == "title" and not self.governed()):
            self._head(block)
            return
        listed = self._place(block)
        if self.wanted(self.text[block.body : block.end]):
            yield from self._units(block, listed)
        self._remember(block)

    def governed(self) -> bool:
        return bool(self.levels) or self.pending is not None

    def _head(self, block: Block) -> None:
        self.levels, self.pending, self.item_open = [], None, False
        self.heading, self.number = self.text[block.body : block.end].strip("#*_ \t"), block.number

    def _place(self, block: Block) -> bool:
        """Open or close lists for this block; tell whether it is an item of one."""
        if block.marker:
            if self.pending is not None:
                self.levels.append(_Level(block.indent, block.marker, self.pending))
                del self.levels[:-_MAX_DEPTH]
            else:
                self._close(block)
            return bool(self.levels)
        if self.pending is not None:
            self.levels.append(_Level(block.indent, "", self.pending))
            del self.levels[:-_MAX_DEPTH]
            return True
        return self._continues(block)

    def _close(self, block: Block) -> None:
        """Leave the lists that this bullet is not an item of."""
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
        inner = self.levels[-1].marker and block.indent > self.levels[-1].indent
        begins = self.text[block.body : block.body + 1].islower()
        tight = block.tight and not self.levels[-1].marker
        if inner or begins or tight or (self.item_open and not self.levels[-1].marker):
            return True
        self.levels = []
        return False

    def _units(self, block: Block, listed: bool) -> Iterator[Unit]:
        leads = tuple(_last(self.text, level.lead) for level in self.levels) if listed else ()
        section = self._section(block)
        first_end = 0
        for piece in pieces(self.text, block.body, block.end):
            first_end = first_end or piece.end
            title = first_end - block.body <= 60
            mine = leads if piece.start < first_end or piece.part or title else ()
            above = (*mine, piece.lead) if piece.lead else mine
            yield Unit(start=piece.start, end=piece.end, leads=above, section=section, heading=self.heading,
                       listed=listed)  # fmt: skip

    def _section(self, block: Block) -> str:
        if block.number.count(".") >= 1:
            return block.number
        if block.number and self.number:
            return f"{self.number}.{block.number}"
        return self.number or self.heading[:120]

    def _remember(self, block: Block) -> None:
        tail = self.text[max(block.body, block.end - 12) : block.end].rstrip(" \t*_").lower()
        self.item_open = tail.endswith(_OPEN_ENDS)
        self.pending = None
        if tail.endswith((":", "：")) or (not block.marker and tail[-1:].isalnum() and not block.short):
            self.pending = Span(block.body, block.end)


def _last(text: str, block: Span) -> Span:
    """Give the last sentence of a block: the one that governs what follows it."""
    last = list(pieces(text, max(block.start, block.end - 2 * _MAX_LEAD), block.end))[-1]
    return Span(max(last.start, last.end - _MAX_LEAD), last.end)


def _everything(_: str) -> bool:
    return True


def units(text: str, wanted: Callable[[str], bool] = _everything) -> Iterator[Unit]:
    """Give the units of a document in order, of those blocks only that are wanted."""
    reader = _Reader(text, wanted)
    for block in blocks(text):
        yield from reader.read(block)
