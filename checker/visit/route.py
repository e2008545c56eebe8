"""The road of one visit: robots.txt, the page, the home page, the well-known files, then the terms."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from checker.address import origin
from checker.clauses import language_of
from checker.discovery import DiscoveryBook
from checker.model import Exhibit, Missing, Page, Reading, Snapshot, Target, Text
from checker.signals import WELL_KNOWN
from checker.signals.robots import comments
from checker.signals.rsl import named_urls
from checker.visit.asking import Asker, Means
from checker.visit.later import again_at
from checker.visit.reading import read_page
from checker.visit.scripts import with_scripts
from checker.visit.terms import find_terms
from checker.words import Cause, Role

NO_HTTPS = frozenset({Cause.CONNECT, Cause.TLS, Cause.BROKEN, Cause.TIMEOUT})
MOST_LICENCES = 1


def visit(target: Target, book: DiscoveryBook, means: Means, snapshot_id: str) -> Snapshot:
    """Give everything seen on one visit to a site, with what could not be seen and why."""
    taken_at = means.now()
    asker = Asker(means)
    target = _reach(target, asker, means)
    pages = _pages(target, asker, means)
    seen = Snapshot(id=snapshot_id, target=target, taken_at=taken_at, exhibits=(*_all_robots(asker), *pages))
    licences = _well_known(named_urls(seen)[:MOST_LICENCES], asker)
    terms = find_terms(target, pages, asker, means, book)
    late = _well_known([urljoin(origin(target.url), path) for path in WELL_KNOWN[1:]], asker)
    exhibits = (*_all_robots(asker), *pages, *terms, *licences, *late)
    return replace(seen, exhibits=exhibits, limits=tuple(asker.limits))


def _reach(target: Target, asker: Asker, means: Means) -> Target:
    """Ask for robots.txt; a bare name that does not answer over https is tried over http."""
    got = asker.learn(target.url)
    if isinstance(got, Missing) and got.cause in NO_HTTPS and not target.scheme_given:
        plain = replace(target, url=target.url.replace("https://", "http://", 1))
        again = asker.learn(plain.url)
        target, got = (target, got) if isinstance(again, Missing) else (plain, again)
    means.tell("robots", _robots_step(target, asker, got))
    return target


def _robots_step(target: Target, asker: Asker, got: Page | Missing) -> Text:
    known = asker.rules(target.url)
    if isinstance(got, Missing) and got.cause is Cause.OPTED_OUT:
        return Text(
            fr="Ce site a demandé à ne pas être visité : rien ne lui est demandé.",
            en="This site asked not to be visited: nothing is asked of it.",
        )
    if isinstance(got, Missing):
        return Text(fr="robots.txt n’a pas pu être lu.", en="robots.txt could not be read.")
    if got.status >= 400:
        return Text(fr=f"robots.txt : réponse {got.status}.", en=f"robots.txt: the answer was {got.status}.")
    if known is not None and known.excludes_all(target.url):
        return Text(
            fr="robots.txt lu : il exclut cette adresse.", en="robots.txt read: it excludes this address."
        )
    return Text(
        fr="robots.txt lu : il n’exclut pas cette adresse.",
        en="robots.txt read: it does not exclude this address.",
    )


def _pages(target: Target, asker: Asker, means: Means) -> tuple[Exhibit, ...]:
    home = urljoin(origin(target.url), "/")
    wanted = [(Role.PAGE, target.url)] + ([(Role.HOME, home)] if home != target.url else [])
    early = [(Role.WELL_KNOWN, urljoin(home, path)) for path in WELL_KNOWN[:1]]
    got = asker.ask([url for _, url in wanted + early])
    exhibits = tuple(
        with_scripts(read_page(role, url, one, means.read), asker, means)
        if role is not Role.WELL_KNOWN
        else raw(role, url, one)
        for (role, url), one in zip(wanted + early, got, strict=True)
    )
    means.tell("page", _page_step(exhibits))
    return exhibits


def _page_step(exhibits: tuple[Exhibit, ...]) -> Text:
    count = sum(len(one.reading.links) for one in exhibits if one.reading)
    if not any(one.is_read for one in exhibits):
        return Text(fr="La page n’a pas pu être lue.", en="The page could not be read.")
    return Text(fr=f"Page lue : {count} liens.", en=f"Page read: {count} links.")


def _well_known(urls: Sequence[str], asker: Asker) -> tuple[Exhibit, ...]:
    wanted = urls[: max(0, asker.left)]
    return tuple(raw(Role.WELL_KNOWN, url, got) for url, got in zip(wanted, asker.ask(wanted), strict=True))


def raw(role: Role, url: str, got: Page | Missing) -> Exhibit:
    """Give something for machines as it came, unread."""
    if isinstance(got, Missing):
        return Exhibit(role=role, url=url, missing=got)
    missing = None
    if not 200 <= got.status < 300:
        missing = Missing(
            url=url,
            cause=Cause.HTTP_STATUS,
            status=got.status,
            taken_at=got.taken_at,
            until=again_at(got),
        )
    return Exhibit(role=role, url=url, page=got, missing=missing)


def _all_robots(asker: Asker) -> tuple[Exhibit, ...]:
    return tuple(_robots(url, got) for url, got in asker.robots_seen)


def _robots(url: str, got: Page | Missing) -> Exhibit:
    """Give a robots.txt with what people wrote in it for people, one comment a line."""
    exhibit = raw(Role.ROBOTS, url, got)
    if exhibit.page is None or exhibit.missing is not None:
        return exhibit
    text = "\n\n".join(comment.text for comment in comments(exhibit.page.body))
    return replace(exhibit, reading=Reading(format="robots", text=text), language=language_of(text))
