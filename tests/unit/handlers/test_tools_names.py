"""How tools take names: by code, name, beginning, close spelling and client; and what they ask when in doubt."""

from __future__ import annotations

import pytest

from bot.domain.timesheet import AbsenceReason, Employee, Project
from bot.ledgers.sample import Company
from bot.ports import ModelReply
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

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


@pytest.mark.parametrize("words", ["both", "both of them please", "les deux en fait !", "oui, tous les deux"])
def test_both_of_two_colleagues_of_one_name_may_be_meant(office, words):
    """Everybody who was offered is assigned, each on a line; the model is not asked."""
    office.ledger._ledger.load(Company((Employee("ben2@acme.example", "Ben", "Ode"),), (), ()))
    office.say("put ben on zephyr", calls(("assign_project", {"project": "zephyr", "employee": "ben"})), person=ADMIN)
    office.say(words, person=ADMIN)
    assert [p.arguments["employee"] for p in office.pending] == ["ben2@acme.example", "ben@acme.example"]


@pytest.mark.parametrize("words", ["all three", "both on apollo", "neither", "the two days"])
def test_another_number_or_anything_else_is_read_by_the_model(office, words):
    office.ledger._ledger.load(Company((Employee("ben2@acme.example", "Ben", "Ode"),), (), ()))
    office.say("put ben on zephyr", calls(("assign_project", {"project": "zephyr", "employee": "ben"})), person=ADMIN)
    office.say(words, ModelReply("I see."), person=ADMIN)
    assert office.pending == []
    assert office.texts[-1].text == "I see."


# --- questions beside other sentences -----------------------------------------------------------------------------

MINE = frozenset({ANA})
CONTOSO = ("add_activities", {"project": "contoso", "dates": "monday"})


def with_projects(office, *projects: Project) -> None:
    """More projects than the company has."""
    office.ledger._ledger.load(Company((), projects, ()))


@pytest.mark.parametrize(
    ("words", "beside", "texts"),
    [
        ("contoso monday, what did ben do", ("get_missing_reports", {}), ["Only administrators can do that."]),
        ("contoso monday, apollo and zephyr tuesday", ("add_activities", {"project": "apollo", "dates": "tuesday"}),
         ["Which project do you mean by “contoso”?", "Zephyr (ZEP) is not on the card."]),
    ],
    ids=["a refusal", "something left out"],
)  # fmt: skip
def test_the_only_question_keeps_its_buttons_beside_other_sentences(office, words, beside, texts):
    """A click still completes the call that was asked about, and that one alone."""
    office.say(words, calls(CONTOSO, beside))
    assert all(text in office.texts[0].text for text in texts)
    assert office.texts[0].text.count("Which project do you mean by “contoso”?") == 1
    assert office.texts[0].choices == ("Orion (ORI)", "Zephyr (ZEP)")
    assert office.texts[0].note == ("" if office.pending else "Nothing was written.")
    before, asked = office.pending, len(office.model.prompts)
    office.say("Zephyr (ZEP)")
    (made,) = [p for p in office.pending if p not in before]
    assert (made.arguments["project"], made.arguments["dates"]) == ("ZEP", ["2026-11-16"])
    assert len(office.model.prompts) == asked


def test_several_questions_name_their_candidates(office):
    """No button would say which question it answers, so the words say what there is to choose from."""
    with_projects(office, Project("WSH", "Web Shop", "Northwind"))
    other = ("add_activities", {"project": "northwind", "dates": "tuesday"})
    office.say("contoso monday, northwind tuesday", calls(CONTOSO, other))
    assert office.texts[0].text == (
        "Which project do you mean by “contoso”? Orion (ORI) or Zephyr (ZEP)? "
        "Which project do you mean by “northwind”? Apollo (APO) or Web Shop (WSH)?"
    )
    assert (office.texts[0].choices, office.texts[0].note) == ((), "Nothing was written.")


def test_two_questions_about_one_call_name_the_candidates_too(office):
    """The days are missing, and the project is one of two."""
    office.say("log contoso", calls(("add_activities", {"project": "contoso"})))
    assert office.texts[0].text == ("Which project do you mean by “contoso”? Orion (ORI) or Zephyr (ZEP)? Which days?")
    assert office.texts[0].choices == ()


def test_one_question_about_two_calls_is_answered_for_both(office):
    """The name is unclear in the same way twice: it is asked once, and the click completes both."""
    friday = ("add_activities", {"project": "contoso", "dates": "friday", "percent": "half"})
    office.say("contoso monday, contoso half on friday", calls(CONTOSO, friday))
    assert office.texts[0].text == "Which project do you mean by “contoso”?"
    assert office.texts[0].choices == ("Orion (ORI)", "Zephyr (ZEP)")
    office.say("Zephyr (ZEP)")
    assert [(p.arguments["project"], p.change.days[0].day, p.arguments["percent"]) for p in office.pending] == [
        ("ZEP", 16, 100), ("ZEP", 20, 50),
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "more"), [(4, " There is one more: type its name."),
                                             (6, " There are 3 more: type the name.")])  # fmt: skip
def test_what_there_is_no_button_for_is_counted(office, count, more):
    """Five buttons; whoever misses theirs is told that there is more."""
    with_projects(office, *(Project(f"C{n}", f"Cargo {n}", "Contoso") for n in range(count)))
    office.say("contoso monday", calls(CONTOSO))
    assert office.texts[0].text == f"Which project do you mean by “contoso”?{more}"
    assert len(office.texts[0].choices) == 5


def test_what_is_not_named_is_counted_in_words_as_well(office):
    """The same where candidates are named instead of offered."""
    with_projects(office, *(Project(f"C{n}", f"Cargo {n}", "Contoso") for n in range(4)))
    office.say("log contoso", calls(("add_activities", {"project": "contoso"})))
    assert " or one more? Which days?" in office.texts[0].text


def test_every_reason_for_an_absence_has_a_button(office):
    """They are a handful by nature, and nobody knows them by heart."""
    reasons = tuple(AbsenceReason(f"leave_{n}", f"Leave {n}") for n in range(5))
    office.ledger._ledger.load(Company((), (), reasons))
    office.say("off on friday", calls(("add_absence", {"dates": "friday"})))
    assert (office.texts[0].text, len(office.texts[0].choices)) == ("What kind of absence is it?", 8)


def test_an_administrator_is_offered_everybodys_projects_or_none(office):
    """Who assigns others has no use for the projects of their own."""
    assign = ("assign_project", {"employee": "ben"})
    office.say("put ben on a project", calls(assign), person=ADMIN)
    assert office.texts[0].choices == ("Apollo (APO)", "Orion (ORI)", "Zephyr (ZEP)")
    with_projects(office, *(Project(f"C{n}", f"Cargo {n}", "Contoso") for n in range(4)))
    office.say("put ben on some project", calls(assign), person=ADMIN)
    assert (office.texts[1].text, office.texts[1].choices) == ("Which project?", ())


# --- equal names --------------------------------------------------------------------------------------------------

BENS = ("Ben Okafor (ben2@acme.example)", "Ben Okafor (ben@acme.example)")


def second_ben(office) -> None:
    """A colleague with the very same name."""
    office.ledger._ledger.load(Company((Employee("ben2@acme.example", "Ben", "Okafor"),), (), ()))


@pytest.mark.parametrize("typed", ["ben", "Ben Okafor"])
def test_two_colleagues_of_the_same_full_name_are_told_apart_by_their_address(office, typed):
    """The buttons differ, a click is final, and the card says which of them it is."""
    second_ben(office)
    office.say(
        f"put {typed} on zephyr", calls(("assign_project", {"project": "zephyr", "employee": typed})), person=ADMIN
    )
    assert office.texts[0].choices == BENS
    office.say(BENS[0], person=ADMIN)
    (proposal,) = office.pending
    assert proposal.arguments["employee"] == "ben2@acme.example"
    assert proposal.title == "Assign Ben Okafor (ben2@acme.example) to Zephyr (ZEP)"


def test_the_model_does_not_choose_between_people_of_the_same_name(office):
    """It may know both addresses; the name that was said stands for either."""
    second_ben(office)
    chosen = calls(("assign_project", {"project": "zephyr", "employee": "ben2@acme.example"}))
    office.say("put Ben Okafor on zephyr", chosen, chosen, person=ADMIN)
    assert office.pending == []


@pytest.mark.parametrize("address", ["bob@acme.example", "ben3@acme.example", "be@acme.example"])
def test_an_address_is_never_read_loosely(office, address):
    """One letter more is somebody else, however alike the addresses of a company are."""
    office.say(
        f"put {address} on zephyr", calls(("assign_project", {"project": "zephyr", "employee": address})), person=ADMIN
    )
    assert office.pending == []
    assert office.texts[0].text == f"I know nobody called “{address}”. Who is it?"


def test_two_projects_of_the_same_name_are_told_apart_by_their_code(office):
    """Also where the code of one is its name."""
    with_projects(office, Project("HALCYON", "Halcyon", "Wayne", MINE), Project("HAL", "Halcyon", "Wayne"))
    office.say("halcyon monday", calls(("add_activities", {"project": "halcyon", "dates": "monday"})))
    assert set(office.texts[0].choices) == {"Halcyon (HAL)", "Halcyon (HALCYON)"}
    office.say("Halcyon (HALCYON)")
    assert [p.arguments["project"] for p in office.pending] == ["HALCYON"]


def test_the_model_does_not_choose_between_projects_of_the_same_name(office):
    """It knows the codes; the person said the name alone."""
    with_projects(office, Project("AP2", "Apollo", "Wayne", MINE))
    chosen = calls(("add_activities", {"project": "AP2", "dates": "monday"}))
    office.say("apollo monday", chosen, chosen)
    assert office.pending == []
    office.say("apollo ap2 monday", calls(("add_activities", {"project": "Apollo (AP2)", "dates": "monday"})))
    assert [p.arguments["project"] for p in office.pending] == ["AP2"]


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
