"""What a page says about itself: title, language, metas, structured data, a password field."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from checker.html.blocks import squeeze
from checker.html.places import Layout, Place
from checker.html.tree import Step, attribute, walk

_MOST_METAS = 300
_LONGEST_META = 2000
_LONGEST_TITLE = 300
_MOST_JSON_LD = 30
_LONGEST_JSON_LD = 200_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def metas_of(soup: BeautifulSoup) -> tuple[tuple[str, str], ...]:
    """Give (name, content) of each `<meta>` that has both, in order, but those for browsers without scripts.

    The lower-cased name comes from the attribute name, property, http-equiv or itemprop.
    """
    found = []
    for tag in soup.find_all("meta", limit=_MOST_METAS):
        name = next(
            (
                attribute(tag, key)
                for key in ("name", "property", "http-equiv", "itemprop")
                if key in tag.attrs
            ),
            "",
        )
        if name and "content" in tag.attrs and tag.find_parent("noscript") is None:
            found.append((name.strip().lower()[:100], attribute(tag, "content").strip()[:_LONGEST_META]))
    return tuple(found)


def title_of(soup: BeautifulSoup, metas: tuple[tuple[str, str], ...]) -> str:
    """Give the page's title: `<title>` outside pictures, `og:title`, or the first `<h1>`."""
    for tag in soup.find_all("title", limit=5):
        if tag.parent is not None and tag.parent.name != "svg" and (text := squeeze(tag.get_text())):
            return text[:_LONGEST_TITLE]
    named = next((squeeze(content) for name, content in metas if name == "og:title"), "")
    heading = soup.find("h1")
    return (named or (squeeze(heading.get_text(" ")) if heading else ""))[:_LONGEST_TITLE]


def language_of(soup: BeautifulSoup, metas: tuple[tuple[str, str], ...]) -> str:
    """Give the language that the page declares (`fr`, `pt-BR`), or nothing."""
    root = soup.find("html")
    body = soup.find("body")
    said = [attribute(tag, key) for tag in (root, body) if tag for key in ("lang", "xml:lang")]
    said += [content for name in ("content-language", "og:locale") for key, content in metas if key == name]
    for word in said:
        match = _LANGUAGE.fullmatch(word.strip())
        if match:
            return match[0].replace("_", "-")
    return ""


def json_ld_of(soup: BeautifulSoup) -> tuple[str, ...]:
    """Give the raw `application/ld+json` texts, at most 30, none longer than 200,000 characters."""
    tags = soup.find_all(
        "script", type=re.compile(r"^application/ld\+json", re.IGNORECASE), limit=_MOST_JSON_LD
    )
    texts = (tag.get_text().strip() for tag in tags)
    return tuple(text for text in texts if text and len(text) <= _LONGEST_JSON_LD)


def has_password_field(soup: BeautifulSoup, layout: Layout) -> bool:
    """Tell whether the page itself, not a hidden or framed part of it, asks for a password."""
    if not soup.find("input", type=re.compile("^password$", re.IGNORECASE)):
        return False
    places = [Place()]
    for step, node in walk(soup):
        if not isinstance(node, Tag):
            continue
        if step is Step.CLOSE:
            places.pop()
            continue
        place = layout.enter(places[-1], node)
        places.append(place)
        asks = node.name == "input" and attribute(node, "type").lower() == "password"
        if asks and not place.hidden and not place.frame:
            return True
    return False
