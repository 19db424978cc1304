"""What was tried on a ledger that gives nothing an id, so that a crash is settled by comparing."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing was tried so far."""
    op.create_table(
        "ledger_attempts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("tried_at", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.CheckConstraint("state IN ('tried', 'written', 'unclear')", name="ck_ledger_attempts_state"),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_attempts"),
    )
    op.create_index(
        "uq_ledger_attempts_place_tried",
        "ledger_attempts",
        ["place"],
        unique=True,
        sqlite_where=sa.text("state = 'tried'"),
        postgresql_where=sa.text("state = 'tried'"),
    )


def downgrade() -> None:
    """Forget what was tried."""
    op.drop_table("ledger_attempts")
