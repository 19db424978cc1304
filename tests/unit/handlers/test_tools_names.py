"""How tools take names: by code, name, beginning, close spelling and client; and what they ask when in doubt."""

from __future__ import annotations

import pytest

from bot.domain.proposal import ProposalState
from bot.domain.timesheet import Employee, Project
from bot.ledgers.sample import Company
from bot.ports import ModelReply
from tests.fakes import calls

ADMIN = "U-EVE"
BY_NAME = ["APO", "apo", "apollo", "the Apollo project", "apol", "appolo", "northwind", "Apollo (APO)"]
OF_A_PROJECT = {
    "add_activities": ("{} tuesday", {"dates": "tuesday"}, "U-ANA"),
    "delete_entries": ("delete {} tuesday", {"dates": "tuesday"}, "U-ANA"),
    "assign_project": ("assign eve lind to {}", {"employee": "eve lind"}, ADMIN),
}


def ask(office, tool: str, project: str, *, times: int = 1) -> None:
    """Somebody names a project, and the model copies the name."""
    words, others, person = OF_A_PROJECT[tool]
    office.say(words.format(project), *[calls((tool, {"project": project, **others}))] * times, person=person)


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("tool", OF_A_PROJECT)
def test_a_project_is_known_by_whatever_names_it(office, tool, name):
    """Its code, its name, a beginning, a slip, its only client, or what its button says."""
    office.fill("2026-11-17", 50)
    ask(office, tool, name)
    assert [p.arguments["project"] for p in office.pending] == ["APO"]


@pytest.mark.parametrize("tool", OF_A_PROJECT)
def test_an_ambiguous_project_is_asked_back_with_buttons(office, tool):
    """A client with two projects; the button that is clicked completes the call without the model."""
    office.fill("2026-11-17", 50, project="ZEP")
    ask(office, tool, "contoso")
    assert office.pending == []
    assert office.texts[0].text == "Which project do you mean by “contoso”?"
    assert office.texts[0].choices == ("Orion (ORI)", "Zephyr (ZEP)")
    office.say("Zephyr (ZEP)", person=OF_A_PROJECT[tool][2])
    assert [p.arguments["project"] for p in office.pending] == ["ZEP"]


@pytest.mark.parametrize("tool", OF_A_PROJECT)
def test_an_unknown_project_is_asked_about(office, tool):
    """Never the nearest one."""
    ask(office, tool, "gemini")
    assert office.pending == []
    assert office.texts[0].text.startswith("I know no project called “gemini”.")


@pytest.mark.parametrize(("tool", "choices"), [("add_activities", ("Apollo (APO)", "Zephyr (ZEP)"))])
def test_a_missing_project_is_asked_for_with_ones_own_as_buttons(office, tool, choices):
    """What somebody may report on is offered."""
    office.say("log tuesday", calls((tool, {"dates": "tuesday"})))
    assert (office.texts[0].text, office.texts[0].choices) == ("Which project?", choices)


@pytest.mark.parametrize("name", ["ben", "Ben Okafor", "okafor", "Okafor Ben", "ben@acme.example", "okafro", "oka"])
def test_a_colleague_is_known_by_whatever_names_them(office, name):
    """First name, last name, both in any order, the address, a slip, a beginning."""
    words = f"assign {name} to zephyr"
    office.say(words, calls(("assign_project", {"project": "zephyr", "employee": name})), person=ADMIN)
    assert [p.arguments["employee"] for p in office.pending] == ["ben@acme.example"]


@pytest.mark.parametrize("me", ["me", "myself", "moi"])
def test_me_is_who_types(office, me):
    """Never an argument of the model's choice."""
    office.say(f"put {me} on orion", calls(("assign_project", {"project": "orion", "employee": me})), person=ADMIN)
    assert [p.arguments["employee"] for p in office.pending] == ["eve@acme.example"]


def test_me_is_not_assumed_where_it_was_not_said(office):
    """Who is to be assigned is asked for."""
    wrong = calls(("assign_project", {"project": "orion", "employee": "me"}))
    office.say("assign orion", wrong, wrong, person=ADMIN)
    assert office.pending == []
    assert office.texts[0].text == "Who?"


@pytest.mark.parametrize("tool", ["assign_project", "get_report"])
def test_two_colleagues_of_one_name_are_asked_back_with_buttons(office, tool):
    """The button says the full name, which completes the call."""
    office.ledger._ledger.load(Company((Employee("ben2@acme.example", "Ben", "Ode"),), (), ()))
    arguments = {"assign_project": {"project": "zephyr"}, "get_report": {"month": "november"}}[tool]
    words = {"assign_project": "put ben on zephyr", "get_report": "show november of ben"}[tool]
    office.say(words, calls((tool, {**arguments, "employee": "ben"})), person=ADMIN)
    assert office.texts[0].text == "Who is meant by “ben”?"
    assert office.texts[0].choices == ("Ben Ode", "Ben Okafor")
    office.say("Ben Ode", ModelReply("Here."), person=ADMIN)
    if tool == "assign_project":
        assert [p.arguments["employee"] for p in office.pending] == ["ben2@acme.example"]
    else:
        assert any(getattr(p, "name", "") == "Ben Ode" for p in office.platform.posted.values())


def test_a_code_that_is_taken_is_asked_for_again(office):
    """Two projects never share one."""
    call = calls(("create_project", {"code": "APO", "name": "Aporia", "client": "Wayne"}))
    office.say("create project Aporia, code APO, for Wayne", call, person=ADMIN)
    assert office.pending == []
    assert "belongs to Apollo (APO)" in office.texts[0].text


def test_a_deletion_is_of_the_project_that_was_named(office):
    """A model that leaves the project out does not delete the rest of the day."""
    office.fill("2026-11-17", 50)
    office.fill("2026-11-17", 50, project="ZEP")
    office.say("delete apollo yesterday", calls(("delete_entries", {"dates": "yesterday"})))
    assert [(p.title, [e.project for e in p.change.removed]) for p in office.pending] == [
        ("Delete: Apollo (APO)", ["APO"])
    ]


def test_everything_is_deleted_when_everything_was_said(office):
    """And only then."""
    office.fill("2026-11-17", 50)
    office.fill("2026-11-17", 50, project="ZEP")
    office.say("delete everything yesterday, apollo too", calls(("delete_entries", {"dates": "yesterday"})))
    assert [len(p.change.removed) for p in office.pending] == [2]


# --- one thing after the other ------------------------------------------------------------------------------------

CREATE = ("create_project", {"code": "HAL", "name": "Halcyon", "client": "Wayne"})
ASSIGN = ("assign_project", {"project": "Halcyon", "employee": "me"})
CHAIN = "create project Halcyon, code HAL, for Wayne, and put me on it"


@pytest.mark.parametrize("first", [[CREATE], [CREATE, ASSIGN]], ids=["one by one", "both at once"])
def test_a_chain_goes_on_after_the_first_approval(office, first):
    """The project, then the assignment, each on a card of its own; also for a model that called both at once."""
    office.say(CHAIN, calls(*first), person=ADMIN)
    (created,) = office.pending
    assert created.tool == "create_project"
    office.model.script.append(calls(ASSIGN))
    office.click("approve", created, person=ADMIN)
    (assigned,) = office.pending
    assert (assigned.tool, assigned.title) == ("assign_project", "Assign Eve Lind to Halcyon (HAL)")
    assert "applied 1" in str([m.text for m in office.model.prompts[-1]])
    office.click("approve", assigned, person=ADMIN)
    made = next(p for p in office.ledger.projects() if p.code == "HAL")
    assert made == Project("HAL", "Halcyon", "Wayne", frozenset({"eve@acme.example"}))


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
