"""The requests that a write comes to: one for each month and kind of entry, for a project, for somebody, for an
assignment. What a step adds to its place is known beforehand, so it can be found out later whether it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.ability import Ability, cannot, needed
from bot.domain.proposal import entry_order
from bot.domain.timesheet import Employee, Entry, Month, Project
from bot.errors import LedgerError, LedgerRefused
from bot.ledgers.v2.client import OutcomeUnknown, V2Client, title
from bot.ledgers.v2.journal import Picture
from bot.ledgers.v2.pictures import (
    assigned_lines,
    employee_lines,
    employee_place,
    entry_lines,
    month_place,
    project_lines,
    project_place,
)
from bot.ledgers.v2.readings import Readings
from bot.ledgers.v2.shapes import (
    EMPLOYEE,
    PROJECT,
    REPORT,
    StoredProject,
    entries_body,
    project_body,
    read_as,
    report_from,
)
from bot.ports import Write

ABILITIES = frozenset({Ability.ASSIGN, Ability.CREATE_PROJECT, Ability.ADD_EMPLOYEE})


class Step(Protocol):
    """One request of one write."""

    @property
    def write(self) -> Write:
        """What it belongs to."""
        ...

    @property
    def id(self) -> str:
        """The same for the same request of the same proposal, also after a restart."""
        ...

    @property
    def place(self) -> str:
        """Where it writes."""
        ...

    @property
    def gain(self) -> Picture:
        """The lines that it adds to its place."""
        ...

    def send(self, client: V2Client, readings: Readings) -> Picture:
        """Make the request; `readings` is what was read right before it. What stands there by the answer.

        Raises as `V2Client.post` does.
        """
        ...


@dataclass(frozen=True)
class EntriesStep:
    """Entries of one month, all of them activities or all of them absences: the API has a form for each."""

    write: Write
    month: Month
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """See `Step`."""
        kind = "projects" if self.entries[0].project else "absences"
        return f"{self.write.proposal_id}/{self.month}/{kind}"

    @property
    def place(self) -> str:
        """See `Step`."""
        return month_place(self.write.change.email, self.month)

    @property
    def gain(self) -> Picture:
        """See `Step`."""
        return entry_lines(self.entries)

    @property
    def days(self) -> frozenset[date]:
        """The days that it adds something to."""
        return frozenset(entry.day for entry in self.entries)

    def send(self, client: V2Client, readings: Readings) -> Picture:
        """See `Step`."""
        email = self.write.change.email
        body = entries_body(readings.spelled(email) or email, self.month, self.entries)
        answer = client.post("activity-report", body=body)
        with _answered():
            report = report_from(read_as(REPORT, answer), email, self.month)
        return entry_lines(entry for entry in report.entries if entry.day in self.days)


@dataclass(frozen=True)
class ProjectStep:
    """A new project. The API replaces one that is there already, so it is looked for first."""

    write: Write
    project: Project
    today: date

    @property
    def id(self) -> str:
        """See `Step`."""
        return f"{self.write.proposal_id}/project"

    @property
    def place(self) -> str:
        """See `Step`."""
        return project_place(self.project.code)

    @property
    def gain(self) -> Picture:
        """See `Step`."""
        return project_lines(self.project)

    def send(self, client: V2Client, readings: Readings) -> Picture:
        """See `Step`."""
        new = StoredProject(
            code=self.project.code, name=self.project.name, client=self.project.client, date=self.today.isoformat()
        )
        answer = client.post("project", body=project_body(new))
        with _answered():
            return _lines(read_as(PROJECT, answer))


@dataclass(frozen=True)
class EmployeeStep:
    """Somebody new."""

    write: Write
    employee: Employee

    @property
    def id(self) -> str:
        """See `Step`."""
        return f"{self.write.proposal_id}/employee"

    @property
    def place(self) -> str:
        """See `Step`."""
        return employee_place(self.employee.email)

    @property
    def gain(self) -> Picture:
        """See `Step`."""
        return employee_lines(self.employee)

    def send(self, client: V2Client, readings: Readings) -> Picture:
        """See `Step`."""
        person = self.employee
        body = {"email": person.email, "name": person.name, "lastname": person.lastname, "role": person.role.value}
        answer = client.post("employees", body=body)
        with _answered():
            stored = read_as(EMPLOYEE, answer)
        return employee_lines(Employee(stored.email.lower(), stored.name, stored.lastname, stored.role))


@dataclass(frozen=True)
class AssignStep:
    """Somebody more on a project. The API takes the whole project: who was assigned elsewhere between the reading and
    this request is lost from it, which nobody can prevent from here and the answer cannot show.
    """

    write: Write
    code: str
    email: str

    @property
    def id(self) -> str:
        """See `Step`."""
        return f"{self.write.proposal_id}/assignment"

    @property
    def place(self) -> str:
        """See `Step`."""
        return project_place(self.code)

    @property
    def gain(self) -> Picture:
        """See `Step`."""
        return assigned_lines((self.email,))

    def send(self, client: V2Client, readings: Readings) -> Picture:
        """See `Step`."""
        project = next(p for p in readings.stored_projects() if p.code == self.code)
        people = [*(project.employees or ()), readings.spelled(self.email) or self.email]
        answer = client.post("project", body=project_body(project, people))
        with _answered():
            return _lines(read_as(PROJECT, answer))


def plan(writes: Sequence[Write], today: date) -> tuple[Step, ...]:
    """The steps of some writes, in the order of making. Raises LedgerRefused for what the API cannot do."""
    unique = {write.proposal_id: write for write in writes}
    for write in unique.values():
        for ability in sorted(needed(write.change) - ABILITIES):
            raise LedgerRefused(cannot(ability, title()))
    masters = [step for write in unique.values() for step in _masters(write, today)]
    return (*masters, *(step for write in unique.values() for step in _entries(write)))


def _masters(write: Write, today: date) -> Iterator[Step]:
    change = write.change
    if change.project is not None:
        yield ProjectStep(write, change.project, today)
    if change.employee is not None:
        yield EmployeeStep(write, change.employee)
    if change.assigned is not None:
        yield AssignStep(write, change.assigned[0], change.assigned[1])


def _entries(write: Write) -> Iterator[Step]:
    for month in sorted({Month.of(entry.day) for entry in write.change.added}):
        added = sorted((e for e in write.change.added if Month.of(e.day) == month), key=entry_order)
        for absences in (False, True):
            if some := tuple(entry for entry in added if bool(entry.reason) is absences):
                yield EntriesStep(write, month, some)


def _lines(project: StoredProject) -> Picture:
    people = frozenset(email.lower() for email in project.employees or ())
    return project_lines(Project(project.code, project.name, project.client or "", people))


@contextmanager
def _answered() -> Iterator[None]:
    """An answer that makes no sense leaves it open whether the request was carried out."""
    try:
        yield
    except LedgerError as odd:
        raise OutcomeUnknown(str(odd)) from odd
