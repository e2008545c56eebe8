"""The tables. A document (`LargeBinary`) is gzipped JSON; beside it stand only columns that are searched.

checks           the question, where it stands, and its lease while a worker holds it
steps            what was told on the way, only ever added
judgements       each answer given to a check, the first and the re-judged ones
snapshots        what one visit saw, without bodies, under the hash of its content
bodies           each body once, under its SHA-256
snapshot_bodies  which exhibit of a snapshot holds which body
answered_keys    Idempotency-Key values of the last day, hashed
trainings        sets that a trainer shares with a group, until their last day
training_counts  how often each question of such a set was answered, answered rightly, or misunderstood
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa


class Moment(sa.TypeDecorator[datetime]):
    """An aware datetime, kept as naive UTC so that both databases compare it alike."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give naive UTC; raise `ValueError` for a datetime without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:
        """Give an aware datetime in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CHECKS = sa.Table(
    "checks",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("url", sa.String(8192), nullable=False),
    sa.Column("url_hash", sa.String(64), nullable=False),
    sa.Column("purpose_hash", sa.String(64), nullable=False),
    sa.Column("host", sa.String(255), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("finished_at", Moment),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("request", sa.LargeBinary, nullable=False),
    sa.Column("history", sa.LargeBinary, nullable=False),
    sa.Column("failure", sa.Text, nullable=False),
    sa.Column("judgement", sa.String(64)),
    sa.Column("lease_until", Moment),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Index(None, "host", "created_at", "id"),
    sa.Index(None, "url_hash", "purpose_hash"),
    sa.Index(None, "status", "created_at"),
    sa.Index(None, "created_at"),
)

STEPS = sa.Table(
    "steps",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("check_id", sa.ForeignKey("checks.id", ondelete="CASCADE"), nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index(None, "check_id"),
)

SNAPSHOTS = sa.Table(
    "snapshots",
    METADATA,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("taken_at", Moment, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index(None, "id"),
)

BODIES = sa.Table(
    "bodies",
    METADATA,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

SNAPSHOT_BODIES = sa.Table(
    "snapshot_bodies",
    METADATA,
    sa.Column("digest", sa.ForeignKey("snapshots.digest", ondelete="CASCADE"), primary_key=True),
    sa.Column("exhibit", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.ForeignKey("bodies.sha256"), nullable=False),
    sa.Index(None, "sha256"),
)

JUDGEMENTS = sa.Table(
    "judgements",
    METADATA,
    sa.Column("check_id", sa.ForeignKey("checks.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("snapshot", sa.ForeignKey("snapshots.digest"), nullable=False),
    sa.Column("edition", sa.String(255), nullable=False),
    sa.Column("level", sa.String(32), nullable=False),
    sa.Column("judged_at", Moment, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index(None, "snapshot"),
)

ANSWERED_KEYS = sa.Table(
    "answered_keys",
    METADATA,
    sa.Column("key_hash", sa.String(64), primary_key=True),
    sa.Column("body_hash", sa.String(64), nullable=False),
    sa.Column("check_id", sa.String(64), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Index(None, "check_id"),
    sa.Index(None, "created_at"),
)

TRAININGS = sa.Table(
    "trainings",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("results", sa.String(64), nullable=False),
    sa.Column("ends_at", Moment, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Index(None, "results", unique=True),
    sa.Index(None, "ends_at"),
)

TRAINING_COUNTS = sa.Table(
    "training_counts",
    METADATA,
    sa.Column("training_id", sa.ForeignKey("trainings.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", sa.String(96), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
