"""The answers given to a check; the first is kept when a later law gives another."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from checker import codec
from checker.model import Report, Snapshot
from checker.store import snapshots
from checker.store.engine import insert_new
from checker.store.records import Judgement, digest, squeeze, unpack
from checker.store.snapshots import Packed, pack_snapshot
from checker.store.tables import JUDGEMENTS
from checker.words import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedReport:
    """A report ready to be written, its snapshot apart."""

    snapshot: Packed
    row: dict[str, Any]

    @property
    def digest(self) -> str:
        """Give the key of the judgement within its check."""
        return str(self.row["digest"])


def pack_report(check_id: str, report: Report, judged_at: datetime) -> PackedReport:
    """Take the snapshot out of a report and press both; done before a transaction is opened."""
    packed = pack_snapshot(report.snapshot)
    bare = codec.encode(replace(report, snapshot=replace(report.snapshot, exhibits=())))
    row = {
        "check_id": check_id,
        "digest": digest(bare, packed.digest.encode()),
        "snapshot": packed.digest,
        "edition": report.edition,
        "level": str(report.verdict.level),
        "judged_at": judged_at,
        "document": squeeze(bare),
    }
    return PackedReport(snapshot=packed, row=row)


def put(connection: sa.Connection, packed: PackedReport) -> None:
    """Write a judgement; the very same answer again keeps the hour of the first."""
    snapshots.put(connection, packed.snapshot)
    insert_new(connection, JUDGEMENTS, [packed.row])


def take(connection: sa.Connection, check_id: str, key: str) -> Report:
    """Give one report of a check, whole."""
    here = sa.and_(JUDGEMENTS.c.check_id == check_id, JUDGEMENTS.c.digest == key)
    row = connection.execute(sa.select(JUDGEMENTS).where(here)).one()
    return _report(row, snapshots.take(connection, row.snapshot))


def take_all(connection: sa.Connection, check_id: str) -> tuple[Judgement, ...]:
    """Give every answer to a check, oldest first; a visit that several judged is read once."""
    query = (
        sa.select(JUDGEMENTS)
        .where(JUDGEMENTS.c.check_id == check_id)
        .order_by(JUDGEMENTS.c.judged_at, JUDGEMENTS.c.digest)
    )
    rows = connection.execute(query).all()
    seen = {key: snapshots.take(connection, key) for key in sorted({row.snapshot for row in rows})}
    return tuple(
        Judgement(
            edition=row.edition,
            level=Level(row.level),
            judged_at=row.judged_at,
            report=_report(row, seen[row.snapshot]),
        )
        for row in rows
    )


def _report(row: Any, snapshot: Snapshot) -> Report:
    return replace(unpack(row.document, Report), snapshot=snapshot)
