"""What stands in one place of the v2 API, as lines that two moments can be compared by.

A place is a month of an employee (`month ana@x.example 2026-11`), a project (`project APO`) or somebody
(`employee ana@x.example`). A month's lines begin with the day, so a picture itself says which days it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.domain.timesheet import Employee, Entry, Month, Project
from bot.ledgers.v2.journal import Picture
from bot.ledgers.v2.readings import Readings

MONTH, PROJECT, EMPLOYEE = "month", "project", "employee"


def month_place(email: str, month: Month) -> str:
    """Where entries of one month stand."""
    return f"{MONTH} {email.lower()} {month}"


def project_place(code: str) -> str:
    """Where a project and its people stand."""
    return f"{PROJECT} {code}"


def employee_place(email: str) -> str:
    """Where somebody stands."""
    return f"{EMPLOYEE} {email.lower()}"


def entry_lines(entries: Iterable[Entry]) -> Picture:
    """A line for each entry."""
    return tuple(
        sorted(f"{e.day} {'project' if e.project else 'absence'} {e.percent} {e.project or e.reason}" for e in entries)
    )


def project_lines(project: Project) -> Picture:
    """What a project is called and for whom, and a line for each of its people."""
    return (f"is {project.name} for {project.client}", *assigned_lines(project.employees))


def assigned_lines(emails: Iterable[str]) -> Picture:
    """A line for each of the people."""
    return tuple(sorted(f"with {email.lower()}" for email in emails))


def employee_lines(employee: Employee) -> Picture:
    """Who somebody is."""
    return (f"is {employee.name} {employee.lastname}, {employee.role}",)


def look(place: str, like: Picture, readings: Readings) -> Picture:
    """What stands in a place now; of a month only the days that `like` is about."""
    kind, _, where = place.partition(" ")
    if kind == MONTH:
        email, _, month = where.rpartition(" ")
        days = {date.fromisoformat(line.split(" ")[0]) for line in like}
        return entry_lines(e for e in readings.report(email, Month.parse(month)).entries if e.day in days)
    if kind == PROJECT:
        return next((project_lines(p) for p in readings.projects() if p.code == where), ())
    employee = readings.employee(where)
    return employee_lines(employee) if employee else ()


def together(*pictures: Picture) -> Picture:
    """What several pictures hold, as one."""
    return tuple(sorted(line for picture in pictures for line in picture))
