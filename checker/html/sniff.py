"""Which kind of document some bytes are: the bytes are believed first, the header where they say nothing."""

import re
from enum import StrEnum

from checker.errors import BadInput


class Format(StrEnum):
    """The kinds of document that can be read."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"


_MARKUP = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype|html|head|body|meta|title|script|style|div|p|table|h[1-6]|article|main"
    rb"|section|ul|ol|br|a|span|b|font|iframe|\?xml)[\s>/!]",
    re.IGNORECASE | re.DOTALL,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHERS = ("image/", "video/", "audio/", "font/", "application/zip", "application/octet-stream")
_SNIFFED = 512


def format_of(body: bytes, content_type: str) -> Format:
    """Give the format of a body; raise `BadInput` (`not_text`) for what is no document."""
    essence = content_type.partition(";")[0].strip().lower()
    if b"%PDF-" in body[:1024]:
        return Format.PDF
    if body.startswith(b"PK\x03\x04") and (b"word/" in body or "wordprocessingml" in essence):
        return Format.DOCX
    has_bom = body.startswith(_BOMS)
    if (b"\x00" in body[:_SNIFFED] and not has_bom) or body.startswith((b"PK\x03\x04", b"{\\rtf")):
        raise BadInput("not_text", f"not a text document: {essence or 'no type given'}"[:120])
    if "html" in essence or "xml" in essence or _is_markup(body):
        return Format.HTML
    if essence.startswith(_OTHERS) and not has_bom and not _is_ascii_text(body):
        raise BadInput("not_text", f"not a text document: {essence}"[:120])
    return Format.TEXT


def _is_markup(body: bytes) -> bool:
    start = body[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\x00", b"")
    return bool(_MARKUP.match(start.lstrip(b"\xef\xbb\xbf\xff\xfe")))


def _is_ascii_text(body: bytes) -> bool:
    return not re.search(rb"[^\t\n\f\r\x20-\x7e]", body[:_SNIFFED])
