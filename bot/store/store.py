"""The Store: what handlers and workers ask of the database, one transaction for each question or deed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, Engine, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.domain.conversation import Conversation, Message, Outgoing, Person
from bot.domain.preferences import Preferences
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Month
from bot.ports import Effects, InboxEvent, Transition
from bot.store import codec, feedback, forgetting, inbox, outbox, preferences, statements
from bot.store.database import Doors, reading, writing, writing_soon
from bot.store.faults import translated
from bot.store.tables import ConversationRow, ProposalRow, ReminderRow


class _Overtaken(Exception):
    """What the effects were made from no longer holds. It undoes the transaction and never leaves this module."""


class SqlStore:
    """Implements `bot.ports.Store` on a migrated database.

    Safe to use from several threads; from several processes too, but for `release`.
    """

    def __init__(self, engine: Engine, platforms: Collection[str] | None = None) -> None:
        """`platforms` are those that this process talks to: what came from or goes to another one is left alone."""
        self.engine = engine
        self._doors = Doors.to(engine)
        self._platforms = None if platforms is None else tuple(platforms)

    # --- inbox ---

    def receive(self, event: InboxEvent) -> bool:
        """See `Store.receive`."""
        try:
            with writing(self._doors) as connection:
                inbox.store(connection, event)
        except inbox.RuleBroken as refused:
            with reading(self._doors) as connection:
                if inbox.holds(connection, event.id):
                    return False
            raise translated(refused.error) from refused  # another rule of the table
        return True

    def claim(self) -> InboxEvent | None:
        """See `Store.claim`. Looks before it locks, so that an idle worker writes nothing.

        After a power cut a claim may be forgotten; `release` would have undone it anyway.
        """
        while True:
            with reading(self._doors) as connection:
                row = connection.execute(inbox.next_event(self._platforms)).first()
                event = codec.event_from(row) if row else None
            if event is None:
                return None
            if self._took(event):
                return replace(event, attempts=event.attempts + 1)

    def _took(self, event: InboxEvent) -> bool:
        try:
            with writing_soon(self._doors) as connection:
                return inbox.take(connection, event)
        except inbox.RuleBroken:
            return False

    def release(self) -> int:
        """See `Store.release`. What was in work keeps its place in the queue.

        One process for each database is assumed for now: a second one that starts would also put back what the first
        has in work.
        """
        with writing(self._doors) as connection:
            outbox.doubt_unsent(connection)
            return inbox.put_back_all(connection)

    def postpone(self, event_id: str) -> None:
        """See `Store.postpone`. The event goes to the end of the queue; its lane is free again."""
        with writing(self._doors) as connection:
            inbox.put_back(connection, event_id)

    def is_quiet(self, platform: str, key: str) -> bool:
        """See `Store.is_quiet`. One look at both, so that nothing passes from the inbox to the outbox in between."""
        with reading(self._doors) as connection:
            return inbox.is_done(connection, platform, key) and outbox.is_empty(connection, platform, key)

    # --- conversations ---

    def conversation(self, platform: str, key: str, person: Person, address: Mapping[str, str]) -> Conversation:
        """See `Store.conversation`. A conversation stays its first person's; only their e-mail is kept up to date."""
        with reading(self._doors) as connection:
            found = _conversation(connection, platform, key)
        if found and (found.person_id != person.id or found.email == person.email):
            return found
        with writing_soon(self._doors) as connection:
            _make_conversation(connection, platform, key, person, address)
            made = _conversation(connection, platform, key)
        assert made is not None
        return made

    def conversation_at(self, platform: str, key: str) -> Conversation | None:
        """See `Store.conversation_at`."""
        with reading(self._doors) as connection:
            return _conversation(connection, platform, key)

    def conversation_by_id(self, conversation_id: str) -> Conversation:
        """See `Store.conversation_by_id`."""
        with reading(self._doors) as connection:
            row = connection.execute(statements.CONVERSATION, {"id": conversation_id}).first()
            if row is None:
                raise KeyError(conversation_id)
            return codec.conversation_from(row)

    def history(self, conversation_id: str, limit: int = 60, *, after: int = 0) -> Sequence[Message]:
        """See `Store.history`."""
        which = {"conversation_id": conversation_id, "after": after, "limit": limit}
        with reading(self._doors) as connection:
            rows = connection.execute(statements.HISTORY, which).all()
            return tuple(codec.message_from(row) for row in reversed(rows))

    def heard(self, conversation_id: str, ref: str, limit: int = 60) -> bool:
        """See `Store.heard`."""
        which = {"conversation_id": conversation_id, "ref": ref, "limit": limit}
        with reading(self._doors) as connection:
            return connection.scalar(statements.HEARD, which) is not None

    # --- proposals ---

    def proposal(self, proposal_id: str) -> Proposal | None:
        """See `Store.proposal`."""
        with reading(self._doors) as connection:
            row = connection.execute(statements.PROPOSAL, {"id": proposal_id}).first()
            return codec.proposal_from(row) if row else None

    def proposals(
        self,
        *,
        ids: Collection[str] | None = None,
        conversation_id: str | None = None,
        card_id: str | None = None,
        owner: str | None = None,
        states: Collection[ProposalState] | None = None,
        decided_since: datetime | None = None,
    ) -> Sequence[Proposal]:
        """See `Store.proposals`."""
        arguments = {
            "ids": None if ids is None else list(ids),
            "conversation_id": conversation_id,
            "card_id": card_id,
            "owner": owner,
            "states": None if states is None else [state.value for state in states],
            "decided_since": decided_since,
        }
        given = {name: value for name, value in arguments.items() if value is not None}
        with reading(self._doors) as connection:
            found = connection.execute(statements.proposals(*given), given)
            return tuple(codec.proposal_from(row) for row in found)

    def overdue(self, at: datetime, limit: int) -> Sequence[Proposal]:
        """See `Store.overdue`. A partial index holds what waits, by when it expires."""
        wanted = select(ProposalRow).where(ProposalRow.state == text("'pending'"), ProposalRow.expires_at <= at)
        with reading(self._doors) as connection:
            rows = connection.execute(wanted.order_by(ProposalRow.expires_at).limit(limit))
            return tuple(codec.proposal_from(row) for row in rows)

    # --- effects ---

    def commit(self, effects: Effects, *, completes: str | None = None) -> bool:
        """See `Store.commit`. False as well when the event that it completes was complete before."""
        try:
            with writing(self._doors) as connection:
                if completes is not None and not inbox.complete(connection, completes):
                    raise _Overtaken
                _apply(connection, effects)
        except _Overtaken:
            return False
        if effects.forget is not None:
            forgetting.clear_traces(self.engine)
        return True

    # --- outbox ---

    def unsent(self, limit: int = 20) -> Sequence[Outgoing]:
        """See `Store.unsent`. Those that failed least often come first, then the oldest."""
        with reading(self._doors) as connection:
            return tuple(codec.outgoing_from(row) for row in connection.execute(outbox.unsent(limit, self._platforms)))

    def sending(self, outgoing_id: str) -> None:
        """See `Store.sending`. A power cut may undo it: then `release` doubts whatever is not noted as sent."""
        with writing_soon(self._doors) as connection:
            outbox.count_attempt(connection, outgoing_id)

    def sent(self, outgoing_id: str, version: int, ref: str | None) -> None:
        """See `Store.sent`. `attempts` counts the tries of one version, so it starts again; None keeps the ref.

        After a power cut it may be forgotten; the message is then looked for before it is sent.
        """
        with writing_soon(self._doors) as connection:
            outbox.note_sent(connection, outgoing_id, version, ref)

    # --- reminders ---

    def claim_reminder(self, email: str, month: Month, kind: str, outgoing: Outgoing, at: datetime) -> bool:
        """See `Store.claim_reminder`."""
        claim = {"email": email.lower(), "month": str(month), "kind": kind}
        with writing(self._doors) as connection:
            try:
                with connection.begin_nested():
                    connection.execute(insert(ReminderRow).values(**claim, outgoing_id=outgoing.id, claimed_at=at))
            except IntegrityError:
                return False
            outbox.put(connection, outgoing)
            return True

    def reminder_claimed(self, email: str, month: Month, kind: str) -> bool:
        """See `Store.reminder_claimed`."""
        with reading(self._doors) as connection:
            which = {"email": email.lower(), "month": str(month), "kind": kind}
            return connection.scalar(statements.REMINDER, which) is not None

    # --- preferences ---

    def preferences(self, email: str) -> Preferences:
        """See `Store.preferences`."""
        with reading(self._doors) as connection:
            return preferences.of(connection, email)


def _apply(connection: Connection, effects: Effects) -> None:
    if effects.forget is not None and not forgetting.forget(connection, effects.forget):
        raise _Overtaken
    for email, picked in effects.preferences:
        preferences.keep(connection, email, picked)
    if effects.proposals:
        connection.execute(statements.NEW_PROPOSALS, [codec.proposal_columns(p) for p in effects.proposals])
    for transition in effects.transitions:
        _swap(connection, transition)
    if effects.messages:
        said = [{"conversation_id": id_, **codec.message_columns(message)} for id_, message in effects.messages]
        connection.execute(statements.NEW_MESSAGES, said)
    for conversation_id, earlier in effects.earlier:
        begins = update(ConversationRow).where(ConversationRow.id == conversation_id)
        connection.execute(begins.values(earlier=codec.earlier_json(earlier)))
    for judged in effects.feedback:
        feedback.put(connection, judged)
    said_anew = {outgoing.content.get("card_id") for outgoing in effects.outgoing}
    outbox.repaint(connection, set(effects.repaint) - said_anew)
    for outgoing in effects.outgoing:
        outbox.put(connection, outgoing)


def _swap(connection: Connection, transition: Transition) -> None:
    if transition.after.id != transition.proposal_id:
        raise ValueError(f"the transition of {transition.proposal_id} would write {transition.after.id}")
    expected = {
        "proposal_id": transition.proposal_id,
        "from_state": transition.state_from.value,
        "from_revision": transition.revision,
    }
    swapped = connection.execute(statements.SWAP, {**codec.proposal_columns(transition.after), **expected})
    if swapped.rowcount != 1:
        raise _Overtaken


def _conversation(connection: Connection, platform: str, key: str) -> Conversation | None:
    row = connection.execute(statements.CONVERSATION_AT, {"platform": platform, "key": key}).first()
    return codec.conversation_from(row) if row else None


def _make_conversation(
    connection: Connection, platform: str, key: str, person: Person, address: Mapping[str, str]
) -> None:
    new = {"id": uuid4().hex, "platform": platform, "key": key, "person_id": person.id, "email": person.email}
    try:
        with connection.begin_nested():
            connection.execute(insert(ConversationRow).values(**new, address=dict(address)))
    except IntegrityError:
        connection.execute(
            update(ConversationRow)
            .where(
                ConversationRow.platform == platform, ConversationRow.key == key, ConversationRow.person_id == person.id
            )
            .values(email=person.email)
        )
