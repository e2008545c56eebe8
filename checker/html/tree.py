"""The tree of an HTML text (BeautifulSoup on lxml's HTML parser), cut at a size that can be handled.

The walk is a loop, never a recursion: a page of 100,000 nested elements is a page.
"""

import re
from collections.abc import Iterator
from enum import Enum

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

MOST_TAGS = 200_000
DEEPEST = 1000
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
_OF_HEAD = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style"}
) | {
    "template",
    "title",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


class Step(Enum):
    """What the walk meets."""

    OPEN = 1
    TEXT = 2
    CLOSE = 3


def grow(markup: str) -> tuple[BeautifulSoup, bool]:
    """Give the tree, and whether the markup was cut at 200,000 tags."""
    kept, cut = _cut(_without_declaration(_CONTROL.sub("", markup)))
    soup = BeautifulSoup(f"<!DOCTYPE html>\n{kept}", "lxml")
    _open_body(soup)
    return soup, cut


def _open_body(soup: BeautifulSoup) -> None:
    """Move out of the head what opens the body: libxml2 leaves elements of HTML 5 there (HTML 13.2.6.4.4)."""
    if soup.head is None or soup.html is None:
        return
    first = next((one for one in soup.head.find_all(recursive=False) if one.name not in _OF_HEAD), None)
    if first is None:
        return
    body = soup.body or soup.new_tag("body")
    if body.parent is None:
        soup.html.append(body)
    for moved in reversed([first, *first.next_siblings]):
        body.insert(0, moved.extract())


def _without_declaration(markup: str) -> str:
    found = _DECLARATION.match(markup)
    return markup[found.end() :] if found else markup


def _cut(markup: str) -> tuple[str, bool]:
    if markup.count("<") <= MOST_TAGS:
        return markup, False
    end = -1
    for _ in range(MOST_TAGS):
        end = markup.index("<", end + 1)
    return markup[:end], True


def walk(root: Tag) -> Iterator[tuple[Step, PageElement]]:
    """Give each element on entering and on leaving, and each text between, in the order of the document.

    Comments and declarations are left out; what is deeper than 1,000 elements is not entered.
    """
    stack: list[tuple[Tag, Iterator[PageElement]]] = []
    yield Step.OPEN, root
    stack.append((root, iter(root.contents)))
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield Step.CLOSE, tag
        elif isinstance(child, Tag):
            if len(stack) < DEEPEST:
                yield Step.OPEN, child
                stack.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield Step.TEXT, child


def attribute(tag: Tag, name: str) -> str:
    """Give an attribute as one string, empty where there is none."""
    value = tag.attrs.get(name, "")
    return value if isinstance(value, str) else " ".join(value)
