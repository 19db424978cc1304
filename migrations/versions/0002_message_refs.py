"""A message knows the platform's name for it, so that an edit or a deletion finds what came of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was said before keeps no name: changing it is like saying it anew."""
    op.add_column("messages", sa.Column("ref", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget the names."""
    op.drop_column("messages", "ref")
