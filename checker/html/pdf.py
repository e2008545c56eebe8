"""The text of a PDF, by pypdf: lines put together to paragraphs, page headers and page numbers left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from checker.errors import BadInput
from checker.html.blocks import Block, Kind, squeeze
from checker.html.plain import block_of_line

MOST_PAGES = 150
_MOST_CHARS = 2_000_000
_FAULTS: tuple[type[Exception], ...] = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)
_FAULTS += (AssertionError, NotImplementedError, ZeroDivisionError, OSError, EOFError, UnicodeError)
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|seite|p[aá]gina|pagina|strona|p\.)\s*)?\d{1,4}(?:\s*(?:/|\||of|sur|de|von|di|van|z)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:article|art\.|section|chapitre|chapter|titre|annexe?|appendix|artikel|abschnitt|art[ií]culo|artigo)\s+[\dIVXLA-Z]",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[IVX]{1,5}[.)])\s+[^\W\d_]")
_STARTS = re.compile(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3})+)\s|[•●▪■◦‣·∙○–—-]\s"
)
_LONGEST = 10_000
_KEEP_HYPHEN = re.compile(r"\b(?:non|anti|co|self|third|sous|auto|ex|e|vice|pre|post|semi)-$", re.IGNORECASE)
_ENDS = (".", ";", ":", "!", "?", ".”", ".»", ".)", '."')


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """What could be read of a PDF; no block means that it holds pictures only, or is locked."""

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""
    truncated: bool = False


def read_pdf(body: bytes) -> PdfText:
    """Give the blocks of a PDF, each with the page (from 0) it starts on; raise `BadInput` if broken."""
    try:
        reader = PdfReader(BytesIO(body), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return PdfText(blocks=())
        pages, truncated = _pages(reader)
        title, language = _about(reader)
    except ImportError:  # a cipher that pypdf leaves to another library: locked, for us
        return PdfText(blocks=())
    except _FAULTS as error:
        raise BadInput("unreadable_pdf", f"{type(error).__name__}: {error}"[:200]) from error
    return PdfText(
        blocks=tuple(_joined(_without_furniture(pages))), title=title, language=language, truncated=truncated
    )


def _pages(reader: PdfReader) -> tuple[list[list[str]], bool]:
    pages: list[list[str]] = []
    left = _MOST_CHARS
    for page in reader.pages[:MOST_PAGES]:
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            return pages, True
        pages.append(
            [
                squeeze(line.replace("\u00ad", "-") if line.endswith("\u00ad") else line)
                for line in text.splitlines()
            ]
        )
    return pages, len(reader.pages) > MOST_PAGES


def _about(reader: PdfReader) -> tuple[str, str]:
    title = reader.metadata.title if reader.metadata else ""
    language = reader.root_object.get("/Lang", "")
    return squeeze(str(title or ""))[:300], str(language or "")[:20]


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    counts = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    often = max(3, len(pages) // 2)
    repeated = {form for form, count in counts.items() if count >= often}
    kept = []
    for page in pages:
        edges = {
            line
            for line in _edges(page)
            if (len(line) < 90 and _form(line) in repeated) or _PAGE_NUMBER.fullmatch(line)
        }
        kept.append([line for line in page if line not in edges])
    return kept


def _edges(page: list[str]) -> list[str]:
    filled = [line for line in page if line]
    if len(filled) > 4:
        return filled[:2] + filled[-2:]
    return [filled[0], filled[-1]] if len(filled) > 2 else []


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _joined(pages: list[list[str]]) -> Iterator[Block]:
    lengths = sorted(len(line) for page in pages for line in page if len(line) > 20)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    open_block: Block | None = None
    last, blank = "", False
    for number, page in enumerate(pages):
        for line in page:
            if not line:
                blank = True
                continue
            if open_block and _goes_on(open_block, last, line, width, blank=blank):
                open_block = replace(open_block, text=_glued(open_block.text, line))
            else:
                if open_block:
                    yield _finished(open_block)
                open_block = block_of_line(line, page=number)
            last, blank = line, False
    if open_block:
        yield _finished(open_block)


def _goes_on(block: Block, before: str, line: str, width: int, *, blank: bool) -> bool:
    if len(block.text) > _LONGEST or _STARTS.match(line) or before.endswith(_ENDS):
        return False
    if line[0].islower():
        return True
    if blank or _looks_like_heading(before) or _looks_like_heading(line):
        return False
    return len(before) >= 0.7 * width


def _glued(text: str, line: str) -> str:
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[0].islower():
        return f"{text}{line}" if _KEEP_HYPHEN.search(text) else f"{text[:-1]}{line}"
    return f"{text} {line}"


def _finished(block: Block) -> Block:
    if block.kind is Kind.TEXT and _looks_like_heading(block.text):
        return replace(block, kind=Kind.HEADING, level=2)
    return block


def _looks_like_heading(text: str) -> bool:
    if len(text) > 100 or text.endswith((".", ";", ":", ",", "!", "?")):
        return False
    if _HEADING.match(text) or (_NUMBERED.match(text) and len(text) <= 70 and len(text.split()) <= 9):
        return True
    return text.isupper() and sum(one.isalpha() for one in text) >= 4
