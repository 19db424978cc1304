"""The questions that every event asks, made once: making one anew takes longer than having it answered.

What is read comes as plain rows: objects that SQLAlchemy keeps track of, and the session around them, take longer than
the database does.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, update

from bot.store.tables import (
    ConversationRow,
    EventState,
    InboxRow,
    MessageRow,
    OutboxRow,
    PreferencesRow,
    ProposalRow,
    ReminderRow,
)

_MESSAGES, _PROPOSALS = MessageRow.__table__, ProposalRow.__table__
_OF_CONVERSATION = MessageRow.conversation_id == bindparam("conversation_id")

CONVERSATION_AT = select(ConversationRow).where(
    ConversationRow.platform == bindparam("platform"), ConversationRow.key == bindparam("key")
)
CONVERSATION = select(ConversationRow).where(ConversationRow.id == bindparam("id"))
PROPOSAL = select(ProposalRow).where(ProposalRow.id == bindparam("id"))
REMINDER = select(ReminderRow.email).where(
    *(getattr(ReminderRow, name) == bindparam(name) for name in ("email", "month", "kind"))
)
PREFERENCES = select(PreferencesRow).where(PreferencesRow.email == bindparam("email"))

HISTORY = (
    select(_MESSAGES)
    .where(_OF_CONVERSATION, MessageRow.position > bindparam("after"))
    .order_by(MessageRow.position.desc())
    .limit(bindparam("limit"))
)
"""The newest messages behind a position, the newest first."""

_NEWEST = (
    select(MessageRow.ref).where(_OF_CONVERSATION).order_by(MessageRow.position.desc()).limit(bindparam("limit"))
).subquery()
HEARD = select(_NEWEST.c.ref).where(_NEWEST.c.ref == bindparam("ref")).limit(1)

TAKE = update(InboxRow).where(
    InboxRow.id == bindparam("event_id"),
    InboxRow.state == bindparam("from_state"),
    InboxRow.attempts == bindparam("from_attempts"),
)
"""`state` and `attempts` are set by the parameters of that name."""

COMPLETE = (
    update(InboxRow)
    .where(InboxRow.id == bindparam("event_id"), InboxRow.state != EventState.DONE)
    .values(state=EventState.DONE)
)

SWAP = update(ProposalRow).where(
    ProposalRow.id == bindparam("proposal_id"),
    ProposalRow.state == bindparam("from_state"),
    ProposalRow.revision == bindparam("from_revision"),
)
"""A proposal's other columns are set by the parameters of their names."""

COUNT_ATTEMPT = (
    update(OutboxRow).where(OutboxRow.id == bindparam("outgoing_id")).values(attempts=OutboxRow.attempts + 1)
)
REPLACE_CONTENT = (
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("outgoing_id"))
    .values(
        kind=bindparam("kind"),
        content=bindparam("content"),
        card_id=bindparam("card_id"),
        version=OutboxRow.version + 1,
    )
)

NOTE_SENT = (
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("outgoing_id"), OutboxRow.sent_version < bindparam("now_sent"))
    .values(sent_version=bindparam("now_sent"), ref=func.coalesce(bindparam("new_ref"), OutboxRow.ref), attempts=0)
)
NEW_PROPOSALS, NEW_MESSAGES, NEW_OUTGOING = insert(ProposalRow), insert(MessageRow), insert(OutboxRow)

_EQUAL = {name: getattr(ProposalRow, name) for name in ("conversation_id", "card_id", "owner")}
_ONE_OF = {"ids": ProposalRow.id, "states": ProposalRow.state}


@cache
def proposals(*given: str) -> Select[Any]:
    """The proposals that match the arguments of `Store.proposals` that are named, by creation and line."""
    wanted = select(_PROPOSALS).order_by(ProposalRow.created_at, ProposalRow.line, ProposalRow.id)
    for name in given:
        if name == "decided_since":
            wanted = wanted.where(ProposalRow.decided_at >= bindparam(name))
        elif name in _EQUAL:
            wanted = wanted.where(_EQUAL[name] == bindparam(name))
        else:
            wanted = wanted.where(_ONE_OF[name].in_(bindparam(name, expanding=True)))
    return wanted
