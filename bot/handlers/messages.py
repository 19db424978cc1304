"""A person said something: run a turn and commit what it comes to, together with the event's completion.

What cannot be read is answered with one sentence. A message that was changed is answered anew (see `second_thoughts`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.domain.conversation import Conversation, Message, Person, Speaker
from bot.errors import UserFacingError
from bot.handlers.desk import Desk, text_message
from bot.handlers.fresh_start import fresh_start, starts_over
from bot.handlers.picked import introduction
from bot.handlers.second_thoughts import after_deletion, what_came_of
from bot.handlers.turn import turn_for
from bot.ports import Effects, InboxEvent, Platform
from bot.words import say

LONGEST_MESSAGE = 4_000  # characters; a month in prose has about 1,000
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")  # before a French question mark; no model was trained on them
EDITED, DELETED = "edited", "deleted"
NO_WORDS = re.compile(r":[\w+'-]+:|@[UW][A-Z0-9]{4,}\b")  # an emoji by its name; a mention that tells no name


def handle_message(event: InboxEvent, desk: Desk) -> bool:
    """Answer a message. False when something moved meanwhile and the event has to be handled again."""
    person = desk.person(event.platform, event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    preview = Preview(desk.platforms[event.platform], event.payload["address"])
    effects = _effects(event, person, conversation, preview, desk)
    done = effects is not None and desk.store.commit(effects, completes=event.id)
    if preview.text or not done or effects is None or not effects.outgoing:
        preview.step("")  # otherwise the answer takes it away, so that something is seen all the time
    return done


def _effects(
    event: InboxEvent, person: Person, conversation: Conversation, preview: Preview, desk: Desk
) -> Effects | None:
    """What the message comes to; None when what was waiting from it moved meanwhile."""
    ref, change = str(event.payload.get("ref") or ""), event.payload.get("change")
    if change == DELETED:
        effects, sentence = after_deletion(what_came_of(ref, conversation, desk), desk)
        return replace(effects, outgoing=(text_message(conversation, sentence),)) if sentence else effects
    if change == EDITED:
        came_of_it = what_came_of(ref, conversation, desk)
        if came_of_it is not None and came_of_it.is_decided:
            return Effects(outgoing=(text_message(conversation, say("edited-decided")),))
        if came_of_it is not None and not desk.store.commit(came_of_it.dropped(say("message-changed"), desk)):
            return None
    elif ref and desk.store.heard(conversation.id, ref):
        return Effects()  # the platform told of one message twice, as two events
    return _answered(event, person, conversation, preview, desk)


def _answered(event: InboxEvent, person: Person, conversation: Conversation, preview: Preview, desk: Desk) -> Effects:
    words, files = str(event.payload.get("text", "")).translate(NO_BREAK).strip(), int(event.payload.get("files") or 0)
    try:
        employee = desk.employee(person)
        _check(words, files)
    except UserFacingError as error:
        return Effects(outgoing=(text_message(conversation, str(error)),))
    picked = introduction(event, conversation, desk)
    if starts_over(words) and not picked:
        return fresh_start(conversation, desk)
    preview.step(say("reading-your-message"))
    effects = turn_for(desk, conversation, employee, words, preview.add, preview.step).answer()
    unread = (text_message(conversation, say("file-unread-beside-words")),) if files else ()
    ref = str(event.payload.get("ref") or "") or None
    return replace(effects, outgoing=(*picked, *unread, *effects.outgoing), messages=_named(effects.messages, ref))


def _check(words: str, files: int) -> None:
    if not any(letter.isalnum() for letter in NO_WORDS.sub(" ", words)):
        raise UserFacingError(say("file-unread") if files else say("no-words"))
    if len(words) > LONGEST_MESSAGE:
        raise UserFacingError(say("too-long", count=len(words), most=LONGEST_MESSAGE))


def _named(messages: tuple[tuple[str, Message], ...], ref: str | None) -> tuple[tuple[str, Message], ...]:
    """The turn's messages, the person's own with the platform's name for it."""
    return tuple((id_, replace(m, ref=ref) if m.speaker is Speaker.USER else m) for id_, m in messages)


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
        """What the bot is doing now; "" takes that and the preview away."""
        self.platform.status(self.address, what)
