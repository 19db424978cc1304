"""Sending what handlers decided to say. Only the outbox sends; a crash before "sent" is noted is found by looking.

What cannot be made into a picture must not keep the rest of its conversation waiting: a sentence takes its place. A
card's place is only held by it, because its lines wait for a click: the card is tried again until it can be painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from bot.domain.ability import Ability
from bot.domain.conversation import Conversation, Outgoing, Said
from bot.domain.timesheet import Month
from bot.errors import LedgerError, LedgerRefused, PlatformError, PlatformRefused, StoreError, TallyError
from bot.handlers.cards import card_of
from bot.handlers.desk import Desk, reference
from bot.handlers.files import file_picture
from bot.handlers.reports import report_picture
from bot.ports import Effects, FilePicture, Picture, ReminderPicture, TextPicture
from bot.words import say, speaking

log = structlog.get_logger(__name__)
PATIENCE = 5  # tries before the ledger that a picture needs counts as one that will not answer
PATIENCE_WITH_FILES = 20  # tries before words take a file's place: it is uploaded elsewhere than words are posted


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
            conversation = desk.store.conversation_by_id(outgoing.conversation_id)
            desk.platforms[conversation.platform].status(conversation.address, "")  # no answer comes to take it away
        except TallyError as error:
            log.warning("not sent; it stays in the outbox", message=outgoing.id, error=str(error))
        except Exception:
            log.exception("a message cannot be shown", message=outgoing.id)
    return sent


def send(outgoing: Outgoing, desk: Desk) -> None:
    """Post a message, or repaint it where it stands already."""
    desk = desk.for_one_event()
    conversation = desk.store.conversation_by_id(outgoing.conversation_id)
    desk.store.sending(outgoing.id)
    with speaking(desk.locale_of(conversation.platform, conversation.person_id)):
        try:
            picture = picture_of(outgoing, desk)
        except Exception as error:
            if not _is_hopeless(error, outgoing):
                raise
            picture = _stand_in(outgoing)
            ref = _shown(outgoing, picture, conversation, desk)
            desk.store.commit(Effects(repaint=_to_be_painted(outgoing)))
        else:
            ref = _shown_or_explained(outgoing, picture, conversation, desk)
    desk.store.sent(outgoing.id, outgoing.version, ref)


def _is_hopeless(error: Exception, outgoing: Outgoing) -> bool:
    """True when a picture cannot be made and nothing better than an apology stands in its place."""
    if isinstance(error, PlatformError | StoreError) or (outgoing.kind is Said.CARD and outgoing.ref):
        return False
    may_pass = isinstance(error, LedgerError) and not isinstance(error, LedgerRefused)
    return not may_pass or outgoing.attempts + 1 >= PATIENCE


def _stand_in(outgoing: Outgoing) -> Picture:
    """Say that a picture cannot be made; called where the error that says why is still in hand."""
    code = reference()
    log.exception("a message cannot be shown; an apology takes its place", message=outgoing.id, reference=code)
    return TextPicture(
        say("card-unshowable", reference=code)
        if outgoing.kind is Said.CARD
        else say("answer-unshowable", reference=code)
    )


def _to_be_painted(outgoing: Outgoing) -> tuple[str, ...]:
    return (str(outgoing.content["card_id"]),) if outgoing.kind is Said.CARD else ()


def _shown(outgoing: Outgoing, picture: Picture, conversation: Conversation, desk: Desk) -> str:
    """Show it; returns the platform's name for it."""
    platform = desk.platforms[conversation.platform]
    ref = outgoing.ref
    if ref is None and outgoing.attempts > 0:
        ref = platform.find(conversation.address, outgoing.id)
        if ref is not None:
            platform.status(conversation.address, "")  # as posting it would have done, had its answer been heard
    if ref is None:
        ref = platform.post(conversation.address, outgoing.id, picture)
    else:
        platform.update(conversation.address, ref, outgoing.id, picture)
    return ref


def _shown_or_explained(outgoing: Outgoing, picture: Picture, conversation: Conversation, desk: Desk) -> str:
    """Show it; where the platform takes no such file, or fails at it again and again, say so in its place."""
    try:
        return _shown(outgoing, picture, conversation, desk)
    except PlatformError as error:
        tired = outgoing.attempts + 1 >= PATIENCE_WITH_FILES
        if not isinstance(picture, FilePicture) or not (tired or isinstance(error, PlatformRefused)):
            raise
        code = reference()
        log.warning("the platform takes no file", message=outgoing.id, error=str(error), reference=code)
        refused = TextPicture(say("file-refused", name=picture.name, reference=code))
        return _shown(outgoing, refused, conversation, desk)


def picture_of(outgoing: Outgoing, desk: Desk) -> Picture:
    """What a message looks like now, platform-neutral."""
    content = outgoing.content
    match outgoing.kind:
        case Said.CARD:
            return card_of(str(content["card_id"]), desk)
        case Said.REPORT:
            return _report(outgoing, desk)
        case Said.FILE:
            return file_picture(outgoing, desk)
        case Said.REMINDER:
            submittable = Ability.SUBMIT in desk.ledger.abilities
            return ReminderPicture(str(content["text"]), str(content["month"]), submittable)
        case Said.LIST:
            rows = "\n".join(f"• {row}" for row in content["rows"])
            return TextPicture(f"{content['title']}\n{rows}")
        case Said.TEXT:
            return _text(content)


def _text(content: Mapping[str, Any]) -> TextPicture:
    return TextPicture(
        str(content["text"]),
        str(content.get("note", "")),
        tuple(content.get("choices", ())),
        literal=bool(content.get("literal")),
        read=str(content.get("read", "")),
        judged=bool(content.get("asked")),
    )


def _report(outgoing: Outgoing, desk: Desk) -> Picture:
    conversation = desk.store.conversation_by_id(outgoing.conversation_id)
    person = desk.person(conversation.platform, conversation.person_id)
    employee = desk.ledger.employee(str(outgoing.content["email"]))
    if employee is None:
        return TextPicture(say("employee-gone", email=str(outgoing.content["email"])))
    month = Month.parse(str(outgoing.content["month"]))
    is_own = employee.email.casefold() == conversation.email.casefold()
    return report_picture(employee, month, desk.today(person), desk, is_own=is_own)
