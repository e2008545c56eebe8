"""Text and addresses of a scanned site, made fit to be shown: nothing hidden, nothing that runs."""

import unicodedata
from urllib.parse import quote, urlsplit

# Bidirectional overrides, isolates and marks can make a quote read as something else (CVE-2021-42574).
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACING = frozenset("\n\t")


def visible(text: str) -> str:
    """Give the text with control and direction characters as marks such as `[U+202E]`."""
    return "".join(_mark(char) if _is_hidden(char) else char for char in text)


def _is_hidden(char: str) -> bool:
    return char in _BIDI or (unicodedata.category(char) in {"Cc", "Cs"} and char not in _SPACING)


def _mark(char: str) -> str:
    return "" if char == "\r" else f"[U+{ord(char):04X}]"


def section(name: str) -> str:
    """Give a section's name fit to be shown; a bare number gets the sign that says what it is."""
    shown = visible(name)
    return f"§\u00a0{shown}" if shown[:1].isdigit() and " " not in shown else shown


def clipped(text: str, most: int) -> str:
    """Give the text fit to be shown, cut after some characters with a sign that it was."""
    return visible(text if len(text) <= most else text[:most] + " […]")


def outbound(url: str) -> str:
    """Give the address when it may be a link (http or https with a host), else nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def to_passage(url: str, passage: str) -> str:
    """Give a link that opens the page at a passage (WICG Text Fragments); nothing if it may not be a link."""
    link = outbound(url)
    words = passage.split()
    if not link or not words:
        return link
    ends = [" ".join(words)] if len(words) <= 10 else [" ".join(words[:5]), " ".join(words[-5:])]
    fragment = ",".join(_escape(end) for end in ends)
    return f"{link.partition('#')[0]}#:~:text={fragment}"


def _escape(words: str) -> str:
    # A dash or a comma has a meaning of its own in a text directive.
    return quote(words, safe="").replace("-", "%2D")
