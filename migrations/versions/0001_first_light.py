"""First light: the store (inbox to reminders) and the built-in ledger (employees to ledger_writes)."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def inbox() -> None:
    """What happened on the platforms."""
    op.create_table(
        "inbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'working', 'done')", name="ck_inbox_state"),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("id", name="uq_inbox_id"),
    )
    op.create_index("ix_inbox_platform_lane_state", "inbox", ["platform", "lane", "state"])
    op.create_index("ix_inbox_state_place", "inbox", ["state", "place"])
    op.create_index(
        "uq_inbox_lane_in_work",
        "inbox",
        ["platform", "lane"],
        unique=True,
        sqlite_where=sa.text("state = 'working'"),
        postgresql_where=sa.text("state = 'working'"),
    )


def conversations() -> None:
    """Who talks, and where."""
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("address", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.UniqueConstraint("platform", "key", name="uq_conversations_platform_key"),
    )


def messages() -> None:
    """What the model sees."""
    op.create_table(
        "messages",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("speaker", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("calls", sa.JSON(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=True),
        sa.Column("proposal_ids", sa.JSON(), nullable=False),
        sa.CheckConstraint("speaker IN ('system', 'user', 'assistant', 'tool')", name="ck_messages_speaker"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_messages_conversation_id"),
        sa.PrimaryKeyConstraint("position", name="pk_messages"),
    )
    op.create_index("ix_messages_conversation_id_position", "messages", ["conversation_id", "position"])


def proposals() -> None:
    """Writes that wait for their owners, and what became of them."""
    op.create_table(
        "proposals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("card_id", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("phrases", sa.JSON(), nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("amount", sa.Text(), nullable=False),
        sa.Column("bundle", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("notice", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'approved', 'applied', 'failed', 'declined', 'superseded', 'expired')",
            name="ck_proposals_state",
        ),
        sa.CheckConstraint("revision >= 1", name="ck_proposals_revision"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_proposals_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    op.create_index("ix_proposals_card_id", "proposals", ["card_id"])
    op.create_index("ix_proposals_conversation_id_state", "proposals", ["conversation_id", "state"])
    op.create_index("ix_proposals_owner_state", "proposals", ["owner", "state"])


def outbox() -> None:
    """What is said to people."""
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("card_id", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sent_version", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('text', 'card', 'report', 'list', 'reminder')", name="ck_outbox_kind"),
        sa.CheckConstraint("sent_version <= version", name="ck_outbox_sent_version"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_outbox_conversation_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
    )
    op.create_index("ix_outbox_card_id", "outbox", ["card_id"])
    op.create_index("ix_outbox_conversation_id", "outbox", ["conversation_id"])
    op.create_index(
        "ix_outbox_unsent",
        "outbox",
        ["seq"],
        sqlite_where=sa.text("version > sent_version"),
        postgresql_where=sa.text("version > sent_version"),
    )


def reminders() -> None:
    """Claimed nudges."""
    op.create_table(
        "reminders",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("outgoing_id", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("email", "month", "kind", name="pk_reminders"),
    )


def employees() -> None:
    """Who reports."""
    op.create_table(
        "employees",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lastname", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.CheckConstraint("role IN ('user', 'admin')", name="ck_employees_role"),
        sa.CheckConstraint("email = lower(email)", name="ck_employees_email"),
        sa.PrimaryKeyConstraint("email", name="pk_employees"),
    )


def projects() -> None:
    """What people report on."""
    op.create_table(
        "projects",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_projects"),
    )


def assignments() -> None:
    """Who may report on what."""
    op.create_table(
        "assignments",
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["email"], ["employees.email"], name="fk_assignments_email"),
        sa.ForeignKeyConstraint(["project"], ["projects.code"], name="fk_assignments_project"),
        sa.PrimaryKeyConstraint("project", "email", name="pk_assignments"),
    )


def absence_reasons() -> None:
    """Why somebody may be away."""
    op.create_table(
        "absence_reasons",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_absence_reasons"),
    )


def entries() -> None:
    """What people reported."""
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("project", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("proposal_id", sa.Text(), nullable=True),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.CheckConstraint("(project IS NULL) <> (reason IS NULL)", name="ck_entries_project_or_reason"),
        sa.CheckConstraint("percent IN (25, 50, 75, 100)", name="ck_entries_percent"),
        sa.ForeignKeyConstraint(["email"], ["employees.email"], name="fk_entries_email"),
        sa.ForeignKeyConstraint(["project"], ["projects.code"], name="fk_entries_project"),
        sa.ForeignKeyConstraint(["reason"], ["absence_reasons.code"], name="fk_entries_reason"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("proposal_id", "day", "project", "part", name="uq_entries_proposal_id_day_project_part"),
        sa.UniqueConstraint("proposal_id", "day", "reason", "part", name="uq_entries_proposal_id_day_reason_part"),
    )
    op.create_index("ix_entries_email_day", "entries", ["email", "day"])


def reports() -> None:
    """Which months are submitted."""
    op.create_table(
        "reports",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.CheckConstraint("state IN ('open', 'submitted')", name="ck_reports_state"),
        sa.ForeignKeyConstraint(["email"], ["employees.email"], name="fk_reports_email"),
        sa.PrimaryKeyConstraint("email", "month", name="pk_reports"),
    )


def ledger_writes() -> None:
    """Which proposals stand."""
    op.create_table(
        "ledger_writes",
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["email"], ["employees.email"], name="fk_ledger_writes_email"),
        sa.PrimaryKeyConstraint("proposal_id", name="pk_ledger_writes"),
    )


TABLES = (
    inbox,
    conversations,
    messages,
    proposals,
    outbox,
    reminders,
    employees,
    projects,
    assignments,
    absence_reasons,
    entries,
    reports,
    ledger_writes,
)


def upgrade() -> None:
    """Make every table, those that others point to first."""
    for table in TABLES:
        table()


def downgrade() -> None:
    """Drop every table, with its indexes."""
    for table in reversed(TABLES):
        op.drop_table(table.__name__)
