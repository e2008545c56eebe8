"""Paths of robots rules and of addresses in one comparable spelling, and the match of RFC 9309 2.2.2.

Escapes of ASCII characters are undone but those of `%`, `#`, `*`, `$`, controls, space, and of `/` in the
path (in the query `%2F` is `/`, table 1 of the RFC); everything else is escaped in capitals.
"""

import re

_PIECE = re.compile(r"%([0-9A-Fa-f]{2})|([\x00-\x20\x7f-\U0010ffff]+)")
_ESCAPED = frozenset(b"%#*$/") | frozenset(range(0x21)) | frozenset(range(0x7F, 0x100))
_AUTHORITY = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*|[^/?#]+")


def of_url(url: str) -> str:
    """Give path and query of an address as written, beginning with `/`, without the fragment."""
    rest = url.partition("#")[0]
    authority = _AUTHORITY.match(rest)
    path = rest[authority.end() :] if authority else rest
    return path if path.startswith("/") else f"/{path}"


def url_forms(url: str) -> tuple[str, ...]:
    """Give the comparable spellings of an address: with `%2F` undone in the query, then without."""
    path = of_url(url).replace("*", "%2A").replace("$", "%24")
    return tuple(dict.fromkeys((_spell(path, query=True), _spell(path, query=False))))


def pattern_forms(pattern: str) -> tuple[str, ...]:
    """Give the comparable spellings of a rule, in the same order; `*` and a last `$` keep their meaning."""
    body = pattern.removesuffix("$")
    anchor = "$" if body != pattern else ""
    body = body.replace("$", "%24")
    return tuple(dict.fromkeys((_spell(body, query=True) + anchor, _spell(body, query=False) + anchor)))


def matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern covers a path, both in the same spelling; linear in the stars."""
    anchored = pattern.endswith("$")
    first, *parts = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    last = parts.pop() if anchored and parts else None
    for part in parts:
        found = path.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= position
    return not anchored or position == len(path)


def _spell(text: str, *, query: bool) -> str:
    path, mark, tail = text.partition("?")
    if not (mark and query):
        return _PIECE.sub(_piece, text)
    return _PIECE.sub(_piece, path) + mark + _PIECE.sub(_query_piece, tail)


def _piece(found: re.Match[str]) -> str:
    code, raw = found.groups()
    if code is None:
        return "".join(f"%{byte:02X}" for byte in raw.encode("utf-8", "replace"))
    byte = int(code, 16)
    return f"%{byte:02X}" if byte in _ESCAPED else chr(byte)


def _query_piece(found: re.Match[str]) -> str:
    return "/" if found[1] and found[1].upper() == "2F" else _piece(found)
