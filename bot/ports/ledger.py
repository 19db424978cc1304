"""Where reports live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot.domain.ability import Ability
from bot.domain.proposal import Change
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report


@dataclass(frozen=True)
class Write:
    """One approved proposal on its way into the ledger.

    `before` is what the card showed on `change.watched`; None where nothing was shown. Writes of one call may build on
    each other, deletions first: each one's `before` is what stands when the call begins. An added entry that names a
    proposal was written by that one before, and is put back as its own.
    """

    proposal_id: str
    change: Change
    before: tuple[Entry, ...] | None = None


class Standing(StrEnum):
    """What became of writes that were approved: asked before anything is repeated.

    `BEGUN`: some of it stands, or may stand; only `Ledger.apply` finds out, and it writes no more than the rest.
    """

    NOTHING = "nothing"
    BEGUN = "begun"
    WRITTEN = "written"


class Ledger(Protocol):
    """Where reports live. Every method raises LedgerError when the ledger cannot be reached."""

    name: str

    @property
    def title(self) -> str:
        """What people call it: "do it in …" names it so."""
        ...

    @property
    def abilities(self) -> frozenset[Ability]:
        """What it can do. It never changes while the program runs; what needs another ability is not offered."""
        ...

    def snapshot(self) -> Ledger:
        """The same ledger for the length of one event, in one thread.

        It may answer from memory what it read before in that event, but not after its `apply`, which itself reads
        everything anew.
        """
        ...

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

    def standing(self, writes: Sequence[Write]) -> Standing:
        """What became of an approved group: asked after a crash, before anything is repeated."""
        ...

    def apply(self, writes: Sequence[Write]) -> None:
        """Write all of `writes`, deletions first, each once: what already stands is left out. All of it or nothing,
        where the ledger can do that; where it cannot, a part that is missing is said in the error.

        Raises LedgerChanged when something else stands on a write's days than its `before`, and LedgerRefused when the
        ledger's own rules forbid it (the month was submitted, the day is full) or it has not the ability. After any
        other LedgerError the same call may be repeated.
        """
        ...
