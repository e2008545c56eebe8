"""Blocks of a document (headings, items, rows, paragraphs) and the text they make together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checker.model.seen import Heading

TEXT_LIMIT = 1_500_000
_DEEPEST = 20
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f]")
_JOINERS = re.compile("[\u200c\u200d](?![\u0590-\ud7ff])|(?<![\u0590-\ud7ff])[\u200c\u200d]")
_SPACE = re.compile(r"\s+")


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of readable text.

    `level` is a heading's level (1 to 6) or the depth of a list (0 is outermost); `marker` is what stands
    before an item (`-`, `2.`, `(a)`); `tight` means that no blank line parts it from the line before; `page`
    counts from 0 in documents that have pages.
    """

    text: str
    kind: Kind = Kind.TEXT
    level: int = 0
    marker: str = ""
    tight: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The text of some blocks, where its headings and pages stand, and whether it was cut."""

    text: str
    headings: tuple[Heading, ...] = ()
    page_starts: tuple[int, ...] = ()
    truncated: bool = False


def squeeze(text: str) -> str:
    """Give a text without invisible characters, with one plain space for any run of white space."""
    return _SPACE.sub(" ", _JOINERS.sub("", _INVISIBLE.sub("", text))).strip()


def compose(blocks: Iterable[Block], *, limit: int = TEXT_LIMIT) -> Composed:
    """Give blocks as text, one a line, a blank line between paragraphs; at most `limit` characters.

    A heading's offsets are those of its words, without the `#` marks.
    """
    lines: list[str] = []
    headings: list[Heading] = []
    pages: list[int] = []
    length, before = 0, None
    for block in blocks:
        prefix = _prefix(block)
        gap = _gap(before, block)
        start = length + len(gap) + len(prefix)
        if start + len(block.text) > limit:
            return Composed(
                text="".join(lines), headings=tuple(headings), page_starts=tuple(pages), truncated=True
            )
        if block.kind is Kind.HEADING:
            headings.append(Heading(start=start, end=start + len(block.text), level=block.level))
        while len(pages) <= block.page:
            pages.append(start - len(prefix))
        lines += (gap, prefix, block.text)
        length, before = start + len(block.text), block
    return Composed(text="".join(lines), headings=tuple(headings), page_starts=tuple(pages))


def _prefix(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return "#" * min(max(block.level, 1), 6) + " "
    indent = "  " * min(block.level, _DEEPEST)
    return f"{indent}{block.marker} " if block.marker else indent


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    if Kind.HEADING in {before.kind, block.kind}:
        return "\n\n"
    same_list = before.kind is Kind.ITEM and block.kind is Kind.ITEM
    same_table = before.kind is Kind.ROW and block.kind is Kind.ROW
    return "\n" if block.tight or same_list or same_table else "\n\n"
