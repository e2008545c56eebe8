"""One document to one `Reading`, whatever its format."""

from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup

from checker.html import heads
from checker.html.addresses import base_of
from checker.html.blocks import Block, compose
from checker.html.charset import decode
from checker.html.docx import read_docx
from checker.html.links import distinct, framed, links_of
from checker.html.pdf import read_pdf
from checker.html.places import Layout
from checker.html.plain import blocks_of_plain
from checker.html.prose import prose
from checker.html.sniff import Format, format_of
from checker.html.state import values_of
from checker.html.structured import linked_data, state_blocks, state_links
from checker.html.tree import grow
from checker.model.seen import Reading

_LITTLE = 200
_SOME = 1000
_A_DOCUMENT = 1000
_HIDDEN = 200


def read(body: bytes, content_type: str, url: str) -> Reading:
    """Give what can be read in a document fetched from an address.

    Raise `BadInput`: `not_text`, `unreadable_pdf`, `unreadable_docx`, `too_large`. A hostile document may
    take seconds and much memory: `checker.isolate` runs this where it can be stopped.
    """
    match format_of(body, content_type):
        case Format.PDF:
            return _read_pdf(body)
        case Format.DOCX:
            return _read_docx(body)
        case Format.TEXT:
            return _read_text(body, content_type)
        case Format.HTML:
            return _read_html(body, content_type, url)


def _read_pdf(body: bytes) -> Reading:
    found = read_pdf(body)
    composed = compose(found.blocks)
    return Reading(
        format=Format.PDF,
        text=composed.text,
        title=found.title,
        declared_language=found.language,
        headings=composed.headings,
        page_starts=composed.page_starts,
        marks=_marks(
            truncated=found.truncated or composed.truncated, scanned=len(composed.text) < _LITTLE // 4
        ),
    )


def _read_docx(body: bytes) -> Reading:
    found = read_docx(body)
    composed = compose(found.blocks)
    return Reading(
        format=Format.DOCX,
        text=composed.text,
        title=found.title,
        declared_language=found.language,
        headings=composed.headings,
        marks=_marks(truncated=composed.truncated),
    )


def _read_text(body: bytes, content_type: str) -> Reading:
    decoded = decode(body, content_type, markup=False)
    composed = compose(blocks_of_plain(decoded.text))
    return Reading(
        format=Format.TEXT,
        text=composed.text,
        charset=decoded.charset,
        headings=composed.headings,
        marks=_marks(truncated=composed.truncated, undecodable=decoded.undecodable),
    )


def _read_html(body: bytes, content_type: str, url: str) -> Reading:
    decoded = decode(body, content_type)
    soup, cut = grow(decoded.text)
    layout = Layout(soup)
    values = values_of(soup)
    blocks, hidden, is_shell = _readable(soup, layout, values)
    composed = compose(blocks)
    metas, json_ld, base = heads.metas_of(soup), heads.json_ld_of(soup), base_of(soup, url)
    anchors = links_of(soup, layout, base)
    shown = {link.url for link in anchors}
    named = (
        *linked_data(json_ld, base),
        *(link for link in state_links(values, base) if link.url not in shown),
    )
    return Reading(
        format=Format.HTML,
        text=composed.text,
        title=heads.title_of(soup, metas),
        declared_language=heads.language_of(soup, metas),
        charset=decoded.charset,
        links=distinct((*anchors, *named)),
        metas=metas,
        json_ld=json_ld,
        headings=composed.headings,
        marks=_marks(
            password_field=heads.has_password_field(soup, layout),
            empty_shell=is_shell,
            hidden_text=hidden >= _HIDDEN,
            truncated=cut or composed.truncated or layout.scale.too_deep,
            undecodable=decoded.undecodable,
            meta_refresh=any(name == "refresh" for name, _ in metas),
        ),
        boilerplate_links=framed(anchors),
    )


def _readable(
    soup: BeautifulSoup, layout: Layout, values: tuple[Any, ...]
) -> tuple[tuple[Block, ...], int, bool]:
    """Give the blocks of a page, how many characters are hidden, and whether only a shell came.

    The text on the page comes first; where there is little of it, what stands for scripts and in their state.
    """
    shown = prose(soup, layout)
    blocks, size = shown.blocks, _size(shown.blocks)
    known = "\n".join(block.text for block in blocks)
    if size < _SOME:
        more = prose(soup, layout, noscript=True).blocks
        is_excuse = _size(more) < _SOME and any("javascript" in block.text.lower() for block in more)
        blocks = more if _size(more) > size + _LITTLE and not is_excuse else blocks
        blocks += state_blocks(values, known)
    else:
        blocks += state_blocks(values, known, least=_A_DOCUMENT)
    is_shell = _size(blocks) < _LITTLE and soup.find("script", {"src": True} if blocks else {}) is not None
    if _size(blocks) < _LITTLE:
        whole = prose(soup, layout, frames=True).blocks
        blocks = whole if _size(whole) > _size(blocks) else blocks
    return blocks, shown.hidden_chars, is_shell


def _size(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _marks(**signs: bool) -> tuple[str, ...]:
    return tuple(name for name, is_there in signs.items() if is_there)
