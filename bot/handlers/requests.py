"""What a person asks for by a click instead of in words: a month, its submission, taking it back."""

from __future__ import annotations

from bot.domain.conversation import Conversation, Outgoing, Said, ToolCall
from bot.domain.timesheet import Employee, Month
from bot.handlers.asking import who
from bot.handlers.calls import Denied, Drafted, outcome_of
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.home import committed
from bot.handlers.proposing import propose
from bot.ports import Effects, InboxEvent
from bot.tools import wording
from bot.words import say


def handle_report(event: InboxEvent, desk: Desk) -> bool:
    """Show a month, as the button on a reminder asks."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        content = {"month": str(_month(event)), "email": employee.email}
        effects = Effects(outgoing=(Outgoing(new_id(), conversation.id, Said.REPORT, content),))
    return desk.store.commit(effects, completes=event.id)


def handle_submit(event: InboxEvent, desk: Desk) -> bool:
    """Propose to submit a month, as the button on a reminder or on the home page asks. The card still needs Approve."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        effects = month_card("submit_report", _month(event), conversation, employee, desk)
    return committed(effects, event, desk)


def handle_withdraw(event: InboxEvent, desk: Desk) -> bool:
    """Propose to take a month back, as the button on the home page asks. The card still needs Approve."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        effects = month_card("withdraw_report", _month(event), conversation, employee, desk)
    return committed(effects, event, desk)


def month_card(tool: str, month: Month, conversation: Conversation, employee: Employee, desk: Desk) -> Effects:
    """A card that hands a month in or takes it back, or the sentence why there is none."""
    person = desk.person(conversation.platform, conversation.person_id)
    pending = desk.pending(conversation.id)
    situation = desk.situation(employee, desk.today(person), (str(month),), pending)
    outcome = outcome_of(ToolCall(new_id(), tool, {"month": str(month)}), situation, {})
    if isinstance(outcome, Drafted):
        batch = propose([outcome], conversation, outcome.draft.title, pending, desk)
        card = Outgoing(new_id(), conversation.id, Said.CARD, {"card_id": batch.card_id})
        return Effects(
            proposals=batch.proposals, transitions=batch.transitions, outgoing=(card,), repaint=batch.repaint
        )
    sentence = outcome.sentence if isinstance(outcome, Denied) else _impossible(tool, month)
    return Effects(outgoing=(text_message(conversation, sentence),))


def _impossible(tool: str, month: Month) -> str:
    title = wording.month_title(month)
    if tool == "withdraw_report":
        return say("withdraw-impossible", month=title)
    return say("submit-impossible", month=title)


def handle_pending(event: InboxEvent, desk: Desk) -> bool:
    """Paint every card that waits in this conversation again, for a screen that no longer shows them."""
    conversation = desk.store.conversation_at(event.platform, event.lane)
    waiting = desk.pending(conversation.id) if conversation else ()
    return desk.store.commit(Effects(repaint=tuple({p.card_id: None for p in waiting})), completes=event.id)


def _month(event: InboxEvent) -> Month:
    return Month.parse(str(event.payload["month"]))
