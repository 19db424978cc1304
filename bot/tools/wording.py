"""How code prints days, months and counts. The weekday always stands beside the date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.timesheet import FULL_DAY, Month

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date, *, month: bool = True) -> str:
    """`Mon 16 Nov`, or `Mon 16` without the month."""
    text = f"{WEEKDAYS[value.weekday()]} {value.day}"
    return f"{text} {MONTHS[value.month - 1]}" if month else text


def month_title(month: Month) -> str:
    """`November 2026`."""
    return f"{FULL_MONTHS[month.month - 1]} {month.year}"


def days(values: Iterable[date]) -> str:
    """`Mon 16 – Thu 19 Nov, Mon 23 Nov`: days in a row are printed as ranges, so a gap is always seen."""
    return ", ".join(_run(run) for run in _runs(sorted(values)))


def _run(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{day(first, month=not same_month)} – {day(last)}"


def _runs(values: Sequence[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for value in values:
        if runs and (value - runs[-1][-1]).days == 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def count(number: int, noun: str) -> str:
    """`1 day`, `4 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def in_days(percent: int) -> str:
    """A sum of percents as days: `2.5 days`."""
    amount = percent / FULL_DAY
    return f"{amount:g} day" if amount == 1 else f"{amount:g} days"


def missing(gaps: Iterable[tuple[date, int]]) -> str:
    """`Mon 16 Nov, Wed 18 Nov (50 %)`: whole days bare, parts with what they lack."""
    return ", ".join(day(d) if gap == FULL_DAY else f"{day(d)} ({gap} %)" for d, gap in gaps)
