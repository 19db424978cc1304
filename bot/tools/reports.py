"""A month's report: reading it, handing it in, taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from bot.domain.calendar import missing_percent, working_days
from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Month, Report, ReportState
from bot.tools import wording
from bot.tools.named_slots import EmployeeName
from bot.tools.situation import Draft, Finding, Refused, Situation
from bot.tools.slots import MonthName, Week
from bot.tools.tool import admin_reads, reads, writes


@reads
def get_report(
    situation: Situation,
    *,
    month: Annotated[Month | None, MonthName()] = None,
    employee: Annotated[Employee | None, EmployeeName()] = None,
) -> Finding:
    """Show what is in a month's report and which days are missing. Other people's reports are for administrators."""
    whose = employee or situation.employee
    if whose.email != situation.email and not situation.employee.is_admin:
        raise Refused("Only administrators can see other people's reports.")
    wanted = month or Month.of(situation.today)
    report = situation.ledger.report(whose.email, wanted)
    content = {"month": str(wanted), "email": whose.email}
    return Finding(report_text(whose, report, situation), "report", content)


def report_text(whose: Employee, report: Report, situation: Situation) -> str:
    """A report in lines, for the model: one line for each day with entries, then what is missing up to today."""
    by_day: dict[date, list[str]] = {}
    for entry in report.entries:
        by_day.setdefault(entry.day, []).append(f"{entry.subject} {entry.percent} %")
    holidays = situation.holidays(report.month.first, report.month.last)
    due = [day for day in report.month.days if day <= situation.today]
    gaps = missing_percent(report.entries, due, holidays)
    lines = [f"{whose.full_name}, {wording.month_title(report.month)}, {report.state}"]
    lines += [f"{wording.day(day)}: {', '.join(subjects)}" for day, subjects in by_day.items()]
    lines.append(f"Missing so far: {wording.missing(gaps)}" if gaps else "Nothing is missing so far.")
    return "\n".join(lines)


@reads
def get_dates_of_week(situation: Situation, *, week: Annotated[date, Week()]) -> Finding:
    """Say which dates a week has."""
    days = [week + timedelta(days=n) for n in range(5)]
    holidays = situation.holidays(days[0], days[-1])
    rows = [wording.day(day) + (" (public holiday)" if day in holidays else "") for day in days]
    title = f"Week {week.isocalendar().week}"
    return Finding("\n".join([title, *rows]), "list", {"title": title, "rows": rows})


@admin_reads
def get_missing_reports(situation: Situation, *, month: Annotated[Month | None, MonthName()] = None) -> Finding:
    """Say who has not submitted a month yet."""
    wanted = month or Month.of(situation.today)
    rows = [_missing_row(e, wanted, situation) for e in situation.ledger.employees() if _is_open(e, wanted, situation)]
    title = f"Not submitted for {wording.month_title(wanted)}"
    return Finding("\n".join([title, *(rows or ["nobody"])]), "list", {"title": title, "rows": rows or ["Nobody."]})


def _is_open(employee: Employee, month: Month, situation: Situation) -> bool:
    return situation.ledger.report(employee.email, month).state is ReportState.OPEN


def _missing_row(employee: Employee, month: Month, situation: Situation) -> str:
    entries = situation.ledger.report(employee.email, month).entries
    gaps = missing_percent(entries, month.days, situation.holidays(month.first, month.last))
    return f"{employee.full_name}: {wording.count(len(gaps), 'day')} missing"


@writes
def submit_report(situation: Situation, *, month: Annotated[Month, MonthName()]) -> Draft:
    """Hand in the person's own report of a month."""
    report = situation.ledger.report(situation.email, month)
    if report.state is ReportState.SUBMITTED:
        raise Refused(f"{wording.month_title(month)} is submitted already.")
    holidays = situation.holidays(month.first, month.last)
    gaps = missing_percent(report.entries, month.days, holidays)
    title = f"Submit {wording.month_title(month)}"
    change = Change(situation.email, month=month, report_state=ReportState.SUBMITTED)
    return Draft(change, title, _filled(report, month, holidays), (_gap_warning(gaps),) if gaps else ())


def _filled(report: Report, month: Month, holidays: frozenset[date]) -> str:
    days = len(working_days(month.days, holidays))
    return f"{wording.in_days(sum(e.percent for e in report.entries))} of {days}"


def _gap_warning(gaps: Sequence[tuple[date, int]]) -> str:
    shown = wording.missing(gaps[:5])
    more = f" and {len(gaps) - 5} more" if len(gaps) > 5 else ""
    return f"Still missing: {shown}{more}."


@writes
def withdraw_report(situation: Situation, *, month: Annotated[Month, MonthName()]) -> Draft:
    """Take back the person's own submitted report of a month, so that it can be changed."""
    if situation.ledger.report(situation.email, month).state is ReportState.OPEN:
        raise Refused(f"{wording.month_title(month)} is not submitted, so there is nothing to take back.")
    change = Change(situation.email, month=month, report_state=ReportState.OPEN)
    return Draft(change, f"Take back {wording.month_title(month)}")
