"""The person's projects as the model is told of them: all of them, or the ones in use where there are very many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.timesheet import Employee, Project
from bot.ports import Ledger

ROOM = 2_000  # characters, about 600 tokens: some 60 projects
IN_USE = timedelta(days=62)


def projects_of(employee: Employee, today: date, ledger: Ledger) -> str:
    """`Apollo (APO), Northwind; …`. Where not all fit, those reported on most recently, and how many more there are.

    They stand in the ledger's order whichever they are, so that a day's entries rarely change the text.
    """
    mine = [p for p in ledger.projects() if employee.email in p.employees]
    if sum(len(_named(p)) + 2 for p in mine) <= ROOM:
        return "; ".join(map(_named, mine)) or "none"
    chosen = _chosen(_recent_first(mine, employee, today, ledger))
    named = [_named(p) for p in mine if p.code in chosen]
    return f"{'; '.join(named)}; and {len(mine) - len(named)} more (get_my_projects lists them all)"


def _named(project: Project) -> str:
    return f"{project.title}, {project.client}" if project.client else project.title


def _recent_first(mine: Sequence[Project], employee: Employee, today: date, ledger: Ledger) -> list[Project]:
    entries = ledger.entries(employee.email, today - IN_USE, today + IN_USE)
    newest = {entry.project: entry.day for entry in entries if entry.project}  # ordered by day: the last one stays
    return sorted(mine, key=lambda p: newest.get(p.code, date.min), reverse=True)


def _chosen(projects: Sequence[Project]) -> set[str]:
    chosen: set[str] = set()
    left = ROOM
    for project in projects:
        left -= len(_named(project)) + 2
        if left < 0:
            break
        chosen.add(project.code)
    return chosen
