"""A month as it stands on paper: every project and absence with its share of every day, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.card import ReportDay
from bot.domain.timesheet import Entry, Month


class FileKind(StrEnum):
    """What a month can be made into; the value is the file's suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    PNG = "png"


@dataclass(frozen=True)
class SheetRow:
    """A project or an absence reason. `percents` has one number for each day of the month, 0 where nothing stands."""

    code: str
    title: str
    is_absence: bool
    percents: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum in percent of a day."""
        return sum(self.percents)


@dataclass(frozen=True)
class MonthSheet:
    """One month of one employee. `missing` names the days up to today that lack something; `made_on` is that today."""

    month: Month
    name: str
    email: str
    submitted: bool
    days: tuple[ReportDay, ...]
    rows: tuple[SheetRow, ...]
    missing: str
    made_on: date

    @property
    def worked(self) -> int:
        """The sum of all projects in percent of a day."""
        return sum(row.total for row in self.rows if not row.is_absence)

    @property
    def absent(self) -> int:
        """The sum of all absences in percent of a day."""
        return sum(row.total for row in self.rows if row.is_absence)

    @property
    def day_totals(self) -> tuple[int, ...]:
        """What each day of the month holds, in percent."""
        return tuple(sum(row.percents[n] for row in self.rows) for n in range(len(self.days)))


def sheet_rows(entries: Iterable[Entry], month: Month, titles: Mapping[str, str]) -> tuple[SheetRow, ...]:
    """The entries by project and absence, projects first, each in the order of its title."""
    shares: dict[tuple[bool, str], list[int]] = {}
    for entry in entries:
        row = shares.setdefault((entry.reason is not None, entry.subject), [0] * len(month.days))
        row[entry.day.day - 1] += entry.percent
    rows = [
        SheetRow(code, titles.get(code, code), is_absence, tuple(row)) for (is_absence, code), row in shares.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.is_absence, row.title.casefold(), row.code)))
