"""Text as patterns read it: lower case, no accents, no tricks, with the way back to the original offsets.

`fold` gives the folded text; `origins` gives, for each folded character, its index in the raw text
(plus one last entry, the length of the raw text). Both agree: `len(origins(raw)) == len(fold(raw)) + 1`.
Undone are accents, ligatures, typographic quotes and dashes, soft hyphens and zero-width characters,
look-alike letters inside Latin words (Unicode TR 39), UTF-8 once read as Latin-1, words cut at a line's end.
"""

import re
import unicodedata

_OWN = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ς": "σ",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "´": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"', "‹": "'", "›": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip
_LOOKALIKE = str.maketrans("авеѕіјкмнорстухԁԛԝαβεικνορτυχ", "abesijkmhopctyxdqwabeiknoptux")
_NOT_LATIN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_MIXED = re.compile(
    r"[a-z\u0370-\u03ff\u0400-\u052f]*(?:[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z])[a-z\u0370-\u052f]*"
)
_WHITE = re.compile(r"[\x00-\x1f\x7f]+[\x00-\x20\x7f]*| [\x00-\x20\x7f]+")
_SPACES = re.compile(r" {2,}")
_CUT = r"[-\u00ad\u2010][ \t]*\r?\n\s*(?=[a-zß-ÿ])"
_BROKEN = r"[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152-\u2122]{1,2}"
_ODD = re.compile(f"{_CUT}|{_BROKEN}")
_UNIT = re.compile(f"{_CUT}|{_BROKEN}|.", re.DOTALL)


class _Letters(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _OWN:
        return _OWN[character]
    if character.isspace() or unicodedata.category(character) == "Cc":
        return " "
    plain = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in plain if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cs"})
    lowered = "".join(_OWN.get(c, c) for c in kept).lower()
    return unicodedata.normalize("NFKD", lowered) if len(lowered) > len(kept) else lowered


_LETTERS = _Letters()


def fold(raw: str) -> str:
    """Give the text in folded form, runs of white space as one space."""
    if raw.isascii() and "-\n" not in raw and "-\r" not in raw and "`" not in raw:
        return _WHITE.sub(" ", raw.lower()) if _WHITE.search(raw) else raw.lower()
    if _ODD.search(raw):
        raw = _ODD.sub(lambda match: _mend(match.group()), raw)
    return _latin(_SPACES.sub(" ", raw.translate(_LETTERS)))


def origins(raw: str) -> list[int]:
    """Give for each character of `fold(raw)` the offset in `raw` where it comes from."""
    if raw.isascii() and not _ODD.search(raw) and fold(raw) == raw.lower():
        return list(range(len(raw) + 1))
    found: list[int] = []
    after_space = False
    for match in _UNIT.finditer(raw):
        for character in _mend(match.group()).translate(_LETTERS):
            if character != " " or not after_space:
                found.append(match.start())
            after_space = character == " "
    return [*found, len(raw)]


def _mend(unit: str) -> str:
    """Give the letter that a broken run of characters once was, nothing for a cut word's hyphen."""
    if len(unit) == 1:
        return unit
    if "\n" in unit:
        return ""
    for size in (len(unit), 2):
        for encoding in ("cp1252", "latin-1"):
            try:
                return unit[:size].encode(encoding).decode() + unit[size:]
            except UnicodeError:
                continue
    return unit


def _latin(folded: str) -> str:
    """Replace look-alikes of other scripts inside words that hold Latin letters."""
    if folded.isascii() or not _NOT_LATIN.search(folded):
        return folded
    return _MIXED.sub(lambda match: match.group().translate(_LOOKALIKE), folded)
