"""What the inside needs from the outside. Adapters implement these; handlers and tools know nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.card import Card, Form, ReportPicture
from bot.domain.conversation import Conversation, Message, Outgoing, Person, ToolCall
from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report


class Clock(Protocol):
    """Time, so that a test can hold it still."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Holidays(Protocol):
    """Public holidays by country."""

    def between(self, country: str, first: date, last: date) -> frozenset[date]:
        """The public holidays of a country from `first` to `last`, both included."""
        ...


# --- the ledger ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Write:
    """One approved proposal on its way into the ledger.

    `before` is what the card showed on `change.watched`; None where nothing was shown. Writes of one call may build on
    each other, deletions first: each one's `before` is what stands when the call begins.
    """

    proposal_id: str
    change: Change
    before: tuple[Entry, ...] | None = None


class Ledger(Protocol):
    """Where reports live. Every method raises LedgerError when the ledger cannot be reached."""

    name: str

    def employees(self) -> Sequence[Employee]:
        """Everybody, ordered by last name."""
        ...

    def employee(self, email: str) -> Employee | None:
        """The employee with this e-mail (case does not matter), or None."""
        ...

    def projects(self) -> Sequence[Project]:
        """Every project with the people assigned to it, ordered by name."""
        ...

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """The reasons an absence may have."""
        ...

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """One employee's entries from `first` to `last`, both included, in `entry_order`."""
        ...

    def report(self, email: str, month: Month) -> Report:
        """One month; an employee without entries has an open, empty report."""
        ...

    def standing(self, proposal_id: str) -> bool:
        """True when what was approved under this id is written: asked after a crash, before anything is repeated."""
        ...

    def apply(self, writes: Sequence[Write]) -> None:
        """Write all of `writes` or none, deletions first, each once: an id that already stands is left out.

        Raises LedgerChanged when something else stands on a write's days than its `before`, and LedgerRefused when the
        ledger's own rules forbid it (the month was submitted, the day is full).
        """
        ...


# --- the language model -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ToolSchema:
    """What the model is told of a tool; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class ModelReply:
    """What the model said: words, or calls (then `text` is what stood before them)."""

    text: str = ""
    calls: tuple[ToolCall, ...] = ()


class LanguageModel(Protocol):
    """Messages and tools in, text or tool calls out, streamed. Safe to call from several threads."""

    def reply(
        self, messages: Sequence[Message], tools: Sequence[ToolSchema], on_text: Callable[[str], None]
    ) -> ModelReply:
        """Answer; `on_text` gets each piece of text as it is written. Raises ModelError."""
        ...

    def fits(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> bool:
        """True when the prompt leaves room for an answer in the model's context."""
        ...


# --- the platform -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Home:
    """What a person's home page shows."""

    person: Person
    greeting: str
    report: ReportPicture | None
    cards_waiting: int = 0


@dataclass(frozen=True)
class TextPicture:
    """Words to a person. `note` is code's own line below them, `choices` are answers to click (what they say)."""

    text: str
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReminderPicture:
    """A nudge with Show month and Submit."""

    text: str
    month: str


Picture = TextPicture | Card | ReportPicture | ReminderPicture


class Platform(Protocol):
    """A chat system, outgoing side. Methods raise PlatformError, or PlatformRefused when repeating is useless."""

    name: str

    def person(self, person_id: str) -> Person:
        """Who this is."""
        ...

    def person_by_email(self, email: str) -> Person | None:
        """Who has this e-mail on the platform, or None."""
        ...

    def direct_address(self, person: Person) -> Mapping[str, str]:
        """The address of the direct conversation with a person, opened when there is none."""
        ...

    def lane(self, address: Mapping[str, str]) -> str:
        """The key of the conversation at an address: what listeners put into `InboxEvent.lane`."""
        ...

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        """Send a new message that carries `message_id`; returns the platform's name for it."""
        ...

    def update(self, address: Mapping[str, str], ref: str, message_id: str, picture: Picture) -> None:
        """Repaint a message that was posted."""
        ...

    def find(self, address: Mapping[str, str], message_id: str) -> str | None:
        """The platform's name of the message that carries `message_id`, or None when it was never posted."""
        ...

    def status(self, address: Mapping[str, str], text: str) -> None:
        """Show what the bot is doing; an empty text takes the status away. Never raises: a status is a courtesy."""
        ...

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Show streamed text so far as a disposable preview. Never raises."""
        ...

    def publish_home(self, home: Home) -> None:
        """Show a person's home page."""
        ...


# --- the assistant, as a platform sees it -------------------------------------------------------------------------


@dataclass(frozen=True)
class FormCheck:
    """What a submitted form is worth: `errors` by field; or `form` to show again (a phrase's reading); or fine."""

    errors: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None

    @property
    def accepted(self) -> bool:
        """True when nothing is left to correct or to confirm."""
        return not self.errors and self.form is None


class Assistant(Protocol):
    """What a platform's listeners call. A listener acknowledges, stores, translates, calls: nothing else."""

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably and wake a worker; False when it is a duplicate. Returns before it is handled."""
        ...

    def form(self, proposal_id: str, revision: int, person: Person) -> Form:
        """The Edit form of a pending proposal. Raises UserFacingError when it cannot be edited by this person now."""
        ...

    def check_form(
        self, proposal_id: str, revision: int, person: Person, values: Mapping[str, str], shown: str
    ) -> FormCheck:
        """Check what was typed into the form. `values` by field name, days as comma-separated ISO days or a phrase;

        `shown` is the `notice` that the form carried when it was submitted, so that a reading counts only once shown.
        """
        ...


# --- the store ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class InboxEvent:
    """Something that happened on a platform, stored before the listener returns.

    `id` is the platform's unique event id, `lane` what is handled one at a time (the conversation). `payload` by `kind`
    (`address` is always in it):

    - `message`: `text`; also for a suggested prompt or an offered choice that was clicked
    - `decision`: `verb` (approve, decline, edit, approve_all), `card_id`, `proposal_id`, `revision`, and for decline
      `reason`, for edit `values` (a form that `Assistant.check_form` accepted)
    - `submit`, `report`: `month` (from a reminder or the home page)
    - `home`: `month` or nothing for the current one
    """

    id: str
    platform: str
    kind: str
    lane: str
    person_id: str
    payload: Mapping[str, Any]
    received_at: datetime
    attempts: int = 0


@dataclass(frozen=True)
class Transition:
    """A compare-and-swap on one proposal: only from `state_from` at `revision`; `after` is the row as it will be."""

    proposal_id: str
    state_from: ProposalState
    revision: int
    after: Proposal


@dataclass(frozen=True)
class Effects:
    """Everything a handler wants to happen, committed in one transaction with the inbox row's completion."""

    messages: tuple[tuple[str, Message], ...] = ()
    proposals: tuple[Proposal, ...] = ()
    transitions: tuple[Transition, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    repaint: tuple[str, ...] = field(default=())  # ids of cards whose message is to be sent again


class Store(Protocol):
    """Inbox, conversations, proposals, outbox, reminders."""

    def receive(self, event: InboxEvent) -> bool:
        """Store an event durably; False when its id was stored before (a duplicate)."""
        ...

    def claim(self) -> InboxEvent | None:
        """The oldest unfinished event whose lane has none in work; marked, and its `attempts` counted. Or None."""
        ...

    def release(self) -> int:
        """Put back what a crashed program had in work (once, at start; one process a database); returns how many."""
        ...

    def postpone(self, event_id: str) -> None:
        """Put an event back: it is claimed again later."""
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

    def history(self, conversation_id: str, limit: int = 60) -> Sequence[Message]:
        """The newest `limit` messages, oldest first."""
        ...

    def proposal(self, proposal_id: str) -> Proposal | None:
        """One proposal, or None."""
        ...

    def proposals(
        self,
        *,
        conversation_id: str | None = None,
        card_id: str | None = None,
        owner: str | None = None,
        states: Collection[ProposalState] | None = None,
    ) -> Sequence[Proposal]:
        """The proposals that match every argument given, ordered by creation and line."""
        ...

    def commit(self, effects: Effects, *, completes: str | None = None) -> bool:
        """Make the effects true in one transaction, or none of them.

        False (and nothing changed) when a transition's state or revision no longer holds.
        """
        ...

    def unsent(self, limit: int = 20) -> Sequence[Outgoing]:
        """Messages whose newest version was not sent: what failed least, then oldest; one for each conversation."""
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
