"""Working off the inbox: one event at a time for each conversation, many conversations at once.

What fails because something outside is away is put back and tried again; what fails for any other reason is answered
with one sentence and a reference that stands in the log. Nothing is left without an answer: where the database takes
not even that (its disk is full), the event stays until it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack

import structlog

from bot.errors import (
    LedgerError,
    ModelError,
    ModelFileError,
    ModelRefused,
    PlatformError,
    PlatformRefused,
    StoreError,
    TallyError,
)
from bot.handlers.approvals import handle_decision
from bot.handlers.commands import COMMAND, handle_command
from bot.handlers.context import handle_context
from bot.handlers.desk import Desk, reference, text_message
from bot.handlers.elsewhere import ELSEWHERE, handle_elsewhere
from bot.handlers.feedback import FEEDBACK, handle_feedback
from bot.handlers.files import handle_export
from bot.handlers.fresh_start import handle_reset
from bot.handlers.going_on import handle_go_on
from bot.handlers.home import handle_home, handle_show_card
from bot.handlers.home_clicks import (
    handle_copy_week,
    handle_fill_month,
    handle_forget,
    handle_nudge,
    handle_preferences,
)
from bot.handlers.messages import handle_message
from bot.handlers.requests import handle_pending, handle_report, handle_submit, handle_withdraw
from bot.handlers.same_again import handle_same
from bot.ports import Effects, InboxEvent
from bot.words import say, speaking

log = structlog.get_logger(__name__)
MOST_ATTEMPTS = 5

HANDLERS: Mapping[str, Callable[[InboxEvent, Desk], bool]] = {
    "message": handle_message,
    "decision": handle_decision,
    "same": handle_same,
    "report": handle_report,
    "export": handle_export,
    "submit": handle_submit,
    "withdraw": handle_withdraw,
    "home": handle_home,
    "show_card": handle_show_card,
    "copy_week": handle_copy_week,
    "fill_month": handle_fill_month,
    "nudge": handle_nudge,
    "preferences": handle_preferences,
    "forget": handle_forget,
    "pending": handle_pending,
    "reset": handle_reset,
    "context": handle_context,
    "go_on": handle_go_on,
    ELSEWHERE: handle_elsewhere,
    COMMAND: handle_command,
    FEEDBACK: handle_feedback,
}


class Stranded(TallyError):
    """An event is in work and could not be put back, since the database takes nothing: whoever gets this puts it back
    once the database does."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"the event {event_id} could not be put back")
        self.event_id = event_id


def work_off_one(desk: Desk) -> bool:
    """Handle the next event, if there is one. True when the inbox should be looked at again at once.

    Raises Stranded when the event could neither be handled nor put back.
    """
    event = desk.store.claim()
    if event is None:
        return False
    bound = structlog.contextvars.bound_contextvars(event=event.id, kind=event.kind, person=event.person_id)
    with bound, ExitStack() as language:
        try:
            return _handle(event, desk.for_one_event(), language)
        except TallyError as error:  # neither an answer nor an apology could be kept
            log.warning("kept until the database takes something", error=str(error), attempts=event.attempts)
            _tell_waiting(event, error, desk)
            _put_back(event, desk)
            return False


def _put_back(event: InboxEvent, desk: Desk) -> None:
    try:
        desk.store.postpone(event.id)
    except TallyError as error:
        raise Stranded(event.id) from error


def _handle(event: InboxEvent, desk: Desk, language: ExitStack) -> bool:
    """`language` holds the person's one, also for an apology after this."""
    try:
        language.enter_context(speaking(desk.person(event.platform, event.person_id).locale))
        if HANDLERS[event.kind](event, desk):
            return True
        if event.attempts >= MOST_ATTEMPTS:
            return _give_up(event, desk)
        desk.store.postpone(event.id)
        return True
    except ModelRefused:
        return _give_up(event, desk, _unworkable)
    except (ModelFileError, PlatformRefused):
        return _give_up(event, desk)
    except StoreError:
        raise
    except (ModelError, LedgerError, PlatformError) as error:
        log.warning("postponed until it is back", error=str(error), attempts=event.attempts)
        _tell_waiting(event, error, desk)
        desk.store.postpone(event.id)
        return False
    except Exception:  # noqa: BLE001  the one outer guard: the person gets an answer, the log gets the cause
        return _give_up(event, desk)


def _tell_waiting(event: InboxEvent, error: Exception, desk: Desk) -> None:
    address = event.payload.get("address")
    if address and not isinstance(error, PlatformError):
        desk.platforms[event.platform].status(address, _waiting_for(error, desk))


def _waiting_for(error: Exception, desk: Desk) -> str:
    if isinstance(error, LedgerError):
        return say("ledger-away", ledger=desk.ledger.title)
    return say("store-away") if isinstance(error, StoreError) else say("model-away")


def _give_up(event: InboxEvent, desk: Desk, apology: Callable[[InboxEvent, str], str] | None = None) -> bool:
    """Complete an event that cannot be handled, with a sentence to the person and a reference for the log."""
    code = reference()
    log.exception("event failed", reference=code)
    conversation = desk.store.conversation_at(event.platform, event.lane)
    outgoing = () if conversation is None else (text_message(conversation, (apology or _apology)(event, code)),)
    card_id = event.payload.get("card_id")
    return desk.store.commit(Effects(outgoing=outgoing, repaint=(card_id,) if card_id else ()), completes=event.id)


def _apology(event: InboxEvent, code: str) -> str:
    """After a click something may stand already, so only the card may say what was written."""
    if event.kind in ("decision", "same", "go_on"):
        return say("went-wrong-after-click", reference=code)
    return say("went-wrong", reference=code)


def _unworkable(event: InboxEvent, code: str) -> str:
    return say("message-unworkable", reference=code) if event.kind == "message" else _apology(event, code)
