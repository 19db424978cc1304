"""What changes rarely (people, projects, assignments, absence reasons): read once, and again when it has changed.

A turn asks for it many times, and in a company of a thousand reading it takes longer than all the rest of the turn.
A counter in the database, which every change increases, tells whether what was read still holds: in every process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from bot.domain.timesheet import AbsenceReason, Employee, Project, Role
from bot.ledgers.tables import AbsenceReasonRow, AssignmentRow, EmployeeRow, MastersRow, ProjectRow

_CHANGES = select(MastersRow.changes)  # made once: every event asks it


@dataclass(frozen=True)
class Masters:
    """People, projects and reasons, as they stood after so many `changes`."""

    changes: int
    employees: tuple[Employee, ...]
    projects: tuple[Project, ...]
    absence_reasons: tuple[AbsenceReason, ...]

    @cached_property
    def by_email(self) -> Mapping[str, Employee]:
        """The people by their e-mail."""
        return {employee.email: employee for employee in self.employees}


class KnownMasters:
    """What was read last. Safe to use from several threads: what they may read twice is the same."""

    def __init__(self) -> None:
        self._last: Masters | None = None

    def now(self, connection: Connection) -> Masters:
        """What stands now; it is read only when it has changed."""
        changes = connection.scalar(_CHANGES) or 0
        last = self._last
        if last is None or last.changes != changes:
            last = self._last = _read(connection, changes)
        return last


def note_change(session: Session) -> None:
    """People, projects, assignments or reasons were changed in this transaction."""
    session.execute(update(MastersRow).values(changes=MastersRow.changes + 1))


def _read(connection: Connection, changes: int) -> Masters:
    people = select(EmployeeRow).order_by(EmployeeRow.lastname, EmployeeRow.name, EmployeeRow.email)
    reasons = select(AbsenceReasonRow).order_by(AbsenceReasonRow.position)
    return Masters(
        changes,
        tuple(Employee(p.email, p.name, p.lastname, Role(p.role), p.country) for p in connection.execute(people)),
        _projects(connection),
        tuple(AbsenceReason(reason.code, reason.label) for reason in connection.execute(reasons)),
    )


def _projects(connection: Connection) -> tuple[Project, ...]:
    assigned: dict[str, set[str]] = {}
    for project, email in connection.execute(select(AssignmentRow.project, AssignmentRow.email)):
        assigned.setdefault(project, set()).add(email)
    every = select(ProjectRow).order_by(ProjectRow.name, ProjectRow.code)
    return tuple(
        Project(row.code, row.name, row.client, frozenset(assigned.get(row.code, ())))
        for row in connection.execute(every)
    )
