"""Text as patterns read it: lower case, no accents, no tricks, with the way back to the original offsets.

`fold` gives the folded text; `origins` gives, for each folded character, its index in the raw text
(plus one last entry, the length of the raw text). Both agree: `len(origins(raw)) == len(fold(raw)) + 1`.
`Folded` gives many parts of one text in folded form.
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
_BROKEN_RUN = re.compile(_BROKEN)
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
_SIGN = "\u00a9"  # stands for any sign that is not ASCII
_UNSURE = "\u00ad"  # stands for any other character that does not become one ASCII character


def _narrow_character(character: str) -> str:
    folded = _LETTERS[ord(character)]
    if len(folded) != 1 or (folded.isalnum() and not folded.isascii()):
        return _UNSURE
    return folded if folded.isascii() else _SIGN


_NARROW = bytes(
    code
    if chr(code) == "\n"
    else {_UNSURE: 1, _SIGN: 2}.get(_narrow_character(chr(code))) or ord(_narrow_character(chr(code)))
    for code in range(256)
)
_CUT_LINE = re.compile(rb"- *\n")
_RUN = re.compile(rb"\n[ \n]*| [ \n]+")


def fold(raw: str) -> str:
    """Give the text in folded form, runs of white space as one space."""
    if _is_odd(raw):
        raw = _ODD.sub(lambda match: _mend(match.group()), raw)
    plain = _plain(raw, _LETTERS)
    return plain if _is_even(plain) else _WHITE.sub(" ", plain)


class Folded:
    """A text of which parts are asked for in folded form: it is folded once, as far as that can be.

    `narrow` is the text in folded form with one byte for each character: 2 for a sign that is not ASCII, 1
    for all else that cannot be one byte. Lines and white space are as in the text; cut words stay cut.
    """

    def __init__(self, text: str, latin: bool = True) -> None:
        """Take a text; with `latin` false each part is folded by itself, and nothing is `narrow`."""
        self._text = text
        self.narrow = _narrow(text) if latin else b""

    def part(self, start: int, end: int) -> bytes:
        """Give `fold(text[start:end])` as UTF-8."""
        data = self.narrow[start:end]
        if not data or b"\1" in data or b"\2" in data or (b"\n" in data and _CUT_LINE.search(data)):
            return fold(self._text[start:end]).encode()
        return _RUN.sub(b" ", data) if b"\n" in data or b"  " in data else data


def _narrow(text: str) -> bytes:
    """Give what `Folded.narrow` does."""
    if text.isascii():
        return text.encode().translate(_NARROW)
    if any(start in text for start in _BROKEN_STARTS):
        text = _BROKEN_RUN.sub(lambda match: _UNSURE * len(match.group()), text)
    wide = [character for character in _foreign(text) if character > "\xff"]
    if len(wide) > _MANY:
        text = text.translate({ord(character): _narrow_character(character) for character in wide})
    else:
        for character in wide:
            text = text.replace(character, _narrow_character(character))
    return text.encode("latin-1").translate(_NARROW)


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
