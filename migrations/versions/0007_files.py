"""A message to a person may be a file."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BEFORE = ("text", "card", "report", "list", "reminder")
NOW = (*BEFORE, "file")


def upgrade() -> None:
    """One more kind of message."""
    allow(NOW)


def downgrade() -> None:
    """Files that were sent, or not yet, are forgotten; they stand where they were sent to."""
    op.execute("DELETE FROM outbox WHERE kind = 'file'")
    allow(BEFORE)


def allow(kinds: tuple[str, ...]) -> None:
    """Replace the CHECK on the kind; SQLite makes the table anew for that."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint("ck_outbox_kind", type_="check")
        outbox.create_check_constraint("ck_outbox_kind", f"kind IN ({', '.join(map(repr, kinds))})")
