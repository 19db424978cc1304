"""What every Ledger promises: what was approved is written once, all of it or nothing, and never against the rules."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from bot.domain.proposal import Change, entry_order, same_entries
from bot.domain.timesheet import Entry, Project, Report, ReportState, Role
from bot.errors import LedgerChanged, LedgerRefused
from bot.ports import Ledger, Write
from tests.conformance.writes import (
    ANA,
    BEN,
    DECEMBER_1,
    FRI,
    MON,
    NOVEMBER,
    SICK_MON,
    THU,
    TUE,
    WED,
    ZEP_TUE,
    apollo,
    november,
    on,
    stands,
    write,
)

# --- reading ------------------------------------------------------------------------------------------------------


def test_employees_come_by_last_name(ledger: Ledger) -> None:
    """Everybody, in the order of a list that people read."""
    found = [(e.email, e.full_name, e.role) for e in ledger.employees()]
    assert found == [(BEN, "Ben Okafor", Role.USER), (ANA, "Ana Silva", Role.ADMIN)]
    assert all(employee.country for employee in ledger.employees())


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


def test_every_absence_reason_can_be_written_and_read(ledger: Ledger) -> None:
    """Reasons come with a label, always in the same order, and one that was written is read as the same."""
    reasons = ledger.absence_reasons()
    assert {("sick", "Sick leave"), ("paid_leave", "Paid leave")} <= {(r.code, r.label) for r in reasons}
    assert ledger.absence_reasons() == reasons
    absences = tuple(Entry(BEN, day, 50, reason=r.code) for day, r in zip((WED, THU, FRI), reasons, strict=False))
    ledger.apply((write("p1", *absences),))
    assert same_entries(ledger.entries(BEN, WED, FRI), absences)


def test_entries_are_read_from_first_to_last_day_in_entry_order(ledger: Ledger) -> None:
    """Both days are included, and the order is that of every report and card."""
    assert [entry.subject for entry in ledger.entries("BEN@tally.example", MON, TUE)] == ["sick", "APO", "ZEP"]
    assert ledger.entries(BEN, MON, MON) == (SICK_MON,)
    assert list(november(ledger)) == sorted(november(ledger), key=entry_order)
    assert ledger.entries(ANA, MON, TUE) == ()


def test_a_month_without_entries_is_an_open_empty_report(ledger: Ledger) -> None:
    """Nothing needs to be made before somebody can report."""
    assert ledger.report(ANA, NOVEMBER) == Report(ANA, NOVEMBER, ReportState.OPEN, ())


def test_somebody_unknown_has_an_empty_report(ledger: Ledger) -> None:
    """Whoever is on the platform and not in the ledger is no error."""
    assert ledger.report("nobody@tally.example", NOVEMBER).entries == ()


def test_a_snapshot_reads_the_same_and_sees_what_it_writes_itself(ledger: Ledger) -> None:
    """Within an event things may be remembered, but never past the event's own write, done or refused."""
    snapshot = ledger.snapshot()
    assert snapshot.employees() == ledger.employees()
    assert snapshot.projects() == ledger.projects()
    assert snapshot.report(BEN, NOVEMBER) == ledger.report(BEN, NOVEMBER)
    assert (snapshot.title, snapshot.abilities) == (ledger.title, ledger.abilities)
    assert snapshot.entries(BEN, WED, WED) == ()
    snapshot.apply((write("p1", apollo(WED, 50), before=()),))
    assert on(snapshot, WED) == [("APO", 50)]
    ledger.apply((write("p2", apollo(WED, 25)),))
    with pytest.raises(LedgerChanged):
        snapshot.apply((write("p3", apollo(WED, 25), before=(apollo(WED, 50),)),))
    assert on(snapshot, WED) == [("APO", 25), ("APO", 50)]


# --- applying -----------------------------------------------------------------------------------------------------


def test_what_the_change_says_is_what_stands(ledger: Ledger) -> None:
    """After the write the report is the change applied to the report before: projects, absences, several days."""
    before = november(ledger)
    change = Change(BEN, added=(apollo(WED, 75), Entry(BEN, WED, 25, reason="paid_leave"), apollo(THU, 25)))
    ledger.apply((Write("p1", change, ()),))
    assert same_entries(november(ledger), change.on(before))
    assert stands(ledger, Write("p1", change, ()))


def test_a_change_over_two_months_is_written_in_both(ledger: Ledger) -> None:
    """The end of one and the beginning of the next."""
    ledger.apply((write("p1", apollo(DECEMBER_1), apollo(WED), before=()),))
    assert on(ledger, WED) == on(ledger, DECEMBER_1) == [("APO", 100)]


def test_applying_twice_writes_once(ledger: Ledger) -> None:
    """Repeating what stands changes nothing, alone, beside something new, or named twice in one call."""
    one = write("p1", apollo(WED, 50))
    ledger.apply((one, one))
    ledger.apply((one,))
    ledger.apply((one, write("p2", apollo(THU))))
    assert on(ledger, WED) == [("APO", 50)]
    assert on(ledger, THU) == [("APO", 100)]


def test_two_at_once_write_the_same_proposal_once(ledger: Ledger) -> None:
    """A worker and its successor, or two replicas, race: the entries stand once, and nobody gets an error."""
    barrier = Barrier(4)

    def apply(_: int) -> None:
        barrier.wait()
        ledger.apply((write("p1", apollo(WED, 25), before=()),))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(apply, range(4)))
    assert on(ledger, WED) == [("APO", 25)]


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


def test_all_or_none(ledger: Ledger) -> None:
    """One proposal that is refused takes the others with it, and none of them stands."""
    before = november(ledger)
    writes = (write("p1", apollo(WED), apollo(DECEMBER_1)), write("p2", apollo(THU), apollo(TUE, 25)))
    with pytest.raises(LedgerRefused):
        ledger.apply(writes)
    assert november(ledger) == before
    assert on(ledger, DECEMBER_1) == []
    assert not any(stands(ledger, each) for each in writes)


def test_equal_entries_of_one_proposal_both_stand(ledger: Ledger) -> None:
    """A copied day that held the same project twice is copied as the card showed it."""
    pair = (apollo(WED, 50), apollo(WED, 50))
    ledger.apply((write("p1", *pair),))
    assert on(ledger, WED) == [("APO", 50)] * 2


def test_equal_proposals_are_two(ledger: Ledger) -> None:
    """Half a day of Apollo was approved twice: that the first stands does not say that the second does."""
    first, second = write("p1", apollo(WED, 50), before=()), write("p2", apollo(WED, 50), before=(apollo(WED, 50),))
    ledger.apply((first,))
    assert not stands(ledger, second)
    assert not stands(ledger, replace(second, before=()))
    ledger.apply((second,))
    assert on(ledger, WED) == [("APO", 50)] * 2


@pytest.mark.parametrize(
    ("refused", "because"),
    [
        (write("p", apollo(TUE, 25)), "2026-11-03 would be at 125 %"),
        (write("p", apollo(WED, 75), apollo(WED, 50)), "2026-11-04 would be at 125 %"),
        (write("p", Entry(BEN, WED, 100, project="XXX")), "no project XXX"),
        (write("p", Entry(BEN, WED, 100, reason="bored")), "no absence reason bored"),
        (write("p", Entry(BEN, WED, 80, project="APO")), "80 %"),
        (write("p", Entry(BEN, WED, 0, project="APO")), "0 %"),
        (write("p", Entry(BEN, WED, 100)), "a project or an absence reason"),
        (write("p", Entry(BEN, WED, 100, "APO", "sick")), "a project or an absence reason"),
        (write("p", Entry(ANA, WED, 100, "APO")), "cannot write entries of ana"),
        (Write("p", Change(ANA, (), (Entry(ANA, WED, 100, "ZEP"),))), "not assigned to ZEP"),
        (Write("p", Change("eve@tally.example", (), (Entry("eve@tally.example", WED, 100, "APO"),))), "eve@"),
    ],
)
def test_a_broken_rule_is_refused_in_a_sentence(ledger: Ledger, refused: Write, because: str) -> None:
    """Whatever slipped through before the write is caught by it, said clearly, and leaves no trace."""
    before = november(ledger)
    with pytest.raises(LedgerRefused, match=because):
        ledger.apply((refused,))
    assert november(ledger) == before
    assert not stands(ledger, refused)


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
        (write("p", apollo(TUE), before=(ZEP_TUE,)), "2026-11-03 .* ZEP 50 %, and the report has APO 50 % and Z"),
        (write("p", apollo(TUE), apollo(MON), before=(ZEP_TUE, apollo(TUE, 50))), "2026-11-02 .* nothing, .* sick 100"),
        (
            write("p", apollo(THU), before=(apollo(THU, 50), apollo(THU, 50))),
            "showed APO 50 % and APO 50 %, .* nothing",
        ),
    ],
)
def test_what_looks_different_by_now_is_not_written(ledger: Ledger, stale: Write, because: str) -> None:
    """Something gone, something more, another day than the first: it is said with the day, and nothing is written."""
    before, good = november(ledger), write("good", apollo(FRI, 50), before=())
    with pytest.raises(LedgerChanged, match=because):
        ledger.apply((good, stale))
    assert november(ledger) == before
    assert not stands(ledger, stale)
    assert not stands(ledger, good)


def test_what_stands_already_is_not_compared_again(ledger: Ledger) -> None:
    """After a crash the write is repeated with the picture from before it, which it changed itself."""
    approved = write("p1", apollo(WED), before=())
    ledger.apply((approved,))
    ledger.apply((approved, write("p2", apollo(THU), before=())))
    assert on(ledger, WED) == on(ledger, THU) == [("APO", 100)]


def test_additions_of_one_call_are_all_compared_with_what_stood_before_it(ledger: Ledger) -> None:
    """A bundle: two lines of a card touch the same day, and both showed it as it was."""
    rest = Entry(BEN, WED, 50, reason="sick")
    ledger.apply((write("p1", apollo(WED, 50), before=()), write("p2", rest, before=())))
    assert on(ledger, WED) == [("APO", 50), ("sick", 50)]


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
    assert on(ledger, WED) == [("APO", 25)]
