"""What a person thinks of an answer in words. It is counted and changes nothing; a second click changes it."""

from __future__ import annotations

from bot.handlers.desk import Desk
from bot.ports import Effects, Feedback, InboxEvent, Verdict

FEEDBACK = "feedback"


def handle_feedback(event: InboxEvent, desk: Desk) -> bool:
    """Keep it, where it is about an answer of this person's own conversation."""
    conversation = desk.store.conversation_at(event.platform, event.lane)
    effects = Effects()
    if conversation is not None and conversation.person_id == event.person_id:
        message, verdict = str(event.payload["message"]), Verdict(event.payload["verdict"])
        given = Feedback(message, conversation.id, event.person_id, verdict, event.received_at)
        effects = Effects(feedback=(given,))
    return desk.store.commit(effects, completes=event.id)
