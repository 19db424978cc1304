"""Working off the inbox: one event at a time for each conversation, many conversations at once.

What fails because something outside is away is put back and tried again; what fails for any other reason is answered
with one sentence and a reference that stands in the log. Nothing is left without an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import structlog

from bot.errors import LedgerError, ModelError, ModelFileError, ModelRefused, PlatformError, PlatformRefused
from bot.handlers.approvals import handle_decision
from bot.handlers.desk import Desk, reference, text_message
from bot.handlers.messages import handle_message
from bot.handlers.requests import handle_home, handle_report, handle_submit
from bot.ports import Effects, InboxEvent

log = structlog.get_logger(__name__)
MOST_ATTEMPTS = 5
MODEL_AWAY = "is waiting for the language model; your message is kept and will be answered…"

HANDLERS: Mapping[str, Callable[[InboxEvent, Desk], bool]] = {
    "message": handle_message,
    "decision": handle_decision,
    "report": handle_report,
    "submit": handle_submit,
    "home": handle_home,
}


def work_off_one(desk: Desk) -> bool:
    """Handle the next event, if there is one. True when the inbox should be looked at again at once."""
    event = desk.store.claim()
    if event is None:
        return False
    with structlog.contextvars.bound_contextvars(event=event.id, kind=event.kind, person=event.person_id):
        return _handle(event, desk)


def _handle(event: InboxEvent, desk: Desk) -> bool:
    try:
        if HANDLERS[event.kind](event, desk):
            return True
        if event.attempts >= MOST_ATTEMPTS:
            return _give_up(event, desk)
        desk.store.postpone(event.id)
        return True
    except (ModelRefused, ModelFileError, PlatformRefused):
        return _give_up(event, desk)
    except (ModelError, LedgerError, PlatformError) as error:
        log.warning("postponed until it is back", error=str(error), attempts=event.attempts)
        _tell_waiting(event, error, desk)
        desk.store.postpone(event.id)
        return False
    except Exception:  # noqa: BLE001  the one outer guard: the person gets an answer, the log gets the cause
        return _give_up(event, desk)


def _tell_waiting(event: InboxEvent, error: Exception, desk: Desk) -> None:
    address = event.payload.get("address")
    if isinstance(error, ModelError) and address:
        desk.platforms[event.platform].status(address, MODEL_AWAY)


def _give_up(event: InboxEvent, desk: Desk) -> bool:
    """Complete an event that cannot be handled, with a sentence to the person and a reference for the log."""
    code = reference()
    log.exception("event failed", reference=code)
    conversation = desk.store.conversation_at(event.platform, event.lane)
    outgoing = () if conversation is None else (text_message(conversation, _apology(event, code)),)
    card_id = event.payload.get("card_id")
    return desk.store.commit(Effects(outgoing=outgoing, repaint=(card_id,) if card_id else ()), completes=event.id)


def _apology(event: InboxEvent, code: str) -> str:
    """After a click something may stand already, so only the card may say what was written."""
    if event.kind == "decision":
        return (
            f"Something went wrong on my side. The card shows what was written; look there before you repeat it. {code}"
        )
    return f"Something went wrong on my side, and nothing was written. Try again, or tell your administrator: {code}."
