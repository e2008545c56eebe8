"""What may be read as a document, how large, and how it is unpacked; bytes in, bytes out, pure."""

import zlib

from checker.fetch.stop import Stop
from checker.words import Cause

MEBIBYTE = 1024 * 1024
TEXT_LIMIT = 4 * MEBIBYTE
DOCUMENT_LIMIT = 10 * MEBIBYTE
DOCUMENT_TYPES = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MAX_GZIP_MEMBERS = 64

_UNREADABLE = {"audio", "font", "image", "model", "video"}
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def media_type(content_type: str) -> str:
    """Give the media type of a Content-Type header (RFC 9110, 8.3) in lower case, without parameters."""
    return content_type.partition(";")[0].strip().lower()


def limit_of(kind: str) -> int:
    """Give how many bytes a type may have, on the wire and unpacked: 10 MiB for PDF and docx, else 4."""
    return DOCUMENT_LIMIT if kind in DOCUMENT_TYPES else TEXT_LIMIT


def is_unreadable(kind: str) -> bool:
    """Tell whether a media type cannot be a document of words, whatever the body."""
    return kind.partition("/")[0] in _UNREADABLE


def is_binary(body: bytes) -> bool:
    """Tell whether the first 512 bytes are no text, and the whole no PDF and no Word document."""
    head = body[:512]
    if head.lstrip().startswith(b"%PDF-") or head.startswith(_UTF_16_MARKS):
        return False
    if head.startswith(b"PK\x03\x04") and b"word/document.xml" in body:
        return False
    return b"\x00" in head


def is_gzip(encoding: str) -> bool:
    """Tell whether a Content-Encoding means one gzip; raise `Stop` if it means more than that or another."""
    encoding = encoding.strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise Stop(Cause.BAD_ENCODING, "The answer is packed in a way that was not asked for.")
    return encoding.endswith("gzip")


def gunzipped(wire: bytes, limit: int) -> bytes:
    """Give what the members of a gzip file (RFC 1952) hold, one after the other.

    Raises `Stop` when more than `limit` bytes come out, or the file is cut or followed by something else.
    """
    body = b""
    for _ in range(MAX_GZIP_MEMBERS):
        member = zlib.decompressobj(wbits=31)
        try:
            body += member.decompress(wire, limit + 1 - len(body))
        except zlib.error as error:
            raise Stop(Cause.BAD_ENCODING, "The answer is no valid gzip.") from error
        if len(body) > limit:
            raise Stop(Cause.TOO_LARGE, "The answer is too large.")
        if not member.eof:
            raise Stop(Cause.BAD_ENCODING, "The answer is a gzip that was cut.")
        wire = member.unused_data.lstrip(b"\x00")
        if not wire:
            return body
    raise Stop(Cause.BAD_ENCODING, "The answer is a gzip of too many parts.")
