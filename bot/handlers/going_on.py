"""After the last decision of a card the model sees the results and may go on: create a project, then assign it.

Going on is an event of its own, one for each card. A decision is so complete without the model, and clicks do not queue
up behind one that is away: the chain goes on when it is back.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from bot.domain.conversation import Conversation, Speaker
from bot.domain.proposal import Proposal, ProposalState
from bot.errors import ModelRefused
from bot.handlers.desk import Desk
from bot.handlers.turn import turn_for
from bot.ports import Effects, InboxEvent

log = structlog.get_logger(__name__)


def go_on_later(card: Sequence[Proposal], conversation: Conversation, desk: Desk) -> None:
    """Let the turn of a decided card go on, unless something of it is still open or the person has gone on alone.

    Storing the event twice is storing it once: its id is the card's.
    """
    if not _is_over(card) or not _is_newest(card, conversation, desk):
        return
    lane = desk.platforms[conversation.platform].lane(conversation.address)
    payload = {"card_id": card[0].card_id, "address": dict(conversation.address)}
    desk.store.receive(
        InboxEvent(
            id=f"go-on:{card[0].card_id}",
            platform=conversation.platform,
            kind="go_on",
            lane=lane,
            person_id=conversation.person_id,
            payload=payload,
            received_at=desk.clock.now(),
        )
    )


def handle_go_on(event: InboxEvent, desk: Desk) -> bool:
    """Ask the model what comes next. Raises ModelError while it is away: the event is then handled again."""
    card = desk.store.proposals(card_id=str(event.payload["card_id"]))
    conversation = desk.store.conversation_by_id(card[0].conversation_id)
    effects = Effects()
    if _is_over(card) and _is_newest(card, conversation, desk):
        effects = _next_step(card, conversation, desk)
    return desk.store.commit(effects, completes=event.id)


def _next_step(card: Sequence[Proposal], conversation: Conversation, desk: Desk) -> Effects:
    employee = desk.ledger.employee(card[0].owner)
    if employee is None:
        return Effects()
    try:
        return turn_for(desk, conversation, employee, "", _unheard, _unheard).go_on(card)
    except ModelRefused as error:
        log.warning("the turn does not go on", error=str(error))  # the card says all that matters
        return Effects()


def _unheard(_: str) -> None:
    """Nobody waits for the words: they come when they are whole."""


def _is_over(card: Sequence[Proposal]) -> bool:
    """True when every line is decided, and something was."""
    return not any(p.state.is_open for p in card) and any(p.state is not ProposalState.SUPERSEDED for p in card)


def _is_newest(card: Sequence[Proposal], conversation: Conversation, desk: Desk) -> bool:
    """True when the person has said nothing since, and the conversation was not started over."""
    ids = {p.id for p in card}
    for message in reversed(desk.store.history(conversation.id, after=conversation.earlier.after)):
        if message.speaker is Speaker.USER:
            return False
        if ids & set(message.proposal_ids):
            return True
    return False
