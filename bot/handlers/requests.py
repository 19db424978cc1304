"""What a person asks for by a click instead of in words: a month, its submission, the home page."""

from __future__ import annotations

from bot.domain.conversation import Conversation, Outgoing, Said, ToolCall
from bot.domain.timesheet import Employee, Month
from bot.errors import UserFacingError
from bot.handlers.calls import Denied, Drafted, outcome_of
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.proposing import propose
from bot.handlers.reports import home_of
from bot.ports import Effects, InboxEvent
from bot.tools import wording
from bot.words import say


def handle_report(event: InboxEvent, desk: Desk) -> bool:
    """Show a month, as the button on a reminder asks."""
    conversation, employee, effects = _who(event, desk)
    if employee is not None:
        content = {"month": str(_month(event)), "email": employee.email}
        effects = Effects(outgoing=(Outgoing(new_id(), conversation.id, Said.REPORT, content),))
    return desk.store.commit(effects, completes=event.id)


def handle_submit(event: InboxEvent, desk: Desk) -> bool:
    """Propose to submit a month, as the button on a reminder or on the home page asks. The card still needs Approve."""
    conversation, employee, effects = _who(event, desk)
    if employee is not None:
        effects = _submission(_month(event), conversation, employee, desk)
    return desk.store.commit(effects, completes=event.id)


def _submission(month: Month, conversation: Conversation, employee: Employee, desk: Desk) -> Effects:
    person = desk.platforms[conversation.platform].person(conversation.person_id)
    pending = desk.pending(conversation.id)
    situation = desk.situation(employee, desk.today(person), (str(month),), pending)
    outcome = outcome_of(ToolCall(new_id(), "submit_report", {"month": str(month)}), situation, {})
    if isinstance(outcome, Drafted):
        batch = propose([outcome], conversation, outcome.draft.title, pending, desk)
        card = Outgoing(new_id(), conversation.id, Said.CARD, {"card_id": batch.card_id})
        return Effects(
            proposals=batch.proposals, transitions=batch.transitions, outgoing=(card,), repaint=batch.repaint
        )
    sentence = (
        outcome.sentence if isinstance(outcome, Denied) else say("submit-impossible", month=wording.month_title(month))
    )
    return Effects(outgoing=(text_message(conversation, sentence),))


def handle_home(event: InboxEvent, desk: Desk) -> bool:
    """Paint a person's home page."""
    platform = desk.platforms[event.platform]
    month = Month.parse(event.payload["month"]) if event.payload.get("month") else None
    platform.publish_home(home_of(platform.person(event.person_id), month, desk))
    return desk.store.commit(Effects(), completes=event.id)


def handle_pending(event: InboxEvent, desk: Desk) -> bool:
    """Paint every card that waits in this conversation again, for a screen that no longer shows them."""
    conversation = desk.store.conversation_at(event.platform, event.lane)
    waiting = desk.pending(conversation.id) if conversation else ()
    return desk.store.commit(Effects(repaint=tuple({p.card_id: None for p in waiting})), completes=event.id)


def _who(event: InboxEvent, desk: Desk) -> tuple[Conversation, Employee | None, Effects]:
    person = desk.platforms[event.platform].person(event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    try:
        return conversation, desk.employee(person), Effects()
    except UserFacingError as error:
        return conversation, None, Effects(outgoing=(text_message(conversation, str(error)),))


def _month(event: InboxEvent) -> Month:
    return Month.parse(str(event.payload["month"]))
