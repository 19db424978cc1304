"""The v2 ledger behind the port."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Engine

from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report
from bot.ledgers.v2.client import V2Client, title
from bot.ledgers.v2.journal import Journal
from bot.ledgers.v2.readings import Readings
from bot.ledgers.v2.shapes import absence_reasons
from bot.ledgers.v2.steps import ABILITIES
from bot.ledgers.v2.writing import Writer
from bot.ports import Clock, Standing, Write

SETTLES_AFTER = 3  # times the time-out: how long a request that was not answered may still be carried out


class V2Ledger:
    """Implements `bot.ports.Ledger`. Safe to use from several threads; a snapshot is for one."""

    name = "v2"
    abilities = ABILITIES

    def __init__(self, client: V2Client, country: str, writer: Writer, kept: Readings | None = None) -> None:
        """`kept` is what a snapshot remembers; without it everything is read anew."""
        self._client, self._country, self._writer, self._kept = client, country, writer, kept

    @property
    def title(self) -> str:
        """See `Ledger.title`."""
        return title()

    def snapshot(self) -> V2Ledger:
        """See `Ledger.snapshot`."""
        return V2Ledger(self._client, self._country, self._writer, self._anew())

    def employees(self) -> Sequence[Employee]:
        """See `Ledger.employees`."""
        return self._readings().employees()

    def employee(self, email: str) -> Employee | None:
        """See `Ledger.employee`."""
        return self._readings().employee(email)

    def projects(self) -> Sequence[Project]:
        """See `Ledger.projects`."""
        return self._readings().projects()

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """See `Ledger.absence_reasons`."""
        return absence_reasons()

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """See `Ledger.entries`."""
        return self._readings().entries(email, first, last)

    def report(self, email: str, month: Month) -> Report:
        """See `Ledger.report`. The API knows no submitted month: every one is open."""
        return self._readings().report(email, month)

    def standing(self, writes: Sequence[Write]) -> Standing:
        """See `Ledger.standing`."""
        return self._writer.standing(writes)

    def apply(self, writes: Sequence[Write]) -> None:
        """See `Ledger.apply`."""
        try:
            self._writer.apply(writes)
        finally:
            self._kept = self._anew() if self._kept else None

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _readings(self) -> Readings:
        return self._kept or self._anew()

    def _anew(self) -> Readings:
        return Readings(self._client, self._country)


def v2_ledger(client: V2Client, country: str, engine: Engine, clock: Clock, timeout_s: float) -> V2Ledger:
    """The ledger behind a client; what it tries is noted in the engine's database. `country`: whose holidays count."""
    writer = Writer(client, Journal(engine), clock, country, SETTLES_AFTER * timeout_s)
    return V2Ledger(client, country, writer)
