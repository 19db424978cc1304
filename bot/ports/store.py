"""What is kept: inbox, conversations, proposals, outbox, reminders."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.conversation import Conversation, Earlier, Message, Outgoing, Person
from bot.domain.preferences import Preferences
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Month
from bot.ports.assistant import InboxEvent


@dataclass(frozen=True)
class Transition:
    """A compare-and-swap on one proposal: only from `state_from` at `revision`; `after` is the row as it will be."""

    proposal_id: str
    state_from: ProposalState
    revision: int
    after: Proposal


class Verdict(StrEnum):
    """What somebody thinks of an answer."""

    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True)
class Feedback:
    """What a person thinks of one outgoing message of their conversation."""

    message_id: str
    conversation_id: str
    person_id: str
    verdict: Verdict
    given_at: datetime


IN_HAND = tuple(state for state in ProposalState if state.is_open and state is not ProposalState.PENDING)
"""The states in which something is decided, and not yet in the ledger: what would be lost if it were deleted."""


@dataclass(frozen=True)
class Forgotten:
    """Everything that is kept of one person is deleted, but for what keeps a thing from happening twice (ids).

    `conversation_id` is the one that may still be written into: it stays, empty. It does not happen (see
    `Store.commit`) while something of the person is approved and not yet written.
    """

    email: str
    platform: str
    person_id: str
    conversation_id: str


@dataclass(frozen=True)
class Effects:
    """Everything a handler wants to happen, committed in one transaction with the inbox row's completion."""

    messages: tuple[tuple[str, Message], ...] = ()
    proposals: tuple[Proposal, ...] = ()
    transitions: tuple[Transition, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    repaint: tuple[str, ...] = field(default=())  # ids of cards whose message is to be sent again
    feedback: tuple[Feedback, ...] = ()  # each in place of what the person thought of that message before
    earlier: tuple[tuple[str, Earlier], ...] = ()  # from where on the model reads a conversation, by its id
    preferences: tuple[tuple[str, Preferences], ...] = ()  # by e-mail
    forget: Forgotten | None = None  # before everything else


class Store(Protocol):
    """Inbox, conversations, proposals, outbox, reminders."""

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably; False when its id was stored before (a duplicate)."""
        ...

    def claim(self) -> InboxEvent | None:
        """The oldest unfinished event whose lane has none in work; marked, and its `attempts` counted. Or None.

        Events of platforms that this process does not talk to are left alone, and so are messages to them (`unsent`).
        """
        ...

    def release(self) -> int:
        """Put back what a crashed program had in work (once, at start; one process a database); returns how many.

        What it had not noted as sent may have been sent: it counts as tried, so that it is looked for first.
        """
        ...

    def postpone(self, event_id: str) -> None:
        """Put an event back: it is claimed again later."""
        ...

    def is_quiet(self, platform: str, key: str) -> bool:
        """True when everything received in a lane is handled, and everything said in its conversation was sent."""
        ...

    def conversation(self, platform: str, key: str, person: Person, address: Mapping[str, str]) -> Conversation:
        """The conversation with this platform key, made when it is new."""
        ...

    def conversation_at(self, platform: str, key: str) -> Conversation | None:
        """The conversation with this platform key, or None when nothing was ever said there."""
        ...

    def conversation_by_id(self, conversation_id: str) -> Conversation:
        """The conversation with this id; KeyError when there is none."""
        ...

    def history(self, conversation_id: str, limit: int = 60, *, after: int = 0) -> Sequence[Message]:
        """The newest `limit` messages behind the position `after`, oldest first."""
        ...

    def heard(self, conversation_id: str, ref: str, limit: int = 60) -> bool:
        """True when the platform's message `ref` is among the newest `limit` messages."""
        ...

    def proposal(self, proposal_id: str) -> Proposal | None:
        """One proposal, or None."""
        ...

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
        """The proposals that match every argument given, ordered by creation and line."""
        ...

    def overdue(self, at: datetime, limit: int) -> Sequence[Proposal]:
        """Pending proposals that expire at this moment or did before it: those that waited longest, `limit` at most."""
        ...

    def commit(self, effects: Effects, *, completes: str | None = None) -> bool:
        """Make the effects true in one transaction, or none of them.

        False (and nothing changed) when a transition's state or revision no longer holds, or when somebody is to be
        forgotten of whom something is approved and not yet written.
        """
        ...

    def unsent(self, limit: int = 20) -> Sequence[Outgoing]:
        """Messages whose newest version was not sent: what failed least, then oldest.

        One new message for each conversation, so that they come in their order; and each that stands already and is to
        be painted again.
        """
        ...

    def sending(self, outgoing_id: str) -> None:
        """Note that a message is about to be sent (counts `attempts`)."""
        ...

    def sent(self, outgoing_id: str, version: int, ref: str | None) -> None:
        """Note that `version` of a message was sent and stands under `ref`."""
        ...

    def claim_reminder(self, email: str, month: Month, kind: str, outgoing: Outgoing, at: datetime) -> bool:
        """Claim a reminder and queue its message in one transaction; False when it was claimed before."""
        ...

    def reminder_claimed(self, email: str, month: Month, kind: str) -> bool:
        """True when the reminder was claimed."""
        ...

    def preferences(self, email: str) -> Preferences:
        """What somebody picked; nothing for somebody who never did. The e-mail's case does not matter."""
        ...
