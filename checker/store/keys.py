"""Idempotency keys: the same key within a day gives the same check (IETF draft httpapi-idempotency-key)."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from checker.errors import BadInput
from checker.store.engine import upsert
from checker.store.records import digest
from checker.store.tables import ANSWERED_KEYS

KEPT = timedelta(hours=24)


def settle(connection: sa.Connection, key: str, body_hash: str, check_id: str, now: datetime) -> str:
    """Give the check a key stands for, `check_id` if the key is new; raise `BadInput` on conflict."""
    connection.execute(sa.delete(ANSWERED_KEYS).where(ANSWERED_KEYS.c.created_at <= now - KEPT))
    row = {"key_hash": _hash(key), "body_hash": body_hash, "check_id": check_id, "created_at": now}
    insert = upsert(connection, ANSWERED_KEYS).values(**row)
    # An update that changes nothing, so that the row found is held and given back.
    keep = insert.on_conflict_do_update(index_elements=["key_hash"], set_={"key_hash": row["key_hash"]})
    found = connection.execute(keep.returning(ANSWERED_KEYS.c.body_hash, ANSWERED_KEYS.c.check_id)).one()
    if found.body_hash != body_hash:
        raise BadInput("idempotency_conflict", "this Idempotency-Key was used with another body")
    return str(found.check_id)


def release(connection: sa.Connection, key: str) -> None:
    """Forget a key, for when its check could not be taken on after all."""
    connection.execute(sa.delete(ANSWERED_KEYS).where(ANSWERED_KEYS.c.key_hash == _hash(key)))


def _hash(key: str) -> str:
    return digest(key.encode("utf-8", "surrogatepass"))
