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
_END = re.compile(r"([.!?…;\u0387\u00b7。；•●▪][\"'”’»)\]*_]{0,4})(?:\s+|(?<=[。；]))")
_BULLETS = "•●▪"
_DOTS = "\u0387\u00b7"  # raised, the semicolon of Greek
_SEMICOLONS = ";；" + _DOTS
_ABBREVIATIONS = frozenset((
    "art", "arts", "no", "nos", "nr", "sec", "sect", "ss", "inc", "ltd", "co", "corp", "vs", "cf", "ex",
    "etc", "e.g", "i.e", "par", "al", "mr", "mrs", "mme", "dr", "st", "fig", "p", "pp", "vol", "ch",
    "bzw", "usw", "abs", "ziff", "vgl", "ggf", "bijv", "n.v", "ca", "ej", "núm", "num", "dott", "sig",
    "pag", "approx", "incl", "resp", "d.h", "u.a", "o.ä", "ust", "čl", "odst", "tj", "např", "napr",
    "pkt", "np", "lit", "alin", "pl", "stb", "bek",
    "sog", "insb", "inkl", "gem", "i.v.m", "o.a", "m.b.t", "max", "mevr", "ecc", "s.p.a", "s.r.l",
    "c.d", "lett", "artt", "d.lgs", "cfr", "npr", "itd", "f.eks", "t.ex", "bl.a",
))  # fmt: skip
_LISTED = re.compile(r"[a-z]|\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}")
_LAST = re.compile(r"[^\s(\[«“\"'’]*$")
_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s|\(?[a-z]\.\s|[•●▪–-]\s")
_ITEM = re.compile(r"\s\((?:[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)\s")
_LONGEST = 7


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
        yield Piece(begin, stop, lead, part)
        last = text[stop - 1]
        if last in _SEMICOLONS or (part and last == ","):
            lead = lead or _shared(text, begin, stop)
            part = True
        else:
            lead, part = None, False


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        at = match.start()
        if at - begin >= _LEAST and _ends(text, begin, match, end):
            yield from _tidy(text, begin, at if text[at] in _BULLETS else match.end(1))
            begin = match.end()
    yield from _tidy(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Tell whether a stop or a bullet, with white space after it, ends a sentence."""
    at, after = match.start(), match.end()
    sign = text[at]
    if sign in _BULLETS:
        return text[at - 1].isspace()
    if sign in _DOTS and text[at - 1].isspace():
        return False  # between the words of a menu
    if sign in ".…" and after < end and text[after].islower() and not _MARK.match(text, after):
        return False
    if sign != ".":
        return end - after > _CONJUNCTION
    return not _abbreviates(text[max(begin, at - 10) : at])


def _tidy(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what there is without white space at its ends, cut where it is longer than a sentence may be."""
    if end - start > MAX_SENTENCE:
        for begin, stop in _short(text, start, end):
            yield from _tidy(text, begin, stop)
        return
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _abbreviates(before: str) -> bool:
    """Tell whether a stop after these characters belongs to a short form, a number or a letter."""
    if before[-_LONGEST:].isalpha() and len(before) > _LONGEST:
        return False
    found = _LAST.search(before)
    word = found.group().lower() if found else ""
    return 0 < len(word) < _LONGEST and (word in _ABBREVIATIONS or bool(_LISTED.fullmatch(word)))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than a sentence may be, at a comma or a space where there is one."""
    while end - start > MAX_SENTENCE:
        stop = start + MAX_SENTENCE
        soft = max(text.rfind(sign, start + MAX_SENTENCE // 2, stop) for sign in (", ", ": ", " "))
        stop = soft + 1 if soft > start else stop
        yield start, stop
        start = stop
    yield start, end


def _shared(text: str, start: int, end: int) -> Span:
    """Give the beginning that the parts of a sentence share: up to its colon or its first enumerator."""
    colon = text.find(": ", start, end)
    item = _ITEM.search(text, start, end)
    stop = min((at for at in (colon + 1 if colon > 0 else end, item.start() if item else end)), default=end)
    return Span(start, stop) if stop > start + 3 else Span(start, min(end, start + 300))
