"""The rows of `checks` and `steps`."""

import base64
import binascii
from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from checker.errors import BadInput, NotFound
from checker.model import Check, Purpose, Step
from checker.store import judgements, snapshots
from checker.store.records import (
    Listing,
    Past,
    check_row,
    check_value,
    entry_value,
    pack,
    plain_text,
    purpose_hash,
    unpack,
    url_hash,
)
from checker.store.tables import ANSWERED_KEYS, CHECKS, JUDGEMENTS, SNAPSHOTS, STEPS
from checker.words import CheckStatus, Level

FINAL = tuple(str(status) for status in CheckStatus if status.is_final)
ANSWERED = (str(CheckStatus.COMPLETED), str(CheckStatus.PARTIAL))
NO_CHECK = "no such check"


def insert(connection: sa.Connection, check: Check, judgement: str | None) -> None:
    """Write a new check."""
    connection.execute(sa.insert(CHECKS).values(**check_row(check), judgement=judgement, attempts=0))
    add_steps(connection, check.id, check.steps)


def update(connection: sa.Connection, check: Check, judgement: str | None) -> None:
    """Write a check again; steps are only ever added. Raise `NotFound` when it was forgotten meanwhile."""
    values = check_row(check) | {"judgement": judgement}
    if check.status.is_final:
        values["lease_until"] = None
    if not connection.execute(sa.update(CHECKS).where(CHECKS.c.id == check.id).values(**values)).rowcount:
        raise NotFound(NO_CHECK)
    known = set(steps(connection, check.id))
    add_steps(connection, check.id, [step for step in check.steps if step not in known])


def add_steps(connection: sa.Connection, id_: str, new: Iterable[Step]) -> None:
    """Write steps after those already there."""
    rows = [{"check_id": id_, "document": pack(step)} for step in new]
    if rows:
        connection.execute(sa.insert(STEPS), rows)


def steps(connection: sa.Connection, id_: str) -> tuple[Step, ...]:
    """Give the steps of a check in the order they were written."""
    query = sa.select(STEPS.c.document).where(STEPS.c.check_id == id_).order_by(STEPS.c.number)
    return tuple(unpack(document, Step) for document in connection.execute(query).scalars())


def hold(connection: sa.Connection, id_: str) -> None:
    """Keep a check from being forgotten until the transaction ends; raise `NotFound`."""
    query = sa.select(CHECKS.c.id).where(CHECKS.c.id == id_).with_for_update(read=True, key_share=True)
    if connection.execute(query).first() is None:
        raise NotFound(NO_CHECK)


def load(connection: sa.Connection, id_: str) -> Check:
    """Give a check put together again; raise `NotFound`."""
    row = connection.execute(sa.select(CHECKS).where(CHECKS.c.id == id_)).one_or_none()
    if row is None:
        raise NotFound(NO_CHECK)
    report = None if row.judgement is None else judgements.take(connection, id_, row.judgement)
    return check_value(row, steps(connection, id_), report)


def status(connection: sa.Connection, id_: str) -> CheckStatus:
    """Give where a check stands; raise `NotFound`."""
    word = connection.execute(sa.select(CHECKS.c.status).where(CHECKS.c.id == id_)).scalar_one_or_none()
    if word is None:
        raise NotFound(NO_CHECK)
    return CheckStatus(word)


def move(connection: sa.Connection, id_: str, to: CheckStatus, failure: str, at: datetime | None) -> bool:
    """Change where a check stands, unless it already stands at its end."""
    values = {"status": str(to), "failure": plain_text(failure), "finished_at": at}
    if to.is_final:
        values["lease_until"] = None
    here = sa.and_(CHECKS.c.id == id_, CHECKS.c.status.not_in(FINAL))
    return connection.execute(sa.update(CHECKS).where(here).values(**values)).rowcount == 1


def newest(connection: sa.Connection, url: str, purpose: Purpose, since: datetime) -> str | None:
    """Give the id of the newest answer to this very question that was finished since a moment."""
    ended = sa.func.coalesce(CHECKS.c.finished_at, CHECKS.c.created_at)
    query = (
        sa.select(CHECKS.c.id)
        .where(CHECKS.c.url_hash == url_hash(url), CHECKS.c.purpose_hash == purpose_hash(purpose))
        .where(CHECKS.c.status.in_(ANSWERED), ended >= since)
        .order_by(ended.desc(), CHECKS.c.id)
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def newest_visit(connection: sa.Connection, url: str, since: datetime) -> str | None:
    """Give the id of the newest answer about an address that was finished after a moment."""
    ended = sa.func.coalesce(CHECKS.c.finished_at, CHECKS.c.created_at)
    query = (
        sa.select(CHECKS.c.id)
        .where(CHECKS.c.url_hash == url_hash(url), CHECKS.c.status.in_(ANSWERED), ended > since)
        .where(CHECKS.c.revision == 1)
        .order_by(ended.desc(), CHECKS.c.id)
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def pending(connection: sa.Connection, url: str, purpose: Purpose) -> str | None:
    """Give the id of a check of this very question that is not at its end, the oldest one."""
    query = (
        sa.select(CHECKS.c.id)
        .where(CHECKS.c.url_hash == url_hash(url), CHECKS.c.purpose_hash == purpose_hash(purpose))
        .where(CHECKS.c.status.not_in(FINAL))
        .order_by(CHECKS.c.created_at, CHECKS.c.id)
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def visits(connection: sa.Connection, host: str, since: datetime) -> list[datetime]:
    """Give when the checks began that visit a host or wait to, oldest first; a re-judged one does not."""
    is_visit = sa.or_(CHECKS.c.attempts > 0, CHECKS.c.status == str(CheckStatus.QUEUED))
    query = (
        sa.select(CHECKS.c.created_at)
        .where(CHECKS.c.host == host, CHECKS.c.created_at > since, is_visit)
        .order_by(CHECKS.c.created_at)
    )
    return list(connection.execute(query).scalars())


def asked_before(connection: sa.Connection, id_: str, limit: int) -> tuple[Past, ...]:
    """Give the newest answers to the question of a check that other checks got, never with whose they are.

    A later revision was changed by a person's own document, and is left out.
    """
    mine, ended = CHECKS.alias(), sa.func.coalesce(CHECKS.c.finished_at, CHECKS.c.created_at)
    query = (
        sa.select(ended, JUDGEMENTS.c.level, JUDGEMENTS.c.edition)
        .join_from(CHECKS, mine, sa.and_(mine.c.url_hash == CHECKS.c.url_hash, mine.c.id == id_))
        .join(
            JUDGEMENTS,
            sa.and_(JUDGEMENTS.c.check_id == CHECKS.c.id, JUDGEMENTS.c.digest == CHECKS.c.judgement),
        )
        .where(mine.c.purpose_hash == CHECKS.c.purpose_hash, CHECKS.c.id != id_)
        .where(CHECKS.c.status.in_(ANSWERED), CHECKS.c.revision == 1)
        .order_by(ended.desc(), CHECKS.c.id)
        .limit(limit)
    )
    return tuple(
        Past(at=at, level=Level(level), edition=edition) for at, level, edition in connection.execute(query)
    )


def of_host(connection: sa.Connection, host: str, limit: int, cursor: str) -> Listing:
    """Give the lines of one host, newest first; raise `BadInput` for a cursor that is not ours."""
    columns = (CHECKS.c.id, CHECKS.c.url, CHECKS.c.status, CHECKS.c.created_at, CHECKS.c.finished_at)
    shown = sa.and_(JUDGEMENTS.c.check_id == CHECKS.c.id, JUDGEMENTS.c.digest == CHECKS.c.judgement)
    query = (
        sa.select(*columns, JUDGEMENTS.c.level, JUDGEMENTS.c.edition)
        .outerjoin_from(CHECKS, JUDGEMENTS, shown)
        .where(CHECKS.c.host == host)
        .order_by(CHECKS.c.created_at.desc(), CHECKS.c.id.desc())
        .limit(limit + 1)
    )
    if cursor:
        at, id_ = _read_cursor(cursor)
        same_moment = sa.and_(CHECKS.c.created_at == at, CHECKS.c.id < id_)
        query = query.where(sa.or_(CHECKS.c.created_at < at, same_moment))
    entries = tuple(entry_value(row) for row in connection.execute(query))
    if len(entries) <= limit:
        return Listing(entries=entries)
    last = entries[limit - 1]
    return Listing(entries=entries[:limit], cursor=_cursor(last.created_at, last.id))


def answered(connection: sa.Connection, after: str, limit: int) -> list[tuple[str, str]]:
    """Give (check id, snapshot id) of checks that have a report, in the order of the first."""
    query = (
        sa.select(CHECKS.c.id, SNAPSHOTS.c.id)
        .join(
            JUDGEMENTS,
            sa.and_(JUDGEMENTS.c.check_id == CHECKS.c.id, JUDGEMENTS.c.digest == CHECKS.c.judgement),
        )
        .join(SNAPSHOTS, SNAPSHOTS.c.digest == JUDGEMENTS.c.snapshot)
        .where(CHECKS.c.id > after)
        .order_by(CHECKS.c.id)
        .limit(limit)
    )
    return [(check_id, snapshot_id) for check_id, snapshot_id in connection.execute(query)]


def delete(connection: sa.Connection, id_: str) -> None:
    """Remove a check and all that only it held; raise `NotFound`."""
    held = sa.select(JUDGEMENTS.c.snapshot).where(JUDGEMENTS.c.check_id == id_).distinct()
    keys = connection.execute(held).scalars().all()
    if not connection.execute(sa.delete(CHECKS).where(CHECKS.c.id == id_)).rowcount:
        raise NotFound(NO_CHECK)
    connection.execute(sa.delete(ANSWERED_KEYS).where(ANSWERED_KEYS.c.check_id == id_))
    snapshots.drop_unheld(connection, keys)


def _cursor(at: datetime, id_: str) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()} {id_}".encode()).decode().rstrip("=")


def _read_cursor(cursor: str) -> tuple[datetime, str]:
    try:
        text = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
        moment, _, id_ = text.partition(" ")
        at = datetime.fromisoformat(moment)
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise BadInput("bad_cursor", "this cursor is not one of ours", pointer="/cursor") from error
    if at.tzinfo is None or "\x00" in id_:
        raise BadInput("bad_cursor", "this cursor is not one of ours", pointer="/cursor")
    return at, id_
