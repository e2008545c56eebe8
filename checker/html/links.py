"""The links of a page: where to, in which words, and where they stand.

Of the regions, `json_ld` holds addresses named in structured data (the text is the property's name) and
`script` those named in the state that a script-built page carries with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from checker.html.addresses import absolute
from checker.html.blocks import squeeze
from checker.html.places import Layout, Place
from checker.html.prose import BLOCKS
from checker.html.tree import Step, attribute, walk
from checker.model.seen import Link

MOST_LINKS = 5000
_LONGEST_TEXT = 300
_CONTEXT = 300
_BLOCK_KEPT = 2000
_FRAME_REGIONS = frozenset({"nav", "header", "footer", "hidden"})
_DUMB = frozenset({"script", "style"})
_WORDS = re.compile(r"\w")


@dataclass(slots=True)
class _Block:
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        if self.length < _BLOCK_KEPT:
            self.parts.append(text)
            self.length += len(text)


@dataclass(slots=True)
class _Anchor:
    tag: Tag
    region: str
    position: float
    block: _Block
    start: int
    words: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Give the link's own words, or those of its picture, or its label."""
        shown = squeeze("".join(self.words))
        own = [attribute(self.tag, "aria-label"), attribute(self.tag, "title")]
        labels = (squeeze(label) for label in (*self.labels, *own))
        return (shown if _WORDS.search(shown) else next((label for label in labels if label), shown))[
            :_LONGEST_TEXT
        ]

    def context(self) -> str:
        """Give the text of the block around, cut about the link."""
        whole = "".join(self.block.parts)
        start = max(0, min(self.start - _CONTEXT // 3, len(whole) - _CONTEXT)) if len(whole) > _CONTEXT else 0
        return squeeze(whole[start : start + _CONTEXT])


@dataclass(slots=True)
class _Collector:
    tags: int
    seen: int = 0
    blocks: list[_Block] = field(default_factory=lambda: [_Block()])
    open_anchors: list[_Anchor] = field(default_factory=list)
    anchors: list[_Anchor] = field(default_factory=list)

    def open(self, tag: Tag, place: Place) -> None:
        """Enter an element."""
        self.seen += 1
        if tag.name in BLOCKS:
            self.blocks.append(_Block())
        if self.open_anchors and tag.name in {"img", "svg", "input"}:
            keys = ("alt", "aria-label", "title")
            self.open_anchors[-1].labels.extend(attribute(tag, key) for key in keys if key in tag.attrs)
        if tag.name in {"a", "area", "link"} and "href" in tag.attrs and len(self.anchors) < 2 * MOST_LINKS:
            self._open_anchor(tag, place)

    def _open_anchor(self, tag: Tag, place: Place) -> None:
        region = "head" if tag.name == "link" else "hidden" if place.hidden else place.region
        block = self.blocks[-1]
        anchor = _Anchor(tag, region, round(self.seen / max(self.tags, 1), 4), block, block.length)
        if "alt" in tag.attrs:
            anchor.labels.append(attribute(tag, "alt"))
        self.anchors.append(anchor)
        if tag.name == "a":
            self.open_anchors.append(anchor)

    def text(self, text: str) -> None:
        """Take in some text."""
        self.blocks[-1].add(text)
        if self.open_anchors:
            self.open_anchors[-1].words.append(text)

    def close(self, tag: Tag) -> None:
        """Leave an element."""
        if tag.name in BLOCKS and len(self.blocks) > 1:
            self.blocks.pop()
        if self.open_anchors and self.open_anchors[-1].tag is tag:
            self.open_anchors.pop()


def links_of(soup: BeautifulSoup, layout: Layout, base: str) -> tuple[Link, ...]:
    """Give the links of a tree in the order of the document, at most 5,000, none twice in a region."""
    collector = _Collector(tags=layout.scale.tags)
    places = [Place()]
    dumb = 0
    for step, node in walk(soup):
        if isinstance(node, Tag):
            dumb += (1 if step is Step.OPEN else -1) * (node.name in _DUMB)
            if step is Step.OPEN:
                places.append(layout.enter(places[-1], node))
                collector.open(node, places[-1])
            else:
                places.pop()
                collector.close(node)
        elif isinstance(node, NavigableString) and not dumb:
            collector.text(node)
    return distinct(_link(anchor, base) for anchor in collector.anchors)


def distinct(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """Give each address, text and region once; at most 5,000 links."""
    found: dict[tuple[str, str, str], Link] = {}
    for link in links:
        if link is not None:
            found.setdefault((link.url, link.text, link.region), link)
            if len(found) >= MOST_LINKS:
                break
    return tuple(found.values())


def framed(links: Iterable[Link]) -> int:
    """Count the links that stand in menus, headers, footers or out of sight."""
    return sum(link.region in _FRAME_REGIONS for link in links)


def _link(anchor: _Anchor, base: str) -> Link | None:
    tag = anchor.tag
    url = absolute(attribute(tag, "href"), base)
    if not url:
        return None
    return Link(
        url=url,
        text=anchor.text(),
        rel=tuple(attribute(tag, "rel").lower().split()),
        region=anchor.region,
        context=anchor.context() if anchor.region != "head" else "",
        position=anchor.position,
        type=attribute(tag, "type"),
        hreflang=attribute(tag, "hreflang"),
    )
