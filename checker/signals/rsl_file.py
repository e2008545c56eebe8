"""An RSL 1.0 file (namespace https://rslstandard.org/rsl): what it prohibits for one address."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from checker.signals.robots import paths
from checker.signals.scope import origin

NAMESPACE = "https://rslstandard.org/rsl"
LIMIT = 512_000
"""Bytes of a file that is read; longer ones count as not read."""

_GENERAL = {"usage": frozenset({"all"}), "user": frozenset({"commercial"})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibition:
    """One `prohibits` element; `is_general` where it bars all usage or commercial users, not AI alone."""

    is_general: bool
    quote: str
    line: int | None


def prohibitions(body: bytes, url: str) -> tuple[Prohibition, ...] | None:
    """Give the prohibitions of usage and users for an address; None where the file cannot be relied on.

    Entities and network are off, and a file with a document type is not read.
    """
    if len(body) > LIMIT:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError):
        return None
    if root.getroottree().docinfo.internalDTD is not None or etree.QName(root).namespace != NAMESPACE:
        return None
    return tuple(_of(root, url))


def _of(root: etree._Element, url: str) -> Iterator[Prohibition]:
    for content in root.iter(f"{{{NAMESPACE}}}content"):
        if not _covers(content.get("url") or "/", url):
            continue
        for element in content.iter(f"{{{NAMESPACE}}}prohibits"):
            type_ = (element.get("type") or "").strip().lower()
            words = {word.lower() for word in (element.text or "").replace(",", " ").split()}
            if words and type_ in _GENERAL:
                quote = f'<prohibits type="{type_}">{(element.text or "").strip()}</prohibits>'
                yield Prohibition(
                    is_general=bool(words & _GENERAL[type_]),
                    quote=quote,
                    line=cast("int | None", element.sourceline),
                )


def _covers(pattern: str, url: str) -> bool:
    where = origin(pattern)
    if where and where != origin(url):
        return False
    path = pattern[len(pattern) - len(paths.of_url(pattern)) :] if where else pattern
    forms, patterns = paths.url_forms(url), paths.pattern_forms(path or "/")
    return any(paths.matches(one, form) for one, form in zip(patterns, forms, strict=False))
