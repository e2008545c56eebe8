"""Links that a page declares in its head or in `Link` headers (RFC 8288)."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from checker.model import Exhibit
from checker.signals.scope import headers

_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^\s";,]+))?)*)')
_PARAMETER = re.compile(r';\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s";,]+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """An absolute address, its rels in lower case, its type, and the words that declare it."""

    url: str
    rel: tuple[str, ...]
    type: str
    quote: str
    region: str = ""


def declared(exhibit: Exhibit) -> tuple[Declared, ...]:
    """Give the links of a page's headers, then those of its body, in order."""
    found = []
    page = exhibit.page
    for name, value in headers(page, "link") if page else ():
        for link in _LINK.finditer(value):
            found.append(_from_header(link, page.final_url if page else "", f"{name}: {link[0]}"))
    for one in exhibit.reading.links if exhibit.reading else ():
        rel = tuple(word.lower() for word in one.rel)
        quote = f"{one.text} <{one.url}>".strip()
        found.append(Declared(url=one.url, rel=rel, type=one.type.lower(), quote=quote, region=one.region))
    return tuple(found)


def _from_header(link: re.Match[str], base: str, quote: str) -> Declared:
    named = {key.lower(): quoted or bare for key, quoted, bare in _PARAMETER.findall(link[2])}
    try:
        url = urljoin(base, link[1].strip())
    except ValueError:
        url = link[1]
    return Declared(
        url=url,
        rel=tuple(named.get("rel", "").lower().split()),
        type=named.get("type", "").lower(),
        quote=quote,
    )
