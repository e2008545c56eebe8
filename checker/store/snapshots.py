"""What was seen, under the hash of its content: the same body or visit is kept once, and none changes."""

import gzip
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa

from checker import codec
from checker.errors import NotFound
from checker.model import Exhibit, Snapshot
from checker.store.engine import insert_new
from checker.store.records import digest, squeeze, unpack
from checker.store.tables import BODIES, JUDGEMENTS, SNAPSHOT_BODIES, SNAPSHOTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A snapshot ready to be written; `bodies` holds exhibit number, SHA-256 and gzipped body."""

    digest: str
    id: str
    taken_at: datetime
    document: bytes
    bodies: tuple[tuple[int, str, bytes], ...]


def pack_snapshot(snapshot: Snapshot) -> Packed:
    """Take the bodies out of a snapshot and press both; done before a transaction is opened."""
    bodies = [
        (number, sha256(exhibit.page.body).hexdigest(), squeeze(exhibit.page.body))
        for number, exhibit in enumerate(snapshot.exhibits)
        if exhibit.page is not None
    ]
    bare = codec.encode(replace(snapshot, exhibits=tuple(_with_body(e, b"") for e in snapshot.exhibits)))
    return Packed(
        digest=digest(bare, *(sha.encode() for _, sha, _ in bodies)),
        id=snapshot.id,
        taken_at=snapshot.taken_at,
        document=squeeze(bare),
        bodies=tuple(bodies),
    )


def put(connection: sa.Connection, packed: Packed) -> None:
    """Write a snapshot and the bodies that are not there yet."""
    row = {"digest": packed.digest, "id": packed.id, "taken_at": packed.taken_at, "document": packed.document}
    insert_new(connection, SNAPSHOTS, [row])
    # In the order of the key, so that two writers cannot wait for each other.
    bodies = sorted({sha: content for _, sha, content in packed.bodies}.items())
    insert_new(connection, BODIES, [{"sha256": sha, "content": content} for sha, content in bodies])
    held = [{"digest": packed.digest, "exhibit": n, "sha256": sha} for n, sha, _ in packed.bodies]
    insert_new(connection, SNAPSHOT_BODIES, held)


def take(connection: sa.Connection, key: str) -> Snapshot:
    """Give the snapshot under a digest, bodies back in their pages."""
    document = connection.execute(
        sa.select(SNAPSHOTS.c.document).where(SNAPSHOTS.c.digest == key)
    ).scalar_one()
    held = (
        sa.select(SNAPSHOT_BODIES.c.exhibit, BODIES.c.content)
        .join(BODIES, BODIES.c.sha256 == SNAPSHOT_BODIES.c.sha256)
        .where(SNAPSHOT_BODIES.c.digest == key)
    )
    bodies = {row.exhibit: gzip.decompress(row.content) for row in connection.execute(held)}
    bare = unpack(document, Snapshot)
    exhibits = tuple(_with_body(e, bodies.get(number, b"")) for number, e in enumerate(bare.exhibits))
    return replace(bare, exhibits=exhibits)


def find(connection: sa.Connection, id_: str) -> str:
    """Give the digest of the newest snapshot with an id; raise `NotFound`."""
    query = (
        sa.select(SNAPSHOTS.c.digest)
        .where(SNAPSHOTS.c.id == id_)
        .order_by(SNAPSHOTS.c.taken_at.desc(), SNAPSHOTS.c.digest)
        .limit(1)
    )
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise NotFound("no such snapshot")
    return str(found)


def drop_unheld(connection: sa.Connection, keys: Collection[str]) -> None:
    """Remove those of some snapshots that no judgement holds, then the bodies no snapshot holds."""
    held = sa.exists().where(JUDGEMENTS.c.snapshot == SNAPSHOTS.c.digest)
    gone = (
        connection.execute(sa.select(SNAPSHOTS.c.digest).where(SNAPSHOTS.c.digest.in_(keys), ~held))
        .scalars()
        .all()
    )
    in_gone = SNAPSHOT_BODIES.c.digest.in_(gone)
    bodies = connection.execute(sa.select(SNAPSHOT_BODIES.c.sha256).where(in_gone).distinct()).scalars().all()
    connection.execute(sa.delete(SNAPSHOTS).where(SNAPSHOTS.c.digest.in_(gone)))
    used = sa.exists().where(SNAPSHOT_BODIES.c.sha256 == BODIES.c.sha256)
    connection.execute(sa.delete(BODIES).where(BODIES.c.sha256.in_(bodies), ~used))


def _with_body(exhibit: Exhibit, body: bytes) -> Exhibit:
    return exhibit if exhibit.page is None else replace(exhibit, page=replace(exhibit.page, body=body))
