"""A person said something: run a turn and commit what it comes to, together with the event's completion."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import UserFacingError
from bot.handlers.desk import Desk, text_message
from bot.handlers.turn import turn_for
from bot.ports import Effects, InboxEvent, Platform

LONGEST_MESSAGE = 4_000  # characters; a month in prose has about 1,000
THINKING = "is reading your message…"


def handle_message(event: InboxEvent, desk: Desk) -> bool:
    """Answer a message. False when something moved meanwhile and the event has to be handled again."""
    effects = _turn(event, desk)
    desk.platforms[event.platform].status(event.payload["address"], "")
    return desk.store.commit(effects, completes=event.id)


def _turn(event: InboxEvent, desk: Desk) -> Effects:
    platform = desk.platforms[event.platform]
    person = platform.person(event.person_id)
    address = event.payload["address"]
    conversation = desk.store.conversation(event.platform, event.lane, person, address)
    words = str(event.payload.get("text", "")).strip()
    try:
        employee = desk.employee(person)
        _check(words)
    except UserFacingError as error:
        return Effects(outgoing=(text_message(conversation, str(error)),))
    platform.status(address, THINKING)
    preview = Preview(platform, address)
    return turn_for(desk, conversation, employee, words, preview.add, preview.step).answer()


def _check(words: str) -> None:
    if not words:
        raise UserFacingError("I can only read text. Tell me a project and the days, for example “Apollo on Monday”.")
    if len(words) > LONGEST_MESSAGE:
        raise UserFacingError(
            f"That is too long for me ({len(words):,} characters, I read {LONGEST_MESSAGE:,}). "
            "Send it in smaller parts. Nothing was written."
        )


class Preview:
    """Streamed text so far, shown as a disposable preview of the message that the outbox will send."""

    def __init__(self, platform: Platform, address: Mapping[str, str]) -> None:
        self.platform, self.address = platform, address
        self.text = ""

    def add(self, piece: str) -> None:
        """More text from the model."""
        self.text += piece
        self.platform.preview(self.address, self.text)

    def step(self, what: str) -> None:
        """What the bot is doing now."""
        self.platform.status(self.address, what)
