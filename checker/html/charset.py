"""Bytes to text by the labels of the WHATWG Encoding Standard; no name from outside reaches Python's codecs.

Order: byte-order mark, HTTP header, `<meta>` in the first 1,024 bytes, UTF-8 if the bytes are UTF-8,
detection on the first 64 KB, UTF-8 with replacement characters. Only encodings of `ALLOWED` are ever used.
"""

import re
from dataclasses import dataclass

import webencodings
from charset_normalizer import from_bytes

_SINGLE = {"utf-8", "koi8-r", "koi8-u", "macintosh", "ibm866", "windows-874", "iso-8859-8-i"}
_ASIAN = {"shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "gbk", "gb18030", "big5"}
_NUMBERED = {f"windows-125{n}" for n in range(9)} | {f"iso-8859-{n}" for n in range(2, 17)}
ALLOWED = frozenset(_SINGLE | _ASIAN | _NUMBERED)
_USED = {name: webencodings.lookup(name) for name in sorted(ALLOWED | {"utf-16le", "utf-16be"})}
_ENCODINGS = {name: encoding for name, encoding in _USED.items() if encoding is not None}
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]{1,40})", re.IGNORECASE)
_GUESSES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "koi8_r", "shift_jis"]
_GUESSES += ["euc_jp", "euc_kr", "gb18030", "big5"]
_ODD = re.compile("[¡¢¤¥¦¨¯±´µ¶¸¹¼½¾¿×÷]")
_REPLACEMENT = "\ufffd"
_PRESCAN = 1024
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, the encoding used (WHATWG name), and whether too much of it could not be decoded."""

    text: str
    charset: str
    undecodable: bool = False


def decode(body: bytes, content_type: str = "", *, markup: bool = True) -> Decoded:
    """Give the text of a body; `markup` allows the `<meta>` prescan."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], name)
    declared = _declared(body, content_type, markup=markup)
    if declared:
        first = _decoded(body, declared)
        if not first.undecodable:
            return first
    return _detected(body)


def _declared(body: bytes, content_type: str, *, markup: bool) -> str:
    header = _HEADER.search(content_type)
    name = _known(header[1]) if header else ""
    if not name and markup:
        meta = _META.search(body[:_PRESCAN])
        name = _known(meta[1].decode("ascii")) if meta else ""
    return name


def _known(label: str) -> str:
    found = webencodings.lookup(label)
    return found.name if found is not None and found.name in ALLOWED else ""


def _detected(body: bytes) -> Decoded:
    plain = _decoded(body, "utf-8")
    if _REPLACEMENT not in plain.text:
        return plain
    guesses = list(from_bytes(body[:_SAMPLE], cp_isolation=_GUESSES, preemptive_behaviour=False))
    if not guesses:
        return plain
    likely = (guess for guess in guesses if guess.chaos <= guesses[0].chaos)
    label = min(likely, key=lambda guess: len(_ODD.findall(str(guess)))).encoding.replace(
        "iso8859_", "iso-8859-"
    )
    return _decoded(body, _known(label) or _known(label.replace("_", "-")) or "windows-1252")


def _decoded(body: bytes, name: str) -> Decoded:
    text = _ENCODINGS[name].codec_info.decode(body, "replace")[0]
    lost = text.count(_REPLACEMENT)
    return Decoded(text=text, charset=name, undecodable=lost > 10 and lost * 200 > len(text))
