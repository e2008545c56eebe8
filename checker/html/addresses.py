"""Addresses as they are written in a page, made absolute; what leads nowhere is dropped."""

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

from checker.html.tree import attribute

_BREAKS = re.compile(r"[\t\r\n]")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\[\[|\]\]|\$\{|<%|%>|%7B%7B|%5B%5B|^\[|^\{|^%", re.IGNORECASE)
_LONGEST = 2048


def absolute(href: str, base: str) -> str:
    """Give an http or https address, or nothing for another scheme, a placeholder or a malformed one."""
    href = _BREAKS.sub("", href.strip())
    if not href or href == "#" or len(href) > _LONGEST or _PLACEHOLDER.search(href):
        return ""
    try:
        parts = urlsplit(joined := urljoin(base, href))
    except ValueError:
        return ""
    return joined if parts.scheme in {"http", "https"} and parts.netloc else ""


def base_of(soup: BeautifulSoup, url: str) -> str:
    """Give the address that relative links start from: `<base href>` if on the web, else the page's own."""
    tag = soup.find("base", href=True)
    return absolute(attribute(tag, "href"), url) or url if tag else url
