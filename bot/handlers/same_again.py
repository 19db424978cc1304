"""Same for …: what was written once is proposed for the days that come next, by a click on those days.

The click is the person's word, and its days are those that stood on the button. It makes a card, never an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.conversation import Conversation, Outgoing, Said, ToolCall
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import Employee
from bot.errors import UserFacingError
from bot.handlers.approvals import check_own, where_answered
from bot.handlers.calls import Drafted
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.next_days import REPEATABLE, room_on
from bot.handlers.proposing import propose
from bot.ports import Effects, InboxEvent
from bot.tools import wording
from bot.tools.registry import TOOLS
from bot.tools.situation import Refused, Unclear
from bot.tools.tool import Resolved
from bot.words import say

MOST_DAYS = 7


def handle_same(event: InboxEvent, desk: Desk) -> bool:
    """Propose the same for the days on the button. The card still needs Approve."""
    person = desk.person(event.platform, event.person_id)
    card = desk.store.proposals(card_id=str(event.payload["card_id"]))
    conversation = where_answered(event, person, card, desk)
    repaint = (card[0].card_id,) if card else ()
    try:
        employee = desk.employee(person)
        check_own(card, employee)
        written = _written(event, card)
        drafted = _again(written, _days(event), employee, desk)
    except UserFacingError as error:
        said = (text_message(conversation, str(error)),)
        return desk.store.commit(Effects(outgoing=said, repaint=repaint), completes=event.id)
    return desk.store.commit(_proposed(drafted, conversation, repaint, desk), completes=event.id)


def _written(event: InboxEvent, card: Sequence[Proposal]) -> Proposal:
    clicked = next((p for p in card if p.id == event.payload.get("proposal_id")), None)
    if clicked is None or clicked.tool not in REPEATABLE:
        raise UserFacingError(say("card-gone"))
    if clicked.state is not ProposalState.APPLIED:
        raise UserFacingError(say("card-outdated"))
    return clicked


def _days(event: InboxEvent) -> tuple[date, ...]:
    """The days that stood on the button. Raises UserFacingError for anything else."""
    try:
        days = tuple(sorted({date.fromisoformat(str(day)) for day in event.payload["days"]}))
    except (KeyError, TypeError, ValueError):
        raise UserFacingError(say("unknown-button")) from None
    if not 1 <= len(days) <= MOST_DAYS:
        raise UserFacingError(say("unknown-button"))
    return days


def _again(written: Proposal, days: tuple[date, ...], employee: Employee, desk: Desk) -> Drafted:
    """The call that was written, for other days. Raises UserFacingError where they have no room for it any more."""
    room = room_on(written.owner, days, desk)
    if taken := [day for day in days if not room.has(written.change.added[0], day)]:
        raise UserFacingError(say("same-taken", days=wording.days(taken)))
    tool, situation = TOOLS[written.tool], desk.situation(employee, desk.today_of(written))
    phrases = {**written.phrases, "dates": wording.days(days)}
    try:
        values = tool.load({**written.arguments, "dates": [day.isoformat() for day in days]}, situation)
        return Drafted(
            ToolCall(new_id(), tool.name, phrases), Resolved(tool, phrases, values), tool.draft(values, situation)
        )
    except (Refused, Unclear) as error:
        raise UserFacingError(say("same-impossible", why=str(error))) from error


def _proposed(drafted: Drafted, conversation: Conversation, repaint: tuple[str, ...], desk: Desk) -> Effects:
    """A card of its own; what stood on the button is what was said."""
    words = say("same-for", days=wording.days(drafted.draft.change.days))
    batch = propose([drafted], conversation, words, desk.pending(conversation.id), desk)
    card = Outgoing(new_id(), conversation.id, Said.CARD, {"card_id": batch.card_id})
    return Effects(
        proposals=batch.proposals,
        transitions=batch.transitions,
        outgoing=(card,),
        repaint=(*repaint, *batch.repaint),
    )
