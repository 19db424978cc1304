"""Work on a project of others' is asked about: a card with it could not be approved."""

from __future__ import annotations

import pytest

from bot.domain.proposal import ProposalState
from bot.ports import ModelReply
from tests.fakes import calls

ADMIN = "U-EVE"
OF_OTHERS = "You are not assigned to Orion (ORI). Ask an administrator to assign you. Which project?"
OWN = ("Apollo (APO)", "Zephyr (ZEP)")
ME_ON_ORION = ("assign_project", {"project": "orion", "employee": "me"})
BEN_ON_ZEPHYR = ("assign_project", {"project": "zephyr", "employee": "ben"})


def work(project: str, dates: str, **more: str) -> tuple[str, dict[str, str]]:
    """A call that puts days on a project."""
    return "add_activities", {"project": project, "dates": dates, **more}


def waiting(office) -> list[tuple[str, object]]:
    """The tools and the projects of what waits."""
    return [(p.tool, p.arguments.get("project")) for p in office.pending]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("orion monday", work("orion", "monday")),
        ("half of tuesday on ORI", work("ORI", "tuesday", percent="half")),
        ("orion monday to friday please", work("orion", "monday to friday")),
        ("mets moi sur orion lundi", work("orion", "lundi")),
    ],
)
def test_work_on_a_project_of_others_is_a_question(office, words: str, call: tuple[str, dict[str, str]]) -> None:
    """With the person's own projects as buttons, and nothing that could be approved."""
    office.say(words, calls(call))
    assert (office.texts[0].text, office.texts[0].choices) == (OF_OTHERS, OWN)
    assert office.texts[0].note == "Nothing was written."
    assert office.proposals() == []
    assert office.cards == []


def test_the_button_puts_the_days_on_ones_own_project(office) -> None:
    """What else was said is kept; the model is not asked again."""
    office.say("orion tuesday half a day", calls(work("orion", "tuesday", percent="half a day")))
    office.say("Zephyr (ZEP)")
    [proposal] = office.pending
    assert (proposal.arguments["project"], proposal.arguments["percent"]) == ("ZEP", 50)
    assert proposal.arguments["dates"] == ["2026-11-17"]
    assert len(office.model.prompts) == 1


def test_the_same_project_said_again_is_asked_about_again(office) -> None:
    office.say("orion monday", calls(work("orion", "monday")))
    office.say("orion", calls(work("orion", "monday")))
    assert [text.text for text in office.texts] == [OF_OTHERS] * 2
    assert office.proposals() == []


def test_who_has_no_project_is_asked_without_buttons(office) -> None:
    office.say("orion monday", calls(work("orion", "monday")), person=ADMIN)
    assert (office.texts[0].text, office.texts[0].choices) == (OF_OTHERS, ())
    assert office.proposals() == []


@pytest.mark.parametrize(
    ("project", "person", "code"),
    [("apollo", "U-ANA", "APO"), ("zephyr", "U-ANA", "ZEP"), ("apollo", "U-BEN", "APO"), ("orion", "U-BEN", "ORI")],
)
def test_work_on_ones_own_project_is_a_card(office, project: str, person: str, code: str) -> None:
    office.say(f"{project} monday", calls(work(project, "monday")), person=person)
    assert waiting(office) == [("add_activities", code)]
    assert office.texts == []


def test_only_the_line_of_others_is_asked_about(office) -> None:
    """What stands beside it is on the card."""
    office.say("zephyr monday, orion tuesday", calls(work("zephyr", "monday"), work("orion", "tuesday")))
    assert waiting(office) == [("add_activities", "ZEP")]
    assert (office.texts[0].text, office.texts[0].choices) == (OF_OTHERS, OWN)


def test_an_absence_is_of_no_project(office) -> None:
    office.say("sick monday", calls(("add_absence", {"reason": "sick", "dates": "monday"})))
    assert [tool for tool, _ in waiting(office)] == ["add_absence"]


def test_a_line_that_waits_is_not_corrected_to_a_project_of_others(office) -> None:
    """It waits as it was."""
    office.say("apollo monday", calls(work("apollo", "monday")))
    office.say("no, orion", calls(work("orion", "monday", replaces="1")))
    assert office.texts[0].text == OF_OTHERS
    assert waiting(office) == [("add_activities", "APO")]


# --- who is about to be assigned --------------------------------------------------------------------------------


@pytest.mark.parametrize("turned", [False, True])
def test_who_assigns_themself_in_the_same_message_is_not_asked(office, turned: bool) -> None:
    """Whichever the model calls first."""
    wanted = [ME_ON_ORION, work("orion", "monday")]
    office.say("put me on orion, and orion monday", calls(*(reversed(wanted) if turned else wanted)), person=ADMIN)
    assert sorted(waiting(office)) == [("add_activities", "ORI"), ("assign_project", "ORI")]
    assert office.texts == []


def test_who_is_assigned_by_a_waiting_line_is_not_asked(office) -> None:
    office.say("put me on orion", calls(ME_ON_ORION), person=ADMIN)
    office.say("orion monday", calls(work("orion", "monday")), person=ADMIN)
    assert waiting(office) == [("assign_project", "ORI"), ("add_activities", "ORI")]
    assert office.texts == []


def test_who_was_assigned_is_not_asked(office) -> None:
    office.say("put me on orion", calls(ME_ON_ORION), ModelReply("Done."), person=ADMIN)
    office.click("approve", office.pending[0], person=ADMIN)
    office.say("orion monday", calls(work("orion", "monday")), person=ADMIN)
    assert waiting(office) == [("add_activities", "ORI")]


def test_an_assignment_that_was_declined_assigns_nobody(office) -> None:
    office.say("put me on orion", calls(ME_ON_ORION), person=ADMIN)
    office.click("decline", office.pending[0], person=ADMIN)
    office.say("orion monday", calls(work("orion", "monday")), person=ADMIN)
    assert office.texts[-1].text == OF_OTHERS
    assert office.proposals(ProposalState.PENDING) == []


def test_another_project_of_ones_own_to_be_does_not_help(office) -> None:
    office.say("put me on orion", calls(ME_ON_ORION), person=ADMIN)
    office.say("zephyr monday", calls(work("zephyr", "monday")), person=ADMIN)
    assert office.texts[0].text.startswith("You are not assigned to Zephyr (ZEP).")
    assert waiting(office) == [("assign_project", "ORI")]


def test_somebody_else_who_is_to_be_assigned_does_not_help(office) -> None:
    office.say("put ben on zephyr", calls(BEN_ON_ZEPHYR), person=ADMIN)
    office.say("zephyr monday", calls(work("zephyr", "monday")), person=ADMIN)
    assert office.texts[0].text.startswith("You are not assigned to Zephyr (ZEP).")
    assert waiting(office) == [("assign_project", "ZEP")]
