"""Who clicked, and where that is answered."""

from __future__ import annotations

from bot.domain.conversation import Conversation
from bot.domain.timesheet import Employee
from bot.errors import UserFacingError
from bot.handlers.desk import Desk, text_message
from bot.ports import Effects, InboxEvent


def who(event: InboxEvent, desk: Desk) -> tuple[Conversation, Employee | None, Effects]:
    """Where a click is answered, and who clicked; for somebody whom the ledger does not know, what they are told."""
    person = desk.person(event.platform, event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    try:
        return conversation, desk.employee(person), Effects()
    except UserFacingError as error:
        return conversation, None, Effects(outgoing=(text_message(conversation, str(error)),))
