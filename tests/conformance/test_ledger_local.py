"""What only the built-in ledger promises: it knows who wrote an entry, and a crash leaves no half of a write."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from sqlalchemy import Engine, create_engine, insert
from sqlalchemy import event as engine_event
from sqlalchemy.exc import IntegrityError

from bot.domain.proposal import same_entries
from bot.domain.timesheet import Entry, ReportState
from bot.errors import LedgerError, LedgerRefused
from bot.ledgers.local import LocalLedger
from bot.ledgers.tables import EntryRow
from bot.ports import Ledger, Write
from bot.store.database import open_engine
from tests.conformance.writes import (
    BEN,
    MON,
    NOVEMBER,
    OCTOBER,
    SICK_MON,
    TUE,
    WED,
    apollo,
    november,
    stands,
    state,
    write,
)

OCTOBER_5, OCTOBER_6 = date(2026, 10, 5), date(2026, 10, 6)


def written_by(ledger: Ledger, day: date) -> list[tuple[str, int, str | None]]:
    """What stands on one day, and which proposal wrote it."""
    return [(entry.subject, entry.percent, entry.proposal_id) for entry in ledger.entries(BEN, day, day)]


def test_an_entry_carries_its_proposal(local: Ledger) -> None:
    """That is how the ledger knows what stands, whatever it looks like."""
    local.apply((write("p1", apollo(MON, 75), removed=(SICK_MON,)),))
    assert written_by(local, MON) == [("APO", 75, "p1")]


@pytest.mark.parametrize(
    ("refused", "because"),
    [
        (write("p", apollo(OCTOBER_6)), "2026-10 is submitted"),
        (write("p", removed=(apollo(OCTOBER_5),)), "2026-10 is submitted"),
        (write("p", apollo(WED), removed=(apollo(MON),)), "APO 100 % on 2026-11-02 is no longer"),
        (write("p", removed=(SICK_MON, SICK_MON)), "sick 100 % on 2026-11-02 is no longer"),
        (state("p", OCTOBER, ReportState.SUBMITTED), "2026-10 is submitted already"),
        (state("p", NOVEMBER, ReportState.OPEN), "2026-11 is open already"),
    ],
)
def test_what_a_month_or_an_entry_does_not_allow_is_refused(local: Ledger, refused: Write, because: str) -> None:
    """A submitted month is closed, and what is gone cannot go."""
    before = november(local)
    with pytest.raises(LedgerRefused, match=because):
        local.apply((refused,))
    assert november(local) == before
    assert not stands(local, refused)


def test_a_submitted_month_is_reopened_filled_and_read_as_open(local: Ledger) -> None:
    """In one call, whatever the order: months are reopened first."""
    assert local.report(BEN, OCTOBER).state is ReportState.SUBMITTED
    local.apply((write("late", apollo(OCTOBER_6)), state("withdraw", OCTOBER, ReportState.OPEN)))
    assert local.report(BEN, OCTOBER).state is ReportState.OPEN
    assert written_by(local, OCTOBER_6) == [("APO", 100, "late")]


def test_of_equal_entries_the_one_of_the_named_proposal_is_removed(local: Ledger) -> None:
    """Two proposals wrote the same half day: an undo of the second leaves the first."""
    local.apply((write("p1", apollo(WED, 50)), write("p2", apollo(WED, 50))))
    local.apply((write("undo", removed=(replace(apollo(WED, 50), proposal_id="p2"),)),))
    assert written_by(local, WED) == [("APO", 50, "p1")]


def test_the_database_itself_refuses_a_proposals_entry_twice(engine: Engine, local: Ledger) -> None:
    """Should every check fail, the unique constraints still hold: for projects and for absences."""
    local.apply((write("p1", apollo(WED, 25), Entry(BEN, WED, 25, reason="sick")),))
    for subject in ({"project": "APO"}, {"reason": "sick"}):
        again = insert(EntryRow).values(email=BEN, day=WED, percent=25, proposal_id="p1", part=1, **subject)
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(again)


def test_a_database_error_is_a_ledger_error() -> None:
    """Every method translates: nothing of SQLAlchemy reaches a handler."""
    ledger = LocalLedger(create_engine("sqlite:////nowhere/at/all.db"))
    calls: tuple[Callable[[], object], ...] = (
        ledger.employees,
        ledger.projects,
        ledger.absence_reasons,
        lambda: ledger.employee(BEN),
        lambda: ledger.entries(BEN, MON, TUE),
        lambda: ledger.report(BEN, NOVEMBER),
        lambda: ledger.standing((write("p1", apollo(WED)),)),
        lambda: ledger.apply((write("p1", apollo(WED)),)),
    )
    for call in calls:
        with pytest.raises(LedgerError) as raised:
            call()
        assert raised.value.__cause__ is not None


def test_kill_9_after_any_statement_leaves_the_report_as_it_was(
    engine: Engine, local: Ledger, database_url: str
) -> None:
    """A process killed after the first, second … statement of `apply` wrote nothing; repeated, it writes it all."""
    before = november(local)
    approved = write("p1", apollo(MON), apollo(WED), removed=(SICK_MON,))

    def live_and_die(statements: int) -> None:
        own, seen = open_engine(database_url), count(1)

        @engine_event.listens_for(own, "after_cursor_execute")
        def _(*_: object) -> None:
            if next(seen) == statements:
                os.kill(os.getpid(), signal.SIGKILL)

        LocalLedger(own).apply((approved,))
        os._exit(0)

    for statements in count(1):
        engine.dispose()
        process = multiprocessing.get_context("fork").Process(target=live_and_die, args=(statements,))
        process.start()
        process.join()
        if process.exitcode == 0:
            break
        assert process.exitcode == -signal.SIGKILL
        assert november(local) == before
        assert not stands(local, approved)
    assert statements > 5
    assert stands(local, approved)
    assert same_entries(november(local), approved.change.on(before))
