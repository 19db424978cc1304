"""What was written can be taken back: two more states, who did it and when."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BEFORE = ("pending", "approved", "applied", "failed", "declined", "superseded", "expired")
UNDO = ("undoing", "undone")
WHO_AND_WHEN = ("undone_by", "undone_at")


def upgrade() -> None:
    """Nothing is taken back so far."""
    with op.batch_alter_table("proposals", copy_from=proposals(BEFORE)) as table:
        table.add_column(sa.Column("undone_by", sa.Text(), nullable=True))
        table.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        table.drop_constraint("ck_proposals_state", type_="check")
        table.create_check_constraint("ck_proposals_state", one_of((*BEFORE, *UNDO)))


def downgrade() -> None:
    """What was taken back counts as declined: an older program knows no better word for what does not stand."""
    op.execute("UPDATE proposals SET state = 'declined' WHERE state = 'undone'")
    op.execute("UPDATE proposals SET state = 'applied' WHERE state = 'undoing'")
    after = proposals((*BEFORE, *UNDO))
    after.append_column(sa.Column("undone_by", sa.Text(), nullable=True))
    after.append_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("proposals", copy_from=after) as table:
        table.drop_constraint("ck_proposals_state", type_="check")
        table.create_check_constraint("ck_proposals_state", one_of(BEFORE))
        for name in WHO_AND_WHEN:
            table.drop_column(name)


def one_of(states: tuple[str, ...]) -> str:
    """The SQL of the CHECK."""
    return f"state IN ({', '.join(repr(state) for state in states)})"


def proposals(states: tuple[str, ...]) -> sa.Table:
    """The table as the revisions before made it: SQLite has to make it anew to change a CHECK."""
    texts = ("conversation_id", "card_id", "owner", "tool", "title", "amount", "words")
    jsons = ("arguments", "phrases", "change", "before", "warnings")
    loose = ("bundle", "problem", "notice", "decided_by", "reason")
    return sa.Table(
        "proposals",
        sa.MetaData(),
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("line", "revision")),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in jsons),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created_at", "expires_at")),
        sa.Column("state", sa.String(length=10), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in loose),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(one_of(states), name="ck_proposals_state"),
        sa.CheckConstraint("revision >= 1", name="ck_proposals_revision"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_proposals_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sa.Index("ix_proposals_card_id", "card_id"),
        sa.Index("ix_proposals_conversation_id_state", "conversation_id", "state"),
        sa.Index("ix_proposals_owner_state", "owner", "state"),
        sa.Index(
            "ix_proposals_pending_expires_at",
            "expires_at",
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        ),
    )
