"""The text of a Word document, by python-docx; the sizes in the archive are checked before it is opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from checker.errors import BadInput
from checker.html.blocks import Block, Kind, squeeze
from checker.html.numerals import numeral
from checker.html.prose import joined

MOST_BYTES = 40 << 20
_MOST_PARTS = 3000
_FAULTS: tuple[type[Exception], ...] = (
    BadZipFile,
    LxmlError,
    ValueError,
    KeyError,
    AttributeError,
    TypeError,
    IndexError,
    OSError,
    EOFError,
)
_FAULTS += (RecursionError, NotImplementedError, RuntimeError)
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxText:
    """The blocks of a Word document and its title."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""


def read_docx(body: bytes) -> DocxText:
    """Give the blocks of a Word document.

    Raise `BadInput`: `too_large` for more than 40 MB unpacked, `unreadable_docx` for a broken archive.
    """
    try:
        with ZipFile(BytesIO(body)) as archive:
            parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise BadInput("too_large", "the archive unpacks to too much")
        document = docx.Document(BytesIO(body))
        blocks = tuple(_blocks(document))
        about = document.core_properties
        return DocxText(
            blocks=blocks, title=squeeze(about.title or "")[:300], language=(about.language or "")[:20]
        )
    except _FAULTS as error:
        raise BadInput("unreadable_docx", f"{type(error).__name__}: {error}"[:200]) from error


@dataclass(slots=True)
class _Numbers:
    """The running numbers of a document's lists."""

    levels: dict[str, dict[int, tuple[str, str, int]]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def marker(self, list_: str, level: int) -> str:
        """Give the number that the next item of a list shows, `-` for a bullet."""
        formats = self.levels.get(list_, {})
        style, pattern, start = formats.get(level, ("bullet", "", 1))
        if style in {"bullet", "none"}:
            return "-"
        self.counts[list_, level] = self.counts.get((list_, level), start - 1) + 1
        for key in [key for key in self.counts if key[0] == list_ and key[1] > level]:
            del self.counts[key]
        return re.sub(r"%(\d)", lambda match: self._shown(list_, int(match[1]) - 1, formats), pattern)

    def _shown(self, list_: str, level: int, formats: dict[int, tuple[str, str, int]]) -> str:
        style, _, start = formats.get(level, ("decimal", "", 1))
        return numeral(self.counts.get((list_, level), start), _STYLES.get(style, "1"))


def _blocks(document: Document) -> Iterator[Block]:
    numbers = _Numbers(levels=_levels(document))
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield from _paragraph(part, numbers)


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells: dict[int, str] = {}
        for cell in row.cells:
            cells.setdefault(id(cell._tc), squeeze(cell.text))
        filled = [text for text in cells.values() if text]
        if filled:
            yield Block(kind=Kind.ROW if len(filled) > 1 else Kind.TEXT, text=" | ".join(filled))


def _paragraph(paragraph: Paragraph, numbers: _Numbers) -> Iterator[Block]:
    lines = joined(paragraph.text.split("\n"))
    if not lines:
        return
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    heading = re.fullmatch(r"(?:Heading|Titre|Überschrift) (\d)|Title", style)
    list_, level = _place(paragraph)
    marker = numbers.marker(list_, level) if list_ else "-" if style.startswith("List") else ""
    whole = " ".join(line for line, _ in lines)
    if heading:
        prefix = f"{marker} " if marker not in {"", "-"} else ""
        yield Block(kind=Kind.HEADING, text=prefix + whole, level=min(int(heading[1] or 1), 6))
    elif marker:
        yield Block(kind=Kind.ITEM, text=whole, level=level, marker=marker)
    else:
        for line, tight in lines:
            yield Block(text=line, tight=tight)


def _place(paragraph: Paragraph) -> tuple[str, int]:
    """Give the list a paragraph belongs to (by itself or by its style) and its level in it."""
    owners = [paragraph._p, paragraph.style.element if paragraph.style is not None else None]
    for owner in owners:
        found = owner.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if owner is not None else None
        if found is not None:
            list_ = _value(found, "w:numId")
            return ("" if list_ == "0" else list_), int(_value(found, "w:ilvl") or 0)
    return "", 0


def _levels(document: Document) -> dict[str, dict[int, tuple[str, str, int]]]:
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {one.get(qn("w:abstractNumId")): _formats(one) for one in root.findall(qn("w:abstractNum"))}
    numbers = root.findall(qn("w:num"))
    return {one.get(qn("w:numId"), ""): abstract.get(_value(one, "w:abstractNumId"), {}) for one in numbers}


def _formats(abstract: Any) -> dict[int, tuple[str, str, int]]:
    found = {}
    for level in abstract.findall(qn("w:lvl")):
        start = _value(level, "w:start")
        found[int(level.get(qn("w:ilvl")))] = (
            _value(level, "w:numFmt") or "decimal",
            _value(level, "w:lvlText"),
            int(start or 1),
        )
    return found


def _value(parent: Any, name: str) -> str:
    child = parent.find(qn(name))
    return str(child.get(qn("w:val"), "")) if child is not None else ""
