"""Reading the v2 API, each thing once: what was read is kept for as long as this object lives (an event, a write)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.proposal import entry_order
from bot.domain.timesheet import Employee, Entry, Month, Project, Report, ReportState
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.shapes import EMPLOYEES, PROJECTS, REPORT, StoredEmployee, StoredProject, read_as, report_from


class Readings:
    """What the server said, as of when it was first asked for. `country` is where everybody's holidays are."""

    def __init__(self, client: V2Client, country: str) -> None:
        self._client, self._country = client, country
        self._people: tuple[StoredEmployee, ...] | None = None
        self._projects: tuple[StoredProject, ...] | None = None
        self._reports: dict[tuple[str, Month], Report] = {}

    def again(self) -> Readings:
        """For another reading of a month or a project; people are taken for the same."""
        anew = Readings(self._client, self._country)
        anew._people = self._people
        return anew

    def employees(self) -> tuple[Employee, ...]:
        """Everybody, by last name."""
        everybody = (
            Employee(e.email.lower(), e.name, e.lastname, e.role, self._country) for e in self.stored_employees()
        )
        return tuple(sorted(everybody, key=lambda e: (e.lastname, e.name, e.email)))

    def employee(self, email: str) -> Employee | None:
        """The employee with this e-mail, whatever its case."""
        return next((e for e in self.employees() if e.email == email.lower()), None)

    def spelled(self, email: str) -> str | None:
        """The e-mail as the server writes it; None for somebody whom it does not know."""
        return next((e.email for e in self.stored_employees() if e.email.lower() == email.lower()), None)

    def projects(self) -> tuple[Project, ...]:
        """Every project, by name."""
        found = (
            Project(p.code, p.name, p.client or "", frozenset(e.lower() for e in p.employees or ()))
            for p in self.stored_projects()
        )
        return tuple(sorted(found, key=lambda p: (p.name, p.code)))

    def stored_employees(self) -> tuple[StoredEmployee, ...]:
        """Everybody, as the server keeps them."""
        if self._people is None:
            self._people = read_as(EMPLOYEES, self._client.get("employees"))
        return self._people

    def stored_projects(self) -> tuple[StoredProject, ...]:
        """The projects, as the server keeps them."""
        if self._projects is None:
            self._projects = read_as(PROJECTS, self._client.get("project"))
        return self._projects

    def report(self, email: str, month: Month) -> Report:
        """One month: always open; empty for somebody whom the server does not know."""
        spelled, key = self.spelled(email), (email.lower(), month)
        if spelled is None:
            return Report(email.lower(), month, ReportState.OPEN, ())
        if key not in self._reports:
            body = self._client.get("activity-report", spelled, f"{month.year:04d}", f"{month.month:02d}")
            self._reports[key] = report_from(read_as(REPORT, body), email, month)
        return self._reports[key]

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        """The entries from `first` to `last`, a request for each month."""
        month, found = Month.of(first), []
        while month <= Month.of(last):
            found += [entry for entry in self.report(email, month).entries if first <= entry.day <= last]
            month = month.shift(1)
        return tuple(sorted(found, key=entry_order))

    def on(self, email: str, days: Iterable[date]) -> Sequence[Entry]:
        """The entries of exactly these days."""
        wanted = set(days)
        months = sorted({Month.of(day) for day in wanted})
        return [entry for month in months for entry in self.report(email, month).entries if entry.day in wanted]
