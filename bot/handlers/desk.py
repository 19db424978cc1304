"""What every handler works with: the ports, and the situation of a person made from them."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.conversation import Conversation, Message, Outgoing, Person, Said, Speaker
from bot.domain.preferences import NO_PREFERENCES, Preferences
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.reminder import REMINDER_HOUR
from bot.domain.rules import Books
from bot.domain.timesheet import Employee, Entry, Month, ReportState
from bot.errors import PlatformError, UserFacingError
from bot.ports import Clock, Exporter, Holidays, LanguageModel, Ledger, Platform, Store
from bot.tools import wording
from bot.tools.situation import Situation
from bot.words import ENGLISH, languages, say

SAID_TURNS = 6  # how many of the person's newest messages may ground a value


@dataclass(frozen=True)
class Desk:
    """The ports, as the composition root put them together. `platforms` by name."""

    store: Store
    ledger: Ledger
    model: LanguageModel
    platforms: Mapping[str, Platform]
    clock: Clock
    holidays: Holidays
    exporter: Exporter
    reminder_time: time = REMINDER_HOUR  # of whoever prefers no other
    known: dict[str, Preferences] | None = None
    """What people prefer, by e-mail, as far as it was looked up for the event in hand; None for a desk that looks anew
    each time."""

    def for_one_event(self) -> Desk:
        """The same desk while one event is handled: what was asked once need not be asked again."""
        return replace(self, ledger=self.ledger.snapshot(), known={})

    def employee(self, person: Person) -> Employee:
        """Who this person is in the ledger. Raises UserFacingError for somebody whom it does not know."""
        employee = self.ledger.employee(person.email) if person.email else None
        if employee is None:
            raise UserFacingError(
                say("person-unknown", email=person.email) if person.email else say("person-without-email")
            )
        return employee

    def locale_of(self, platform: str, person_id: str) -> str:
        """The locale to answer somebody in; English while the platform does not say who it is."""
        try:
            return self.person(platform, person_id).locale
        except PlatformError:
            return ENGLISH

    def person(self, platform: str, person_id: str) -> Person:
        """Who this is: as the platform says, with the language and the time zone that they prefer."""
        return self.as_preferred(self.platforms[platform].person(person_id))

    def as_preferred(self, person: Person) -> Person:
        """Somebody whom a platform names, with the language and the time zone that they prefer."""
        preferences = self.preferences(person.email) if person.email else NO_PREFERENCES
        spoken = preferences if preferences.language in languages() else replace(preferences, language="")
        return spoken.of(person)

    def preferences(self, email: str) -> Preferences:
        """What somebody prefers."""
        if self.known is None:
            return self.store.preferences(email)
        if email not in self.known:
            self.known[email] = self.store.preferences(email)
        return self.known[email]

    def today(self, person: Person) -> date:
        """The date where the person is."""
        return self.clock.now().astimezone(zone_of(person)).date()

    def today_of(self, proposal: Proposal) -> date:
        """The date where a proposal's owner is."""
        conversation = self.store.conversation_by_id(proposal.conversation_id)
        return self.today(self.person(conversation.platform, conversation.person_id))

    def situation(
        self, employee: Employee, today: date, said: Sequence[str] = (), pending: Sequence[Proposal] = ()
    ) -> Situation:
        """What a tool may know."""
        return Situation(
            employee=employee,
            today=today,
            holidays=lambda first, last: self.holidays.between(employee.country, first, last),
            ledger=self.ledger,
            said=tuple(said),
            pending=tuple(pending),
            preferred=self.preferences(employee.email).project,
        )

    def books(self, email: str, months: Sequence[Month]) -> Books:
        """What the rules look at for these months of one employee."""
        submitted = {m for m in months if self.ledger.report(email, m).state is ReportState.SUBMITTED}
        projects = {project.code: project for project in self.ledger.projects()}
        return Books(projects, submitted)

    def entries_on(self, email: str, days: Sequence[date]) -> tuple[Entry, ...]:
        """The entries of exactly these days, in order."""
        if not days:
            return ()
        wanted = set(days)
        return tuple(e for e in self.ledger.entries(email, min(days), max(days)) if e.day in wanted)

    def pending(self, conversation_id: str) -> Sequence[Proposal]:
        """What waits for its owner in this conversation."""
        return self.store.proposals(conversation_id=conversation_id, states=(ProposalState.PENDING,))


def zone_of(person: Person | None) -> ZoneInfo:
    """The person's time zone; UTC where the platform names none that is known here."""
    try:
        return ZoneInfo(person.time_zone if person else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def subject_names(desk: Desk) -> dict[str, str]:
    """How projects and absence reasons are printed, by their codes."""
    projects = {p.code: p.name for p in desk.ledger.projects()}
    return projects | {r.code: wording.reason(r) for r in desk.ledger.absence_reasons()}


def said_in(history: Sequence[Message]) -> tuple[str, ...]:
    """The person's newest messages, oldest first: the words that may ground a value."""
    texts = [message.text for message in history if message.speaker is Speaker.USER]
    return tuple(texts[-SAID_TURNS:])


def text_message(conversation: Conversation, text: str, *, note: str = "", choices: Sequence[str] = ()) -> Outgoing:
    """Words to the person as an outgoing message."""
    content = {"text": text, "note": note, "choices": list(choices)}
    return Outgoing(new_id(), conversation.id, Said.TEXT, content)


def answer_message(conversation: Conversation, text: str, *, note: str, read: str, asked: str) -> Outgoing:
    """An answer in words to what the person asked: with what was read for it, and open to their judgement."""
    answer = text_message(conversation, text, note=note)
    more = {"read": read, "asked": asked}
    return replace(answer, content={**answer.content, **{name: value for name, value in more.items() if value}})


def new_id() -> str:
    """A fresh id for a proposal, a card or a message."""
    return uuid.uuid4().hex


def reference() -> str:
    """A short reference that a person can read out and that stands in the log."""
    return secrets.token_hex(3).upper()
