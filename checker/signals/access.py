"""Whether the page itself was refused, or hidden behind a challenge or a login.

Nothing is found where the page came. 429 says that we asked too often, so refusal is `unknown` then; a page
that did not come for reasons of the network is told of among the documents not read.
"""

from collections.abc import Iterator

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.barrier import Barrier, describe
from checker.signals.scope import CONTEXT, DECIDES, finding, resources
from checker.words import Cause, Role, State

SIGNAL = "access"
REFUSED = "site.access_refused"
BARRIER = "site.barrier"
LOGIN_WALL = "site.login_wall"
FACTS = frozenset({REFUSED, BARRIER, LOGIN_WALL})

_STATES = {401: State.YES, 403: State.YES, 451: State.YES, 999: State.YES, 429: State.UNKNOWN}
_SAY_REFUSED = {
    State.YES: Text(
        fr="Le site refuse l’accès à la page à notre robot : ce n’est pas un accord pour la collecte.",
        en="The site refuses our robot access to the page: that is no consent to collection.",
    ),
    State.UNKNOWN: Text(
        fr="Le site limite le nombre de demandes : la page n’a pas été lue.",
        en="The site limits the number of requests: the page was not read.",
    ),
}
_SAY = {
    Cause.CHALLENGE: Text(
        fr="Une protection contre les robots se tient devant la page : la contourner irait contre la volonté"
        " du site.",
        en="A protection against robots stands in front of the page: getting round it would go against the"
        " site’s will.",
    ),
    Cause.LOGIN_WALL: Text(
        fr="La page n’est visible qu’une fois connecté : son contenu n’est pas librement accessible.",
        en="The page can be seen only once logged in: its content is not freely accessible.",
    ),
}
_FACT = {Cause.CHALLENGE: BARRIER, Cause.LOGIN_WALL: LOGIN_WALL}


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give refusals and barriers met on the pasted page and, as context beside it, on the home page."""
    decisive = resources(snapshot)
    others = tuple(home for home in snapshot.of(Role.HOME) if home not in decisive)
    weighed = ((DECIDES, decisive), (CONTEXT, others))
    return tuple(
        found for weight, exhibits in weighed for one in exhibits for found in _of(snapshot, one, weight)
    )


def _of(snapshot: Snapshot, exhibit: Exhibit, weight: str) -> Iterator[Finding]:
    status = _status(exhibit)
    if status in _STATES:
        state = _STATES[status]
        yield finding(
            snapshot,
            exhibit,
            REFUSED,
            state,
            _SAY_REFUSED[state],
            signal=SIGNAL,
            weight=weight,
            quote=f"HTTP {status}",
        )
    barrier = _barrier(exhibit)
    if barrier:
        yield finding(
            snapshot,
            exhibit,
            _FACT[barrier.cause],
            State.YES,
            _SAY[barrier.cause],
            signal=SIGNAL,
            weight=weight,
            quote=" · ".join(filter(None, (barrier.vendor, *barrier.marks))),
        )


def _status(exhibit: Exhibit) -> int:
    if exhibit.page:
        return exhibit.page.status
    is_status = exhibit.missing is not None and exhibit.missing.cause is Cause.HTTP_STATUS
    return (exhibit.missing.status or 0) if is_status and exhibit.missing else 0


def _barrier(exhibit: Exhibit) -> Barrier | None:
    if exhibit.page:
        return describe(exhibit.page, exhibit.reading)
    cause = exhibit.missing.cause if exhibit.missing else None
    return Barrier(cause=cause, vendor="", marks=(str(cause),)) if cause in _FACT else None
