"""People and projects are read once, and anew as soon as anybody has changed them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from bot.domain.proposal import Change
from bot.domain.timesheet import AbsenceReason, Employee, Project, Role
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.ports import Write
from bot.store.database import open_engine, upgrade

ANA = Employee("ana@acme.example", "Ana", "Silva", Role.ADMIN, "FR")
APOLLO = Project("APO", "Apollo", "Northwind", frozenset({ANA.email}))
COMPANY = Company((ANA,), (APOLLO,), (AbsenceReason("sick", "Sick leave"),))
ZEPHYR = Project("ZEP", "Zephyr", "Bluepeak")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A migrated database with one person and one project."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    LocalLedger(engine).load(COMPANY)
    yield engine
    engine.dispose()


@pytest.fixture
def statements(engine: Engine) -> list[str]:
    """The SQL that is run from now on, without what begins a transaction."""
    run: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: run.append(told[2]))
    return run


def selects(statements: list[str]) -> list[str]:
    """The tables that were read."""
    return [sql.split("FROM ")[1].split()[0] for sql in statements if sql.startswith("SELECT")]


def test_a_second_look_reads_one_number(engine: Engine, statements: list[str]) -> None:
    """What a turn asks for again and again costs the same in a company of any size."""
    ledger = LocalLedger(engine)
    assert ledger.projects() == (APOLLO,)
    statements.clear()
    assert (ledger.projects(), ledger.employees(), ledger.employee("ANA@acme.example")) == ((APOLLO,), (ANA,), ANA)
    assert selects(statements) == ["masters"] * 3


def test_a_snapshot_looks_once(engine: Engine, statements: list[str]) -> None:
    """During one event not even the number is read again, until something is written."""
    snapshot = LocalLedger(engine).snapshot()
    assert snapshot.projects() == (APOLLO,)
    statements.clear()
    assert snapshot.absence_reasons() == COMPANY.absence_reasons
    assert selects(statements) == []
    snapshot.apply([Write("p1", Change(ANA.email, project=ZEPHYR))])
    assert snapshot.projects() == (APOLLO, ZEPHYR)


@pytest.mark.parametrize(
    "change",
    [
        Change(ANA.email, project=ZEPHYR),
        Change(ANA.email, employee=Employee("ben@acme.example", "Ben", "Okafor", Role.USER, "IE")),
    ],
    ids=["a project", "an employee"],
)
def test_what_another_process_changes_is_seen_at_once(engine: Engine, change: Change) -> None:
    """The number is in the database, not in the program."""
    here, elsewhere = LocalLedger(engine), LocalLedger(engine)
    before = (here.projects(), here.employees())
    elsewhere.apply([Write("p1", change)])
    assert (here.projects(), here.employees()) != before
    assert (here.projects(), here.employees()) == (elsewhere.projects(), elsewhere.employees())


def test_an_assignment_and_a_renamed_project_are_seen_at_once(engine: Engine) -> None:
    """Assigning changes no row of a project, and loading a company again changes rows without adding any."""
    here, elsewhere = LocalLedger(engine), LocalLedger(engine)
    elsewhere.apply([Write("p1", Change(ANA.email, project=ZEPHYR))])
    assert [ANA.email in p.employees for p in here.projects()] == [True, False]
    elsewhere.apply([Write("p2", Change(ANA.email, assigned=("ZEP", ANA.email)))])
    assert [ANA.email in p.employees for p in here.projects()] == [True, True]
    elsewhere.load(Company((ANA,), (Project("APO", "Apollo II", "Northwind"),), COMPANY.absence_reasons))
    assert [p.name for p in here.projects()] == ["Apollo II", "Zephyr"]
