"""What people prefer: language, time zone, hour of reminders, and the project that is offered first."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody prefers anything so far."""
    op.create_table(
        "preferences",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=True),
        sa.Column("project", sa.Text(), nullable=False),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name="ck_preferences_hour"),
        sa.PrimaryKeyConstraint("email", name="pk_preferences"),
    )


def downgrade() -> None:
    """Forget what people prefer."""
    op.drop_table("preferences")
