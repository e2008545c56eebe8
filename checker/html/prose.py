"""The readable text of an HTML tree, as blocks in the order of the document."""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from checker.html.blocks import Block, Kind, squeeze
from checker.html.numerals import numeral
from checker.html.places import Layout, Place
from checker.html.tree import Step, attribute, walk
from checker.html.weights import SILENT

_TEXT_BLOCKS = {"address", "blockquote", "center", "dd", "dl", "dt", "figcaption", "figure", "hr", "p", "pre"}
_FORM_BLOCKS = {"details", "dialog", "fieldset", "form", "legend", "noscript", "summary", "textarea"}
_PARTS = {"article", "aside", "body", "div", "footer", "header", "hgroup", "html", "main", "nav", "section"}
_TABLE_BLOCKS = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_LIST_BLOCKS = {"li", "menu", "ol", "ul"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = frozenset(_TEXT_BLOCKS | _FORM_BLOCKS | _PARTS | _TABLE_BLOCKS | _LIST_BLOCKS | _HEADINGS)
_BOLD = frozenset({"b", "strong", "u"})
_SPACE = re.compile(r"\s+")
_BULLET = re.compile(r"[•●▪■◦‣·∙○*–—-]\s+(?=\S)")
_OWN_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,3}){0,4}\s?[.)]\s?\S|\d+\.\d+\s")
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_LONGEST_LINE = 10_000
_LONGEST_HEADING = 300
_LONGEST_BOLD_HEADING = 120
_BOLD_HEADING_LEVEL = 5


@dataclass(slots=True)
class _List:
    ordered: bool
    style: str = "1"
    number: int = 1
    step: int = 1
    has_headings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The blocks that were taken, and how many characters were left out because a style hides them."""

    blocks: tuple[Block, ...]
    hidden_chars: int


@dataclass(slots=True)
class _Writer:
    blocks: list[Block] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    rows: list[list[list[Block]]] = field(default_factory=list)
    heading: int = 0
    marker: str | None = None
    bold: int = 0
    pre: int = 0
    plain_chars: int = 0
    inner: int = 0

    def text(self, text: str) -> None:
        """Take in some text of the tree."""
        if not self.pre:
            text = _SPACE.sub(" ", text)
        self.buffer.append(text)
        if not self.bold:
            self.plain_chars += len(text.strip())

    def open(self, tag: Tag) -> None:
        """Enter an element."""
        if tag.name == "br":
            self.buffer.append("\n")
            return
        self.bold += tag.name in _BOLD
        self.pre += _is_preformatted(tag)
        if tag.name in BLOCKS:
            self.flush()
            self._open_block(tag)

    def close(self, tag: Tag) -> None:
        """Leave an element."""
        self.bold -= tag.name in _BOLD
        self.pre -= _is_preformatted(tag)
        if tag.name not in BLOCKS:
            return
        self.flush()
        if tag.name in {"ul", "ol", "menu"} and self.lists:
            self.lists.pop()
        elif tag.name == "li":
            self.marker = None
        elif tag.name == "tr" and self.rows:
            self._close_row()
        if _heading_level(tag):
            self.heading = 0
        self.inner -= tag.name == "dd"

    def _open_block(self, tag: Tag) -> None:
        if tag.name in {"ul", "ol", "menu"}:
            self.lists.append(_list_of(tag))
        elif tag.name == "li":
            self.marker = self._next_marker(tag)
        elif tag.name == "tr":
            self.rows.append([])
        elif tag.name in {"td", "th"} and self.rows:
            self.rows[-1].append([])
        self.heading = _heading_level(tag) or self.heading
        self.inner += tag.name == "dd"

    def flush(self) -> None:
        """End the line of text that is being written."""
        raw, plain = "".join(self.buffer), self.plain_chars
        self.buffer.clear()
        self.plain_chars = 0
        lines = joined(raw.split("\n"))
        if not lines:
            return
        whole = " ".join(line for line, _ in lines)
        if self.heading and len(whole) <= _LONGEST_HEADING:
            self._heading(whole, self.heading)
        elif not plain and self._is_bold_heading(whole, len(lines)):
            self._heading(whole, _BOLD_HEADING_LEVEL)
        else:
            for line, tight in lines:
                self._line(line, tight=tight)

    def _is_bold_heading(self, text: str, lines: int) -> bool:
        if lines > 1 or self.lists or self.rows or len(text) > _LONGEST_BOLD_HEADING or text[-1] in ",;:!?…":
            return False
        return (text[-1] != "." or len(text.split()) <= 5) and any(letter.isalpha() for letter in text)

    def _heading(self, text: str, level: int) -> None:
        if self.marker is not None and self.lists:
            self.lists[-1].has_headings = True
            if self.marker not in {"", "-"} and not _OWN_NUMBER.match(text):
                text = f"{self.marker} {text}"
        self.marker = None
        self._emit(Block(kind=Kind.HEADING, text=text, level=level))

    def _line(self, line: str, *, tight: bool) -> None:
        depth = sum(not one.has_headings for one in self.lists)
        bullet = _BULLET.match(line)
        if self.marker is not None:
            marker = "" if _OWN_NUMBER.match(line) else self.marker
            line = line[bullet.end() :] if bullet else line
            self._emit(Block(kind=Kind.ITEM, text=line, level=max(depth - 1, 0), marker=marker))
            self.marker = None
        elif bullet:
            self._emit(Block(kind=Kind.ITEM, text=line[bullet.end() :], level=depth, marker="-"))
        else:
            self._emit(Block(text=line, level=depth + (self.inner > 0), tight=tight or self.inner > 0))

    def _next_marker(self, tag: Tag) -> str:
        around = self.lists[-1] if self.lists else _List(ordered=False)
        if not around.ordered:
            return "-"
        around.number = _number(attribute(tag, "value"), around.number)
        marker = f"{numeral(around.number, attribute(tag, 'type') or around.style)}."
        around.number += around.step
        return marker

    def _close_row(self) -> None:
        cells = [cell for cell in self.rows.pop() if cell]
        simple = all(len(cell) == 1 and cell[0].kind is not Kind.ITEM for cell in cells)
        if simple and len(cells) > 1:
            self._emit(Block(kind=Kind.ROW, text=" | ".join(cell[0].text for cell in cells)))
            return
        for cell in cells:
            for block in cell:
                self._emit(block)

    def _emit(self, block: Block) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(block)
        else:
            self.blocks.append(block)


def prose(soup: BeautifulSoup, layout: Layout, *, frames: bool = False, noscript: bool = False) -> Prose:
    """Give the readable blocks; `frames` takes menus and footers too, `noscript` what stands for scripts."""
    writer = _Writer()
    places, silences = [Place()], [False]
    hidden_chars = 0
    for step, node in walk(soup):
        place = places[-1]
        if isinstance(node, Tag):
            if step is Step.OPEN:
                places.append(layout.enter(place, node))
                silences.append(silences[-1] or _is_silent(node, place, noscript=noscript))
                writer.open(node)
            else:
                places.pop()
                silences.pop()
                writer.close(node)
        elif isinstance(node, NavigableString) and not silences[-1]:
            if place.hidden:
                hidden_chars += 0 if place.frame else len(node.strip())
            elif frames or not place.frame:
                writer.text(node)
    writer.flush()
    return Prose(blocks=tuple(writer.blocks), hidden_chars=hidden_chars)


def joined(lines: list[str]) -> list[tuple[str, bool]]:
    """Give lines that were broken by hand, each squeezed, with whether it directly follows the one before.

    A line that goes on in the middle of a sentence is put together again.
    """
    done: list[tuple[str, bool]] = []
    blank = True
    for raw in lines:
        line = squeeze(raw)
        if not line:
            blank = True
        elif done and not blank and _goes_on(done[-1][0], line):
            done[-1] = (f"{done[-1][0]} {line}", done[-1][1])
        else:
            done.append((line, not blank))
            blank = False
    return done


def _goes_on(before: str, line: str) -> bool:
    if len(before) > _LONGEST_LINE:
        return False
    return before[-1] == "," or (line[0].islower() and before[-1] not in ".;:!?")


def _is_silent(tag: Tag, place: Place, *, noscript: bool) -> bool:
    if tag.name == "noscript":
        return not noscript
    if tag.name == "template":
        return "shadowrootmode" not in tag.attrs
    if tag.name == "button":
        return not (
            place.panel or "aria-expanded" in tag.attrs or "aria-controls" in tag.attrs or _in_heading(tag)
        )
    return tag.name in SILENT


def _in_heading(tag: Tag) -> bool:
    parent = tag.parent
    return parent is not None and bool(_heading_level(parent))


def _heading_level(tag: Tag) -> int:
    if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456":
        return int(tag.name[1])
    if attribute(tag, "role") == "heading":
        return min(max(_number(attribute(tag, "aria-level"), 2), 1), 6)
    return 4 if tag.name == "summary" else 0


def _is_preformatted(tag: Tag) -> bool:
    return tag.name in {"pre", "textarea"} or bool(
        "style" in tag.attrs and _PRE_STYLE.search(attribute(tag, "style"))
    )


def _list_of(tag: Tag) -> _List:
    if tag.name != "ol":
        return _List(ordered=False)
    step = -1 if "reversed" in tag.attrs else 1
    start = _number(attribute(tag, "start"), 1 if step > 0 else len(tag.find_all("li", recursive=False)))
    return _List(ordered=True, style=attribute(tag, "type") or "1", number=start, step=step)


def _number(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
