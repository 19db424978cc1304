"""What people think of the answers: one judgement of one person for each answer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has judged anything so far."""
    op.create_table(
        "feedback",
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("verdict IN ('good', 'bad')", name="ck_feedback_verdict"),
        sa.ForeignKeyConstraint(["message_id"], ["outbox.id"], name="fk_feedback_message_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id", "person_id", name="pk_feedback"),
    )


def downgrade() -> None:
    """Forget what people thought."""
    op.drop_table("feedback")
