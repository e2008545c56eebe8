"""Who works on which check: a check waits, or a worker holds it until its lease ends."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from checker.store.tables import CHECKS
from checker.words import CheckStatus

RUNNING = (str(CheckStatus.FETCHING), str(CheckStatus.ANALYSING))
LOST = "lost"


def _is_lost(now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(CHECKS.c.status.in_(RUNNING), CHECKS.c.lease_until < now)


def _is_due(now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(CHECKS.c.status == str(CheckStatus.QUEUED), _is_lost(now))


def due(connection: sa.Connection, now: datetime) -> bool:
    """Tell whether there is something to claim."""
    return connection.execute(sa.select(CHECKS.c.id).where(_is_due(now)).limit(1)).first() is not None


def claim(connection: sa.Connection, now: datetime, lease_seconds: float, id_: str | None) -> str | None:
    """Take the check named, or the one that has waited longest; None when another has it or none waits."""
    oldest = sa.select(CHECKS.c.id).where(_is_due(now)).order_by(CHECKS.c.created_at, CHECKS.c.id).limit(1)
    wanted = oldest.with_for_update(skip_locked=True).scalar_subquery() if id_ is None else id_
    statement = (
        sa.update(CHECKS)
        .where(CHECKS.c.id == wanted, _is_due(now))
        .values(
            status=str(CheckStatus.FETCHING),
            lease_until=now + timedelta(seconds=lease_seconds),
            attempts=CHECKS.c.attempts + 1,
        )
        .returning(CHECKS.c.id)
    )
    return connection.execute(statement).scalar_one_or_none()


def waiting(connection: sa.Connection) -> int:
    """Count the checks that nobody has taken yet."""
    query = sa.select(sa.func.count()).where(CHECKS.c.status == str(CheckStatus.QUEUED))
    return int(connection.execute(query).scalar_one())


def lost(connection: sa.Connection, now: datetime) -> tuple[str, ...]:
    """Give the ids of the checks whose worker did not come back in time."""
    query = sa.select(CHECKS.c.id).where(_is_lost(now)).order_by(CHECKS.c.created_at, CHECKS.c.id)
    return tuple(connection.execute(query).scalars())


def requeue(connection: sa.Connection, now: datetime, attempts: int) -> None:
    """Let lost checks wait again; those lost so many times fail with `lost`."""
    end = {"status": str(CheckStatus.FAILED), "failure": LOST, "finished_at": now, "lease_until": None}
    too_often = sa.and_(_is_lost(now), CHECKS.c.attempts >= attempts)
    connection.execute(sa.update(CHECKS).where(too_often).values(**end))
    again = {"status": str(CheckStatus.QUEUED), "lease_until": None}
    connection.execute(sa.update(CHECKS).where(_is_lost(now)).values(**again))
