"""A command with a name instead of words to the model: how the month stands, hand it in, start over, what there is.

Nothing here asks the model. What a command comes to is the same as what the button of that name comes to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.conversation import Conversation, Outgoing, Person, Said
from bot.domain.timesheet import Employee, Month, ReportState
from bot.errors import UserFacingError
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.fresh_start import handle_reset
from bot.handlers.requests import handle_submit
from bot.phrases import PhraseError, read_month
from bot.ports import Effects, InboxEvent
from bot.tools.names import plain
from bot.words import say

COMMAND = "command"
LONGEST_QUOTE = 60  # characters of what was typed, in the sentence that says that there is no such command
MONTH_STILL_DUE = 7  # days of a new month in which "submit" means the one before, while that is open


class Name(StrEnum):
    """The commands."""

    STATUS = "status"
    SUBMIT = "submit"
    RESET = "reset"
    HELP = "help"


ALSO: Mapping[str, Name] = {
    "statut": Name.STATUS,
    "etat": Name.STATUS,
    "soumettre": Name.SUBMIT,
    "envoyer": Name.SUBMIT,
    "recommencer": Name.RESET,
    "aide": Name.HELP,
}
"""In French, without accents."""


@dataclass(frozen=True)
class Typed:
    """What was typed behind the command: its name, or None for one that there is not; and the rest."""

    name: Name | None
    first: str
    rest: str


def typed(text: str) -> Typed:
    """Read it; nothing at all asks for help."""
    first, _, rest = text.strip().partition(" ")
    word = plain(first)
    known = {name.value: name for name in Name} | dict(ALSO)
    return Typed(known.get(word) if first else Name.HELP, first, rest.strip())


def help_text(command: str, asked: Typed) -> str:
    """What there is, and before it what there is not; `command` is how the platform's people call it."""
    rows = "\n".join(
        f"• `{command} {name}` {what}"
        for name, what in (
            (Name.STATUS, say("command-status")),
            (Name.SUBMIT, say("command-submit")),
            (Name.RESET, say("command-reset")),
            (Name.HELP, say("command-help")),
        )
    )
    listed = "\n".join((say("command-words"), rows))
    if asked.name is Name.HELP:
        return listed
    return "\n".join((say("command-unknown", typed=asked.first[:LONGEST_QUOTE]), listed))


def handle_command(event: InboxEvent, desk: Desk) -> bool:
    """Carry a command out in the conversation where it is answered. False when something moved meanwhile."""
    if Name(event.payload["name"]) is Name.RESET:
        return handle_reset(event, desk)
    try:
        employee, person = desk.employee(_person(event, desk)), _person(event, desk)
        if Name(event.payload["name"]) is Name.SUBMIT:
            month = _month(str(event.payload.get("rest") or ""), employee, desk.today(person), desk)
            return handle_submit(replace(event, payload={**event.payload, "month": str(month)}), desk)
        outgoing = _status(_conversation(event, desk), employee, desk.today(person), desk)
    except (UserFacingError, PhraseError) as error:
        outgoing = (text_message(_conversation(event, desk), str(error)),)
    return desk.store.commit(Effects(outgoing=outgoing), completes=event.id)


def _person(event: InboxEvent, desk: Desk) -> Person:
    return desk.person(event.platform, event.person_id)


def _conversation(event: InboxEvent, desk: Desk) -> Conversation:
    return desk.store.conversation(event.platform, event.lane, _person(event, desk), event.payload["address"])


def _status(conversation: Conversation, employee: Employee, today: date, desk: Desk) -> tuple[Outgoing, ...]:
    """This month's report, and how much waits for a decision."""
    content = {"month": str(Month.of(today)), "email": employee.email}
    report = Outgoing(new_id(), conversation.id, Said.REPORT, content)
    waiting = {p.card_id for p in desk.pending(conversation.id)}
    return (report, text_message(conversation, say("command-waiting", cards=len(waiting)))) if waiting else (report,)


def _month(written: str, employee: Employee, today: date, desk: Desk) -> Month:
    """The month that was typed; else this one, or in its first days the one before while that is not handed in."""
    if written:
        return Month(*read_month(written, today))
    before = Month.of(today).shift(-1)
    is_due = today.day <= MONTH_STILL_DUE and desk.ledger.report(employee.email, before).state is ReportState.OPEN
    return before if is_due else Month.of(today)
