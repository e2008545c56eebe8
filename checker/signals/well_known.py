"""Files at fixed places: found in a snapshot, and told from error pages in their place."""

from checker.model import Exhibit, Snapshot
from checker.signals.robots import paths
from checker.signals.robots.outcome import is_html
from checker.signals.scope import origin
from checker.words import Cause, Role


def well_known(snapshot: Snapshot, path: str, home: str) -> Exhibit | None:
    """Give what came of one path of one origin, None where it was not asked for."""
    for exhibit in snapshot.of(Role.WELL_KNOWN):
        if origin(exhibit.url) == home and paths.of_url(exhibit.url).partition("?")[0] == path:
            return exhibit
    return None


def is_absent(exhibit: Exhibit) -> bool:
    """Tell whether the site has no such file: an answer from 300 to 499 but 429, or a web page instead."""
    page, missing = exhibit.page, exhibit.missing
    if page is not None and 200 <= page.status < 300:
        return is_html(page.body, page.headers)
    status = page.status if page else None
    if missing is not None and missing.cause is Cause.HTTP_STATUS:
        status = missing.status
    return status is not None and 300 <= status < 500 and status != 429
