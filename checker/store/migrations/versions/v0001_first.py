"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "answered_keys",
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("check_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_answered_keys")),
    )
    op.create_index(op.f("ix_answered_keys_check_id"), "answered_keys", ["check_id"], unique=False)
    op.create_index(op.f("ix_answered_keys_created_at"), "answered_keys", ["created_at"], unique=False)
    op.create_table(
        "bodies",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_bodies")),
    )
    op.create_table(
        "checks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("url", sa.String(length=8192), nullable=False),
        sa.Column("url_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose_hash", sa.String(length=64), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("history", sa.LargeBinary(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("judgement", sa.String(length=64), nullable=True),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
    )
    op.create_index(op.f("ix_checks_created_at"), "checks", ["created_at"], unique=False)
    op.create_index(
        op.f("ix_checks_host_created_at_id"), "checks", ["host", "created_at", "id"], unique=False
    )
    op.create_index(op.f("ix_checks_status_created_at"), "checks", ["status", "created_at"], unique=False)
    op.create_index(
        op.f("ix_checks_url_hash_purpose_hash"), "checks", ["url_hash", "purpose_hash"], unique=False
    )
    op.create_table(
        "snapshots",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_snapshots")),
    )
    op.create_index(op.f("ix_snapshots_id"), "snapshots", ["id"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("check_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("edition", sa.String(length=255), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("judged_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"], ["checks.id"], name=op.f("fk_judgements_check_id_checks"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["snapshot"], ["snapshots.digest"], name=op.f("fk_judgements_snapshot_snapshots")
        ),
        sa.PrimaryKeyConstraint("check_id", "digest", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_snapshot"), "judgements", ["snapshot"], unique=False)
    op.create_table(
        "snapshot_bodies",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("exhibit", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest"],
            ["snapshots.digest"],
            name=op.f("fk_snapshot_bodies_digest_snapshots"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["sha256"], ["bodies.sha256"], name=op.f("fk_snapshot_bodies_sha256_bodies")),
        sa.PrimaryKeyConstraint("digest", "exhibit", name=op.f("pk_snapshot_bodies")),
    )
    op.create_index(op.f("ix_snapshot_bodies_sha256"), "snapshot_bodies", ["sha256"], unique=False)
    op.create_table(
        "steps",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.String(length=64), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"], ["checks.id"], name=op.f("fk_steps_check_id_checks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_steps")),
    )
    op.create_index(op.f("ix_steps_check_id"), "steps", ["check_id"], unique=False)


def downgrade() -> None:
    """Remove every table."""
    op.drop_index(op.f("ix_steps_check_id"), table_name="steps")
    op.drop_table("steps")
    op.drop_index(op.f("ix_snapshot_bodies_sha256"), table_name="snapshot_bodies")
    op.drop_table("snapshot_bodies")
    op.drop_index(op.f("ix_judgements_snapshot"), table_name="judgements")
    op.drop_table("judgements")
    op.drop_index(op.f("ix_snapshots_id"), table_name="snapshots")
    op.drop_table("snapshots")
    op.drop_index(op.f("ix_checks_url_hash_purpose_hash"), table_name="checks")
    op.drop_index(op.f("ix_checks_status_created_at"), table_name="checks")
    op.drop_index(op.f("ix_checks_host_created_at_id"), table_name="checks")
    op.drop_index(op.f("ix_checks_created_at"), table_name="checks")
    op.drop_table("checks")
    op.drop_table("bodies")
    op.drop_index(op.f("ix_answered_keys_created_at"), table_name="answered_keys")
    op.drop_index(op.f("ix_answered_keys_check_id"), table_name="answered_keys")
    op.drop_table("answered_keys")
