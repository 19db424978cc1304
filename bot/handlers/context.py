"""Show context: what the model would be shown next of the person's own conversation, to the letter; and what its words
name, which a template may show as well.

It is made by the same code that makes the prompt, and goes to nobody but the person whose conversation it is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import structlog

from bot.domain.conversation import Conversation, Message, Outgoing, Said, Speaker
from bot.domain.timesheet import Employee
from bot.errors import UserFacingError
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.turn import turn_for
from bot.ports import Effects, InboxEvent
from bot.words import say

log = structlog.get_logger(__name__)
PIECE = 2_800  # characters of one message
MOST_PIECES = 20  # a large model's whole context would be a wall of messages: then the middle is left out
NEXT = Message(Speaker.USER, "…")  # stands for what the person says next


def handle_context(event: InboxEvent, desk: Desk) -> bool:
    """Show a person what the model sees of their conversation."""
    person = desk.person(event.platform, event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    if conversation.person_id != event.person_id:
        log.warning("somebody else's conversation is shown to nobody", conversation=conversation.id)
        return desk.store.commit(Effects(), completes=event.id)
    try:
        outgoing = _shown(conversation, desk.employee(person), desk)
    except UserFacingError as error:
        outgoing = (text_message(conversation, str(error)),)
    return desk.store.commit(Effects(outgoing=outgoing), completes=event.id)


def _shown(conversation: Conversation, employee: Employee, desk: Desk) -> tuple[Outgoing, ...]:
    prompt = turn_for(desk, conversation, employee, "", _unheard, _unheard).prompted()
    messages = prompt.messages([NEXT])
    size = desk.model.size(messages, prompt.schemas)
    tools = ", ".join(tool.name for tool in prompt.schemas)
    introduction = say(
        "context-introduction", tokens=size.tokens, comfortable=size.comfortable, longest=size.longest, tools=tools
    )
    literal = [
        Outgoing(new_id(), conversation.id, Said.TEXT, {"text": piece, "literal": True})
        for piece in pieces(as_text(messages[:-1]))
    ]
    return (text_message(conversation, introduction), *literal)


def _unheard(_: str) -> None:
    """Nobody listens: no model is asked."""


def as_text(messages: Sequence[Message]) -> str:
    """Every message with its speaker above it; what a person's words name; calls as the model wrote them."""
    return "\n\n".join("\n".join([f"[{m.speaker}]", *filter(None, [m.text, _named(m)]), *_calls(m)]) for m in messages)


def _named(message: Message) -> str:
    return "; ".join(f"({m.kind}: {message.text[m.start : m.end]})" for m in message.mentions)


def _calls(message: Message) -> list[str]:
    return [f"{call.tool} {json.dumps(dict(call.arguments), ensure_ascii=False)}" for call in message.calls]


def pieces(text: str) -> list[str]:
    """The text in messages' worth; of a very long one the beginning and the end, with how much is left out."""
    whole = [text[n : n + PIECE] for n in range(0, len(text), PIECE)]
    if len(whole) <= MOST_PIECES:
        return whole
    half = MOST_PIECES // 2
    left_out = say("context-left-out", count=sum(map(len, whole[half:-half])))
    return [*whole[:half], left_out, *whole[-half:]]
