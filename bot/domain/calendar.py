"""Working days: Monday to Friday without public holidays. Holidays come in as a set; who makes it is not known here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from bot.domain.timesheet import FULL_DAY, Entry, Month

SATURDAY = 5


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """True from Monday to Friday when the day is no public holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_days(days: Iterable[date], holidays: Collection[date]) -> tuple[date, ...]:
    """The working days among `days`, in their order."""
    return tuple(day for day in days if is_working_day(day, holidays))


def week_of(day: date) -> tuple[date, ...]:
    """Monday to Sunday of the day's ISO week."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))


def last_working_day(month: Month, holidays: Collection[date]) -> date:
    """The day on which reminders go out. A month always has one."""
    return working_days(month.days, holidays)[-1]


def missing_percent(
    entries: Iterable[Entry], days: Iterable[date], holidays: Collection[date]
) -> tuple[tuple[date, int], ...]:
    """The working days that are not filled to 100 %, each with the percent that is missing."""
    filled: dict[date, int] = {}
    for entry in entries:
        filled[entry.day] = filled.get(entry.day, 0) + entry.percent
    return tuple(
        (day, FULL_DAY - filled.get(day, 0)) for day in working_days(days, holidays) if filled.get(day, 0) < FULL_DAY
    )
