"""One suite over every adapter of a port: a new one joins by its name in DATABASES or LEDGERS.

PostgreSQL takes part when TALLY_TEST_POSTGRESQL holds the URL of an empty database, which the tests fill and empty.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Role
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.ports import Ledger
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore

POSTGRESQL = os.environ.get("TALLY_TEST_POSTGRESQL", "")
DATABASES = ("sqlite", "postgresql") if POSTGRESQL else ("sqlite",)

ANA, BEN = "ana@tally.example", "ben@tally.example"
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


def local_ledger(engine: Engine) -> Ledger:
    """The built-in ledger with COMPANY in it."""
    ledger = LocalLedger(engine)
    ledger.load(COMPANY)
    return ledger


LEDGERS: dict[str, Callable[[Engine], Ledger]] = {"local": local_ledger}


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
def ledger(request: pytest.FixtureRequest, engine: Engine) -> Ledger:
    """A ledger with COMPANY in it."""
    return LEDGERS[request.param](engine)
