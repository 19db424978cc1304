"""A chat system, outgoing side: what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.domain.card import Card, ReportPicture
from bot.domain.conversation import Person
from bot.domain.home import LateMonth, Offer, WaitingCard


@dataclass(frozen=True)
class Home:
    """What a person's home page shows. `painted` names this state of the page: a button that acts once carries it.

    `waiting` are the newest of the `cards_waiting`; `preferences` says in one line what is set.
    """

    person: Person
    greeting: str
    report: ReportPicture | None
    cards_waiting: int = 0
    today: date | None = None
    painted: str = ""
    waiting: tuple[WaitingCard, ...] = ()
    offers: tuple[Offer, ...] = ()
    late: tuple[LateMonth, ...] = ()
    preferences: str = ""


@dataclass(frozen=True)
class TextPicture:
    """Words to a person. `note` is code's own line below them, `choices` are answers to click (what they say).

    `literal` words are shown character by character, in a fixed-width font. `read` says what the answer was made from.
    `judged` answers are open to the person's judgement: a `feedback` event.
    """

    text: str
    note: str = ""
    choices: tuple[str, ...] = ()
    literal: bool = False
    read: str = ""
    judged: bool = False


@dataclass(frozen=True)
class ReminderPicture:
    """A nudge with Show month, and Submit where the ledger has a way to hand a month in."""

    text: str
    month: str
    submittable: bool = True


@dataclass(frozen=True)
class FilePicture:
    """A file with a sentence beside it. `title` is what people call it, `alt` describes an image to who cannot see it.

    It is made for one message and never painted again: `Platform.update` leaves a file that stands as it is.
    """

    text: str
    name: str
    title: str
    content: bytes = field(repr=False)
    alt: str = ""


Picture = TextPicture | Card | ReportPicture | ReminderPicture | FilePicture


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

    def keep_status(self) -> None:
        """Show every status again that the platform would soon take away. Asked now and then; never raises."""
        ...

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Show streamed text so far as a disposable preview. Never raises."""
        ...

    def publish_home(self, home: Home) -> None:
        """Show a person's home page."""
        ...
