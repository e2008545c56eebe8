"""Addresses and texts named in the data that a page carries: JSON-LD (schema.org) and a script's state."""

import re
from typing import Any

import msgspec

from checker.html.addresses import absolute
from checker.html.blocks import Block, Kind, squeeze
from checker.html.places import Layout
from checker.html.plain import blocks_of_plain
from checker.html.prose import prose
from checker.html.state import nodes
from checker.html.tree import grow
from checker.model.seen import Link

_PROPERTIES = frozenset(
    {"termsOfService", "publishingPrinciples", "license", "usageInfo", "acquireLicensePage"}
)
_TELLING_KEY = re.compile(
    r"terms|tos(?:$|_|[A-Z])|conditions|legal|cgu|cgv|imprint|impressum|mentions|nutzungsbedingungen|agb(?:$|_|[A-Z])"
    r"|aviso|licen[cs]e",
    re.IGNORECASE,
)
_LABELS = ("label", "title", "text", "name", "children", "anchor", "linkText")
_TARGETS = ("href", "url", "link", "path", "to", "permalink", "src")
_TITLES = frozenset({"title", "heading", "headline", "subtitle", "question"})
_HTML = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|br|div|td|section)\b[^>]{0,500}>", re.IGNORECASE)
_CODE = re.compile(
    r"=>|function\s*\w*\s*\(|(?:const|var|let) \w+ =|\{\s*[\w-]+\s*:|;\s*\}|^\s*[.#@]\w|https?://\S+$|^[\w+/=]{200,}"
)
_MARKDOWN_LINK = re.compile(r"\[([^\]\[]{1,300})\]\([^()\s]{1,500}\)")
_NO_LETTER = re.compile(r"[\W_]+")
_SAMPLE = 20
_MOST_LINKS = 500
_LEAST_PROSE = 40
_LEAST_WORDS = 6


def linked_data(texts: tuple[str, ...], base: str) -> tuple[Link, ...]:
    """Give the addresses that JSON-LD names as terms or licence; the text of each is the property's name."""
    values = []
    for text in texts:
        try:
            values.append(msgspec.json.decode(text))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
    found = []
    for key, value in nodes(tuple(values)):
        if key in _PROPERTIES:
            named = value.get("url") or value.get("@id") if isinstance(value, dict) else value
            url = absolute(named, base) if isinstance(named, str) else ""
            if url:
                found.append(Link(url=url, text=key, region="json_ld"))
    return tuple(found[:_MOST_LINKS])


def state_links(values: tuple[Any, ...], base: str) -> tuple[Link, ...]:
    """Give the addresses in a state: those with a label beside them, and those under a telling key."""
    found: list[Link] = []
    for key, value in nodes(values):
        if isinstance(value, dict):
            label = next((value[name] for name in _LABELS if isinstance(value.get(name), str)), "")
            target = next((value[name] for name in _TARGETS if isinstance(value.get(name), str)), "")
            named = squeeze(label) if target else ""
        elif isinstance(value, str) and _TELLING_KEY.search(key) and value.startswith(("http", "/")):
            target, named = value, key
        else:
            continue
        if named and 1 < len(named) <= 100 and (url := absolute(target, base)):
            found.append(Link(url=url, text=named, region="script"))
            if len(found) >= _MOST_LINKS:
                break
    return tuple(found)


def state_blocks(values: tuple[Any, ...], known: str, *, least: int = _LEAST_PROSE) -> tuple[Block, ...]:
    """Give the prose held in a state that is not in the known text, from strings of `least` characters up."""
    seen = _bare(known)
    said: set[str] = set()
    found: list[Block] = []
    title = ""
    for key, text in nodes(values):
        if not isinstance(text, str):
            continue
        if key in _TITLES and 2 < len(text) <= 120:
            title = squeeze(text)
        elif len(text) >= least and _is_prose(text) and text not in said:
            said.add(text)
            blocks = _blocks(text)
            if _is_known(blocks, seen):
                continue
            if title and title not in said:
                said.add(title)
                found.append(Block(kind=Kind.HEADING, text=title, level=3))
            found.extend(blocks)
            title = ""
    return tuple(found)


def _is_prose(text: str) -> bool:
    if _HTML.search(text):
        return True
    letters = sum(one.isalpha() or one.isspace() for one in text[:2000])
    words = len(text.split()) >= _LEAST_WORDS or (not text.isascii() and " " not in text[:40])
    return words and letters * 4 > 3 * len(text[:2000]) and not _CODE.search(text)


def _is_known(blocks: tuple[Block, ...], seen: str) -> bool:
    bare = [form for block in blocks if len(form := _bare(block.text)) >= _SAMPLE]
    return sum(_middle(form) in seen for form in bare) * 2 > len(bare)


def _middle(bare: str) -> str:
    start = (len(bare) - _SAMPLE) // 2
    return bare[start : start + _SAMPLE]


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", _MARKDOWN_LINK.sub(r"\1", text)).lower()


def _blocks(text: str) -> tuple[Block, ...]:
    if not _HTML.search(text):
        return blocks_of_plain(text)
    soup, _ = grow(text)
    return prose(soup, Layout(soup), frames=True).blocks
