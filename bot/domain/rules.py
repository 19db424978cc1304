"""The rules of a report. Plain code checks them when a change is proposed and again before it is written.

Steps of 25 %; at most 100 % a day over activities and absences; the project is assigned to the employee; the month is
open. (Source: DESIGN.md, "Rules of a report".)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.proposal import Change
from bot.domain.timesheet import FULL_DAY, STEP, Entry, Month, Project


@dataclass(frozen=True)
class Violation:
    """One broken rule: `sentence` names the day and the reason, as a card prints it."""

    sentence: str
    day: date | None = None


@dataclass(frozen=True)
class Books:
    """What the rules look at: projects by code, the submitted months, and how a day and a month are printed."""

    projects: Mapping[str, Project]
    submitted: Collection[Month]
    day_name: Callable[[date], str]
    month_name: Callable[[Month], str]


def violations(change: Change, before: Sequence[Entry], books: Books) -> tuple[Violation, ...]:
    """Every rule that `change` breaks on top of `before`, the entries of the touched days."""
    found = [*_months(change, books), *_assignments(change, books), *_amounts(change)]
    return (*found, *_full_days(change.on(before), change, books))


def _months(change: Change, books: Books) -> Iterable[Violation]:
    if change.report_state is not None:
        return ()
    closed = (month for month in change.months if month in books.submitted)
    return (Violation(f"{books.month_name(m)} is submitted. Take it back first to change it.", m.first) for m in closed)


def _assignments(change: Change, books: Books) -> Iterable[Violation]:
    for code in sorted({entry.project for entry in change.added if entry.project}):
        project = books.projects.get(code)
        if project is None:
            yield Violation(f"There is no project {code}.")
        elif change.email not in project.employees:
            yield Violation(f"You are not assigned to {project.title}. Ask an administrator to assign you.")


def _amounts(change: Change) -> Iterable[Violation]:
    wrong = sorted({e.percent for e in change.added if e.percent not in range(STEP, FULL_DAY + 1, STEP)})
    return (Violation(f"{percent} % is no step of {STEP} %.") for percent in wrong)


def _full_days(after: Iterable[Entry], change: Change, books: Books) -> Iterable[Violation]:
    totals: dict[date, int] = {}
    for entry in after:
        totals[entry.day] = totals.get(entry.day, 0) + entry.percent
    added = {entry.day for entry in change.added}
    over = (day for day in sorted(added) if totals.get(day, 0) > FULL_DAY)
    return (
        Violation(f"{books.day_name(day)} would have {totals[day]} %, and a day has {FULL_DAY} %.", day) for day in over
    )
