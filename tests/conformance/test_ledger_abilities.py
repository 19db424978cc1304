"""What some ledgers can do and others cannot: where one cannot, it refuses in a sentence that says what to do instead.

Every test asks the ledger for its abilities, so none is skipped: what is missing is checked for its refusal.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.ability import Ability, cannot, needed
from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Project, ReportState, Role
from bot.errors import LedgerChanged, LedgerRefused
from bot.ports import Ledger, Write
from bot.tools.registry import TOOLS, offered
from tests.conformance.writes import (
    ANA,
    BEN,
    MON,
    NOVEMBER,
    SICK_MON,
    THU,
    TUE,
    WED,
    apollo,
    can,
    november,
    on,
    stands,
    state,
    write,
)


def master(proposal_id: str, email: str = ANA, **change: object) -> Write:
    """An approved change of projects or people."""
    return Write(proposal_id, Change(email, **change))  # type: ignore[arg-type]


# --- what is offered ----------------------------------------------------------------------------------------------


def test_a_tool_is_offered_where_the_ledger_can_serve_it(ledger: Ledger) -> None:
    """What needs nothing special is always there."""
    names = {tool.name for tool in offered(ledger)}
    assert {"add_activities", "add_absence", "copy_entries", "get_report", "discard"} <= names
    assert names == {name for name, tool in TOOLS.items() if tool.needs is None or tool.needs in ledger.abilities}


@pytest.mark.parametrize("ability", list(Ability))
def test_every_ability_has_a_refusal_that_names_the_ledger(ledger: Ledger, ability: Ability) -> None:
    """Whoever asks for it is told where to go."""
    assert ledger.title in cannot(ability, ledger.title)


def test_every_change_that_not_every_ledger_can_make_names_its_ability() -> None:
    """Removals, states and masters; plain additions need nothing."""
    assert needed(Change(BEN, added=(apollo(WED),))) == frozenset()
    assert needed(Change(BEN, removed=(SICK_MON,), added=(apollo(MON),))) == {Ability.REMOVE}
    assert needed(state("p", NOVEMBER, ReportState.OPEN).change) == {Ability.WITHDRAW}


# --- removing -----------------------------------------------------------------------------------------------------


def test_a_deletion_alone_stands_too(ledger: Ledger) -> None:
    """After a crash the ledger can tell that a removal was made, although nothing is left that carries its id."""
    gone = write("p1", removed=(SICK_MON,))
    assert not stands(ledger, gone)
    if can(ledger, gone):
        ledger.apply((gone,))
        assert stands(ledger, gone)
        ledger.apply((gone,))
        assert on(ledger, MON) == []


def test_deletions_come_first_over_all_writes(ledger: Ledger) -> None:
    """A bundle: an addition may need the room that a later proposal of the same card makes."""
    pair = (write("add", apollo(MON), before=(SICK_MON,)), write("delete", removed=(SICK_MON,), before=(SICK_MON,)))
    if can(ledger, *pair):
        ledger.apply(pair)
        assert on(ledger, MON) == [("APO", 100)]


def test_a_removal_beside_additions_is_refused_whole(ledger: Ledger) -> None:
    """Half of a change is no change."""
    swap = write("p1", apollo(MON), apollo(WED), removed=(SICK_MON,))
    if can(ledger, swap):
        ledger.apply((swap,))
        assert on(ledger, MON) == on(ledger, WED) == [("APO", 100)]


# --- handing in ---------------------------------------------------------------------------------------------------


def test_a_month_is_submitted_and_withdrawn(ledger: Ledger) -> None:
    """Submitting closes a month for changes, withdrawing opens it again."""
    submit, withdraw = state("p1", NOVEMBER, ReportState.SUBMITTED), state("p3", NOVEMBER, ReportState.OPEN)
    if can(ledger, submit) and can(ledger, state("p0", NOVEMBER, ReportState.SUBMITTED)):
        ledger.apply((submit,))
        assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED
        with pytest.raises(LedgerRefused):
            ledger.apply((write("p2", apollo(WED)),))
        ledger.apply((withdraw,))
        ledger.apply((write("p2", apollo(WED)),))
    assert ledger.report(BEN, NOVEMBER).state is ReportState.OPEN


def test_filling_and_submitting_may_be_approved_together(ledger: Ledger) -> None:
    """In one call, whatever the order: the month is changed, and only then submitted."""
    both = (state("submit", NOVEMBER, ReportState.SUBMITTED), write("fill", apollo(WED)))
    if can(ledger, *both):
        ledger.apply(both)
        assert on(ledger, WED) == [("APO", 100)]
        assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED


def test_a_submission_watches_the_whole_month(ledger: Ledger) -> None:
    """What is submitted is what the card showed: a day that changed meanwhile stops it, and it stays open."""
    shown, submit = november(ledger), state("submit", NOVEMBER, ReportState.SUBMITTED)
    if can(ledger, submit):
        ledger.apply((write("p1", apollo(THU)),))
        with pytest.raises(LedgerChanged, match="2026-11-05"):
            ledger.apply((replace(submit, before=shown),))
        assert ledger.report(BEN, NOVEMBER).state is ReportState.OPEN
        ledger.apply((replace(submit, before=november(ledger)),))
        assert ledger.report(BEN, NOVEMBER).state is ReportState.SUBMITTED


# --- projects and people ------------------------------------------------------------------------------------------

HALCYON = Project("HAL", "Halcyon", "Wayne")
NOOR = Employee("noor@tally.example", "Noor", "Aziz", Role.USER, "FR")


def test_a_project_is_created_once(ledger: Ledger) -> None:
    """Repeating it changes nothing; another one of the same code is refused, and the first stays as it is."""
    create = master("p1", project=HALCYON)
    if can(ledger, create):
        ledger.apply((create,))
        ledger.apply((create,))
        assert stands(ledger, create)
        with pytest.raises(LedgerRefused, match="HAL is in the ledger already"):
            ledger.apply((master("p2", project=replace(HALCYON, name="Other")),))
        assert [p for p in ledger.projects() if p.code == "HAL"] == [HALCYON]


def test_somebody_is_added_once(ledger: Ledger) -> None:
    """Repeating it changes nothing; somebody else with the same address is refused."""
    add = master("p1", employee=NOOR)
    if can(ledger, add):
        ledger.apply((add,))
        ledger.apply((add,))
        assert ledger.employee("Noor@Tally.Example") == NOOR
        with pytest.raises(LedgerRefused, match="already"):
            ledger.apply((master("p2", employee=replace(NOOR, name="Nora")),))


def test_an_assignment_keeps_everybody_else(ledger: Ledger) -> None:
    """Ana joins Ben on Zephyr and can report on it; a second assignment says that there is one."""
    assign = master("p1", assigned=("ZEP", ANA))
    if can(ledger, assign):
        ledger.apply((assign,))
        ledger.apply((assign,))
        assert next(p for p in ledger.projects() if p.code == "ZEP").employees == {ANA, BEN}
        with pytest.raises(LedgerRefused, match="already"):
            ledger.apply((master("p2", assigned=("ZEP", ANA)),))
        with pytest.raises(LedgerRefused, match="any more"):
            ledger.apply((master("p3", assigned=("XXX", ANA)),))


@pytest.mark.parametrize("change", [{"project": HALCYON}, {"employee": NOOR}, {"assigned": ("ZEP", ANA)}], ids=str)
def test_only_administrators_change_projects_and_people(ledger: Ledger, change: dict[str, object]) -> None:
    """The ledger itself looks at who it is."""
    mine = master("p1", BEN, **change)
    if can(ledger, mine):
        with pytest.raises(LedgerRefused, match="Only administrators"):
            ledger.apply((mine,))
        assert not stands(ledger, mine)


def test_a_new_project_is_filled_by_those_who_are_assigned(ledger: Ledger) -> None:
    """Created, assigned, reported on: each sees what the one before it wrote."""
    create, assign = master("p1", project=HALCYON), master("p2", assigned=("HAL", BEN))
    if can(ledger, create) and can(ledger, assign):
        ledger.apply((create,))
        ledger.apply((assign,))
        ledger.apply((write("p3", replace(apollo(TUE, 25), project="HAL", day=WED), before=()),))
        assert on(ledger, WED) == [("HAL", 25)]
