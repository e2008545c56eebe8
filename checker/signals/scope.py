"""Which exhibits a signal is looked for in, and how a finding about one is written down."""

from checker import address
from checker.errors import Refused
from checker.model import Exhibit, Finding, Page, Place, Snapshot, Text
from checker.words import Cause, Role, State

DECIDES = "decides"
CONTEXT = "context"
AI_ONLY = "ai_only"

QUOTE_LIMIT = 600
"""Characters of a foreign text that a finding quotes at most."""


def origin(url: str) -> str:
    """Give scheme, host and port of an address, empty where it has none."""
    try:
        return address.origin(url)
    except Refused:
        return ""


def resources(snapshot: Snapshot) -> tuple[Exhibit, ...]:
    """Give the pasted page, or the home page where no other was asked for."""
    return snapshot.of(Role.PAGE) or snapshot.of(Role.HOME)


def page_of(exhibit: Exhibit) -> Page | None:
    """Give the page of an exhibit that came with a 2xx status and is no challenge, else None."""
    page = exhibit.page
    is_other = exhibit.missing is not None and exhibit.missing.cause is Cause.CHALLENGE
    return page if page and 200 <= page.status < 300 and not is_other else None


def address_of(exhibit: Exhibit) -> str:
    """Give the address after redirects, or the one asked for."""
    return exhibit.page.final_url if exhibit.page else exhibit.url


def headers(page: Page, name: str) -> tuple[tuple[str, str], ...]:
    """Give all headers of one name, each with its name as received."""
    return tuple((key, value.strip()) for key, value in page.headers if key.lower() == name)


def metas(exhibit: Exhibit, *names: str) -> tuple[tuple[str, str], ...]:
    """Give the metas of a page that bear one of some names (in lower case), in order."""
    read = exhibit.reading.metas if exhibit.reading else ()
    return tuple((name, content.strip()) for name, content in read if name.strip().lower() in names)


def meta_quote(name: str, content: str) -> str:
    """Give a meta as it would be written."""
    return f'<meta name="{name}" content="{content}">'


def finding(
    snapshot: Snapshot,
    exhibit: Exhibit,
    fact: str,
    state: State,
    say: Text,
    *,
    signal: str,
    weight: str,
    quote: str,
    line: int | None = None,
) -> Finding:
    """Give a finding about one exhibit, its quote cut at `QUOTE_LIMIT` characters."""
    number = next(index for index, other in enumerate(snapshot.exhibits) if other is exhibit)
    place = Place(url=address_of(exhibit), exhibit=number, line=line)
    return Finding(
        signal=signal,
        fact=fact,
        state=state,
        weight=weight,
        quote=quote[:QUOTE_LIMIT],
        place=place,
        say=say,
    )
