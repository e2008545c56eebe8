"""What one process needs, built once: the books, the store, the door to the network, the workers."""

import math
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from checker import address
from checker.assess import Books, assess
from checker.data import load_books
from checker.data.opt_out_files import load_opt_out
from checker.data.samples import Sample, SampleFetcher, load_samples
from checker.errors import BadInput, Busy, TargetBusy
from checker.fetch import Courier, Fetcher, as_fetch, user_agent
from checker.isolate import Parser
from checker.jobs import Runner
from checker.model import (
    Check,
    CheckRequest,
    Exhibit,
    Missing,
    Page,
    Purpose,
    Reading,
    Snapshot,
    Step,
    Target,
    Text,
)
from checker.render import renderer_of
from checker.rules import purpose_from
from checker.rules.book import LawField
from checker.rules.moved import Shift, shifts
from checker.settings import Settings
from checker.store import Store
from checker.supply import Given, exhibit_of, with_document
from checker.visit import Render, Send
from checker.words import CheckStatus, Level, Role
from checker.work import DEADLINE_SECONDS, RENDER_SECONDS, Work, means_of, new_id, now, today

SUPPLY_SECONDS = 20.0
FRESH_SECONDS = 86_400
HOUR = timedelta(hours=1)
SUPPLIED = Text(fr="Document ajouté par vous.", en="Document added by you.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A stored verdict that the newest books changed, with the reasons that differ."""

    check: str
    host: str
    before: Level
    after: Level
    why: tuple[Shift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The process's own tools; `build` makes them, `close` lets them go."""

    settings: Settings
    books: Books
    samples: tuple[Sample, ...]
    store: Store
    parser: Parser
    courier: Courier
    runner: Runner
    send: Send
    render: Render | None = None
    seconds: float = DEADLINE_SECONDS
    supplying: threading.Lock = field(default_factory=threading.Lock)
    starting: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def build(cls, settings: Settings, fetcher: Callable[..., Page | Missing] | None = None) -> "Services":
        """Give the services of one process; the store brings itself to its newest form.

        Raise `BadInput` when pages are to be rendered and cannot be on this machine.
        """
        samples = load_samples()
        store = Store(settings.store_url)
        store.migrate()
        courier = Courier(
            as_fetch(fetcher) if fetcher else Fetcher(settings), opted_out=load_opt_out(settings.opt_out)
        )
        parser = Parser()
        worker = Work(
            books=load_books(),
            store=store,
            parser=parser,
            courier=courier,
            samples=SampleFetcher(samples),
            render=renderer_of(user_agent(settings)) if settings.render else None,
        )
        runner = Runner(store, worker, workers=settings.workers, queue_size=settings.queue_size, clock=now)
        return cls(
            settings=settings,
            books=worker.books,
            samples=tuple(samples.values()),
            store=store,
            parser=parser,
            courier=courier,
            runner=runner,
            send=worker.send,
            render=worker.render,
            seconds=worker.seconds,
        )

    def close(self) -> None:
        """Stop the workers and let go of processes and connections."""
        self.runner.stop()
        self.parser.close()
        self.store.close()

    def target(self, typed: str) -> Target:
        """Give what a person typed as a target; raise `BadInput`."""
        return address.target(typed, self._sample_hosts)

    @property
    def _sample_hosts(self) -> frozenset[str]:
        return frozenset(sample.host for sample in self.samples)

    def purpose_from(self, given: Mapping[str, object]) -> Purpose:
        """Give a purpose from fixed words; raise `BadInput` that names those allowed."""
        return purpose_from(given)

    @property
    def checks(self) -> Store:
        """Give where checks are kept."""
        return self.store

    @property
    def fields(self) -> tuple[LawField, ...]:
        """Give the fields of a purpose, with their words in both languages."""
        return self.books.law.fields

    def start(self, request: CheckRequest, max_age: int | None = FRESH_SECONDS, check_id: str = "") -> Check:
        """Give a stored answer to the same question not older than `max_age` seconds, or start a check.

        With a `max_age` an address that was read a moment ago is judged anew from what was read then.
        With `check_id` the check has that id and is nobody else's. Raise `Busy`, `TargetBusy`.
        """
        stored = None if check_id else self._stored(request, max_age or 0)
        if stored is not None:
            return stored
        if request.target.host in self._sample_hosts:
            return self._begun(request, check_id)
        with self.starting:  # or two who ask at once would not see each other
            return self._spared(request, max_age or 0, check_id) or self._begun(request, check_id)

    def _begun(self, request: CheckRequest, check_id: str) -> Check:
        new = Check(id=check_id or new_id(), request=request, status=CheckStatus.QUEUED, created_at=now())
        self.runner.submit(new)
        return new

    def _stored(self, request: CheckRequest, max_age: int) -> Check | None:
        if not max_age:
            return None
        stored = self.store.latest(request.target.url, request.purpose, now() - timedelta(seconds=max_age))
        return stored if stored is not None and self._is_fit(stored) else None

    def _spared(self, request: CheckRequest, max_age: int, check_id: str) -> Check | None:
        """Give an answer that spares a site a visit; raise `TargetBusy` when it had its share without one."""
        waiting = None if check_id else self.store.pending(request.target.url, request.purpose)
        if waiting is not None:
            self.runner.start()  # it may wait since another process ended
            return waiting
        seen = self._seen(request, min(max_age, self.settings.cooldown), check_id)
        if seen is not None:
            return seen
        begun = self.store.visits(request.target.host, now() - HOUR)
        if len(begun) < self.settings.host_visits:
            return None
        seen = self._seen(request, FRESH_SECONDS, check_id)
        if seen is None:
            oldest = begun[-self.settings.host_visits]
            raise TargetBusy(max(1, math.ceil((oldest + HOUR - now()).total_seconds())))
        return seen

    def _seen(self, request: CheckRequest, seconds: int, check_id: str) -> Check | None:
        """Give an answer from a visit to the address not longer ago than some seconds."""
        since = now() - timedelta(seconds=seconds)
        seen = self.store.newer(request.target.url, since)
        if seen is None or seen.report is None or seen.report.snapshot.taken_at < since:
            return None
        is_same = seen.request.purpose == request.purpose and self._is_fit(seen)
        return seen if is_same and not check_id else self.rejudge(seen.id, request.purpose, check_id)

    def _is_fit(self, stored: Check) -> bool:
        """Tell whether a stored answer may serve anybody: never one that a person's document changed."""
        report = stored.report
        if report is None or report.edition != self.books.edition:
            return False
        return not report.snapshot.of(Role.SUPPLIED)

    def supply(self, check_id: str, given: Given) -> Check:
        """Give a check one revision on, judged with a document that a person hands over.

        Raise `NotFound`, `NotTaken` for a document that cannot be used, `BadInput` for a check that goes on.
        """
        if not self.store.status(check_id).is_final:
            raise BadInput("not_finished", "this check goes on; supply the document when it is over")
        return self._revised(check_id, self._exhibit(given))

    def start_with(self, request: CheckRequest, given: Given) -> Check:
        """Give a new check of an address, judged with a document; takes the time of a visit.

        Raise `NotTaken` before anything is asked for, `Busy` when the visit does not end in time.
        """
        exhibit = self._exhibit(given)
        check = self.start(request, check_id=new_id())
        if not self.wait(check.id, self.seconds + 5).status.is_final:
            raise Busy(int(self.seconds))
        return self._revised(check.id, exhibit)

    def _exhibit(self, given: Given) -> Exhibit:
        seconds = SUPPLY_SECONDS + (RENDER_SECONDS if self.render else 0.0)
        means = means_of(self.send, self.parser, lambda name, say: None, seconds, self.render)
        return exhibit_of(given, self.books, means, self._sample_hosts)

    def _revised(self, check_id: str, exhibit: Exhibit) -> Check:
        with self.supplying:
            old = self.store.get(check_id)
            nothing = Snapshot(id="", target=old.request.target, taken_at=old.created_at, exhibits=())
            before = old.report.snapshot if old.report else nothing
            snapshot = with_document(before, exhibit, new_id("snp"))
            if snapshot is before:
                return old
            report = assess(snapshot, old.request.purpose, self.books, today())
            new = replace(
                old,
                revision=old.revision + 1,
                steps=(*old.steps, Step(name="supplied", at=now(), say=SUPPLIED)),
                status=report.status,
                report=report,
                failure="",
                finished_at=now(),
            )
            self.store.save(new)
            return new

    def read_html(self, html: str, url: str) -> Reading:
        """Give the readable side of HTML that a caller has; raise `BadInput` when it cannot be read."""
        body = html.encode("utf-8", "replace")
        reading = self.parser.read_bytes(body, "text/html; charset=utf-8", url)
        if isinstance(reading, Missing):
            raise BadInput(reading.word, "this HTML could not be read", pointer="/html")
        return reading

    def wait(self, check_id: str, seconds: float) -> Check:
        """Give a check once it is over, or as it stands after some seconds; raise `NotFound`."""
        return self.runner.wait(check_id, seconds)

    def rejudge(self, check_id: str, purpose: Purpose, as_id: str = "") -> Check:
        """Judge what a check saw for another purpose; gives a new check, and needs no network."""
        old = self.store.get(check_id)
        if old.report is None:
            return old
        report = assess(old.report.snapshot, purpose, self.books, today())
        new = replace(
            old,
            id=as_id or new_id(),
            request=replace(old.request, purpose=purpose),
            status=report.status,
            created_at=now(),
            finished_at=now(),
            report=report,
        )
        self.store.add(new)
        return new

    def rejudge_all(self) -> Iterator[Move]:
        """Judge every stored snapshot by today's books; keep the answers, give those that moved."""
        for check_id, _ in self.store.all_snapshots():
            old = self.store.get(check_id).report
            if old is None or old.edition == self.books.edition:
                continue
            new = assess(old.snapshot, old.purpose, self.books, today())
            self.store.add_judgement(check_id, new, now())
            if new.verdict.level is not old.verdict.level:
                yield Move(
                    check=check_id,
                    host=old.snapshot.target.host,
                    before=old.verdict.level,
                    after=new.verdict.level,
                    why=shifts(old.verdict, new.verdict),
                )
