"""A document as blocks: headings, paragraphs, bullets and table rows, each with its offsets.

A line break inside a wrapped paragraph is no end; a blank line, a bullet, a heading, two trailing spaces or
a short line before a capital letter is one. Where every wrapped line has a blank one below it (text taken
from some PDFs), one blank line is no end either. A bullet or number alone on its line belongs to the text
below. Takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_RULE = re.compile(r"(?:={3,}|-{3,}|\*{3,}|_{3,})$")
_ATX = re.compile(r"#{1,6}\s")
_BOXES = "\uf0a7\uf0b7"  # of Wingdings, as the next
_PLAIN = f"{_BOXES}*–—•·▪▫○●◦‣⁃➢✓►>-"
_SIGNS = f"\uf02d\uf076\uf0d8\uf0fc{_PLAIN}"
_BULLET = re.compile(rf"[{_SIGNS}]{{1,2}}[ \t\u00a0]+|[•●▪·{_BOXES}]|o(?:\t|[ \u00a0]{{2}})[ \t\u00a0]*")
_NUMBERED = re.compile(
    r"(?:\*\*)?(?:(?P<dotted>\d{1,3}(?:\.\d{1,3})+)[.)]?|(?P<digits>\d{1,3})[.)]"
    r"|\((?P<paren>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\)|(?P<letter>[a-zA-Z]|[ivx]{2,5})[.)]"
    r"|(?P<section>(?:§|Art(?:icle|ikel|icolo|ículo|igo)?\.?|Section|Clause)\s\d{1,3}(?:\.\d{1,3})*)\s?[.:–-]?)"
    r"(?:\*\*)?[ \t\u00a0]+"
)
_ALONE = re.compile(
    rf"[{_PLAIN}]|\d{{1,3}}(?:\.\d{{1,3}})+[.)]?|\d{{1,3}}[.)]"
    r"|\((?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\)|[a-zA-Z][.)]"
)
_PLAIN_NUMBER = re.compile(r"\d{1,2}\s[^\W\d_]")
_BOLD = re.compile(r"(?:\*\*|__)[^*_]{2,100}(?:\*\*|__):?$")
_BULLETS = frozenset(_SIGNS + "o")  # the letter is a bullet of Word's
_NUMBERS = frozenset("0123456789(§*AaSC")
_SENTENCE_ENDS = (".", ";", "\u0387", "\u00b7", ":", ",", "!", "?")
_STOPS = (".", ";", ":")
_TITLE = 90
_WIDE = 200
_FEW = 50
_SHORT = 48
_LEAST = 6  # shorter lines hold no clause and say nothing of their neighbours
_SPACED = 0.6
_BROKEN = 0.25


@dataclass(slots=True)
class Block:
    """A run of lines: `kind` is heading, title (a heading unless a list is open), item, text or row.

    `tight` tells that no blank line parts it from the block above; `first` and `last` are the numbers of its
    lines, from 0.
    """

    kind: str
    start: int
    body: int
    end: int
    indent: int = 0
    marker: str = ""
    number: str = ""
    tight: bool = False
    first: int = 0
    last: int = 0

    @property
    def short(self) -> bool:
        """Tell whether it is as short as a heading."""
        return self.end - self.body <= _SHORT


def blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a document in order."""
    scanner = _Scanner(text)
    start = 0
    for number, line in enumerate(scanner.lines):
        bare = line.strip()
        if not bare and not scanner.above:  # most lines of a page: nothing to end
            scanner.gap, done = scanner.gap + 1, None
        elif len(bare) < _LEAST or (bare[0] in "=-*_" and _RULE.match(bare)):
            done = scanner.part(start, number, line, bare)
        else:
            done = scanner.go_on(start, number, line, bare)
        if done:
            yield _close(text, done)
        start += len(line) + 1
    if scanner.above:
        yield _close(text, scanner.above)


class _Scanner:
    """Where the reading of lines stands: the open block, and a marker that waits for its text."""

    def __init__(self, text: str) -> None:
        self.text, self.lines = text, text.split("\n")
        wrapped = _wrapped(self.lines)
        self.bridged = 1 if wrapped and _spaced(self.lines) else 0  # blank lines that end no paragraph
        self.joins = _joins if wrapped else _goes_on
        self.above: Block | None = None
        self.orphan: tuple[int, int, str] | None = None
        self.gap = 0

    def part(self, start: int, number: int, line: str, bare: str) -> Block | None:
        """Take a line without words, or with the last one of a wrapped paragraph; give the block it ends."""
        if bare[:1].islower() and self.above and self.joins(self.text, self.above, line, bare):
            return self.go_on(start, number, line, bare)
        self.gap += 1
        if not bare:
            if self.gap <= self.bridged:
                return None
        elif self.above and _underlines(bare, self.above):
            self.above.kind = "heading"
        elif _ALONE.fullmatch(bare):
            self.orphan = start, len(line) - len(line.lstrip()), bare
        done, self.above = self.above, None
        return done

    def go_on(self, start: int, number: int, line: str, bare: str) -> Block | None:
        """Take a line of words; give the block that it ends."""
        above, gap, self.gap = self.above, self.gap, 0
        if above and self.joins(self.text, above, line, bare):
            above.end, above.last = start + len(line.rstrip()), number
            return None
        self.above = _begin(start, line, bare)
        if self.orphan and self.above.kind in {"text", "item"}:
            _adopt(self.above, *self.orphan)
        self.above.tight, self.above.first, self.above.last = number > 0 and not gap, number, number
        self.orphan = None
        return above


def _underlines(bare: str, above: Block) -> bool:
    rule = len(bare) >= 3 and (bare == "=" * len(bare) or bare == "-" * len(bare))
    return rule and above.kind != "row" and above.first == above.last


def _begin(offset: int, line: str, bare: str) -> Block:
    indent = len(line) - len(line.lstrip())
    start = offset + indent
    end = start + len(bare)
    sign = bare[0]
    if (sign == "#" and _ATX.match(bare)) or (sign in "*_" and _BOLD.match(bare)):
        return _numbered(Block("heading", start, start, end, indent), bare.lstrip("#*_ "))
    if sign == "|":
        return Block("row", start, start, end, indent)
    bullet = _BULLET.match(bare) if sign in _BULLETS else None
    if bullet:
        body, kind, words = start + bullet.end(), _kind(bare, bullet.end()), bare[bullet.end() :]
        return _numbered(Block(kind, start, body, end, indent, bullet.group()[0]), words.lstrip("# "))
    block = Block("text", start, start, end, indent)
    found = _number(bare)
    if found:
        block.kind, block.marker, block.body = _kind(bare, found.end()), _marker(found), start + found.end()
        block.number = found.group(found.lastgroup or 0)
    return block


def _kind(words: str, at: int) -> str:
    """Give what stands behind a bullet or number: Markdown may have a heading there."""
    return "heading" if _ATX.match(words, at) else "item"


def _adopt(block: Block, start: int, indent: int, marker: str) -> None:
    """Give a block the marker that stands alone above it."""
    block.kind, block.start, block.indent, block.marker = "item", start + indent, indent, marker[0]
    found = _NUMBERED.match(f"{marker} ")
    if found:
        block.marker, block.number = _marker(found), found.group(found.lastgroup or 0)


def _number(words: str) -> re.Match[str] | None:
    may_be = words[:1] in _NUMBERS or words[1:2] in {".", ")"} or words[:1] in "ivx"
    return _NUMBERED.match(words) if may_be else None


def _numbered(block: Block, words: str) -> Block:
    found = _number(words)
    if found:
        block.number = found.group(found.lastgroup or 0)
    return block


def _marker(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    value = found.group(name)
    if name in {"paren", "letter"}:
        return f"{name}-{'digit' if value.isdigit() else 'upper' if value.isupper() else 'lower'}"
    return f"dotted-{value.count('.')}" if name == "dotted" else name


def _begins_block(bare: str) -> bool:
    sign = bare[0]
    return bool(
        sign == "|"
        or (sign == "#" and _ATX.match(bare))
        or (sign in _BULLETS and _BULLET.match(bare))
        or _number(bare)
        or (sign in "*_" and _BOLD.match(bare))
    )


def _joins(text: str, above: Block, line: str, bare: str) -> bool:
    """Tell whether a line goes on with the block above."""
    if above.kind in {"heading", "row"} or _begins_block(bare):
        return False
    if text[above.end : above.end + 2] == "  ":
        return False
    last = text[max(above.body, text.rfind("\n", 0, above.end) + 1) : above.end]
    begins_anew = bare[0].isupper() and not (bare.isupper() and last.isupper())
    ended = len(last) < _SHORT and not last.endswith((",", "-"))
    return not (begins_anew and (ended or last.endswith(_STOPS)))


def _goes_on(text: str, above: Block, line: str, bare: str) -> bool:
    """Tell the same in a text that is not wrapped: only a small letter after no stop goes on."""
    if not bare[0].islower() or text[above.end - 1 : above.end] in ".;:!?":
        return False
    below = above.indent > 0 and len(line) - len(line.lstrip()) == above.indent
    return not below and _joins(text, above, line, bare)


def _wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken to a width: then hardly any is long."""
    sizes = [len(line) for line in lines]
    long = sum(1 for size in sizes if size > _WIDE)
    return long * _FEW <= sum(1 for size in sizes if size >= _LEAST)


def _spaced(lines: list[str]) -> bool:
    """Tell whether wrapped lines have blank lines between them: many go on with a small letter below one."""
    found = [line.strip() for line in lines]
    pairs = [
        (one, below)
        for one, blank, below in zip(found, found[1:], found[2:], strict=False)
        if one and below and not blank
    ]
    parted = sum(1 for one, below in pairs if below[0].islower() and not one.endswith(_SENTENCE_ENDS))
    touching = sum(1 for one, below in pairwise(found) if one and below)
    return touching <= len(pairs) * (1 - _SPACED) and parted > len(pairs) * _BROKEN


def _close(text: str, block: Block) -> Block:
    """Give the finished block; what reads like a heading becomes a title."""
    size = block.end - block.body
    if size <= _TITLE + 8 and block.first == block.last and block.kind in {"item", "text"}:
        bulleted = block.kind == "item" and not block.number
        if not bulleted and _titled(text, block):
            block.kind = "title"
    return block


def _titled(text: str, block: Block) -> bool:
    """Tell whether a line is short, begins with a capital and has no stop."""
    words = text[block.body : block.end].strip("*_ ")
    is_long = block.number or words.isupper() or _PLAIN_NUMBER.match(words)
    limit = _TITLE if is_long else _SHORT
    return (
        bool(words) and len(words) <= limit and not words.endswith(_SENTENCE_ENDS) and not words[0].islower()
    )
