"""The outbox: one row for each logical message, coalesced: only its newest version is ever sent."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from bot.domain.conversation import Outgoing, Said
from bot.store import codec
from bot.store.tables import OutboxRow


def put(session: Session, outgoing: Outgoing) -> None:
    """Queue a new message, or replace what a known one says: then its version goes up."""
    replaced = session.connection().execute(
        update(OutboxRow)
        .where(OutboxRow.id == outgoing.id)
        .values(**codec.content_columns(outgoing), version=OutboxRow.version + 1)
    )
    if not replaced.rowcount:
        session.execute(insert(OutboxRow).values(**codec.outgoing_columns(outgoing)))


def repaint(session: Session, card_ids: Iterable[str]) -> None:
    """Have the messages of these cards sent again."""
    session.connection().execute(
        update(OutboxRow)
        .where(OutboxRow.kind == Said.CARD, OutboxRow.card_id.in_(sorted(card_ids)))
        .values(version=OutboxRow.version + 1)
    )


def unsent(limit: int) -> Select[OutboxRow]:
    """The oldest message of each conversation whose newest version was not sent.

    What failed less often comes first: a limit's worth of messages that cannot be sent would keep all others waiting.
    """
    other = aliased(OutboxRow)
    oldest = select(func.min(other.seq)).where(other.version > other.sent_version).group_by(other.conversation_id)
    return select(OutboxRow).where(OutboxRow.seq.in_(oldest)).order_by(OutboxRow.attempts, OutboxRow.seq).limit(limit)


def count_attempt(session: Session, outgoing_id: str) -> None:
    """One more time that the message is about to be sent."""
    session.connection().execute(
        update(OutboxRow).where(OutboxRow.id == outgoing_id).values(attempts=OutboxRow.attempts + 1)
    )


def note_sent(session: Session, outgoing_id: str, version: int, ref: str | None) -> None:
    """Note what the platform has; an older version than it is known to have changes nothing."""
    session.connection().execute(
        update(OutboxRow)
        .where(OutboxRow.id == outgoing_id, OutboxRow.sent_version < version)
        .values(sent_version=version, ref=func.coalesce(ref, OutboxRow.ref), attempts=0)
    )
