"""Sets shared with a group, and the counts of its answers; both go when their time is over."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from checker.errors import NotFound
from checker.quiz.group import Group
from checker.store.engine import upsert
from checker.store.records import pack, unpack
from checker.store.tables import TRAINING_COUNTS, TRAININGS

NO_GROUP = "no such group, or its time is over"


def insert(connection: sa.Connection, group: Group) -> None:
    """Keep a new group."""
    row = {"id": group.id, "results": group.results, "ends_at": group.ends_at, "document": pack(group)}
    connection.execute(sa.insert(TRAININGS).values(**row))


def load(connection: sa.Connection, id_: str, now: datetime) -> Group:
    """Give a group by the id its trainees know; raise `NotFound`."""
    return _load(connection, TRAININGS.c.id == id_, now)


def load_results(connection: sa.Connection, results: str, now: datetime) -> tuple[Group, dict[str, int]]:
    """Give a group by the id its trainer knows, with its counts; raise `NotFound`."""
    group = _load(connection, TRAININGS.c.results == results, now)
    query = sa.select(TRAINING_COUNTS.c.name, TRAINING_COUNTS.c.number).where(
        TRAINING_COUNTS.c.training_id == group.id
    )
    return group, {row.name: row.number for row in connection.execute(query)}


def count(connection: sa.Connection, id_: str, names: Iterable[str], now: datetime) -> None:
    """Add one to each of some counts of a group; raise `NotFound`."""
    _load(connection, TRAININGS.c.id == id_, now, hold=True)
    # Always in the same order, so that two trainees at once never wait for each other.
    for name in sorted(set(names)):
        first = upsert(connection, TRAINING_COUNTS).values(training_id=id_, name=name, number=1)
        more = first.on_conflict_do_update(
            index_elements=["training_id", "name"], set_={"number": TRAINING_COUNTS.c.number + 1}
        )
        connection.execute(more)


def drop_ended(connection: sa.Connection, now: datetime) -> int:
    """Remove the groups whose time is over, and tell how many."""
    return connection.execute(sa.delete(TRAININGS).where(TRAININGS.c.ends_at <= now)).rowcount


def _load(
    connection: sa.Connection, which: sa.ColumnElement[bool], now: datetime, *, hold: bool = False
) -> Group:
    query = sa.select(TRAININGS.c.document).where(which, TRAININGS.c.ends_at > now)
    if hold:
        query = query.with_for_update(read=True, key_share=True)
    document = connection.execute(query).scalar_one_or_none()
    if document is None:
        raise NotFound(NO_GROUP)
    return unpack(document, Group)
