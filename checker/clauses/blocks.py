"""A document as blocks: headings, paragraphs, bullets and table rows, each with its offsets.

A line break inside a wrapped paragraph is no end; a blank line, a bullet, a heading, two trailing spaces or
a short line before a capital letter is one. Takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\n?")
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$")
_ATX = re.compile(r"\s*#{1,6}\s")
_BULLET = re.compile(r"[*\-–—•·▪▫○●◦‣⁃➢✓►>]{1,2}[ \t\u00a0]+|[•●▪·]")
_NUMBERED = re.compile(
    r"(?:\*\*)?(?:(?P<dotted>\d{1,3}(?:\.\d{1,3})+)[.)]?|(?P<digits>\d{1,3})[.)]"
    r"|\((?P<paren>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\)|(?P<letter>[a-zA-Z]|[ivx]{2,5})[.)]"
    r"|(?P<section>(?:§|Art(?:icle|ikel|icolo|ículo|igo)?\.?|Section|Clause)\s\d{1,3}(?:\.\d{1,3})*)\s?[.:–-]?)"
    r"(?:\*\*)?[ \t\u00a0]+"
)
_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_]{2,100}(?:\*\*|__):?\s*$")
_SENTENCE_ENDS = (".", ";", ":", ",", "!", "?")
_TITLE = 90
_WIDE = 200
_FEW = 50
_SHORT = 48
_LEAST = 6  # shorter lines hold no clause and say nothing of their neighbours


@dataclass(slots=True)
class Block:
    """A run of lines: `kind` is heading, title (a heading unless a list is open), item, text or row.

    `tight` tells that no blank line parts it from the block above.
    """

    kind: str
    start: int
    body: int
    end: int
    indent: int = 0
    marker: str = ""
    number: str = ""
    lines: int = 1
    tight: bool = False

    @property
    def short(self) -> bool:
        """Tell whether it is as short as a heading."""
        return self.end - self.body <= _SHORT


def blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a document in order."""
    above: Block | None = None
    joins = _joins if _wrapped(text) else _goes_on
    for match in _LINE.finditer(text):
        line, bare = match.group(), match.group().strip()
        if above and _underlines(line, above):
            above.kind = "heading"
        elif above and len(bare) >= _LEAST and not _RULE.match(line) and joins(text, above, line, bare):
            above.end, above.lines = match.start() + len(line.rstrip()), above.lines + 1
            continue
        if above:
            yield _close(text, above)
        tight = above is not None
        blank = len(bare) < _LEAST or _RULE.match(line)
        above = None if blank else _begin(match.start(), line, bare)
        if above:
            above.tight = tight


def _underlines(line: str, above: Block) -> bool:
    bare = line.strip()
    rule = len(bare) >= 3 and (bare == "=" * len(bare) or bare == "-" * len(bare))
    return rule and above.kind != "row" and above.lines == 1


def _begin(offset: int, line: str, bare: str) -> Block:
    indent = len(line) - len(line.lstrip())
    start, end = offset + indent, offset + len(line.rstrip())
    if _ATX.match(line) or _BOLD.match(line):
        return _numbered(Block("heading", start, start, end, indent), bare.lstrip("#*_ "))
    if bare.startswith("|"):
        return Block("row", start, start, end, indent)
    bullet = _BULLET.match(bare)
    if bullet:
        body = start + bullet.end()
        return _numbered(Block("item", start, body, end, indent, bullet.group()[0]), bare[bullet.end() :])
    block = _numbered(Block("text", start, start, end, indent), bare)
    found = _NUMBERED.match(bare)
    if found:
        block.kind, block.marker, block.body = "item", _marker(found), start + found.end()
    return block


def _numbered(block: Block, words: str) -> Block:
    found = _NUMBERED.match(words)
    if found:
        block.number = next((value for value in found.groupdict().values() if value), "")
    return block


def _marker(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    value = found.group(name)
    if name in {"paren", "letter"}:
        return f"{name}-{'digit' if value.isdigit() else 'upper' if value.isupper() else 'lower'}"
    return f"dotted-{value.count('.')}" if name == "dotted" else name


def _joins(text: str, above: Block, line: str, bare: str) -> bool:
    """Tell whether a line goes on with the block above."""
    if above.kind in {"heading", "row"} or _ATX.match(line) or bare.startswith("|"):
        return False
    if (
        text[above.end : above.end + 2] == "  "
        or _BULLET.match(bare)
        or _NUMBERED.match(bare)
        or _BOLD.match(line)
    ):
        return False
    last = text[max(above.body, text.rfind("\n", 0, above.end) + 1) : above.end]
    begins_anew = bare[:1].isupper() and not (bare.isupper() and last.isupper())
    ended = len(last) < _SHORT and not last.endswith((",", "-"))
    return not (begins_anew and (ended or last.endswith((".", ";", ":"))))


def _goes_on(text: str, above: Block, line: str, bare: str) -> bool:
    """Tell the same in a text that is not wrapped: only a small letter after no stop goes on."""
    below = above.indent > 0 and len(line) - len(line.lstrip()) == above.indent
    ended = text[above.end - 1 : above.end] in ".;:!?"
    return bare[:1].islower() and not below and not ended and _joins(text, above, line, bare)


def _wrapped(text: str) -> bool:
    """Tell whether lines were broken to a width: then hardly any is long."""
    lines = sum(1 for match in _LINE.finditer(text) if match.end() - match.start() > _LEAST)
    long = sum(1 for match in _LINE.finditer(text) if match.end() - match.start() > _WIDE)
    return long * _FEW <= lines


def _close(text: str, block: Block) -> Block:
    """Give the finished block; what reads like a heading becomes a title."""
    bulleted = block.kind == "item" and not block.number
    if block.kind in {"item", "text"} and block.lines == 1 and not bulleted and _titled(text, block):
        block.kind = "title"
    return block


def _titled(text: str, block: Block) -> bool:
    """Tell whether a line is short, begins with a capital and has no stop."""
    words = text[block.body : block.end].strip("*_ ")
    limit = _TITLE if block.number or words.isupper() else _SHORT
    return (
        bool(words) and len(words) <= limit and not words.endswith(_SENTENCE_ENDS) and not words[0].islower()
    )
