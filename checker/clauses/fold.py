"""Text as patterns read it: lower case, no accents, no tricks, with the way back to the original offsets.

`fold` gives the folded text; `origins` gives, for each folded character, its index in the raw text
(plus one last entry, the length of the raw text). Both agree: `len(origins(raw)) == len(fold(raw)) + 1`.
`fold_lines` gives the lines of a text folded one by one.
Undone are accents, ligatures, typographic quotes and dashes, soft hyphens and zero-width characters,
look-alike letters inside Latin words (Unicode TR 39), UTF-8 once read as Latin-1, words cut at a line's end.
"""

import re
import unicodedata
from collections.abc import Sequence

_OWN = {
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ς": "σ",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "´": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"', "‹": "'", "›": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip
_LOOKALIKE = str.maketrans("авеѕіјкмнорстухԁԛԝαβεικνορτυχ", "abesijkmhopctyxdqwabeiknoptux")
_TOUCHING = re.compile(r"[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")
_MIXED = re.compile(
    r"[a-z\u0370-\u03ff\u0400-\u052f]*(?:[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z])[a-z\u0370-\u052f]*"
)
_WHITE = re.compile(r"[\x00-\x1f\x7f]+[\x00-\x20\x7f]*| [\x00-\x20\x7f]+")
_CUT = r"[-\u00ad\u2010][ \t]*\r?\n\s*(?=[a-zß-ÿ])"
_BROKEN_REST = r"[\u0080-\u00bf\u0152-\u2122]{1,2}"
_BROKEN = r"[\u00c2-\u00c5\u00e2]" + _BROKEN_REST
_ODD = re.compile(f"{_CUT}|{_BROKEN}")
_UNIT = re.compile(f"{_CUT}|{_BROKEN}|.", re.DOTALL)
_BROKEN_STARTS = "ÂÃÄÅâ"
_ASCII = bytes(range(128))
_MANY = 40  # with more different foreign characters one table beats as many replacements


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
_KEPT_LINES = _Letters({10: "\n"})
_SPACED = bytes(32 if (code < 32 and code != 10) or code == 127 else code for code in range(256))
_NARROW = bytes(
    ord(one) if len(one) == 1 and one.isascii() else 63
    for one in ("\n" if code == 10 else _LETTERS[code] for code in range(256))
)


def fold(raw: str) -> str:
    """Give the text in folded form, runs of white space as one space."""
    if _is_odd(raw):
        raw = _ODD.sub(lambda match: _mend(match.group()), raw)
    plain = _plain(raw, _LETTERS)
    return plain if _is_even(plain) else _WHITE.sub(" ", plain)


def fold_lines(text: str, ascii_only: bool = False) -> list[bytes]:
    """Give the lines of a text in folded form as UTF-8; a word cut at a line's end stays cut.

    With `ascii_only`, each character that stays foreign is given as a question mark.
    """
    if not text.isascii():
        text = _mended(text)
    data = _narrow(text) if ascii_only else _plain(text, _KEPT_LINES).encode().translate(_SPACED)
    lines = list(map(bytes.strip, data.split(b"\n")))
    if b"  " not in b"\n".join(lines):
        return lines
    return [b" ".join(line.split()) if b"  " in line else line for line in lines]


def uneven(text: str) -> dict[str, int]:
    """Give the characters of a text that are not folded one for one, with what each adds to its length."""
    sizes = {character: len(_LETTERS[ord(character)]) - 1 for character in _foreign(text)}
    return {character: more for character, more in sizes.items() if more}


def _mended(text: str) -> str:
    """Give a text with its broken characters mended; the letters that are frequent are looked at last."""
    starts = "".join(start for start in _BROKEN_STARTS if start in text)
    if not starts:
        return text
    first = starts if len(starts) == 1 else f"[{starts}]"
    return re.sub(first + _BROKEN_REST, lambda match: _mend(match.group()), text)


def _narrow(text: str) -> bytes:
    """Give a text in folded form, white space as it was, one byte for each character."""
    if text.isascii():
        return text.encode().translate(_NARROW)
    foreign = _foreign(text)
    apart = [one for one in foreign if one > "\xff" or len(_LETTERS[ord(one)]) != 1]
    if len(apart) > _MANY or any("\u0370" <= one <= "\u052f" for one in apart):
        text = _plain(text, _KEPT_LINES)
    else:
        for one in apart:
            text = text.replace(one, _LETTERS[ord(one)])
    return text.encode("latin-1", "replace").translate(_NARROW)


def _is_even(plain: str) -> bool:
    """Tell whether there is no white space but single spaces."""
    return "  " not in plain and plain.isprintable()


def _is_odd(raw: str) -> bool:
    """Tell whether a word may be cut or a character broken; most texts say no at once."""
    may_be = "\n" in raw or (not raw.isascii() and any(start in raw for start in _BROKEN_STARTS))
    return may_be and bool(_ODD.search(raw))


def _plain(raw: str, letters: _Letters) -> str:
    """Give the text with each character folded; white space is as it was where the text is ASCII."""
    if raw.isascii():
        return raw.lower().replace("`", "'")
    foreign = _foreign(raw)
    if len(foreign) > _MANY:
        return _latin(raw.translate(letters))
    for character in foreign:
        raw = raw.replace(character, letters[ord(character)])
    return _latin(raw.lower().replace("`", "'"))


def _foreign(raw: str) -> set[str]:
    """Give the characters of a text that are not ASCII."""
    return set(raw.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def origins(raw: str) -> Sequence[int]:
    """Give for each character of `fold(raw)` the offset in `raw` where it comes from."""
    one_for_one = all(len(_LETTERS[ord(character)]) == 1 for character in _foreign(raw))
    if one_for_one and not _is_odd(raw) and _is_even(_plain(raw, _LETTERS)):
        return range(len(raw) + 1)
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
    if folded.isascii() or not _TOUCHING.search(folded):
        return folded
    return _MIXED.sub(lambda match: match.group().translate(_LOOKALIKE), folded)
