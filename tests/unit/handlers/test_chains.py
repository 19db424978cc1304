"""Requests that build on each other: a project or a colleague that is created, and what is to be done with it."""

from __future__ import annotations

import pytest

from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Project
from tests.fakes import calls

ADMIN = "U-EVE"
CREATE = ("create_project", {"code": "HAL", "name": "Halcyon", "client": "Wayne"})
ASSIGN = ("assign_project", {"project": "Halcyon", "employee": "me"})
CHAIN = "create project Halcyon, code HAL, for Wayne, and put me on it"


@pytest.mark.parametrize("first", [[CREATE], [CREATE, ASSIGN]], ids=["one by one", "both at once"])
def test_a_chain_goes_on_after_the_first_approval(office, first):
    """The project, then the assignment, each on a card of its own. What was called at once is made again by code."""
    office.say(CHAIN, calls(*first), person=ADMIN)
    (created,) = office.pending
    assert created.tool == "create_project"
    office.model.script.extend([calls(ASSIGN)] if len(first) == 1 else [])
    office.click("approve", created, person=ADMIN)
    (assigned,) = office.pending
    assert (assigned.tool, assigned.title) == ("assign_project", "Assign Eve Lind to Halcyon (HAL)")
    assert len(office.model.prompts) == 3 - len(first)
    office.click("approve", assigned, person=ADMIN)
    made = next(p for p in office.ledger.projects() if p.code == "HAL")
    assert made == Project("HAL", "Halcyon", "Wayne", frozenset({"eve@acme.example"}))


@pytest.mark.parametrize("project", ["Halcyon", "HAL", "halcyon", "it"])
def test_nobody_is_asked_about_what_the_same_answer_creates(office, project):
    """The card alone: what builds on it waits, and comes once that is approved, without the model."""
    office.say(CHAIN, calls(CREATE, ("assign_project", {"project": project, "employee": "me"})), person=ADMIN)
    assert [p.title for p in office.pending] == ["New project Halcyon (HAL)"]
    assert office.texts == []
    office.click("approve", office.pending[0], person=ADMIN)
    assert [p.title for p in office.pending] == ["Assign Eve Lind to Halcyon (HAL)"]
    assert office.texts == []


CODE_ALONE = ("create_project", {"code": "HAL"})
LET_US = "let's take HAL"


@pytest.mark.parametrize(
    ("answer", "written"),
    [("HAL", []), (LET_US, [CODE_ALONE]), (LET_US, [CREATE, ASSIGN])],
    ids=["without the model", "code", "all again"],
)
def test_a_chain_whose_first_part_lacks_a_code_asks_for_that_alone(office, answer, written):
    """The sentence of somebody who forgot the code: one question, its answer, and then one card after the other."""
    bare = ("create_project", {"name": "Halcyon", "client": "Wayne"})
    office.say("create project Halcyon for Wayne, and put me on it", calls(bare, ASSIGN), person=ADMIN)
    assert [t.text for t in office.texts] == ["Which code should it have?"]
    office.say(answer, *([calls(*written)] if written else []), person=ADMIN)
    assert len(office.model.prompts) == (2 if written else 1)
    assert [p.title for p in office.pending] == ["New project Halcyon (HAL)"]
    office.click("approve", office.pending[0], person=ADMIN)
    assert [p.title for p in office.pending] == ["Assign Eve Lind to Halcyon (HAL)"]
    office.click("approve", office.pending[0], person=ADMIN)
    assert office.pending == []
    assert [t.text for t in office.texts] == ["Which code should it have?"]


@pytest.mark.parametrize("who", ["Noor Aziz", "Noor", "noor@acme.example", "her"])
def test_a_chain_from_a_new_colleague_waits_as_well(office, who):
    """Somebody has to be in the company before anybody can put them on a project."""
    add = ("add_employee", {"name": "Noor", "lastname": "Aziz", "email": "noor@acme.example"})
    words = "add Noor Aziz, noor@acme.example, and put her on zephyr"
    office.say(words, calls(add, ("assign_project", {"project": "zephyr", "employee": who})), person=ADMIN)
    assert [p.tool for p in office.pending] == ["add_employee"]
    assert office.texts == []
    office.click("approve", office.pending[0], person=ADMIN)
    assert [p.title for p in office.pending] == ["Assign Noor Aziz to Zephyr (ZEP)"]


def test_what_is_being_created_is_not_taken_for_something_that_sounds_alike(office):
    """Nobody is put on Apollo when "Apollo 2" is what they asked for."""
    create = ("create_project", {"code": "AP2", "name": "Apollo 2", "client": "Wayne"})
    assign = ("assign_project", {"project": "Apollo 2", "employee": "me"})
    office.say(
        "create project Apollo 2, code AP2, for Wayne, and put me on Apollo 2", calls(create, assign), person=ADMIN
    )
    assert [p.tool for p in office.pending] == ["create_project"]


def test_what_exists_does_not_wait_for_what_is_created_beside_it(office):
    """Two requests that have nothing to do with each other are on one card."""
    assign = ("assign_project", {"project": "zephyr", "employee": "ben"})
    office.say("create project Halcyon, code HAL, for Wayne; put ben on zephyr", calls(CREATE, assign), person=ADMIN)
    assert [p.tool for p in office.pending] == ["create_project", "assign_project"]


def test_a_chain_ends_where_the_first_is_declined(office):
    """The model may try; what does not exist is asked about, not made."""
    office.say(CHAIN, calls(CREATE), person=ADMIN)
    office.model.script.append(calls(ASSIGN))
    office.click("decline", office.pending[0], person=ADMIN)
    assert office.pending == []
    assert all(p.code != "HAL" for p in office.ledger.projects())


def test_what_was_approved_is_not_proposed_again(office):
    """The same call after the decision is the one that was decided."""
    office.say(CHAIN, calls(CREATE), person=ADMIN)
    office.model.script.append(calls(CREATE))
    office.click("approve", office.pending[0], person=ADMIN)
    assert [p.state for p in office.proposals()] == [ProposalState.APPLIED]


@pytest.mark.parametrize("answer", ["NO", "stop", "hal", "forget it", "42"])
def test_what_may_be_no_code_is_left_to_the_model(office, answer):
    """Only what can hardly be anything else answers "Which code should it have?" without it."""
    bare = ("create_project", {"name": "Halcyon", "client": "Wayne"})
    office.say("create project Halcyon for Wayne", calls(bare), person=ADMIN)
    office.say(answer, person=ADMIN)
    assert len(office.model.prompts) == 2
