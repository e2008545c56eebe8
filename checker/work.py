"""The work on one check, with the clock, the chance and the time it is given."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from checker.assess import Books
from checker.check import check
from checker.data.samples import SampleFetcher
from checker.fetch import Ask, Courier
from checker.isolate import Parser
from checker.model import Check, Missing, Page, Step, Text
from checker.store import Store
from checker.visit import Allow, Means, Render, Send, Tell
from checker.words import CheckStatus

DEADLINE_SECONDS = 25.0
RENDER_SECONDS = 30.0
PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work on one check: visits, judges, and writes down each step."""

    books: Books
    store: Store
    parser: Parser
    courier: Courier
    samples: SampleFetcher
    render: Render | None = None

    @property
    def seconds(self) -> float:
        """Give the seconds that a visit may take; a browser needs more of them."""
        return DEADLINE_SECONDS + (RENDER_SECONDS if self.render else 0.0)

    def __call__(self, claimed: Check) -> None:
        """Do a check that was claimed and keep its report."""
        self.store.set_status(claimed.id, CheckStatus.FETCHING)

        def tell(name: str, say: Text) -> None:
            self._tell(claimed.id, name, say)

        means = means_of(self.send, self.parser, tell, self.seconds, self.render)
        report = check(claimed.request, self.books, means, new_id("snp"), today())
        kept = replace(self.store.get(claimed.id), status=report.status, report=report, finished_at=now())
        self.store.save(kept)

    def send(
        self, urls: Sequence[str], *, allow: Allow, seconds: float, delay: float
    ) -> tuple[Page | Missing, ...]:
        """Give what each address answers, from the sample sites or from the network."""
        if all(self.samples.serves(url) for url in urls):
            return tuple(self.samples(url, allow) for url in urls)
        return self.courier([Ask(url=url, allow=allow, seconds=seconds) for url in urls], delay)

    def _tell(self, check_id: str, name: str, say: Text) -> None:
        self.store.add_step(check_id, Step(name=name, at=now(), say=say))
        if name == "verdict":
            self.store.set_status(check_id, CheckStatus.ANALYSING)


def means_of(send: Send, parser: Parser, tell: Tell, seconds: float, render: Render | None = None) -> Means:
    """Give what a visit is lent, with so many seconds from now."""
    end = time.monotonic() + seconds
    return Means(
        send=send,
        read=parser.read,
        tell=tell,
        now=now,
        remaining=lambda: end - time.monotonic(),
        render=render,
    )


def new_id(kind: str = "chk") -> str:
    """Give an identifier of 128 random bits, which nobody can guess."""
    return f"{kind}_{secrets.token_urlsafe(16)}"


def now() -> datetime:
    """Give the time, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Give the day in France, whose law is applied by default."""
    return datetime.now(PARIS).date()
