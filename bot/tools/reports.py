"""A month's report: reading it, handing it in, taking it back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from bot.domain.ability import Ability
from bot.domain.calendar import missing_percent, working_days
from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Month, Report, ReportState
from bot.tools import wording
from bot.tools.named_slots import EmployeeName
from bot.tools.report_slots import MonthName, Week
from bot.tools.situation import Draft, Finding, Refused, Situation
from bot.tools.tool import admin_reads, needing, reads, writes
from bot.words import ENGLISH, say, speaking

GAPS_SHOWN = 5  # on the card that submits a month


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
        raise Refused(say("admins-only-reports"))
    wanted = month or Month.of(situation.today)
    report = situation.ledger.report(whose.email, wanted)
    content = {"month": str(wanted), "email": whose.email}
    named = wording.month_title(wanted)
    is_own = whose.email == situation.email
    about = say("read-report", month=named) if is_own else say("read-report-of", person=whose.full_name, month=named)
    return Finding(report_text(whose, report, situation), "report", content, about)


@speaking(ENGLISH)
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
    rows = [say("week-holiday", day=wording.day(day)) if day in holidays else wording.day(day) for day in days]
    title = say("week-title", number=week.isocalendar().week)
    return Finding("\n".join([title, *rows]), "list", {"title": title, "rows": rows}, say("read-week"))


@admin_reads
def get_missing_reports(situation: Situation, *, month: Annotated[Month | None, MonthName()] = None) -> Finding:
    """Say who has not submitted a month yet."""
    wanted = month or Month.of(situation.today)
    reports = ((e, situation.ledger.report(e.email, wanted)) for e in situation.ledger.employees())
    rows = [_missing_row(e, report, situation) for e, report in reports if _is_open(report, situation)]
    title = _missing_title(wanted, situation)
    shown = {"title": title, "rows": rows or [say("not-submitted-nobody")]}
    about = say("read-missing", month=wording.month_title(wanted))
    return Finding("\n".join([title, *(rows or ["nobody"])]), "list", shown, about)


def _missing_title(month: Month, situation: Situation) -> str:
    named = wording.month_title(month)
    return say("not-submitted", month=named) if _is_submittable(situation) else say("not-complete", month=named)


def _is_submittable(situation: Situation) -> bool:
    return Ability.SUBMIT in situation.ledger.abilities


def _is_open(report: Report, situation: Situation) -> bool:
    """True for a report that is not handed in; where none ever is, for one that lacks days."""
    return report.state is ReportState.OPEN if _is_submittable(situation) else bool(_gaps(report, situation))


def _missing_row(employee: Employee, report: Report, situation: Situation) -> str:
    return say("not-submitted-days", person=employee.full_name, days=len(_gaps(report, situation)))


def _gaps(report: Report, situation: Situation) -> tuple[tuple[date, int], ...]:
    month = report.month
    return missing_percent(report.entries, month.days, situation.holidays(month.first, month.last))


@needing(Ability.SUBMIT)
@writes
def submit_report(situation: Situation, *, month: Annotated[Month, MonthName()]) -> Draft:
    """Hand in the person's own report of a month."""
    report = situation.ledger.report(situation.email, month)
    if report.state is ReportState.SUBMITTED:
        raise Refused(say("submitted-already", month=wording.month_title(month)))
    holidays = situation.holidays(month.first, month.last)
    gaps = missing_percent(report.entries, month.days, holidays)
    title = say("submit-title", month=wording.month_title(month))
    warnings = (say("submit-missing", days=wording.missing(gaps, GAPS_SHOWN)),) if gaps else ()
    change = Change(situation.email, month=month, report_state=ReportState.SUBMITTED)
    return Draft(change, title, _filled(report, month, holidays), warnings)


def _filled(report: Report, month: Month, holidays: frozenset[date]) -> str:
    days = wording.in_days(sum(e.percent for e in report.entries))
    return say("submit-days", days=days, all=len(working_days(month.days, holidays)))


@needing(Ability.WITHDRAW)
@writes
def withdraw_report(situation: Situation, *, month: Annotated[Month, MonthName()]) -> Draft:
    """Take back the person's own submitted report of a month, so that it can be changed."""
    if situation.ledger.report(situation.email, month).state is ReportState.OPEN:
        raise Refused(say("take-back-nothing", month=wording.month_title(month)))
    change = Change(situation.email, month=month, report_state=ReportState.OPEN)
    return Draft(change, say("take-back-title", month=wording.month_title(month)))
