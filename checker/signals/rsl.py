"""RSL 1.0 (Really Simple Licensing): whether a licence file prohibits all use or commercial users.

It is named in robots.txt (`License:`), in a Link header or in a link of the page, of type
application/rsl+xml. Nothing is found where none is named; where one is named that was not read, the fact is
`unknown`, and decides if it was asked for. A file that restricts AI only gives `ai.rsl`.
"""

from collections.abc import Iterator
from urllib.parse import urljoin

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.links import declared
from checker.signals.robots.reader import exhibits_for, parser_of
from checker.signals.rsl_file import prohibitions
from checker.signals.scope import AI_ONLY, CONTEXT, DECIDES, address_of, finding, page_of, resources
from checker.words import Role, State

SIGNAL = "rsl"
PROHIBITS = "site.rsl_prohibits"
AI = "ai.rsl"
FACTS = frozenset({PROHIBITS, AI})
TYPE = "application/rsl+xml"

_SAY = {
    State.YES: Text(
        fr="La licence RSL interdit tout usage automatisé, ou l’usage commercial, de cette page.",
        en="The RSL licence prohibits all automated use, or commercial use, of this page.",
    ),
    State.NO: Text(
        fr="La licence RSL n’interdit ni tout usage ni l’usage commercial ; ce n’est pas une permission.",
        en="The RSL licence prohibits neither all use nor commercial use; that is no permission.",
    ),
    State.UNKNOWN: Text(
        fr="Le site renvoie à une licence RSL que nous n’avons pas lue : ses conditions sont inconnues.",
        en="The site points to an RSL licence that we did not read: its conditions are unknown.",
    ),
}
_SAY_AI = Text(
    fr="La licence RSL restreint des usages par l’IA ou la recherche ; cela ne décide pas de cet usage.",
    en="The RSL licence restricts uses by AI or search; this does not decide this use.",
)

_Named = tuple[str, Exhibit, str, int | None]


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give what each RSL licence that is named for the page says of it."""
    url = next((address_of(page) for page in resources(snapshot)), snapshot.target.url)
    done: dict[str, _Named] = {}
    for named in (*_in_robots(snapshot), *_in_page(snapshot)):
        done.setdefault(named[0], named)
    return tuple(found for named in done.values() for found in _of(snapshot, named, url))


def _in_robots(snapshot: Snapshot) -> Iterator[_Named]:
    for exhibit in exhibits_for(snapshot):
        for record in parser_of(exhibit).records:
            if record.name == "license" and record.value:
                yield _absolute(exhibit.url, record.value), exhibit, record.text, record.line


def _in_page(snapshot: Snapshot) -> Iterator[_Named]:
    for exhibit in resources(snapshot):
        for link in declared(exhibit):
            if "license" in link.rel and link.type.startswith(TYPE):
                yield link.url, exhibit, link.quote, None


def _absolute(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def named_urls(snapshot: Snapshot) -> tuple[str, ...]:
    """Give the addresses of the RSL files that the page and its robots.txt name, for the visit to ask for."""
    return tuple(dict.fromkeys(named[0] for named in (*_in_robots(snapshot), *_in_page(snapshot))))


def _of(snapshot: Snapshot, named: _Named, url: str) -> Iterator[Finding]:
    file = next((one for one in snapshot.of(Role.WELL_KNOWN) if named[0] == one.url), None)
    page = page_of(file) if file else None
    told = prohibitions(page.body, url) if page else None
    if file is None or told is None:
        yield finding(
            snapshot,
            named[1],
            PROHIBITS,
            State.UNKNOWN,
            _SAY[State.UNKNOWN],
            signal=SIGNAL,
            weight=DECIDES if file else CONTEXT,
            quote=named[2],
            line=named[3],
        )
        return
    refusing = next((one for one in told if one.is_general), None)
    state = State.YES if refusing else State.NO
    quote, line = (refusing.quote, refusing.line) if refusing else (named[0], None)
    yield finding(
        snapshot, file, PROHIBITS, state, _SAY[state], signal=SIGNAL, weight=DECIDES, quote=quote, line=line
    )
    for one in [one for one in told if not one.is_general][:1]:
        yield finding(
            snapshot,
            file,
            AI,
            State.YES,
            _SAY_AI,
            signal=SIGNAL,
            weight=AI_ONLY,
            quote=one.quote,
            line=one.line,
        )
