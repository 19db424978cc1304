"""Forgetting a person: what they said and what was said to them is deleted, everywhere in this database.

What stays are ids without a word: those of the events that were handled (so that a redelivered one is still a
duplicate), those of the reminders that were sent, the conversation that the answer goes into, and the ledger's own
books (`bot.ledgers.tables`), where the id of an applied proposal stands beside its entries.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, or_, select, update

from bot.ports import IN_HAND, Forgotten
from bot.store.tables import Base, ConversationRow, EventState, InboxRow, PreferencesRow, ProposalRow

OF_A_CONVERSATION = [
    table
    for table in reversed(Base.metadata.sorted_tables)
    if "conversation_id" in table.c and table.name != "proposals"
]
"""Whatever belongs to a conversation goes with it: messages, the outbox, and what a later table keeps of one."""


def forget(connection: Connection, whom: Forgotten) -> bool:
    """Delete it all; False, and the transaction is to be undone, while something is approved and not yet written.

    A click that approves at the same moment comes before (then something approved is found here) or after (then it
    finds nothing to approve).
    """
    ids = list(connection.scalars(select(ConversationRow.id).where(_is_theirs(whom))))
    theirs = or_(func.lower(ProposalRow.owner) == whom.email.lower(), ProposalRow.conversation_id.in_(ids))
    connection.execute(delete(ProposalRow).where(theirs, ProposalRow.state.not_in([state.value for state in IN_HAND])))
    if connection.scalar(select(ProposalRow.id).where(theirs).limit(1)) is not None:
        return False
    for table in OF_A_CONVERSATION:
        connection.execute(delete(table).where(table.c.conversation_id.in_(ids)))
    _forget_conversations(connection, ids, whom)
    connection.execute(delete(PreferencesRow).where(PreferencesRow.email == whom.email.lower()))
    return True


def _is_theirs(whom: Forgotten) -> ColumnElement[bool]:
    by_email = func.lower(ConversationRow.email) == whom.email.lower()
    by_id = (ConversationRow.platform == whom.platform) & (ConversationRow.person_id == whom.person_id)
    return or_(by_email & (ConversationRow.email != ""), by_id)


def _forget_conversations(connection: Connection, ids: Sequence[str], whom: Forgotten) -> None:
    people = connection.execute(
        select(ConversationRow.platform, ConversationRow.person_id).where(ConversationRow.id.in_(ids)).distinct()
    ).all()
    for platform, person_id in {*((p.platform, p.person_id) for p in people), (whom.platform, whom.person_id)}:
        handled = (InboxRow.platform == platform, InboxRow.person_id == person_id, InboxRow.state == EventState.DONE)
        connection.execute(update(InboxRow).where(*handled).values(payload={}))
    gone = [id_ for id_ in ids if id_ != whom.conversation_id]
    connection.execute(delete(ConversationRow).where(ConversationRow.id.in_(gone)))
    kept = update(ConversationRow).where(ConversationRow.id == whom.conversation_id)
    connection.execute(kept.values(earlier=None))


def clear_traces(engine: Engine) -> None:
    """On SQLite, empty the file that changes are written to first: the deleted words still stand in it.

    In the database file itself they are overwritten when they are deleted (`secure_delete`). While somebody reads, the
    file stays for now; it is written over from its beginning.
    """
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.Error):
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
