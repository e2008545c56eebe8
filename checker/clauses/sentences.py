"""A paragraph as sentences, and sentences as the parts between semicolons.

`pieces` gives them with offsets; a part after the first carries as `lead` the beginning that it shares with
the first ("You shall not: (a) …; (b) …"). Full stops of abbreviations, numbers and addresses end nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_SENTENCE = 2000
_LEAST = 6
_CONJUNCTION = 5  # "; and", "; oder" at the end of an item belong to it
_END = re.compile(r"[.!?…。][\"'”’»)\]*_]{0,4}\s+|;[*_]{0,2}\s+|；\s*|。|\s[•●▪]\s")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[«“\"'’])(?:[A-Za-z]|[Aa]rt|[Aa]rts|[Nn]os?|Nr|[Ss]ec|[Ss]ect|[Ss]s|Inc|Ltd|Co|Corp|vs|cf|[Ee]x|[Ee]tc|[Ee]\.g|[Ii]\.e|"
    r"[Pp]ar|[Aa]l|[Mm]r|[Mm]rs|[Mm]me|[Dd]r|St|[Ff]ig|[Pp]p?|[Vv]ol|[Cc]h|[Zz]\.\s?B|[Bb]zw|[Uu]sw|[Aa]bs|[Zz]iff|[Vv]gl|[Gg]gf|"
    r"[Bb]ijv|[Nn]\.v|[Cc]a|[Pp]\.\s?ej|[Ee]j|[Nn]úm|[Nn]um|[Dd]ott|[Ss]ig|[Pp]ag|[Ii]nc|approx|incl|resp|d\.h|u\.a|o\.Ä|"
    r"ust|čl|odst|tj|např|napr|pkt|np|ust|nr|lit|alin|pl|stb|bek|\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5})\.$"
)
_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s|\(?[a-z]\.\s|[•●▪–-]\s")
_ITEM = re.compile(r"\s\((?:[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)\s")
_SOFT = re.compile(r"[,:]\s|\s")


class Span(NamedTuple):
    """Offsets in a text."""

    start: int
    end: int


class Piece(NamedTuple):
    """A sentence or a part of one; `part` is true for what follows a semicolon."""

    start: int
    end: int
    lead: Span | None
    part: bool


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Give the sentences and parts of `text[start:end]` in order."""
    lead: Span | None = None
    part = False
    for begin, stop in _cuts(text, start, end):
        begin, stop = _trim(text, begin, stop)
        if begin >= stop:
            continue
        yield Piece(begin, stop, lead, part)
        if text[stop - 1] in ";；" or (part and text[stop - 1] == ","):
            lead = lead or _shared(text, begin, stop)
            part = True
        else:
            lead, part = None, False


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() - begin < _LEAST or not _ends(text, begin, match, end):
            continue
        stop = match.start() if match.group().strip() in "•●▪" else match.end()
        yield from _short(text, begin, stop)
        begin = match.end()
    yield from _short(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Tell whether a stop followed by a space ends a sentence."""
    if match.group()[0] != ".":
        return end - match.end() > _CONJUNCTION
    after = text[match.end() : match.end() + 1]
    if match.end() < end and after.islower() and not _MARK.match(text, match.end()):
        return False
    return not _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start() + 1)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than a sentence may be, at a comma or a space where there is one."""
    while end - start > MAX_SENTENCE:
        stop = start + MAX_SENTENCE
        soft = max(text.rfind(sign, start + MAX_SENTENCE // 2, stop) for sign in (", ", ": ", " "))
        stop = soft + 1 if soft > start else stop
        yield start, stop
        start = stop
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


def _shared(text: str, start: int, end: int) -> Span:
    """Give the beginning that the parts of a sentence share: up to its colon or its first enumerator."""
    colon = text.find(": ", start, end)
    item = _ITEM.search(text, start, end)
    stop = min((at for at in (colon + 1 if colon > 0 else end, item.start() if item else end)), default=end)
    return Span(start, stop) if stop > start + 3 else Span(start, min(end, start + 300))
