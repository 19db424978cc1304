"""What is clicked on the home page, or typed in the console instead: each click is an event of the inbox."""

from __future__ import annotations

from datetime import date

from bot.domain.timesheet import Month
from bot.handlers.asking import who
from bot.handlers.desk import Desk, text_message
from bot.handlers.home import committed, paint_home
from bot.handlers.one_click import missing_days_filled, same_as_the_week_before
from bot.handlers.overview import nudged
from bot.handlers.preferring import read
from bot.ports import IN_HAND, Effects, Forgotten, InboxEvent
from bot.words import say


def handle_copy_week(event: InboxEvent, desk: Desk) -> bool:
    """Propose for a week what stood in the week before."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        week, month = str(event.payload["week"]), Month.parse(str(event.payload["month"]))
        day = date.fromisoformat(week) if week else None
        effects = same_as_the_week_before(day, month, conversation, employee, desk)
    return committed(effects, event, desk)


def handle_fill_month(event: InboxEvent, desk: Desk) -> bool:
    """Propose one project for the days of a month that are missing so far."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        effects = missing_days_filled(Month.parse(str(event.payload["month"])), conversation, employee, desk)
    return committed(effects, event, desk)


def handle_nudge(event: InboxEvent, desk: Desk) -> bool:
    """Nudge who has not handed in; the role is looked up now."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        month, email = Month.parse(str(event.payload["about"])), str(event.payload.get("email") or "")
        effects = nudged(month, email, conversation, employee, desk)
    return committed(effects, event, desk)


def handle_preferences(event: InboxEvent, desk: Desk) -> bool:
    """Keep what a person prefers, and show the page in that language from now on."""
    conversation, employee, effects = who(event, desk)
    if employee is not None:
        picked, errors = read(event.payload["values"], employee, desk)
        if errors:
            effects = Effects(outgoing=(text_message(conversation, " ".join(errors.values())),))
        else:
            effects = Effects(preferences=((employee.email, picked),))
    done = desk.store.commit(effects, completes=event.id)
    if done:
        paint_home(event, desk)
    return done


def handle_forget(event: InboxEvent, desk: Desk) -> bool:
    """Forget a person, unless something of theirs is approved and not yet written: that must not be lost."""
    conversation, employee, _ = who(event, desk)
    if conversation.person_id != event.person_id:
        return desk.store.commit(Effects(), completes=event.id)
    email = employee.email if employee else conversation.email
    if desk.store.proposals(owner=email, states=IN_HAND):
        refusal = Effects(outgoing=(text_message(conversation, say("forget-not-yet", ledger=desk.ledger.title)),))
        return committed(refusal, event, desk)
    whom = Forgotten(email, event.platform, event.person_id, conversation.id)
    done = text_message(conversation, say("forgotten", ledger=desk.ledger.title))
    return committed(Effects(forget=whom, outgoing=(done,)), event, desk)
