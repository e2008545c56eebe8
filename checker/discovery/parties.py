"""Whose terms they are, and which language binds: short quotes found in the text, or nothing when unsure."""

import re
from functools import lru_cache

from checker.discovery.book import DiscoveryBook, Language
from checker.discovery.folding import fold
from checker.model.seen import Link, Reading

_READ = 40_000
_LONGEST_NAME = 80
_OFTEN = 5
_LONGEST_QUOTE = 600
_FORMS = (
    r"Inc|Ltd|Limited|LLC|LLP|Corp|Corporation|GmbH|AG|SE|KG|UG|SASU|SARL|SAS|SA|S\.A\.S|S\.A\.R\.L|S\.A|SLU|SL|S\.L\.U|S\.L"
    r"|Srl|S\.r\.l|SpA|S\.p\.A|BV|B\.V|NV|N\.V|AB|ApS|A/S|AS|Oyj|Oy|OÜ|UAB|SIA|Kft|Zrt|s\.r\.o|d\.o\.o|Ltda|Lda|plc|PLC"
)
_LEGAL_FORM = re.compile(rf"\b(?:{_FORMS})\b")
_SHOUTED = r"(?!(?:ON|AN|AS|IS|OR|AND|THE|OF|IN|TO|A)\b)"
_WORD = (
    rf"{_SHOUTED}[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я0-9][\w&'’/+-]*(?:\.[\w&'’/+-]+)*(?:(?<=\b[A-Z]\.[A-Z])\.|(?<=Pte)\.)?"
)
_LINK_WORDS = r"(?:de|des|du|la|le|et|and|of|the|&|der|für|und|y|e|do|da|van)"
_NAME = rf"(?P<name>{_WORD}(?:,? (?:{_LINK_WORDS} )?{_WORD})*)"
_FORM = re.compile(r",? (?:and|et|und|y|e|de|of|the|la|le|du|der|des)$")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def party(text: str, language: str, book: DiscoveryBook) -> str:
    """Give the name of the contracting party that a text of terms states; "" when unsure.

    A name counts if it has a legal form (Ltd, SAS, GmbH) or comes back throughout the text.
    """
    words = book.words_of(language)
    names = [] if words is None else _parties(text[:_READ], words)
    formal = [name for name in names if _LEGAL_FORM.search(name)]
    repeated = [name for name in names if text.count(name) >= _OFTEN]
    return next(iter(formal or repeated), "")


def _parties(text: str, words: Language) -> list[str]:
    roles = {fold(role) for role in words.party.role}
    found = [match["name"] for pattern in words.party.patterns for match in _sought(pattern).finditer(text)]
    names = [_FORM.sub("", name.rstrip(" .,;:")) for name in found]
    return [
        name
        for name in names
        if 1 < len(name) <= _LONGEST_NAME and fold(name) not in roles and not _LEGAL_FORM.fullmatch(name)
    ]


@lru_cache(maxsize=256)
def _sought(pattern: str) -> re.Pattern[str]:
    """Give the compiled pattern; its words in any case, the name in capitals."""
    before, _, after = pattern.partition("{name}")
    return re.compile(f"(?i:{before}){_NAME}(?i:{after})")


def precedence(text: str, language: str, book: DiscoveryBook) -> str:
    """Give the sentence of a text that says which language version binds; "" if there is none."""
    words = book.words_of(language)
    if words is None:
        return ""
    for pattern in words.precedence.patterns:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return _sentence(text, match.start(), match.end())
    return ""


def _sentence(text: str, start: int, end: int) -> str:
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _LONGEST_QUOTE), start)]
    after = _SENTENCE_END.search(text, end, min(len(text), end + _LONGEST_QUOTE))
    first = before[-1] if before else max(0, start - _LONGEST_QUOTE)
    return text[first : after.end() if after else min(len(text), end + _LONGEST_QUOTE)].strip()


def version_links(reading: Reading, language: str, book: DiscoveryBook) -> tuple[Link, ...]:
    """Give the links to a document's version in a language: by `hreflang`, else by its words."""
    wanted = language[:2].lower()
    marked = tuple(link for link in reading.links if link.hreflang[:2].lower() == wanted)
    words = book.words_of(wanted)
    if marked or words is None:
        return marked
    versions = {fold(text) for text in words.precedence.versions}
    return tuple(link for link in reading.links if fold(link.text) in versions)
