"""What the v2 API writes and reads: its JSON, checked, and turned into Tally's nouns at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.domain.proposal import entry_order
from bot.domain.timesheet import AbsenceReason, Entry, Month, Report, ReportState, Role
from bot.errors import LedgerError
from bot.ledgers.v2.client import title
from bot.words import say

ABSENCES = {"paid_leave": "Conges", "rtt": "RTT", "sick": "Maladie"}
REASONS = {theirs: ours for ours, theirs in ABSENCES.items()}
T = TypeVar("T")


class Shape(BaseModel):
    """JSON as it has to be; what else stands in it does not matter."""

    model_config = ConfigDict(strict=True, frozen=True)


class StoredEmployee(Shape):
    """Somebody, as the API knows them; it names no country."""

    email: str
    name: str
    lastname: str
    role: Role


class StoredProject(Shape):
    """A project. Nobody is assigned where `employees` is null."""

    code: str
    name: str
    client: str | None = None
    date: str = ""
    employees: tuple[str, ...] | None = None


class StoredActivity(Shape):
    """A part of a day."""

    day: date = Field(alias="date")
    type: Literal["Project", "Absence"]
    percentage: int = Field(ge=0)
    title: str = ""
    reason: str | None = None


class StoredGroup(Shape):
    """What stands under one project; an absence stands in some group, whichever it is."""

    code: str | None = Field(None, alias="projectCode")
    activities: tuple[StoredActivity, ...]


class StoredReport(Shape):
    """A month."""

    month: int
    year: int
    email: str = Field(alias="employeeEmail")
    activities: tuple[StoredGroup, ...] | None


EMPLOYEES = TypeAdapter(tuple[StoredEmployee, ...])
PROJECTS = TypeAdapter(tuple[StoredProject, ...])
EMPLOYEE = TypeAdapter(StoredEmployee)
PROJECT = TypeAdapter(StoredProject)
REPORT = TypeAdapter(StoredReport)


def read_as(shape: TypeAdapter[T], body: bytes) -> T:
    """The answer in its shape. Raises LedgerError; what it held is in no message, as it may be somebody's month."""
    try:
        return shape.validate_json(body)
    except ValidationError as error:
        if error.errors(include_input=False, include_context=False)[0]["type"] == "json_invalid":
            raise LedgerError(say("v2-no-json", ledger=title())) from None
        raise LedgerError(say("v2-odd", ledger=title())) from None


def absence_reasons() -> tuple[AbsenceReason, ...]:
    """The three reasons that the API knows."""
    return (
        AbsenceReason("paid_leave", say("reason-paid-leave")),
        AbsenceReason("rtt", say("reason-rtt")),
        AbsenceReason("sick", say("reason-sick")),
    )


def report_from(stored: StoredReport, email: str, month: Month) -> Report:
    """The month of an employee. Raises LedgerError when the answer is about something else."""
    if (stored.email.lower(), stored.year, stored.month) != (email.lower(), month.year, month.month):
        raise LedgerError(say("v2-odd", ledger=title()))
    entries = tuple(
        _entry(activity, group.code, email.lower())
        for group in stored.activities or ()
        for activity in group.activities
    )
    if any(Month.of(entry.day) != month for entry in entries):
        raise LedgerError(say("v2-odd", ledger=title()))
    return Report(email.lower(), month, ReportState.OPEN, tuple(sorted(entries, key=entry_order)))


def _entry(activity: StoredActivity, code: str | None, email: str) -> Entry:
    if activity.type == "Absence":
        reason = activity.reason or activity.title
        return Entry(email, activity.day, activity.percentage, reason=REASONS.get(reason, reason))
    return Entry(email, activity.day, activity.percentage, project=code or activity.title)


def entries_body(email: str, month: Month, entries: Sequence[Entry]) -> dict[str, Any]:
    """The request that adds entries of one month, all of them activities or all of them absences."""
    return {
        "employeeEmail": email,
        "year": f"{month.year:04d}",
        "month": f"{month.month:02d}",
        "activities": [_absence(e) if e.reason else _activity(e) for e in entries],
    }


def _activity(entry: Entry) -> dict[str, Any]:
    part = {"name": entry.project, "percentage": entry.percent, "date": entry.day.isoformat()}
    return {"projectCode": entry.project, "projects": [{**part, "project": {"code": entry.project}}]}


def _absence(entry: Entry) -> dict[str, Any]:
    named = ABSENCES[entry.reason or ""]
    part = {"title": named, "percentage": entry.percent, "type": "Absence", "date": entry.day.isoformat()}
    return {"absences": [{**part, "reason": named}]}


def project_body(project: StoredProject, employees: Iterable[str] | None = None) -> dict[str, Any]:
    """The request that creates a project, or replaces it by itself with these people."""
    body = {"code": project.code, "name": project.name, "client": project.client or "", "date": project.date}
    return body if employees is None else {**body, "employees": list(employees)}
