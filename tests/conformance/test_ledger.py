"""What every Ledger promises: what was approved is written once, all of it or nothing, and never against the rules."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import count
from threading import Barrier

import pytest
from sqlalchemy import Engine, create_engine, insert
from sqlalchemy import event as engine_event
from sqlalchemy.exc import IntegrityError

from bot.domain.proposal import Change, entry_order, same_entries
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report, ReportState, Role
from bot.errors import LedgerChanged, LedgerError, LedgerRefused
from bot.ledgers.local import LocalLedger
from bot.ledgers.tables import EntryRow
from bot.ports import Ledger, Write
from bot.store.database import open_engine

ANA, BEN = "ana@tally.example", "ben@tally.example"
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
MON, TUE, WED, THU = (date(2026, 11, day) for day in (2, 3, 4, 5))
SICK_MON = Entry(BEN, MON, 100, reason="sick")
ZEP_TUE = Entry(BEN, TUE, 50, project="ZEP")


def apollo(day: date, percent: int = 100) -> Entry:
    """Ben on Apollo."""
    return Entry(BEN, day, percent, project="APO")


def write(
    proposal_id: str, *added: Entry, removed: tuple[Entry, ...] = (), before: tuple[Entry, ...] | None = None
) -> Write:
    """An approved proposal of Ben's; `before` is what its card showed."""
    return Write(proposal_id, Change(BEN, removed, added), before)


def state(proposal_id: str, month: Month, state: ReportState) -> Write:
    """An approved submission or withdrawal of Ben's."""
    return Write(proposal_id, Change(BEN, month=month, report_state=state))


def november(ledger: Ledger) -> tuple[Entry, ...]:
    """Ben's November."""
    return ledger.report(BEN, NOVEMBER).entries


def on(ledger: Ledger, day: date) -> list[tuple[str, int, str | None]]:
    """What stands on one day, and who wrote it."""
    return [(entry.subject, entry.percent, entry.proposal_id) for entry in ledger.entries(BEN, day, day)]


# --- reading ------------------------------------------------------------------------------------------------------


def test_employees_come_by_last_name(ledger: Ledger) -> None:
    """Everybody, in the order of a list that people read."""
    assert ledger.employees() == (
        Employee(BEN, "Ben", "Okafor", Role.USER, "IE"),
        Employee(ANA, "Ana", "Silva", Role.ADMIN, "FR"),
    )


def test_an_employee_is_found_whatever_the_case_of_the_e_mail(ledger: Ledger) -> None:
    """Platforms write e-mails as people typed them."""
    assert ledger.employee("Ben@Tally.Example") == ledger.employees()[0]
    assert ledger.employee("nobody@tally.example") is None


def test_projects_come_by_name_with_those_assigned(ledger: Ledger) -> None:
    """A project knows its client and its people."""
    assert ledger.projects() == (
        Project("APO", "Apollo", "Northwind", frozenset({ANA, BEN})),
        Project("ZEP", "Zephyr", "Bluepeak", frozenset({BEN})),
    )


def test_absence_reasons_keep_their_order(ledger: Ledger) -> None:
    """The ledger decides in which order reasons are offered."""
    assert ledger.absence_reasons() == (AbsenceReason("sick", "Sick leave"), AbsenceReason("paid_leave", "Paid leave"))


def test_entries_are_read_from_first_to_last_day_in_entry_order(ledger: Ledger) -> None:
    """Both days are included, and the order is that of every report and card."""
    assert [entry.subject for entry in ledger.entries("BEN@tally.example", MON, TUE)] == ["sick", "APO", "ZEP"]
    assert ledger.entries(BEN, MON, MON) == (SICK_MON,)
    assert list(november(ledger)) == sorted(november(ledger), key=entry_order)
    assert ledger.entries(ANA, MON, TUE) == ()


def test_a_month_without_entries_is_an_open_empty_report(ledger: Ledger) -> None:
    """Nothing needs to be made before somebody can report."""
    assert ledger.report(ANA, NOVEMBER) == Report(ANA, NOVEMBER, ReportState.OPEN, ())
    assert ledger.report(BEN, OCTOBER).state is ReportState.SUBMITTED


# --- applying -----------------------------------------------------------------------------------------------------


def test_what_the_change_says_is_what_stands(ledger: Ledger) -> None:
    """After the write the report is the change applied to the report before, and each entry carries the proposal."""
    before = november(ledger)
    change = Change(BEN, (SICK_MON, ZEP_TUE), (apollo(MON, 75), Entry(BEN, TUE, 25, reason="paid_leave")))
    ledger.apply((Write("p1", change),))
    assert same_entries(november(ledger), change.on(before))
    assert on(ledger, MON) == [("APO", 75, "p1")]


def test_applying_twice_writes_once(ledger: Ledger) -> None:
    """Repeating what stands changes nothing, alone, beside something new, or named twice in one call."""
    one = write("p1", apollo(WED, 50))
    ledger.apply((one, one))
    ledger.apply((one,))
    ledger.apply((one, write("p2", apollo(THU))))
    assert on(ledger, WED) == [("APO", 50, "p1")]
    assert on(ledger, THU) == [("APO", 100, "p2")]


def test_a_deletion_alone_stands_too(ledger: Ledger) -> None:
    """After a crash the ledger can tell that a removal was made, although nothing is left that carries its id."""
    gone = write("p1", removed=(SICK_MON,))
    assert not ledger.standing("p1")
    ledger.apply((gone,))
    assert ledger.standing("p1")
    ledger.apply((gone,))
    assert on(ledger, MON) == []


def test_two_at_once_write_the_same_proposal_once(ledger: Ledger) -> None:
    """A worker and its successor, or two replicas, race: the entries stand once, and nobody gets an error."""
    barrier = Barrier(4)

    def apply(_: int) -> None:
        barrier.wait()
        ledger.apply((write("p1", apollo(WED, 25), removed=(SICK_MON,)),))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(apply, range(4)))
    assert on(ledger, WED) == [("APO", 25, "p1")]


def test_racing_proposals_cannot_fill_a_day_twice(ledger: Ledger) -> None:
    """The 100 % rule is checked where nothing comes between check and write: of eight halves, two get in."""
    barrier = Barrier(8)

    def apply(n: int) -> bool:
        barrier.wait()
        try:
            ledger.apply((write(f"p{n}", apollo(WED, 50)),))
        except LedgerRefused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(apply, range(8))) == 2
    assert sum(entry.percent for entry in ledger.entries(BEN, WED, WED)) == 100


def test_deletions_come_first_over_all_writes(ledger: Ledger) -> None:
    """Approve all: an addition may need the room that a later proposal of the same card makes."""
    ledger.apply((write("add", apollo(MON)), write("delete", removed=(SICK_MON,))))
    assert on(ledger, MON) == [("APO", 100, "add")]


def test_all_or_none(ledger: Ledger) -> None:
    """One proposal that is refused takes the others with it, and none of them stands."""
    before = november(ledger)
    with pytest.raises(LedgerRefused):
        ledger.apply((write("p1", apollo(WED), removed=(SICK_MON,)), write("p2", apollo(THU), apollo(TUE, 25))))
    assert november(ledger) == before
    assert not ledger.standing("p1")
    assert not ledger.standing("p2")


def test_equal_entries_of_one_proposal_both_stand(ledger: Ledger) -> None:
    """A copied day that held the same project twice is copied as the card showed it."""
    pair = (apollo(WED, 50), apollo(WED, 50))
    ledger.apply((write("p1", *pair),))
    assert on(ledger, WED) == [("APO", 50, "p1")] * 2
    ledger.apply((write("p2", removed=(apollo(WED, 50),)),))
    assert on(ledger, WED) == [("APO", 50, "p1")]


def test_of_equal_entries_the_one_of_the_named_proposal_is_removed(ledger: Ledger) -> None:
    """Two proposals wrote the same half day: an undo of the second leaves the first."""
    ledger.apply((write("p1", apollo(WED, 50)), write("p2", apollo(WED, 50))))
    ledger.apply((write("undo", removed=(replace(apollo(WED, 50), proposal_id="p2"),)),))
    assert on(ledger, WED) == [("APO", 50, "p1")]


@pytest.mark.parametrize(
    ("refused", "because"),
    [
        (write("p", apollo(TUE, 25)), "2026-11-03 would be at 125 %"),
        (write("p", apollo(WED, 75), apollo(WED, 50)), "2026-11-04 would be at 125 %"),
        (write("p", apollo(date(2026, 10, 6))), "2026-10 is submitted"),
        (write("p", removed=(apollo(date(2026, 10, 5)),)), "2026-10 is submitted"),
        (write("p", apollo(WED), removed=(apollo(MON),)), "APO 100 % on 2026-11-02 is no longer"),
        (write("p", removed=(SICK_MON, SICK_MON)), "sick 100 % on 2026-11-02 is no longer"),
        (write("p", Entry(BEN, WED, 100, project="XXX")), "no project XXX"),
        (write("p", Entry(BEN, WED, 100, reason="bored")), "no absence reason bored"),
        (write("p", Entry(BEN, WED, 80, project="APO")), "80 %"),
        (write("p", Entry(BEN, WED, 0, project="APO")), "0 %"),
        (write("p", Entry(BEN, WED, 100)), "a project or an absence reason"),
        (write("p", Entry(BEN, WED, 100, "APO", "sick")), "a project or an absence reason"),
        (write("p", Entry(ANA, WED, 100, "APO")), "cannot write entries of ana"),
        (Write("p", Change(ANA, (), (Entry(ANA, WED, 100, "ZEP"),))), "not assigned to ZEP"),
        (Write("p", Change("eve@tally.example", (), (Entry("eve@tally.example", WED, 100, "APO"),))), "eve@"),
        (state("p", OCTOBER, ReportState.SUBMITTED), "2026-10 is submitted already"),
        (state("p", NOVEMBER, ReportState.OPEN), "2026-11 is open already"),
    ],
)
def test_a_broken_rule_is_refused_in_a_sentence(ledger: Ledger, refused: Write, because: str) -> None:
    """Whatever slipped through before the write is caught by it, said clearly, and leaves no trace."""
    before = november(ledger)
    with pytest.raises(LedgerRefused, match=because):
        ledger.apply((refused,))
    assert november(ledger) == before
    assert not ledger.standing("p")


def test_a_month_is_submitted_and_withdrawn(ledger: Ledger) -> None:
    """Submitting closes a month for changes, withdrawing opens it again."""
    ledger.apply((state("p1", NOVEMBER, ReportState.SUBMITTED),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED
    with pytest.raises(LedgerRefused):
        ledger.apply((write("p2", apollo(WED)),))
    ledger.apply((state("p3", NOVEMBER, ReportState.OPEN),))
    ledger.apply((write("p2", apollo(WED)),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.OPEN


def test_filling_and_submitting_may_be_approved_together(ledger: Ledger) -> None:
    """In one call, whatever the order: months are reopened, changed, and only then submitted."""
    ledger.apply((state("submit", NOVEMBER, ReportState.SUBMITTED), write("fill", apollo(WED))))
    assert on(ledger, WED) == [("APO", 100, "fill")]
    reopened = state("withdraw", OCTOBER, ReportState.OPEN)
    ledger.apply((write("late", apollo(date(2026, 10, 6))), reopened))
    assert ledger.report(BEN, OCTOBER).state is ReportState.OPEN


# --- what the card showed -----------------------------------------------------------------------------------------


def test_what_still_looks_as_the_card_showed_it_is_written(ledger: Ledger) -> None:
    """Neither the order of the entries nor who wrote them, nor the case of the e-mail, makes another picture."""
    ledger.apply((write("p1", apollo(WED, 50), Entry(BEN, WED, 25, project="ZEP")),))
    shown = (Entry("Ben@Tally.Example", WED, 25, project="ZEP", proposal_id="p0"), apollo(WED, 50))
    ledger.apply((write("p2", apollo(WED, 25), before=shown), write("p3", apollo(THU), before=())))
    assert [entry.percent for entry in ledger.entries(BEN, WED, THU)] == [25, 50, 25, 100]


@pytest.mark.parametrize(
    ("stale", "because"),
    [
        (write("p", apollo(WED), before=(apollo(WED, 25),)), "2026-11-04 has changed: the card showed APO 25 %, and"),
        (
            write("p", removed=(ZEP_TUE,), before=(ZEP_TUE,)),
            "2026-11-03 .* ZEP 50 %, and the report has APO 50 % and Z",
        ),
        (write("p", apollo(TUE), apollo(MON), before=(ZEP_TUE, apollo(TUE, 50))), "2026-11-02 .* nothing, .* sick 100"),
        (
            write("p", apollo(THU), before=(apollo(THU, 50), apollo(THU, 50))),
            "showed APO 50 % and APO 50 %, .* nothing",
        ),
    ],
)
def test_what_looks_different_by_now_is_not_written(ledger: Ledger, stale: Write, because: str) -> None:
    """Something gone, something more, another day than the first: it is said with the day, and nothing is written."""
    before = november(ledger)
    with pytest.raises(LedgerChanged, match=because):
        ledger.apply((write("good", apollo(WED, 50), before=()), stale))
    assert november(ledger) == before
    assert not ledger.standing("p")
    assert not ledger.standing("good")


def test_a_submission_watches_the_whole_month(ledger: Ledger) -> None:
    """What is submitted is what the card showed: a day that changed meanwhile stops it, and it stays open."""
    shown = november(ledger)
    submit = state("submit", NOVEMBER, ReportState.SUBMITTED)
    ledger.apply((write("p1", apollo(THU)),))
    with pytest.raises(LedgerChanged, match="2026-11-05"):
        ledger.apply((replace(submit, before=shown),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.OPEN
    ledger.apply((replace(submit, before=november(ledger)),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED


def test_what_stands_already_is_not_compared_again(ledger: Ledger) -> None:
    """After a crash the write is repeated with the picture from before it, which it changed itself."""
    approved = write("p1", apollo(WED), before=())
    ledger.apply((approved,))
    ledger.apply((approved, write("p2", apollo(THU), before=())))
    assert on(ledger, WED) == [("APO", 100, "p1")]
    assert on(ledger, THU) == [("APO", 100, "p2")]


def test_writes_of_one_call_are_all_compared_with_what_stood_before_it(ledger: Ledger) -> None:
    """Approve all: two lines of a card touch the same day, and both showed it as it was."""
    ledger.apply(
        (
            write("add", apollo(MON, 50), before=(SICK_MON,)),
            write("delete", removed=(SICK_MON,), before=(SICK_MON,)),
        )
    )
    assert on(ledger, MON) == [("APO", 50, "add")]


def test_of_eight_racing_proposals_that_saw_the_same_one_is_written(ledger: Ledger) -> None:
    """Compared where nothing comes between: by the rules four quarters would fit, but only the first saw the truth."""
    barrier = Barrier(8)

    def apply(n: int) -> str:
        barrier.wait()
        try:
            ledger.apply((write(f"p{n}", apollo(WED, 25), before=()),))
        except LedgerChanged as changed:
            return str(changed)
        return "written"

    with ThreadPoolExecutor(8) as pool:
        outcomes = sorted(pool.map(apply, range(8)))
    changed = "2026-11-04 has changed: the card showed nothing, and the report has APO 25 %."
    assert outcomes == [changed] * 7 + ["written"]
    assert [entry.percent for entry in ledger.entries(BEN, WED, WED)] == [25]


# --- the built-in one ---------------------------------------------------------------------------------------------


def test_the_database_itself_refuses_a_proposals_entry_twice(engine: Engine, ledger: Ledger) -> None:
    """Should every check fail, the unique constraints still hold: for projects and for absences."""
    ledger.apply((write("p1", apollo(WED, 25), Entry(BEN, WED, 25, reason="sick")),))
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
        lambda: ledger.standing("p1"),
        lambda: ledger.apply((write("p1", apollo(WED)),)),
    )
    for call in calls:
        with pytest.raises(LedgerError) as raised:
            call()
        assert raised.value.__cause__ is not None


def test_kill_9_after_any_statement_leaves_the_report_as_it_was(
    engine: Engine, ledger: Ledger, database_url: str
) -> None:
    """A process killed after the first, second … statement of `apply` wrote nothing; repeated, it writes it all."""
    before = november(ledger)
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
        assert november(ledger) == before
        assert not ledger.standing("p1")
    assert statements > 5
    assert ledger.standing("p1")
    assert same_entries(november(ledger), approved.change.on(before))
