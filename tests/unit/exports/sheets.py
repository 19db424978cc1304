"""Months for the tests of files: a French one with everything in it, and any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.calendar import SATURDAY
from bot.domain.card import ReportDay
from bot.domain.month_sheet import MonthSheet, sheet_rows
from bot.domain.timesheet import Entry, Month

EMAIL = "zoe@example.org"
NAME = "Zoé Lefèvre-Œuvrard"
COMPANY = "Société des Étoiles & Cie"
OCTOBER = Month(2026, 10)
TITLES = {"APO": "Apollo", "ZEP": "Zéphyr, deuxième étape", "sick": "Maladie", "rtt": "RTT"}


def entry(day: int, percent: int, project: str | None = None, reason: str | None = None) -> Entry:
    """An entry of October."""
    return Entry(EMAIL, date(2026, 10, day), percent, project, reason)


ENTRIES = (
    *(entry(day, 100, "APO") for day in (1, 2, 5, 6, 7)),
    entry(8, 50, "APO"),
    entry(8, 25, "ZEP"),
    entry(9, 100, reason="sick"),
    entry(12, 50, "ZEP"),
    entry(12, 50, reason="rtt"),
    entry(31, 25, "APO"),
)


def sheet_of(
    entries: Sequence[Entry] = ENTRIES,
    titles: Mapping[str, str] = TITLES,
    *,
    month: Month = OCTOBER,
    name: str = NAME,
    submitted: bool = False,
    missing: str = "",
) -> MonthSheet:
    """The month with these entries; the 30th is a holiday, days from the 20th on are to come."""
    days = tuple(ReportDay(day, state_of(day, entries), ()) for day in month.days)
    rows = sheet_rows(entries, month, titles)
    return MonthSheet(month, name, EMAIL, submitted, days, rows, missing, date(2026, 10, 19))


def state_of(day: date, entries: Sequence[Entry]) -> str:
    """What a day is."""
    held = [e for e in entries if e.day == day]
    total = sum(e.percent for e in held)
    if total >= 100:
        return "absent" if all(e.reason for e in held) else "reported"
    if total:
        return "partly"
    if day.weekday() >= SATURDAY:
        return "weekend"
    if day.day == 30:
        return "holiday"
    return "missing" if day.day < 20 else "ahead"
