"""The store's tables as typed models. Alembic makes them (see migrations/); nothing here touches a database.

The built-in ledger's tables are in `bot.ledgers.tables`: same database, and no row of one points to the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.domain.conversation import Said, Speaker
from bot.domain.proposal import ProposalState
from bot.ports import Verdict

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class EventState(StrEnum):
    """Where an inbox row stands."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, in UTC. SQLite has no time zones: what comes back from it is UTC because only UTC goes in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime: nobody knows which moment it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always aware, always in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, values: Iterable[str]) -> str:
    """The SQL of a CHECK that allows `values` only."""
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


class Base(DeclarativeBase):
    """The store's models."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads it from the class
        datetime: UtcDateTime,
        date: Date,
        str: Text,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class InboxRow(Base):
    """Something that happened. `place` is its turn: its order of arrival, until it is postponed to the back."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("id"),
        CheckConstraint(one_of("state", EventState), name="state"),
        Index(None, "state", "place"),
        Index(None, "platform", "lane", "state"),
        # One event in work for each lane, also when two replicas claim at the same moment.
        Index(
            "uq_inbox_lane_in_work",
            "platform",
            "lane",
            unique=True,
            sqlite_where=text("state = 'working'"),
            postgresql_where=text("state = 'working'"),
        ),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str]
    platform: Mapped[str]
    kind: Mapped[str]
    lane: Mapped[str]
    person_id: Mapped[str]
    payload: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default=EventState.WAITING)
    place: Mapped[int]


class ConversationRow(Base):
    """One person on one platform; `key` is the platform's name for the place where they talk."""

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("platform", "key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    platform: Mapped[str]
    key: Mapped[str]
    person_id: Mapped[str]
    email: Mapped[str]
    address: Mapped[dict[str, Any]]
    earlier: Mapped[dict[str, Any] | None]


class MessageRow(Base):
    """One message as the model sees it; `position` grows over all conversations."""

    __tablename__ = "messages"
    __table_args__ = (
        CheckConstraint(one_of("speaker", Speaker), name="speaker"),
        Index(None, "conversation_id", "position"),
    )

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    speaker: Mapped[str] = mapped_column(String(10))
    text: Mapped[str]
    calls: Mapped[list[Any]]
    call_id: Mapped[str | None]
    proposal_ids: Mapped[list[Any]]
    ref: Mapped[str | None]


class ProposalRow(Base):
    """A proposal as the domain knows it. `content_hash` is kept to see in the database what a card showed."""

    __tablename__ = "proposals"
    __table_args__ = (
        CheckConstraint(one_of("state", ProposalState), name="state"),
        CheckConstraint("revision >= 1", name="revision"),
        Index(None, "conversation_id", "state"),
        Index(None, "card_id"),
        Index(None, "owner", "state"),
        # What waits, by when it expires: the sweep reads its beginning and nothing else.
        Index(
            "ix_proposals_pending_expires_at",
            "expires_at",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    card_id: Mapped[str]
    line: Mapped[int]
    owner: Mapped[str]
    tool: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    phrases: Mapped[dict[str, Any]]
    change: Mapped[dict[str, Any]]
    before: Mapped[list[Any]]
    content_hash: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    revision: Mapped[int]
    title: Mapped[str]
    amount: Mapped[str]
    bundle: Mapped[str | None]
    words: Mapped[str]
    warnings: Mapped[list[Any]]
    problem: Mapped[str | None]
    notice: Mapped[str | None]
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    undone_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]


class OutboxRow(Base):
    """One logical message to a person; to be sent while `version` exceeds `sent_version`."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("id"),
        CheckConstraint(one_of("kind", Said), name="kind"),
        CheckConstraint("sent_version <= version", name="sent_version"),
        Index(None, "conversation_id"),
        Index(None, "card_id"),
        Index(
            "ix_outbox_unsent",
            "seq",
            sqlite_where=text("version > sent_version"),
            postgresql_where=text("version > sent_version"),
        ),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str]
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    kind: Mapped[str] = mapped_column(String(10))
    content: Mapped[dict[str, Any]]
    card_id: Mapped[str | None]
    version: Mapped[int]
    sent_version: Mapped[int]
    ref: Mapped[str | None]
    attempts: Mapped[int]


class FeedbackRow(Base):
    """What one person thinks of one answer; it goes with the answer."""

    __tablename__ = "feedback"
    __table_args__ = (CheckConstraint(one_of("verdict", Verdict), name="verdict"),)

    message_id: Mapped[str] = mapped_column(ForeignKey("outbox.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str] = mapped_column(String(10))
    given_at: Mapped[datetime]


class ReminderRow(Base):
    """A claimed reminder: whoever wrote the row sends it, through the outbox."""

    __tablename__ = "reminders"

    email: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    outgoing_id: Mapped[str]
    claimed_at: Mapped[datetime]


class PreferencesRow(Base):
    """What one person prefers, by e-mail in lower case; empty or NULL is what they did not pick."""

    __tablename__ = "preferences"
    __table_args__ = (CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),)

    email: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str]
    time_zone: Mapped[str]
    hour: Mapped[int | None]
    project: Mapped[str]
