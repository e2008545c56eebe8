"""Snapshots for the tests of signals, written down in one line each."""

from datetime import UTC, datetime

from checker.model import Exhibit, Link, Missing, Page, Reading, Snapshot, Target
from checker.words import Cause, Role

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
URL = "https://www.site.example/annuaire/"
Headers = tuple[tuple[str, str], ...]


def page(
    body: str | bytes = b"", *, url: str = URL, final: str = "", status: int = 200, headers: Headers = ()
) -> Page:
    sent = body.encode() if isinstance(body, str) else body
    return Page(
        url=url,
        final_url=final or url,
        status=status,
        headers=headers,
        body=sent,
        taken_at=NOON,
        sha256="0" * 64,
    )


def reading(
    *,
    text: str = "Bonjour à tous. " * 200,
    metas: Headers = (),
    links: tuple[Link, ...] = (),
    json_ld: tuple[str, ...] = (),
    marks: tuple[str, ...] = (),
) -> Reading:
    return Reading(format="html", text=text, metas=metas, links=links, json_ld=json_ld, marks=marks)


def seen(role: Role, came: Page, read: Reading | None = None, cause: Cause | None = None) -> Exhibit:
    missing = None if cause is None else Missing(url=came.url, cause=cause, taken_at=NOON)
    return Exhibit(role=role, url=came.url, page=came, missing=missing, reading=read)


def missed(role: Role, url: str, cause: Cause, status: int | None = None) -> Exhibit:
    missing = Missing(url=url, cause=cause, taken_at=NOON, status=status)
    return Exhibit(role=role, url=url, missing=missing)


def robots(
    body: str | bytes, *, url: str = "https://www.site.example/robots.txt", status: int = 200
) -> Exhibit:
    return seen(Role.ROBOTS, page(body, url=url, status=status, headers=(("Content-Type", "text/plain"),)))


def well_known(path: str, body: str | bytes, *, status: int = 200, kind: str = "text/plain") -> Exhibit:
    url = f"https://www.site.example{path}"
    return seen(Role.WELL_KNOWN, page(body, url=url, status=status, headers=(("Content-Type", kind),)))


def plain_page(*, headers: Headers = (), metas: Headers = (), links: tuple[Link, ...] = ()) -> Exhibit:
    return seen(Role.PAGE, page("<p>…", headers=headers), reading(metas=metas, links=links))


def snapshot(*exhibits: Exhibit, url: str = URL) -> Snapshot:
    host = url.split("/")[2]
    target = Target(url=url, host=host, typed=url, scheme_given=True)
    return Snapshot(id="s", target=target, taken_at=NOON, exhibits=exhibits)
