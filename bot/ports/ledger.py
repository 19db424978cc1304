"""Where reports live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.proposal import Change
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report


@dataclass(frozen=True)
class Write:
    """One approved proposal on its way into the ledger.

    `before` is what the card showed on `change.watched`; None where nothing was shown. Writes of one call may build on
    each other, deletions first: each one's `before` is what stands when the call begins.
    """

    proposal_id: str
    change: Change
    before: tuple[Entry, ...] | None = None


class Ledger(Protocol):
    """Where reports live. Every method raises LedgerError when the ledger cannot be reached."""

    name: str

    def employees(self) -> Sequence[Employee]:
        """Everybody, ordered by last name."""
        ...

    def employee(self, email: str) -> Employee | None:
        """The employee with this e-mail (case does not matter), or None."""
        ...

    def projects(self) -> Sequence[Project]:
        """Every project with the people assigned to it, ordered by name."""
        ...

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """The reasons an absence may have."""
        ...

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """One employee's entries from `first` to `last`, both included, in `entry_order`."""
        ...

    def report(self, email: str, month: Month) -> Report:
        """One month; an employee without entries has an open, empty report."""
        ...

    def standing(self, proposal_id: str) -> bool:
        """True when what was approved under this id is written: asked after a crash, before anything is repeated."""
        ...

    def apply(self, writes: Sequence[Write]) -> None:
        """Write all of `writes` or none, deletions first, each once: an id that already stands is left out.

        Raises LedgerChanged when something else stands on a write's days than its `before`, and LedgerRefused when the
        ledger's own rules forbid it (the month was submitted, the day is full).
        """
        ...
