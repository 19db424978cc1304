"""Projects and people: for administrators, and only after their click."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Role
from bot.handlers.applying import recover
from bot.ports import Effects, Transition
from tests.fakes import calls

ASSIGN = ("assign_project", {"project": "orion", "employee": "ana"})
CREATE = ("create_project", {"code": "HAL", "name": "Halcyon", "client": "Wayne"})
ADD = ("add_employee", {"name": "Noor", "lastname": "Aziz", "email": "noor@acme.example"})
WORDS = {
    "assign_project": "assign ana to orion",
    "create_project": "create project Halcyon, code HAL, for Wayne",
    "add_employee": "add Noor Aziz, noor@acme.example",
}


@pytest.mark.parametrize("call", [ASSIGN, CREATE, ADD], ids=lambda call: call[0])
def test_an_administrator_gets_a_card_and_it_is_written_after_the_click(office, call):
    """Proposed, shown, approved, written."""
    office.say(WORDS[call[0]], calls(call), person="U-EVE")
    office.click("approve", office.pending[0], person="U-EVE")
    projects = {p.code: p for p in office.ledger.projects()}
    done = {
        "assign_project": "ana@acme.example" in projects["ORI"].employees,
        "create_project": "HAL" in projects and projects["HAL"].client == "Wayne",
        "add_employee": office.ledger.employee("noor@acme.example") is not None,
    }
    assert {name for name, is_done in done.items() if is_done} == {call[0]}


@pytest.mark.parametrize("call", [ASSIGN, CREATE, ADD], ids=lambda call: call[0])
def test_nobody_else_gets_a_card(office, call):
    """Refused in words when it is asked for."""
    office.say(WORDS[call[0]], calls(call))
    assert office.pending == []
    assert office.texts[0].text == "Only administrators can do that. Ask one of them."


def test_the_role_is_checked_again_before_it_is_written(office):
    """A card made by somebody who is no administrator any more writes nothing."""
    office.say(WORDS["assign_project"], calls(ASSIGN), person="U-EVE")
    proposal = office.pending[0]
    stolen = replace(proposal, state=ProposalState.APPROVED, owner="ana@acme.example")
    assert office.store.commit(Effects(transitions=(Transition(proposal.id, proposal.state, 1, stolen),)))
    recover(office.desk)
    assert all("ana@acme.example" not in p.employees for p in office.ledger.projects() if p.code == "ORI")
    failed = office.now(proposal)
    assert (failed.state, failed.reason) == (ProposalState.FAILED, "Only administrators can do that. Ask one of them.")


def test_a_missing_address_is_asked_for(office):
    """And the answer alone completes the call."""
    office.say("add Noor Aziz", calls(("add_employee", {"name": "Noor", "lastname": "Aziz"})), person="U-EVE")
    assert office.texts[0].text == "What is the e-mail address?"
    office.say("noor@acme.example", person="U-EVE")
    employee = office.pending[0].change.employee
    assert employee is not None
    assert (employee.email, employee.role) == ("noor@acme.example", Role.USER)


def test_a_role_that_nobody_mentioned_is_not_given(office):
    """The model cannot make somebody an administrator by itself."""
    call = calls(("add_employee", {**ADD[1], "role": "admin"}))
    office.say(WORDS["add_employee"], call, call, person="U-EVE")
    assert office.pending == []
