"""The robots.txt of one origin, as it binds this visit."""

from dataclasses import dataclass

from checker.model import Missing, Page
from checker.signals.robots import PRODUCT_TOKEN, Access, Outcome, RobotFileParser
from checker.visit.later import again_at
from checker.words import Cause


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt lets us ask for, and how slowly; `closed` is what came in its place."""

    parser: RobotFileParser
    outcome: Outcome
    cause: Cause
    closed: Missing | None = None

    def allow(self, url: str) -> bool:
        """Tell whether our own product token may ask for an address."""
        return self.parser.can_fetch(PRODUCT_TOKEN, url)

    def excludes_all(self, url: str) -> bool:
        """Tell whether the address is closed to agents that the file does not name."""
        return not self.parser.can_fetch("*", url)

    @property
    def crawl_delay(self) -> float:
        """Give the seconds to wait between two requests; 0.0 where nothing is said."""
        return self.parser.crawl_delay(PRODUCT_TOKEN) or 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Give the addresses of the sitemaps, as written."""
        return tuple(self.parser.site_maps() or ())


def read_rules(got: Page | Missing) -> Rules:
    """Give the rules in what came; `cause` says why all is closed when it is (RFC 9309 2.3.1.4)."""
    parser = RobotFileParser(got.url)
    if isinstance(got, Missing):
        outcome = parser.from_response(got.status, b"", (), got.cause)
        return Rules(parser, outcome, got.cause, got)
    outcome = parser.from_response(got.status, got.body, got.headers)
    if outcome.access is not Access.CLOSED:
        return Rules(parser, outcome, Cause.ROBOTS_DISALLOWED)
    cause = Cause.HTTP_STATUS
    closed = Missing(url=got.url, cause=cause, taken_at=got.taken_at, status=got.status, until=again_at(got))
    return Rules(parser, outcome, cause, closed)
