"""The v2 ledger at a strict server of its own, with two people and two projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Entry, Project, Role
from bot.ledgers.sample import ABSENCE_REASONS, Company
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.ledger import V2Ledger, v2_ledger
from bot.ports import Write
from bot.store.database import open_engine, upgrade
from tests.fakes import FakeClock
from tests.v2_server import V2Server, running_v2_server

ANA, BEN = "ana@acme.example", "ben@acme.example"
COMPANY = Company(
    employees=(Employee(ANA, "Ana", "Silva", Role.ADMIN), Employee(BEN, "Ben", "Okafor", Role.USER)),
    projects=(Project("APO", "Apollo", "Northwind", frozenset({ANA, BEN})), Project("ZEP", "Zephyr", "Contoso")),
    absence_reasons=ABSENCE_REASONS,
)
FRI, MON, TUE = date(2026, 10, 30), date(2026, 11, 2), date(2026, 11, 3)
TIMEOUT_S = 5.0


@dataclass(frozen=True)
class V2:
    """The server, the ledger at it, and the clock that the ledger looks at."""

    server: V2Server
    ledger: V2Ledger
    clock: FakeClock
    engine: Engine
    clients: list[V2Client]

    def another(self, timeout_s: float = TIMEOUT_S) -> V2Ledger:
        """The same ledger in another program: another time-out, other locks, the same database."""
        client = V2Client(self.server.url, timeout_s)
        self.clients.append(client)
        return v2_ledger(client, "FR", self.engine, self.clock, TIMEOUT_S)

    def entries(self, email: str = BEN) -> list[tuple[str, str, int]]:
        """What the server holds."""
        return self.server.standing(email)


@pytest.fixture
def v2(tmp_path: Path) -> Iterator[V2]:
    """A ledger in which nobody has reported anything yet."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    clock, client = FakeClock(datetime(2026, 11, 18, 9, 0, tzinfo=UTC)), None
    with running_v2_server() as server:
        server.load(COMPANY)
        client = V2Client(server.url, TIMEOUT_S)
        made = V2(server, v2_ledger(client, "FR", engine, clock, TIMEOUT_S), clock, engine, [client])
        yield made
        for opened in made.clients:
            opened.close()
    engine.dispose()


def apollo(day: date, percent: int = 50) -> Entry:
    """Ben on Apollo."""
    return Entry(BEN, day, percent, project="APO")


def write(proposal_id: str, *added: Entry, before: tuple[Entry, ...] | None = ()) -> Write:
    """An approved addition of Ben's."""
    return Write(proposal_id, Change(BEN, added=added), before)


def assign(proposal_id: str) -> Write:
    """An approved assignment: Ana puts Ben on Zephyr."""
    return Write(proposal_id, Change(ANA, assigned=("ZEP", BEN)))
