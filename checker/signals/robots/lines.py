"""A robots.txt body as lines: cut, decoded and split as RFC 9309 wants it, and its human comments."""

import re
from dataclasses import dataclass

LIMIT = 512_000
"""Bytes that are read; RFC 9309 2.5 wants at least 500 KiB."""

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\r|\n")
# str.splitlines would end a line here, and so turn the tail of a comment into a rule.
_FALSE_LINE_ENDS = {ord(c): " " for c in "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"}
_DIRECTIVE = re.compile(
    r"(?:user-?agent|allow|disallow|sitemap|crawl-delay|host|content-signal|content-usage|license)\s*:", re.I
)
_DECORATION = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One paragraph of comment lines, joined by spaces, and the lines (from 1) on which it stands."""

    line: int
    last_line: int
    text: str


def decoded(robots: str | bytes) -> tuple[str, bool]:
    """Give the text that counts, and whether the body was cut at `LIMIT` bytes (on a line end)."""
    body = robots.encode("utf-8", "replace") if isinstance(robots, str) else robots
    kept = _cut(body)
    for length in (3, 2, 1):
        if kept.startswith(_BOM[:length]):
            kept = kept[length:]
            break
    text = kept.decode("utf-8", "replace").replace("\x00", "")
    return text.translate(_FALSE_LINE_ENDS), len(body) > LIMIT


def _cut(body: bytes) -> bytes:
    if len(body) <= LIMIT:
        return body
    # One byte more: a line that ends exactly at the limit is whole.
    end = max(body.rfind(b"\n", 0, LIMIT + 1), body.rfind(b"\r", 0, LIMIT + 1))
    return body[: max(end, 0)]


def lines(text: str) -> list[str]:
    """Split on CRLF, CR and LF only, so that line numbers are those of an editor."""
    return _LINE_END.split(text)


def comments(robots: str | bytes) -> tuple[Comment, ...]:
    """Give what people wrote for people: comment paragraphs without rules commented out or decoration."""
    found: list[Comment] = []
    block: list[str] = []
    first = 0
    for number, line in enumerate([*lines(decoded(robots)[0]), ""], start=1):
        prose = _prose(line)
        if block and (not prose or not line.lstrip().startswith("#")):
            found.append(Comment(line=first, last_line=number - 1, text=" ".join(block)))
            block = []
        if prose:
            first = first if block else number
            block.append(prose)
    return tuple(found)


def _prose(line: str) -> str:
    _, mark, comment = line.partition("#")
    prose = comment.strip("# \t")
    if not mark or _DIRECTIVE.match(prose) or _DECORATION.fullmatch(prose):
        return ""
    return prose
