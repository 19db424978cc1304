"""Starting a conversation over: from now on the model sees nothing of before, and nothing of before grounds a value.

Nothing is deleted: the conversation is read from another place on. What waits is dropped, with a sentence that says so,
because a conversation that knows nothing of it could neither correct nor drop it; what was approved stands.
"""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.domain.conversation import Conversation, Earlier
from bot.handlers.desk import Desk, text_message
from bot.handlers.home import paint_home
from bot.handlers.second_thoughts import CameOfIt
from bot.ports import Effects, InboxEvent
from bot.tools.names import plain
from bot.words import say

log = structlog.get_logger(__name__)
ENGLISH = (
    "reset",
    "start over",
    "start again",
    "start afresh",
    "new conversation",
    "new chat",
    "clear the conversation",
)
FRENCH = (
    "recommence",
    "recommencer",
    "recommencons",
    "on recommence",
    "on recommence a zero",
    "repartons de zero",
    "nouvelle conversation",
    "reinitialise",
    "reinitialiser",
)
WORDS = frozenset((*ENGLISH, *FRENCH))
"""Said alone, in `plain` form. Whoever says more than that is talking to the model."""


def starts_over(words: str) -> bool:
    """True when this and nothing else was said."""
    return plain(words) in WORDS


def fresh_start(conversation: Conversation, desk: Desk) -> Effects:
    """Begin anew behind the newest message."""
    newest = desk.store.history(conversation.id, 1, after=conversation.earlier.after)
    after = newest[-1].position if newest else conversation.earlier.after
    waiting = CameOfIt(tuple(desk.pending(conversation.id)))
    dropped = waiting.dropped(say("dropped-by-reset"), desk)
    lines = len(waiting.waiting)
    sentence = say("started-over-dropped", lines=lines) if lines else say("started-over")
    return replace(
        dropped, outgoing=(text_message(conversation, sentence),), earlier=((conversation.id, Earlier(after)),)
    )


def handle_reset(event: InboxEvent, desk: Desk) -> bool:
    """Start over, as the button on the home page asks. False when something moved meanwhile."""
    person = desk.person(event.platform, event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    if conversation.person_id != event.person_id:
        log.warning("somebody else's conversation is left alone", conversation=conversation.id)
        return desk.store.commit(Effects(), completes=event.id)
    if not desk.store.commit(fresh_start(conversation, desk), completes=event.id):
        return False
    paint_home(event, desk)
    return True
