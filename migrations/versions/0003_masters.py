"""Whoever has read the people, projects, assignments and reasons sees from one number whether they have changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One row, which counts from now on."""
    masters = op.create_table(
        "masters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_masters"),
    )
    op.bulk_insert(masters, [{"id": 1, "changes": 0}])


def downgrade() -> None:
    """Without the number everything is read each time."""
    op.drop_table("masters")
