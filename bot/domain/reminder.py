"""One nudge to one employee about one month: who gets it, when, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.calendar import last_working_day, missing_percent
from bot.domain.timesheet import Employee, Month, Report, ReportState

REMINDER_HOUR = time(10, 0)
MONTH_END = "month_end"


class Why(StrEnum):
    """Why somebody is due or not: the month is handed in, it is early, days lack, it only waits to be handed in, or it
    is full and there is nothing to hand in."""

    SUBMITTED = "submitted"
    EARLY = "early"
    MISSING = "missing"
    OPEN = "open"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Reminder:
    """Unique by employee, month and kind; `missing` names the days with the percent that each lacks, `day` and `hour`
    are when it goes out, on the person's own wall clock."""

    employee: Employee
    month: Month
    kind: str
    missing: tuple[tuple[date, int], ...]
    due: bool
    why: Why
    day: date
    hour: time = REMINDER_HOUR


def month_end_reminder(
    employee: Employee,
    report: Report,
    holidays: Collection[date],
    local_now: datetime,
    *,
    submittable: bool = True,
    hour: time = REMINDER_HOUR,
) -> Reminder:
    """Say whether `employee` is to be reminded at `local_now` (the person's own wall clock), and why or why not.

    `submittable`: the ledger has a way to hand a month in; otherwise a complete month needs nothing more. `hour` is
    the person's own.
    """
    month = report.month
    missing = missing_percent(report.entries, month.days, holidays)
    last_day = last_working_day(month, holidays)
    if report.state is ReportState.SUBMITTED:
        due, why = False, Why.SUBMITTED
    elif local_now.date() < last_day or (local_now.date() == last_day and local_now.time() < hour):
        due, why = False, Why.EARLY
    elif missing:
        due, why = True, Why.MISSING
    elif submittable:
        due, why = True, Why.OPEN
    else:
        due, why = False, Why.COMPLETE
    return Reminder(employee, month, MONTH_END, missing, due, why, last_day, hour)
