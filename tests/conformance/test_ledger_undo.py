"""What every ledger must do with the write that takes another one back, where it can take entries off at all."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from bot.domain.proposal import Change
from bot.domain.timesheet import ReportState
from bot.errors import LedgerChanged
from bot.ports import Ledger, Standing, Write
from tests.conformance.crashing import Crash
from tests.conformance.test_ledger_crashes import LEAST_PLACES, OPEN, WRITTEN, keys, world
from tests.conformance.writes import BEN, NOVEMBER, TUE, WED, ZEP_TUE, apollo, can, november, on, stands, state, write


def undo(of: Write, before: tuple[object, ...] | None = None) -> Write:
    """The write that takes one back."""
    return Write(f"{of.proposal_id}/undo", of.change.taken_back(of.proposal_id), before)  # type: ignore[arg-type]


def test_an_undo_stands_under_an_id_of_its_own(ledger: Ledger) -> None:
    """Asked before it is repeated: what it undoes is written, and so is it, each by itself."""
    first = write("p1", apollo(WED, 50))
    ledger.apply((first,))
    if not can(ledger, undo(first)):
        return
    assert not stands(ledger, undo(first))
    ledger.apply((undo(first),))
    assert (stands(ledger, first), stands(ledger, undo(first))) == (True, True)
    assert on(ledger, WED) == []


def test_an_undo_that_is_repeated_takes_nothing_more_off(ledger: Ledger) -> None:
    """After a crash the same call may come again; somebody may have written the same on that day meanwhile."""
    first = write("p1", apollo(WED, 50))
    ledger.apply((first,))
    if not can(ledger, undo(first)):
        return
    ledger.apply((undo(first),))
    ledger.apply((write("p2", apollo(WED, 50)),))
    ledger.apply((undo(first),))
    assert on(ledger, WED) == [("APO", 50)]


def test_an_undo_takes_off_what_its_proposal_wrote_and_not_its_twin(ledger: Ledger) -> None:
    """Two half days that look the same: each belongs to the proposal that wrote it."""
    first, twin = write("p1", apollo(WED, 50)), write("p2", apollo(WED, 50))
    ledger.apply((first, twin))
    if not can(ledger, undo(twin)):
        return
    ledger.apply((undo(twin),))
    assert [entry.proposal_id for entry in ledger.entries(BEN, WED, WED)] == ["p1"]


def test_what_is_put_back_belongs_to_its_first_writer(ledger: Ledger) -> None:
    """A deletion that is undone has left no trace; also of two entries of one subject that one proposal wrote."""
    first = write("p1", apollo(WED, 25), apollo(WED, 50))
    ledger.apply((first,))
    there = tuple(ledger.entries(BEN, WED, WED))
    gone = write("p2", removed=there)
    if not can(ledger, gone):
        return
    ledger.apply((gone,))
    ledger.apply((undo(gone),))
    assert tuple(ledger.entries(BEN, WED, WED)) == there
    ledger.apply((write("p3", removed=there[:1]),))
    ledger.apply((undo(write("p3", removed=there[:1])),))
    assert keys(ledger.entries(BEN, WED, WED)) == keys(there)
    assert {entry.proposal_id for entry in ledger.entries(BEN, WED, WED)} == {"p1"}


def test_what_nobody_is_known_to_have_written_is_put_back_as_the_undos_own(ledger: Ledger) -> None:
    """Entries that were loaded have no proposal."""
    gone = write("p1", removed=(ZEP_TUE,))
    if not can(ledger, gone):
        return
    before = november(ledger)
    ledger.apply((gone,))
    ledger.apply((undo(gone),))
    assert keys(november(ledger)) == keys(before)
    assert {e.proposal_id for e in ledger.entries(BEN, TUE, TUE) if e.key == ZEP_TUE.key} == {"p1/undo"}


def test_a_day_that_changed_is_not_undone(ledger: Ledger) -> None:
    """The picture that the proposal left is compared in the moment of writing."""
    first = write("p1", apollo(WED, 50))
    ledger.apply((first,))
    back = undo(first, (apollo(WED, 50),))
    if not can(ledger, back):
        return
    ledger.apply((write("p2", apollo(WED, 25)),))
    with pytest.raises(LedgerChanged):
        ledger.apply((back,))
    assert on(ledger, WED) == [("APO", 25), ("APO", 50)]
    assert ledger.standing((back,)) is Standing.NOTHING


def test_a_submission_is_undone_by_a_withdrawal_and_the_other_way_round(ledger: Ledger) -> None:
    """The report is in its other state again."""
    handed = state("p1", NOVEMBER, ReportState.SUBMITTED)
    if not can(ledger, handed, undo(handed)):
        return
    ledger.apply((handed,))
    ledger.apply((undo(handed),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.OPEN
    ledger.apply((state("p2", NOVEMBER, ReportState.SUBMITTED),))
    back = state("p3", NOVEMBER, ReportState.OPEN)
    ledger.apply((back,))
    ledger.apply((undo(back),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED


def test_a_crash_at_any_place_of_an_undo_is_recovered_once(migrated_file: Path) -> None:
    """Every statement in turn, in an undo that takes one entry off and puts another one back."""
    with world("local", migrated_file) as at:
        at.attempt(Write("old", Change(BEN, added=(ZEP_TUE,)), ()), None)
        for place in count(1):
            first = Write(f"p{place}", Change(BEN, removed=(ZEP_TUE,), added=(apollo(TUE),)), (ZEP_TUE,))
            assert at.attempt(first, None) == WRITTEN
            back = undo(first, (apollo(TUE),))
            outcome = at.attempt(back, Crash(place, after=False))
            blown = at.fuse.blown
            if outcome == OPEN:
                outcome = at.attempt(back, None)
            assert outcome == WRITTEN
            assert keys(at.standing(BEN)) == keys((ZEP_TUE,))
            if not blown:
                break
        assert place > LEAST_PLACES
