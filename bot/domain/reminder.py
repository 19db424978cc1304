"""One nudge to one employee about one month: who gets it, when, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.calendar import last_working_day, missing_percent
from bot.domain.timesheet import Employee, Month, Report, ReportState

REMINDER_HOUR = time(10, 0)
MONTH_END = "month_end"


@dataclass(frozen=True)
class Reminder:
    """Unique by employee, month and kind; `missing` names the days with the percent that each lacks."""

    employee: Employee
    month: Month
    kind: str
    missing: tuple[tuple[date, int], ...]
    due: bool
    why: str


def month_end_reminder(employee: Employee, report: Report, holidays: Collection[date], local_now: datetime) -> Reminder:
    """Say whether `employee` is to be reminded at `local_now` (the person's own wall clock), and why or why not."""
    month = report.month
    missing = missing_percent(report.entries, month.days, holidays)
    last_day = last_working_day(month, holidays)
    if report.state is ReportState.SUBMITTED:
        due, why = False, f"{month} is submitted"
    elif local_now.date() < last_day or (local_now.date() == last_day and local_now.time() < REMINDER_HOUR):
        due, why = False, f"not before {last_day.isoformat()} {REMINDER_HOUR:%H:%M} local time"
    elif missing:
        due, why = True, f"{len(missing)} day{'s' if len(missing) > 1 else ''} missing"
    else:
        due, why = True, "complete, but not submitted"
    return Reminder(employee, month, MONTH_END, missing, due, why)
