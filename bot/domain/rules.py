"""The rules of a report. Plain code checks them when a change is proposed and again before it is written.

Steps of 25 %; at most 100 % a day over activities and absences; the project is assigned to the employee; the month is
open. (Source: DESIGN.md, "Rules of a report".)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.proposal import Change
from bot.domain.timesheet import FULL_DAY, STEP, Entry, Month, Project


class Rule(StrEnum):
    """What a change must keep to; how a card says that it does not stands in `bot.tools.wording`."""

    OPEN_MONTH = "open_month"
    KNOWN_PROJECT = "known_project"
    ASSIGNED = "assigned"
    STEPS = "steps"
    FULL_DAY = "full_day"


@dataclass(frozen=True)
class Violation:
    """One broken rule, with what it is about: the month, the project's code or title, the percent, the day."""

    rule: Rule
    day: date | None = None
    month: Month | None = None
    project: str = ""
    percent: int = 0


@dataclass(frozen=True)
class Books:
    """What the rules look at: projects by code, and the submitted months."""

    projects: Mapping[str, Project]
    submitted: Collection[Month]


def violations(change: Change, before: Sequence[Entry], books: Books) -> tuple[Violation, ...]:
    """Every rule that `change` breaks on top of `before`, the entries of the touched days."""
    found = [*_months(change, books), *_assignments(change, books), *_amounts(change)]
    return (*found, *_full_days(change.on(before), change))


def _months(change: Change, books: Books) -> Iterable[Violation]:
    if change.report_state is not None:
        return ()
    closed = (month for month in change.months if month in books.submitted)
    return (Violation(Rule.OPEN_MONTH, month.first, month) for month in closed)


def _assignments(change: Change, books: Books) -> Iterable[Violation]:
    for code in sorted({entry.project for entry in change.added if entry.project}):
        project = books.projects.get(code)
        if project is None:
            yield Violation(Rule.KNOWN_PROJECT, project=code)
        elif change.email not in project.employees:
            yield Violation(Rule.ASSIGNED, project=project.title)


def _amounts(change: Change) -> Iterable[Violation]:
    wrong = sorted({e.percent for e in change.added if e.percent not in range(STEP, FULL_DAY + 1, STEP)})
    return (Violation(Rule.STEPS, percent=percent) for percent in wrong)


def _full_days(after: Iterable[Entry], change: Change) -> Iterable[Violation]:
    totals: dict[date, int] = {}
    for entry in after:
        totals[entry.day] = totals.get(entry.day, 0) + entry.percent
    added = {entry.day for entry in change.added}
    over = (day for day in sorted(added) if totals.get(day, 0) > FULL_DAY)
    return (Violation(Rule.FULL_DAY, day, percent=totals[day]) for day in over)
