"""The outbox: one row for each logical message, coalesced: only its newest version is ever sent."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, update
from sqlalchemy.orm import aliased

from bot.domain.conversation import Outgoing, Said
from bot.store import codec
from bot.store.statements import COUNT_ATTEMPT, NEW_OUTGOING, NOTE_SENT, REPLACE_CONTENT
from bot.store.tables import ConversationRow, OutboxRow


def put(connection: Connection, outgoing: Outgoing) -> None:
    """Queue a new message, or replace what a known one says: then its version goes up."""
    content = {"outgoing_id": outgoing.id, **codec.content_columns(outgoing)}
    replaced = connection.execute(REPLACE_CONTENT, content)
    if not replaced.rowcount:
        connection.execute(NEW_OUTGOING, codec.outgoing_columns(outgoing))


def repaint(connection: Connection, card_ids: Iterable[str]) -> None:
    """Have the messages of these cards sent again."""
    wanted = sorted(card_ids)
    if not wanted:
        return
    connection.execute(
        update(OutboxRow)
        .where(OutboxRow.kind == Said.CARD, OutboxRow.card_id.in_(wanted))
        .values(version=OutboxRow.version + 1)
    )


@cache  # making it takes longer than running it
def unsent(limit: int, platforms: tuple[str, ...] | None = None) -> Select[Any]:
    """The oldest message of each conversation whose newest version was not sent, and every one that stands already.

    Only what is new has to keep its order: what is painted again where it stands keeps nobody waiting. And what failed
    less often comes first: a limit's worth of messages that cannot be sent would keep all others waiting.
    """
    other = aliased(OutboxRow)
    place = other.conversation_id.concat("")  # by the bare column SQLite would go through every message ever sent
    standing = case((other.ref.is_not(None), other.seq))
    oldest = select(func.min(other.seq)).where(other.version > other.sent_version).group_by(place, standing)
    if platforms is not None:
        mine = select(ConversationRow.id).where(ConversationRow.platform.in_(platforms))
        oldest = oldest.where(other.conversation_id.in_(mine))
    return select(OutboxRow).where(OutboxRow.seq.in_(oldest)).order_by(OutboxRow.attempts, OutboxRow.seq).limit(limit)


def is_empty(connection: Connection, platform: str, key: str) -> bool:
    """True when everything that was said in a conversation was sent."""
    left = select(OutboxRow.seq).join(ConversationRow, ConversationRow.id == OutboxRow.conversation_id)
    here = (ConversationRow.platform == platform, ConversationRow.key == key)
    return connection.scalar(left.where(*here, OutboxRow.version > OutboxRow.sent_version).limit(1)) is None


def doubt_unsent(connection: Connection) -> None:
    """Count a try for every message of which nobody knows whether it was posted."""
    unknown = (OutboxRow.version > OutboxRow.sent_version, OutboxRow.ref.is_(None), OutboxRow.attempts == 0)
    connection.execute(update(OutboxRow).where(*unknown).values(attempts=1))


def count_attempt(connection: Connection, outgoing_id: str) -> None:
    """One more time that the message is about to be sent."""
    connection.execute(COUNT_ATTEMPT, {"outgoing_id": outgoing_id})


def note_sent(connection: Connection, outgoing_id: str, version: int, ref: str | None) -> None:
    """Note what the platform has; an older version than it is known to have changes nothing."""
    noted = {"outgoing_id": outgoing_id, "now_sent": version, "new_ref": ref}
    connection.execute(NOTE_SENT, noted)
