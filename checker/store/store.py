"""The door: one short transaction a method, values of the model in and out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from checker.model import Check, Purpose, Report, Snapshot, Step
from checker.quiz.group import Group
from checker.store import checks, judgements, keys, ledger, snapshots, trainings
from checker.store.engine import lock, open_engine, reader, upgrade, writer
from checker.store.judgements import PackedReport, pack_report
from checker.store.records import Judgement, Listing, Past
from checker.words import CheckStatus

# Held while evidence is written or removed, and taken first: no body goes while another check takes it up.
EVIDENCE_LOCK = 0x67_61_72_65
MOST_ENTRIES = 100
PAGE = 500


class Store:
    """All that is kept, in a SQLite file or a PostgreSQL database; may be shared by threads and processes."""

    def __init__(self, url: str) -> None:
        """Open the database at an address such as `sqlite:////path` or `postgresql://…`.

        Raise `BadInput` for any other.
        """
        self._engine = open_engine(url)
        self._reads = reader(self._engine)
        self._writes = writer(self._engine)

    def migrate(self) -> None:
        """Bring the tables to their newest version; several processes may do so at once."""
        upgrade(self._engine)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def add(self, check: Check) -> None:
        """Keep a new check; its id must be new."""
        packed = _packed(check)
        with self._writes.begin() as connection:
            lock(connection, EVIDENCE_LOCK)
            checks.insert(connection, check, packed.digest if packed else None)
            if packed:
                judgements.put(connection, packed)

    def save(self, check: Check) -> None:
        """Write a check again; its earlier reports stay among its judgements, and no step is removed.

        Raise `NotFound` when it is not kept, or no more.
        """
        packed = _packed(check)
        with self._writes.begin() as connection:
            lock(connection, EVIDENCE_LOCK)
            checks.update(connection, check, packed.digest if packed else None)
            if packed:
                judgements.put(connection, packed)

    def get(self, id_: str) -> Check:
        """Give a check with all it saw; raise `NotFound`."""
        with self._reads.begin() as connection:
            return checks.load(connection, id_)

    def status(self, id_: str) -> CheckStatus:
        """Give where a check stands, without reading the rest; raise `NotFound`."""
        with self._reads.begin() as connection:
            return checks.status(connection, id_)

    def add_step(self, id_: str, step: Step) -> None:
        """Add one step to a check; raise `NotFound`."""
        with self._writes.begin() as connection:
            checks.hold(connection, id_)
            checks.add_steps(connection, id_, [step])

    def set_status(
        self, id_: str, status: CheckStatus, *, failure: str = "", finished_at: datetime | None = None
    ) -> bool:
        """Change where a check stands; False, and no change, when it was at its end; raise `NotFound`."""
        with self._writes.begin() as connection:
            if checks.move(connection, id_, status, failure, finished_at):
                return True
            checks.status(connection, id_)
            return False

    def latest(self, url: str, purpose: Purpose, since: datetime) -> Check | None:
        """Give the newest completed or partial answer to the same question that ended since a moment."""
        with self._reads.begin() as connection:
            id_ = checks.newest(connection, url, purpose, since)
            return None if id_ is None else checks.load(connection, id_)

    def newer(self, url: str, since: datetime) -> Check | None:
        """Give the newest answer about an address that ended after a moment, without anybody's documents."""
        with self._reads.begin() as connection:
            id_ = checks.newest_visit(connection, url, since)
            return None if id_ is None else checks.load(connection, id_)

    def pending(self, url: str, purpose: Purpose) -> Check | None:
        """Give a check of this very question that is not at its end yet."""
        with self._reads.begin() as connection:
            id_ = checks.pending(connection, url, purpose)
            return None if id_ is None else checks.load(connection, id_)

    def visits(self, host: str, since: datetime) -> list[datetime]:
        """Give when the checks since a moment began that visit a host or wait to, oldest first."""
        with self._reads.begin() as connection:
            return checks.visits(connection, host, since)

    def asked_before(self, id_: str, limit: int = 50) -> tuple[Past, ...]:
        """Give days and levels of other answers to the question of a check, newest first; no ids."""
        with self._reads.begin() as connection:
            return checks.asked_before(connection, id_, limit)

    def by_host(self, host: str, limit: int = 20, cursor: str = "") -> Listing:
        """Give a host's history, newest first, at most 100 lines; raise `BadInput` for a strange cursor."""
        with self._reads.begin() as connection:
            return checks.of_host(connection, host, max(1, min(limit, MOST_ENTRIES)), cursor)

    def forget(self, id_: str) -> None:
        """Remove a check, its answers, and what no other check still holds; raise `NotFound`."""
        with self._writes.begin() as connection:
            lock(connection, EVIDENCE_LOCK)
            checks.delete(connection, id_)

    def snapshot(self, id_: str) -> Snapshot:
        """Give the newest snapshot with an id, bodies included; raise `NotFound`."""
        with self._reads.begin() as connection:
            return snapshots.take(connection, snapshots.find(connection, id_))

    def all_snapshots(self) -> Iterator[tuple[str, str]]:
        """Give (check id, snapshot id) of each check that has a report; nothing stays open between pages."""
        after = ""
        while True:
            with self._reads.begin() as connection:
                page = checks.answered(connection, after, PAGE)
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1][0]

    def add_judgement(self, check_id: str, report: Report, at: datetime) -> None:
        """Remember another answer beside the one the check shows; raise `NotFound`."""
        packed = pack_report(check_id, report, at)
        with self._writes.begin() as connection:
            lock(connection, EVIDENCE_LOCK)
            checks.hold(connection, check_id)
            judgements.put(connection, packed)

    def judgements(self, check_id: str) -> tuple[Judgement, ...]:
        """Give every answer to a check, oldest first, the one it shows among them; raise `NotFound`."""
        with self._reads.begin() as connection:
            checks.status(connection, check_id)
            return judgements.take_all(connection, check_id)

    def claim(self, now: datetime, lease_seconds: float) -> Check | None:
        """Take the check that waits longest, or whose worker was lost; no two callers get the same one."""
        with self._reads.begin() as connection:
            if not ledger.due(connection, now):
                return None
        return self._claim(now, lease_seconds, None)

    def claim_one(self, id_: str, now: datetime, lease_seconds: float) -> Check | None:
        """Take one check, if it waits or its worker was lost."""
        return self._claim(now, lease_seconds, id_)

    def _claim(self, now: datetime, lease_seconds: float, id_: str | None) -> Check | None:
        with self._writes.begin() as connection:
            claimed = ledger.claim(connection, now, lease_seconds, id_)
            return None if claimed is None else checks.load(connection, claimed)

    def waiting(self) -> int:
        """Count the checks that nobody has taken yet."""
        with self._reads.begin() as connection:
            return ledger.waiting(connection)

    def lost(self, now: datetime) -> tuple[str, ...]:
        """Give the ids of checks whose worker did not come back before its lease ended."""
        with self._reads.begin() as connection:
            return ledger.lost(connection, now)

    def requeue(self, now: datetime, attempts: int) -> None:
        """Let lost checks wait again; one lost `attempts` times fails with the word `lost`."""
        with self._writes.begin() as connection:
            ledger.requeue(connection, now, attempts)

    def idempotent(self, key: str, body_hash: str, check_id: str, now: datetime) -> str:
        """Give the check that an Idempotency-Key stands for: `check_id` when the key is new for 24 hours.

        Raise `BadInput` (`idempotency_conflict`) when the key came with another body.
        """
        with self._writes.begin() as connection:
            return keys.settle(connection, key, body_hash, check_id, now)

    def release(self, key: str) -> None:
        """Forget an Idempotency-Key whose check could not be taken on."""
        with self._writes.begin() as connection:
            keys.release(connection, key)

    def add_group(self, group: Group) -> None:
        """Keep a set that is shared with a group; its ids must be new."""
        with self._writes.begin() as connection:
            trainings.insert(connection, group)

    def group(self, id_: str, now: datetime) -> Group:
        """Give a shared set by the id its trainees know; raise `NotFound`, also when its time is over."""
        with self._reads.begin() as connection:
            return trainings.load(connection, id_, now)

    def group_results(self, results: str, now: datetime) -> tuple[Group, dict[str, int]]:
        """Give a shared set by the id its trainer knows, with its counts; raise `NotFound`."""
        with self._reads.begin() as connection:
            return trainings.load_results(connection, results, now)

    def count_answers(self, id_: str, names: Iterable[str], now: datetime) -> None:
        """Add one to each of some counts of a shared set; raise `NotFound`."""
        with self._writes.begin() as connection:
            trainings.count(connection, id_, names, now)

    def drop_ended_groups(self, now: datetime) -> int:
        """Remove the shared sets whose time is over with their counts, and tell how many."""
        with self._writes.begin() as connection:
            return trainings.drop_ended(connection, now)


def _packed(check: Check) -> PackedReport | None:
    if check.report is None:
        return None
    return pack_report(check.id, check.report, check.finished_at or check.created_at)
