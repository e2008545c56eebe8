"""Whose terms they are, and which language binds: sentences found in the text, or nothing when unsure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.address import site_of
from checker.discovery.book import TERMS, DiscoveryBook, Language
from checker.discovery.folding import fold
from checker.discovery.ownership import host_of
from checker.discovery.wording import path_sense
from checker.model.found import Remark
from checker.model.seen import Link, Reading
from checker.model.text import Text

PARTY = "party"
_FIRST_VERSIONS = ("fr", "en")
_MOST_VERSIONS = 8
PRECEDENCE = "precedence"
_READ = 6_000
_LONGEST_NAME = 80
_OFTEN = 5
_LONGEST_QUOTE = 600
_FORMS = (
    r"Inc|Ltd|Limited|LLC|LLP|Corp|Corporation|GmbH|AG|SE|KG|UG|SASU|SARL|SAS|SA|S\.A\.S|S\.A\.R\.L|S\.A|SLU|SL|S\.L\.U|S\.L"
    r"|Srl|S\.r\.l|SpA|S\.p\.A|BV|B\.V|NV|N\.V|AB"
    r"|ApS|A/S|AS|Oyj|Oy|OÜ|UAB|SIA|Kft|Zrt|sp\. z o\.o|s\.r\.o|d\.o\.o|a\.s|Ltda|Lda|plc|PLC"
)
_LEGAL_FORM = re.compile(rf"\b(?:{_FORMS})\b")
_SAYS_FORM = re.compile(r",? \(?(?:société|association|SASU?\b|SARL\b|SA\b)")
_SHOUTED = r"(?!(?:ON|AN|AS|IS|OR|AND|THE|OF|IN|TO|A)\b(?!/))"
_WORD = (
    rf"{_SHOUTED}[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я0-9][\w&'’/+-]*(?:\.[\w&'’/+-]+)*(?:(?<=\b[A-Z]\.[A-Z])\.|(?<=Pte)\.)?"
)
_LINK_WORDS = r"(?:to|in|de|des|du|la|le|et|and|of|the|&|der|für|und|y|e|do|da|van)"
_DOTTED = frozenset(
    {"Inc", "Corp", "S.A", "S.L", "S.r.l", "S.p.A", "B.V", "N.V", "sp. z o.o", "s.r.o", "d.o.o", "a.s"}
)
_LOW_FORMS = r"sp\. z o\.o\.|s\.r\.o\.|d\.o\.o\.|a\.s\."
_NAME = rf"(?P<name>{_WORD}(?:,? (?:{_LINK_WORDS} )*{_WORD})*(?:,? (?:{_LOW_FORMS}))?)"
_FORM = re.compile(r",? (?:and|et|und|y|e|de|of|the|la|le|du|der|des)$")
_BINDS = Text(
    fr="Le document dit quelle version linguistique fait foi ; la langue lue est indiquée ci-dessous.",
    en="The document says which language version binds; the language that was read is given below.",
)
_BLOCK_MARKS = " \t#-"
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def party(text: str, language: str, book: DiscoveryBook) -> str:
    """Give the name of the contracting party that a text of terms states; "" when unsure.

    A name counts if it has a legal form (Ltd, SAS, GmbH) or comes back throughout the text.
    """
    found = _party(text, language, book)
    return found[0] if found else ""


def precedence(text: str, language: str, book: DiscoveryBook) -> str:
    """Give the sentence of a text that says which language version binds; "" if there is none."""
    start, end = _precedence(text, language, book)
    return text[start:end]


def own_words(text: str, language: str, book: DiscoveryBook) -> tuple[Remark, ...]:
    """Give what a document says of itself: with whom one contracts, and which language version binds."""
    found = _party(text, language, book)
    named = [(PARTY, _says_whose(found[0]), *_sentence(text, *found[1:]))] if found else []
    told = [(PRECEDENCE, _BINDS, *_precedence(text, language, book))]
    return tuple(
        Remark(family=family, quote=text[start:end], start=start, end=end, language=language, say=say)
        for family, say, start, end in (*named, *told)
        if end > start
    )


def _says_whose(name: str) -> Text:
    return Text(fr=f"Le cocontractant nommé est {name}.", en=f"The contracting party named is {name}.")


def _party(text: str, language: str, book: DiscoveryBook) -> tuple[str, int, int] | None:
    """Give the name of the contracting party and where it stands."""
    words = book.words_of(language)
    found = [] if words is None else sorted(_parties(text[:_READ], words), key=lambda one: one[1])
    formal = [one for one in found if _LEGAL_FORM.search(one[0]) or _SAYS_FORM.match(text, one[2])]
    repeated = [one for one in found if text.count(one[0]) >= _OFTEN]
    return next(iter(formal or repeated), None)


def _parties(text: str, words: Language) -> Iterator[tuple[str, int, int]]:
    roles = {fold(role) for role in words.party.role}
    for match in (match for pattern in words.party.patterns for match in _sought(pattern).finditer(text)):
        form = _LEGAL_FORM.search(match["name"], 1)
        name = match["name"][: form.end()] if form else match["name"]
        name = _FORM.sub("", name.rstrip(" .,;:")) + ("." if form and form[0] in _DOTTED else "")
        is_name = 1 < len(name) <= _LONGEST_NAME and not _LEGAL_FORM.fullmatch(name)
        if is_name and fold(name) not in roles:
            yield name, match.start(), match.start("name") + len(name.rstrip("."))


@lru_cache(maxsize=256)
def _sought(pattern: str) -> re.Pattern[str]:
    """Give the compiled pattern; its words in any case, the name in capitals."""
    before, _, after = pattern.partition("{name}")
    return re.compile(f"(?i:{before}){_NAME}(?i:{after})")


def _precedence(text: str, language: str, book: DiscoveryBook) -> tuple[int, int]:
    words = book.words_of(language)
    for pattern in words.precedence.patterns if words else ():
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return _sentence(text, match.start(), match.end())
    return 0, 0


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence around some words begins and ends, no further than 600 characters off."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _LONGEST_QUOTE), start)]
    after = _SENTENCE_END.search(text, end, min(len(text), end + _LONGEST_QUOTE))
    first = before[-1] if before else max(0, start - _LONGEST_QUOTE)
    last = after.end() if after else min(len(text), end + _LONGEST_QUOTE)
    quote = text[first:last]
    return first + len(quote) - len(quote.lstrip(_BLOCK_MARKS)), last - len(quote) + len(quote.rstrip())


def other_versions(
    reading: Reading, url: str, language: str, book: DiscoveryBook
) -> tuple[tuple[str, str], ...]:
    """Give language and address of a document's other versions on its site, French and English first.

    A link that has no `hreflang` counts if its words name a language and its address speaks of terms.
    """
    here, own = site_of(host_of(url)), language[:2].lower()
    found = {own: ""}
    for code in dict.fromkeys([*_FIRST_VERSIONS, *(link.hreflang[:2].lower() for link in reading.links)]):
        for link in version_links(reading, code, book) if code in book.languages else ():
            if site_of(host_of(link.url)) == here and (
                link.hreflang or path_sense(link.url, book).kind in TERMS
            ):
                found.setdefault(code, link.url)
    del found[own]
    return tuple(found.items())[:_MOST_VERSIONS]


def version_links(reading: Reading, language: str, book: DiscoveryBook) -> tuple[Link, ...]:
    """Give the links to a document's version in a language: by `hreflang`, else by its words."""
    wanted = language[:2].lower()
    marked = tuple(link for link in reading.links if link.hreflang[:2].lower() == wanted)
    words = book.words_of(wanted)
    if marked or words is None:
        return marked
    versions = {fold(text) for text in words.precedence.versions}
    return tuple(link for link in reading.links if fold(link.text) in versions)
