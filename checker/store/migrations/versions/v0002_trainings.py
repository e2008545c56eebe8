"""Sets shared with a group, and their counts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables of the training room."""
    op.create_table(
        "trainings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("results", sa.String(length=64), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index(op.f("ix_trainings_ends_at"), "trainings", ["ends_at"], unique=False)
    op.create_index(op.f("ix_trainings_results"), "trainings", ["results"], unique=True)
    op.create_table(
        "training_counts",
        sa.Column("training_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=96), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["trainings.id"],
            name=op.f("fk_training_counts_training_id_trainings"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("training_id", "name", name=op.f("pk_training_counts")),
    )


def downgrade() -> None:
    """Remove the two tables."""
    op.drop_table("training_counts")
    op.drop_index(op.f("ix_trainings_results"), table_name="trainings")
    op.drop_index(op.f("ix_trainings_ends_at"), table_name="trainings")
    op.drop_table("trainings")
