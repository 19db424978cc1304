"""What a report is made of: employees, projects, entries, months. Percent is of one day, in steps of 25."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FULL_DAY = 100
STEP = 25


class Role(StrEnum):
    """What a person may do: admins also manage projects and people and see everybody's reports."""

    USER = "user"
    ADMIN = "admin"


class ReportState(StrEnum):
    """A submitted month can be read, not changed."""

    OPEN = "open"
    SUBMITTED = "submitted"


@dataclass(frozen=True)
class Employee:
    """Who reports. `email` is the identity on every platform and in every ledger; `country` is ISO 3166 ("FR")."""

    email: str
    name: str
    lastname: str
    role: Role = Role.USER
    country: str = "FR"

    @property
    def full_name(self) -> str:
        """First name and last name."""
        return f"{self.name} {self.lastname}".strip()

    @property
    def is_admin(self) -> bool:
        """True for administrators."""
        return self.role is Role.ADMIN


@dataclass(frozen=True)
class Project:
    """What people report on; `employees` holds the e-mails of those assigned."""

    code: str
    name: str
    client: str = ""
    employees: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """As a card prints it: `Apollo (APO)`."""
        return f"{self.name} ({self.code})" if self.name.casefold() != self.code.casefold() else self.name


@dataclass(frozen=True)
class AbsenceReason:
    """Why somebody is away: `code` is stored and is what the model chooses from, `label` is printed."""

    code: str
    label: str


@dataclass(frozen=True, order=True)
class Month:
    """One calendar month; prints as `2026-11`."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that a day is in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `2026-11`; ValueError for anything else."""
        year, _, month = text.partition("-")
        parsed = cls(int(year), int(month))
        parsed.first  # noqa: B018  date() raises ValueError for a month that does not exist
        return parsed

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def days(self) -> tuple[date, ...]:
        """Every day, in order."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def shift(self, months: int) -> Month:
        """The month so many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True)
class Entry:
    """One day of one employee: a project or an absence reason, never both, and a percent of the day."""

    email: str
    day: date
    percent: int
    project: str | None = None
    reason: str | None = None
    proposal_id: str | None = None

    @property
    def subject(self) -> str:
        """The project's code or the reason's code."""
        return self.project or self.reason or ""

    @property
    def key(self) -> tuple[str, date, int, str | None, str | None]:
        """What the entry says, whoever wrote it: two entries with equal keys look the same on a report."""
        return (self.email, self.day, self.percent, self.project, self.reason)


@dataclass(frozen=True)
class Report:
    """An employee's entries of one month, and whether it is submitted."""

    email: str
    month: Month
    state: ReportState
    entries: tuple[Entry, ...]
