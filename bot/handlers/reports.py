"""A month as a person reads it, for reports and the home page (`home.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.ability import Ability
from bot.domain.calendar import SATURDAY, missing_percent
from bot.domain.card import ReportDay, ReportPicture
from bot.domain.timesheet import FULL_DAY, Employee, Entry, Month, Report, ReportState
from bot.handlers.desk import Desk, subject_names
from bot.tools import wording

MISSING_SHOWN = 10


def report_picture(employee: Employee, month: Month, today: date, desk: Desk, *, is_own: bool = True) -> ReportPicture:
    """One month of one employee."""
    report = desk.ledger.report(employee.email, month)
    holidays = desk.holidays.between(employee.country, month.first, month.last)
    names = subject_names(desk)
    due = [day for day in month.days if day <= today]  # nobody misses a day that is still to come
    gaps = missing_percent(report.entries, due, holidays)
    return ReportPicture(
        email=employee.email,
        name=employee.full_name,
        month=str(month),
        title=wording.month_heading(month),
        submitted=report.state is ReportState.SUBMITTED,
        days=tuple(_day(day, report, holidays, today, names) for day in month.days),
        totals=_totals(report.entries, names),
        missing=wording.missing(gaps, MISSING_SHOWN),
        complete=not missing_percent(report.entries, month.days, holidays),
        is_own=is_own,
        submittable=Ability.SUBMIT in desk.ledger.abilities,
        withdrawable=Ability.WITHDRAW in desk.ledger.abilities,
    )


def _totals(entries: Sequence[Entry], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    sums: dict[str, int] = {}
    for entry in entries:
        sums[entry.subject] = sums.get(entry.subject, 0) + entry.percent
    return tuple((names.get(subject, subject), wording.in_days(total)) for subject, total in sums.items())


def _day(day: date, report: Report, holidays: frozenset[date], today: date, names: Mapping[str, str]) -> ReportDay:
    entries = [e for e in report.entries if e.day == day]
    shown = tuple(f"{names.get(e.subject, e.subject)} {e.percent}" for e in entries)
    return ReportDay(day, _state(day, entries, holidays, today), shown)


def _state(day: date, entries: Sequence[Entry], holidays: frozenset[date], today: date) -> str:
    total = sum(e.percent for e in entries)
    if total >= FULL_DAY:
        return "absent" if all(e.reason for e in entries) else "reported"
    if total:
        return "partly" if day <= today else "ahead"
    if day.weekday() >= SATURDAY:
        return "weekend"
    if day in holidays:
        return "holiday"
    return "missing" if day <= today else "ahead"
