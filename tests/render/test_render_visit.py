"""When a visit opens a page in a browser, and what that browser may ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from checker.html import read
from checker.model import Missing, Page
from checker.visit import Allow, Asker, Means
from checker.visit.reading import read_page
from checker.visit.scripts import with_scripts
from checker.words import Cause, Role

NOW = datetime(2026, 11, 27, tzinfo=UTC)
SHELL = b"<div id=root></div><script src=/app.js></script>"


def page(url: str, body: bytes, status: int = 200) -> Page:
    headers = (("Content-Type", "text/html"),)
    digest = sha256(body).hexdigest()
    return Page(
        url=url, final_url=url, status=status, headers=headers, body=body, taken_at=NOW, sha256=digest
    )


@dataclass
class Trip:
    """A network of empty pages, a clock that stands, and a browser that asks for what it is told."""

    wants: Sequence[str] = ()
    left: float = 30.0
    asked: list[str] = field(default_factory=list)
    given: list[tuple[str, float]] = field(default_factory=list)
    got: list[Page | Missing] = field(default_factory=list)

    def send(
        self, urls: Sequence[str], *, allow: Allow, seconds: float, delay: float
    ) -> tuple[Page | Missing, ...]:
        self.asked += urls
        return tuple(page(url, b"", 404 if url.endswith("robots.txt") else 200) for url in urls)

    def render(
        self, shell: Page, ask: Callable[[Sequence[str]], Sequence[Page | Missing]], seconds: float
    ) -> Page | Missing:
        self.given.append((shell.url, seconds))
        self.got += ask(self.wants)
        return Missing(url=shell.url, cause=Cause.PARSER_STOPPED, taken_at=NOW, detail="browser: timeout")

    def means(self) -> Means:
        return Means(
            send=self.send,
            read=lambda one: read(one.body, "text/html", one.url),
            tell=lambda name, say: None,
            now=lambda: NOW,
            remaining=lambda: self.left,
            render=self.render,
        )


def opened(trip: Trip, asker: Asker, url: str, body: bytes = SHELL) -> Cause | None:
    means = trip.means()
    exhibit = with_scripts(read_page(Role.TERMS, url, page(url, body), means.read), asker, means)
    return exhibit.missing.cause if exhibit.missing else None


def test_three_empty_pages_of_a_visit_are_opened_for_twenty_seconds_at_most() -> None:
    trip = Trip()
    asker = Asker(trip.means())
    causes = [opened(trip, asker, f"http://a.fr/{n}") for n in range(3)]
    trip.left = 7.0
    late = opened(trip, Asker(trip.means()), "http://a.fr/late")
    assert causes == [Cause.PARSER_STOPPED] * 3
    assert late is Cause.PARSER_STOPPED
    assert opened(trip, asker, "http://a.fr/fourth") is Cause.EMPTY_SHELL
    assert trip.given == [
        ("http://a.fr/0", 20.0),
        ("http://a.fr/1", 20.0),
        ("http://a.fr/2", 20.0),
        ("http://a.fr/late", 7.0),
    ]


def test_nothing_is_opened_when_the_time_is_over_or_the_page_has_words() -> None:
    trip = Trip(left=0.0)
    assert opened(trip, Asker(trip.means()), "http://a.fr/") is Cause.EMPTY_SHELL
    trip.left = 30.0
    words = b"<p>" + b"These terms govern your use of this site. " * 20 + b"</p><script src=/app.js></script>"
    assert opened(trip, Asker(trip.means()), "http://a.fr/", words) is None
    assert trip.given == []


def test_scripts_have_limits_of_their_own_and_use_up_none_of_the_visit() -> None:
    trip = Trip(wants=[f"http://cdn{n}.fr/app.js" for n in range(10)])
    asker = Asker(trip.means())
    asker.learn("http://a.fr/")
    opened(trip, asker, "http://a.fr/")
    causes = [one.cause if isinstance(one, Missing) else None for one in trip.got]
    assert causes == [None] * 7 + [Cause.LIMIT_REACHED] * 3
    robots = [url for url in trip.asked if url.endswith("/robots.txt")]
    assert robots == ["http://a.fr/robots.txt", *(f"http://cdn{n}.fr/robots.txt" for n in range(7))]
    assert (asker.asked, asker.left, asker.limits) == (1, 11, [])
    assert [url for url, _ in asker.robots_seen] == ["http://a.fr/robots.txt"]
