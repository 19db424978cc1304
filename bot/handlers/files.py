"""A month as a file: who may have it, what is sent after Submit, and the file itself, which is made when it is sent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from bot.domain.conversation import Conversation, Outgoing, Said
from bot.domain.month_sheet import FileKind, MonthSheet, sheet_rows
from bot.domain.proposal import Proposal
from bot.domain.timesheet import Employee, Month, ReportState
from bot.errors import UserFacingError
from bot.handlers.desk import Desk, new_id, subject_names, text_message
from bot.handlers.reports import report_picture
from bot.ports import Effects, FilePicture, InboxEvent, TextPicture
from bot.tools import wording
from bot.words import say

_NO_LETTER = re.compile("[^a-z0-9]+")
LONGEST_NAME = 60  # characters of somebody's name within a file's


def handle_export(event: InboxEvent, desk: Desk) -> bool:
    """Send a month as a file, as a button asks; somebody else's only to administrators."""
    person = desk.person(event.platform, event.person_id)
    conversation = desk.store.conversation(event.platform, event.lane, person, event.payload["address"])
    try:
        outgoing = _wanted(event, conversation, desk.employee(person), desk)
    except UserFacingError as error:
        outgoing = text_message(conversation, str(error))
    return desk.store.commit(Effects(outgoing=(outgoing,)), completes=event.id)


def _wanted(event: InboxEvent, conversation: Conversation, employee: Employee, desk: Desk) -> Outgoing:
    """The message that will hold the file. Raises UserFacingError where the person may not see that report."""
    kind, month = FileKind(event.payload["file"]), Month.parse(str(event.payload["month"]))
    email = str(event.payload.get("email") or employee.email)
    if email.casefold() != employee.email.casefold():
        if not employee.is_admin:
            raise UserFacingError(say("admins-only-reports"))
        whose = desk.ledger.employee(email)
        if whose is None:
            raise UserFacingError(say("employee-gone", email=email))
        employee = whose
    content = {"month": str(month), "email": employee.email, "file": kind.value}
    return Outgoing(new_id(), conversation.id, Said.FILE, content)


def files_after(applied: Sequence[Proposal]) -> tuple[Outgoing, ...]:
    """What is sent by itself once these are written: the PDF of each month that was handed in.

    The message's id follows from the proposal's, so whatever is done again makes no second message.
    """
    return tuple(
        Outgoing(
            f"{proposal.id}-{month}",
            proposal.conversation_id,
            Said.FILE,
            {"month": str(month), "email": proposal.change.email, "file": FileKind.PDF.value, "submitted": True},
        )
        for proposal in applied
        if proposal.change.report_state is ReportState.SUBMITTED
        for month in proposal.change.months
    )


def file_picture(outgoing: Outgoing, desk: Desk) -> FilePicture | TextPicture:
    """The file as of now, or one sentence where there is nobody left whom it would be about."""
    content = outgoing.content
    conversation = desk.store.conversation_by_id(outgoing.conversation_id)
    person = desk.person(conversation.platform, conversation.person_id)
    employee = desk.ledger.employee(str(content["email"]))
    if employee is None:
        return TextPicture(say("employee-gone", email=str(content["email"])))
    kind, month = FileKind(content["file"]), Month.parse(str(content["month"]))
    sheet = month_sheet(employee, month, desk.today(person), desk)
    is_own = employee.email.casefold() == conversation.email.casefold()
    return FilePicture(
        text=say("file-after-submit", month=wording.month_title(month))
        if content.get("submitted")
        else _beside(sheet, kind, is_own=is_own),
        name=file_name(sheet, kind),
        title=say("file-title", name=employee.full_name, month=wording.month_title(month)),
        content=desk.exporter.file(sheet, kind),
        alt=_described(sheet) if kind is FileKind.PNG else "",
    )


def month_sheet(employee: Employee, month: Month, today: date, desk: Desk) -> MonthSheet:
    """One month of one employee, as it stands on paper."""
    picture = report_picture(employee, month, today, desk)
    entries = desk.ledger.report(employee.email, month).entries
    return MonthSheet(
        month=month,
        name=employee.full_name,
        email=employee.email,
        submitted=picture.submitted,
        days=picture.days,
        rows=sheet_rows(entries, month, subject_names(desk)),
        missing=picture.missing,
        made_on=today,
    )


def file_name(sheet: MonthSheet, kind: FileKind) -> str:
    """`report-2026-10-zoe-lefevre.pdf`: plain letters, so that it can be saved and mailed anywhere."""
    plain = unicodedata.normalize("NFKD", sheet.name).encode("ascii", "ignore").decode().casefold()
    name = _NO_LETTER.sub("-", plain)[:LONGEST_NAME].strip("-")
    what = "calendar" if kind is FileKind.PNG else "report"
    return "-".join(filter(None, [what, str(sheet.month), name])) + f".{kind}"


def _beside(sheet: MonthSheet, kind: FileKind, *, is_own: bool) -> str:
    month = wording.month_title(sheet.month)
    if is_own:
        return say("file-yours", month=month, kind=kind.value)
    return say("file-theirs", month=month, name=sheet.name, kind=kind.value)


def _described(sheet: MonthSheet) -> str:
    """The calendar in words, for who cannot see it: what each state's days are."""
    names = {
        "reported": say("calendar-reported"),
        "partly": say("calendar-partly"),
        "missing": say("calendar-missing"),
        "absent": say("calendar-absent"),
        "holiday": say("calendar-holiday"),
    }
    states = [
        say("file-alt-state", state=name, days=wording.days(days))
        for state, name in names.items()
        if (days := [day.day for day in sheet.days if day.state == state])
    ]
    month = wording.month_title(sheet.month)
    return say("file-alt", month=month, name=sheet.name, states="; ".join(states) or say("sheet-nothing"))
