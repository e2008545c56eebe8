"""Plain text to blocks: paragraphs, bullets, numbered items, and headings as Markdown writes them."""

import re
from dataclasses import replace

from checker.html.blocks import Block, Kind, squeeze

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_BULLET = re.compile(r"[•●▪■◦‣·∙○*+–—-]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,3}){0,4}[.)]?\s+(?=\S)")
_WRAPPED = 60
_LONGEST = 10_000


def blocks_of_plain(text: str) -> tuple[Block, ...]:
    """Give the blocks of a plain text; a sentence that was wrapped at some width is put together again."""
    blocks: list[Block] = []
    blank, width = True, 0
    for raw in text.splitlines():
        line = squeeze(raw)
        if not line:
            blank = True
            continue
        before = blocks[-1] if blocks and not blank else None
        if before and _UNDERLINE.fullmatch(line) and len(line) > 2 and before.kind is Kind.TEXT:
            blocks[-1] = Block(kind=Kind.HEADING, text=before.text, level=1 if line[0] == "=" else 2)
        elif before and width >= _WRAPPED and continues(before.text, line):
            blocks[-1] = replace(before, text=f"{before.text} {line}")
        elif not _UNDERLINE.fullmatch(line):
            blocks.append(block_of_line(line, indent=len(raw) - len(raw.lstrip()), tight=not blank))
        blank, width = False, len(line)
    return tuple(blocks)


def continues(before: str, line: str) -> bool:
    """Tell whether a line goes on in the middle of the sentence before it."""
    if len(before) > _LONGEST:
        return False
    return before[-1] == "," or (before[-1] not in ".;:!?" and not _BULLET.match(line) and line[0].islower())


def block_of_line(line: str, *, indent: int = 0, tight: bool = False, page: int = 0) -> Block:
    """Give the block that one line makes: heading, bullet or paragraph."""
    heading = _HEADING.fullmatch(line)
    if heading:
        return Block(kind=Kind.HEADING, text=heading[2], level=len(heading[1]), page=page)
    bullet = _BULLET.match(line)
    if bullet:
        return Block(
            kind=Kind.ITEM, text=line[bullet.end() :], level=min(indent // 2, 6), marker="-", page=page
        )
    if _NUMBER.match(line) and indent:
        return Block(kind=Kind.ITEM, text=line, level=min(indent // 2, 6), page=page)
    return Block(text=line, tight=tight, page=page)
