"""One suite over every adapter of a port: a new one joins by its name in DATABASES or LEDGERS.

PostgreSQL takes part when TALLY_TEST_POSTGRESQL holds the URL of an empty database, which the tests fill and empty.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from bot.domain.conversation import Conversation
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Role
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.ledger import v2_ledger
from bot.ports import Ledger, Store
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore
from tests.conformance import kept
from tests.conformance.seat import Seat
from tests.conformance.seats import SEATS
from tests.conformance.writes import ANA, BEN
from tests.fakes import FakeClock
from tests.v2_server import running_v2_server

POSTGRESQL = os.environ.get("TALLY_TEST_POSTGRESQL", "")
DATABASES = ("sqlite", "postgresql") if POSTGRESQL else ("sqlite",)

COMPANY = Company(
    employees=(Employee(ANA, "Ana", "Silva", Role.ADMIN, "FR"), Employee(BEN, "Ben", "Okafor", Role.USER, "IE")),
    projects=(
        Project("ZEP", "Zephyr", "Bluepeak", frozenset({BEN})),
        Project("APO", "Apollo", "Northwind", frozenset({ANA, BEN})),
    ),
    absence_reasons=(AbsenceReason("sick", "Sick leave"), AbsenceReason("paid_leave", "Paid leave")),
    entries=(
        Entry(BEN, date(2026, 11, 2), 100, reason="sick"),
        Entry(BEN, date(2026, 11, 3), 50, project="ZEP"),
        Entry(BEN, date(2026, 11, 3), 50, project="APO"),
        Entry(BEN, date(2026, 10, 5), 100, project="APO"),
    ),
    submitted=((BEN, Month(2026, 10)),),
)


@contextmanager
def local_ledger(engine: Engine) -> Iterator[Ledger]:
    """The built-in ledger with COMPANY in it."""
    ledger = LocalLedger(engine)
    ledger.load(COMPANY)
    yield ledger


@contextmanager
def v2_ledger_at_work(engine: Engine) -> Iterator[Ledger]:
    """The v2 ledger at a server with COMPANY in it, as far as that API knows such things."""
    with running_v2_server() as server:
        server.load(COMPANY)
        clock = FakeClock(datetime(2026, 11, 18, 9, 0, tzinfo=UTC))
        ledger = v2_ledger(V2Client(server.url, 5), "FR", engine, clock, 5)
        yield ledger
        ledger.close()


LEDGERS: dict[str, Callable[[Engine], AbstractContextManager[Ledger]]] = {
    "local": local_ledger,
    "v2": v2_ledger_at_work,
}


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file after `alembic upgrade head`, to be copied: migrating once is enough."""
    path = tmp_path_factory.mktemp("migrated") / "tally.db"
    config = Config(Path(__file__).parents[2] / "migrations" / "alembic.ini")
    config.set_main_option("sqlalchemy.url", f"sqlite:///{path}")
    command.upgrade(config, "head")
    return path


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, migrated_file: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty database."""
    if request.param == "sqlite":
        shutil.copy(migrated_file, tmp_path / "tally.db")
        return f"sqlite:///{tmp_path / 'tally.db'}"
    engine = open_engine(POSTGRESQL)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    upgrade(engine)
    engine.dispose()
    return POSTGRESQL


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on the migrated, empty database."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> SqlStore:
    """An empty store."""
    return SqlStore(engine)


@pytest.fixture(params=LEDGERS)
def ledger(request: pytest.FixtureRequest, engine: Engine) -> Iterator[Ledger]:
    """Each ledger, with COMPANY in it."""
    with LEDGERS[request.param](engine) as ledger:
        yield ledger


@pytest.fixture
def local(engine: Engine) -> Iterator[Ledger]:
    """The built-in ledger, for what only it promises."""
    with local_ledger(engine) as ledger:
        yield ledger


@pytest.fixture(params=list(SEATS))
def seat(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Seat]:
    """A platform, and a person at it."""
    with SEATS[request.param](tmp_path) as opened:
        yield opened


@pytest.fixture
def conversation(store: Store) -> Conversation:
    """Ben's direct messages."""
    return store.conversation("slack", "D1", kept.BEN, {"channel": "D1"})
