"""A conversation knows from where on the model reads it; and what waits is found by when it expires."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every conversation so far is read from its first message on."""
    op.add_column("conversations", sa.Column("earlier", sa.JSON(), nullable=True))
    op.create_index(
        "ix_proposals_pending_expires_at",
        "proposals",
        ["expires_at"],
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )


def downgrade() -> None:
    """Every conversation is read from its first message on again."""
    op.drop_index("ix_proposals_pending_expires_at", "proposals")
    op.drop_column("conversations", "earlier")
