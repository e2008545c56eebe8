"""Licences of the page: Creative Commons, Licence Ouverte / Etalab, Open Data Commons.

Read from `rel="license"` (link, Link header), from links in the footer, and from schema.org `license`. A
licence covers the main content of that page, never personal data. Nothing is found where none that is known
is named. A licence without adaptation gives `site.licence_open` `no`: a list of contacts taken out is an
adaptation.
"""

import json
from collections.abc import Iterator

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.licence_names import Licence, Reuse, known
from checker.signals.links import declared
from checker.signals.rsl import TYPE as RSL_TYPE
from checker.signals.scope import DECIDES, finding, resources
from checker.words import State

SIGNAL = "licence"
OPEN = "site.licence_open"
NON_COMMERCIAL = "site.licence_non_commercial"
FACTS = frozenset({OPEN, NON_COMMERCIAL})

_MEDIA = frozenset({"ImageObject", "VideoObject", "AudioObject", "MediaObject", "SoftwareApplication"})
_NODES = 2000


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give each known licence of the page once, with where it is named."""
    found: dict[Licence, Finding] = {}
    for exhibit in resources(snapshot):
        for url, quote in (*_in_links(exhibit), *_in_json_ld(exhibit)):
            licence = known(url)
            if licence and licence not in found:
                found[licence] = _stated(snapshot, exhibit, licence, quote)
    return tuple(found.values())


def _in_links(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    for link in declared(exhibit):
        is_licence = "license" in link.rel and not link.type.startswith(RSL_TYPE)
        if is_licence or link.region == "footer":
            yield link.url, link.quote


def _in_json_ld(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    for text in exhibit.reading.json_ld if exhibit.reading else ():
        try:
            todo = [json.loads(text)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_NODES):
            if not todo:
                break
            node = todo.pop()
            if isinstance(node, list):
                todo += node
            elif isinstance(node, dict) and not _types(node) & _MEDIA:
                yield from ((url, f'"license": "{url}"') for url in _urls(node.get("license")))
                todo += [value for value in node.values() if isinstance(value, dict | list)]


def _types(node: dict[str, object]) -> set[str]:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return {one.rpartition("/")[2] for one in listed if isinstance(one, str)}


def _urls(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        url = (one.get("@id") or one.get("url")) if isinstance(one, dict) else one
        if isinstance(url, str):
            yield url


def _stated(snapshot: Snapshot, exhibit: Exhibit, licence: Licence, quote: str) -> Finding:
    fact, state = _FACTS[licence.reuse]
    say = _SAY[licence.reuse]
    return finding(
        snapshot,
        exhibit,
        fact,
        state,
        Text(fr=say.fr.format(licence.name), en=say.en.format(licence.name)),
        signal=SIGNAL,
        weight=DECIDES,
        quote=quote,
    )


_FACTS = {
    Reuse.COMMERCIAL: (OPEN, State.YES),
    Reuse.UNCHANGED_ONLY: (OPEN, State.NO),
    Reuse.NON_COMMERCIAL: (NON_COMMERCIAL, State.YES),
}
_SAY = {
    Reuse.COMMERCIAL: Text(
        fr="Le contenu principal de la page est sous {}, qui permet la réutilisation commerciale ;"
        " les données personnelles n’en font jamais partie.",
        en="The main content of the page is under {}, which allows commercial reuse; personal data is never"
        " part of it.",
    ),
    Reuse.UNCHANGED_ONLY: Text(
        fr="Le contenu principal de la page est sous {}, sans modification permise : on ne peut pas en tirer"
        " une liste. Les données personnelles n’en font jamais partie.",
        en="The main content of the page is under {}, with no changes allowed: no list may be drawn from it."
        " Personal data is never part of it.",
    ),
    Reuse.NON_COMMERCIAL: Text(
        fr="Le contenu principal de la page est sous {}, qui exclut l’usage commercial, donc la prospection"
        " commerciale. Les données personnelles n’en font jamais partie.",
        en="The main content of the page is under {}, which excludes commercial use, so commercial"
        " prospecting. Personal data is never part of it.",
    ),
}
