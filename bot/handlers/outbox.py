"""Sending what handlers decided to say. Only the outbox sends; a crash before "sent" is noted is found by looking."""

from __future__ import annotations

import structlog

from bot.domain.ability import Ability
from bot.domain.conversation import Conversation, Outgoing, Said
from bot.domain.timesheet import Month
from bot.errors import PlatformRefused, TallyError
from bot.handlers.cards import card_of
from bot.handlers.desk import Desk
from bot.handlers.reports import report_picture
from bot.ports import Picture, ReminderPicture, TextPicture
from bot.words import say, speaking

log = structlog.get_logger(__name__)


def send_some(desk: Desk) -> int:
    """Send what is due, what failed least first; returns how many went out. What fails counts a try and comes later."""
    sent = 0
    for outgoing in desk.store.unsent():
        try:
            send(outgoing, desk)
            sent += 1
        except PlatformRefused as error:
            log.error("the platform refused a message; it is dropped", message=outgoing.id, error=str(error))
            desk.store.sent(outgoing.id, outgoing.version, outgoing.ref)
        except TallyError as error:
            log.warning("not sent; it stays in the outbox", message=outgoing.id, error=str(error))
        except Exception:
            log.exception("a message cannot be shown", message=outgoing.id)
    return sent


def send(outgoing: Outgoing, desk: Desk) -> None:
    """Post a message, or repaint it where it stands already."""
    conversation = desk.store.conversation_by_id(outgoing.conversation_id)
    desk.store.sending(outgoing.id)
    with speaking(desk.locale_of(conversation.platform, conversation.person_id)):
        ref = _shown(outgoing, conversation, desk)
    desk.store.sent(outgoing.id, outgoing.version, ref)


def _shown(outgoing: Outgoing, conversation: Conversation, desk: Desk) -> str:
    """Show it in the language spoken now; returns the platform's name for it."""
    platform = desk.platforms[conversation.platform]
    picture = picture_of(outgoing, desk.for_one_event())
    ref = outgoing.ref
    if ref is None and outgoing.attempts > 0:
        ref = platform.find(conversation.address, outgoing.id)
    if ref is None:
        ref = platform.post(conversation.address, outgoing.id, picture)
    else:
        platform.update(conversation.address, ref, outgoing.id, picture)
    return ref


def picture_of(outgoing: Outgoing, desk: Desk) -> Picture:
    """What a message looks like now, platform-neutral."""
    content = outgoing.content
    match outgoing.kind:
        case Said.CARD:
            return card_of(str(content["card_id"]), desk)
        case Said.REPORT:
            return _report(outgoing, desk)
        case Said.REMINDER:
            submittable = Ability.SUBMIT in desk.ledger.abilities
            return ReminderPicture(str(content["text"]), str(content["month"]), submittable)
        case Said.LIST:
            rows = "\n".join(f"• {row}" for row in content["rows"])
            return TextPicture(f"{content['title']}\n{rows}")
        case Said.TEXT:
            note, choices = str(content.get("note", "")), tuple(content.get("choices", ()))
            return TextPicture(str(content["text"]), note, choices, bool(content.get("literal")))


def _report(outgoing: Outgoing, desk: Desk) -> Picture:
    conversation = desk.store.conversation_by_id(outgoing.conversation_id)
    person = desk.platforms[conversation.platform].person(conversation.person_id)
    employee = desk.ledger.employee(str(outgoing.content["email"]))
    if employee is None:
        return TextPicture(say("employee-gone", email=str(outgoing.content["email"])))
    month = Month.parse(str(outgoing.content["month"]))
    is_own = employee.email.casefold() == conversation.email.casefold()
    return report_picture(employee, month, desk.today(person), desk, is_own=is_own)
