"""A word that nobody and nothing is called after gives way to the only name of the message that is in no call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.tools.mending import mended
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called, shown

NOW = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
ASSIGNED = Proposal(
    id="p1", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="assign_project",
    arguments={"project": "GULL", "employee": "zoe@acme.example"}, phrases={"project": "gull", "employee": "zoé"},
    change=Change(ANA.email, assigned=("GULL", "zoe@acme.example")), before=(), created_at=NOW, expires_at=NOW,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        (
            "hier : trois quarts sur gull, le quart restant en vela",
            [
                called("add_activities", project="gull", dates="hier", percent="trois quarts"),
                called("add_activities", project="restant", dates="hier", percent="quart"),
            ],
            "add_activities project=vela dates=hier percent=le quart",
        ),
        (
            "get shot of all my gull last week",
            [called("delete_entries", project="shot", dates="last week")],
            "delete_entries project=gull dates=last week",
        ),
        (
            "oh right, not gull, vela on monday then",
            [called("add_activities", project="right", dates="monday")],
            "add_activities project=vela dates=monday",
        ),
    ],
)
def test_a_word_that_is_no_name_is_the_project_that_is_left(text: str, calls: list, right: str) -> None:
    assert shown(mended(calls, text, replace(SITUATION, said=(text,))))[-1] == right


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        # a name that nobody knows is asked about, whatever else is named
        ("put zorglub and vela on monday", [called("add_activities", project="zorglub", dates="monday")]),
        # two are left
        ("the other was gull or vela on monday", [called("add_activities", project="other", dates="monday")]),
        # none is left
        (
            "gull monday and the other thing tuesday",
            [
                called("add_activities", project="gull", dates="monday"),
                called("add_activities", project="other thing", dates="tuesday"),
            ],
        ),
    ],
)
def test_what_is_not_certain_stays_a_question(text: str, calls: list) -> None:
    assert shown(mended(calls, text, replace(SITUATION, said=(text,))))[-1] == shown(calls)[-1]


def test_thanks_are_nobodys_name() -> None:
    text = "Ta. Assign Luca to Gull"
    assigned = called("assign_project", project="Gull", employee="Ta")
    assert shown(mended([assigned], text, replace(SITUATION, said=(text,)))) == [
        "assign_project project=Gull employee=Luca"
    ]


def test_a_correction_names_who_was_meant() -> None:
    text = "blast, wrong head. Luca, not Zoé"
    corrected = called("assign_project", employee="head", replaces="1")
    situation = replace(SITUATION, said=("assign zoé to gull", text), pending=(ASSIGNED,))
    assert shown(mended([corrected], text, situation)) == ["assign_project replaces=1 employee=Luca"]


def test_a_colleague_called_as_the_project_is_still_a_colleague() -> None:
    text = "oh sorry, Chris left. I meant Luca"
    corrected = called("assign_project", project="Luca", employee="Chris", replaces="1")
    situation = replace(SITUATION, said=("assign chris to gull", text), pending=(ASSIGNED,))
    assert shown(mended([corrected], text, situation)) == ["assign_project employee=Luca replaces=1"]


def test_somebody_more_behind_an_assignment_is_assigned_too() -> None:
    text = "luca aussi"
    situation = replace(SITUATION, said=("assigne zoé à gull", text), pending=(ASSIGNED,))
    assert shown(mended([called("add_activities", project="luca")], text, situation)) == [
        "assign_project project=gull employee=luca"
    ]


def test_a_colleague_with_days_is_no_assignment() -> None:
    """Who worked with whom is told; the days are the writer's own."""
    text = "luca aussi lundi"
    situation = replace(SITUATION, said=("assigne zoé à gull", text), pending=(ASSIGNED,))
    calls = [called("add_activities", project="luca", dates="lundi")]
    assert shown(mended(calls, text, situation)) == ["add_activities project=luca dates=lundi"]


def test_ones_own_report_has_no_word_for_a_name() -> None:
    text = "what did i put so far this month"
    read = called("get_report", employee="far", month="this month")
    assert shown(mended([read], text, replace(SITUATION, said=(text,)))) == ["get_report month=this month"]


def test_somebodys_report_is_asked_about() -> None:
    """ "the other" may be anybody."""
    text = "show the other report"
    read = called("get_report", employee="other")
    assert shown(mended([read], text, replace(SITUATION, said=(text,)))) == ["get_report employee=other"]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        # what is kept or excepted is not deleted
        ("delete everything but vela on monday", called("delete_entries", project="everything", dates="monday")),
        ("efface le reste de lundi, je garde vela", called("delete_entries", project="reste", dates="lundi")),
        # another one is meant, and this one only compared or talked about
        ("lundi un autre projet que gull", called("add_activities", project="autre", dates="lundi")),
        ("same stuff as gull but tuesday", called("add_activities", project="stuff", dates="tuesday")),
        ("put me on the next project monday, since gull is over",
         called("add_activities", project="next", dates="monday")),
        ("delete what i did on monday, vela is for tuesday",
         called("delete_entries", project="did", dates="monday")),
        ("remove my stuff from monday, i sat with the anchor folks",
         called("delete_entries", project="stuff", dates="monday")),
    ],
)  # fmt: skip
def test_a_project_that_is_only_mentioned_is_not_meant(text: str, call: ToolCall) -> None:
    assert shown(mended([call], text, replace(SITUATION, said=(text,)))) == shown([call])


def test_the_other_half_is_no_other_project() -> None:
    text = "half on gull, the other half on vela monday"
    calls = [called("add_activities", project=name, percent="half", dates="monday") for name in ("gull", "other")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,))))[1] == (
        "add_activities project=vela percent=half dates=monday"
    )


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("can i see the last report, luca wants to check it", called("get_report", employee="last")),
        ("mon rapport stp, zoé me le demande", called("get_report", employee="mon")),
        ("comme luca, je voudrais mon rapport de mars", called("get_report", employee="je", month="mars")),
        ("le rapport du collègue de zoé", called("get_report", employee="autre")),
        ("assign the other to gull, zoé stays on vela", called("assign_project", project="gull", employee="other")),
        ("mets quelqu'un d'autre sur gull, luca est débordé",
         called("assign_project", project="gull", employee="autre")),
        ("put us on gull please, luca agreed", called("assign_project", project="gull", employee="we")),
    ],
)  # fmt: skip
def test_a_colleague_who_is_only_mentioned_is_not_meant(text: str, call: ToolCall) -> None:
    """Neither assigned, nor is their report read."""
    assert shown(mended([call], text, replace(SITUATION, said=(text,)))) == shown([call])


@pytest.mark.parametrize(
    ("text", "name"),
    [("ta, luca's report for february", "luca"), ("merci de me sortir le rapport de luca", "luca")],
)
def test_a_report_is_of_the_one_whose_it_is(text: str, name: str) -> None:
    found = mended([called("get_report", employee=text.split(",")[0].split()[0])], text, SITUATION)
    assert found[0].arguments == {"employee": name}


@pytest.mark.parametrize(
    "text",
    ["not luca though", "luca is off next week by the way", "luca told me to", "ask luca first", "pas luca hein",
     "is luca on it already?", "thanks, luca will be happy"],
)  # fmt: skip
def test_what_is_said_of_a_colleague_behind_an_assignment_assigns_nobody(text: str) -> None:
    situation = replace(SITUATION, said=("assign zoé to gull", text), pending=(ASSIGNED,))
    assert [call.tool for call in mended([called("add_activities", project="luca")], text, situation)] != [
        "assign_project"
    ]


def test_who_said_it_is_not_who_is_assigned() -> None:
    text = "sorry wrong project, luca is the one on gull"
    corrected = called("assign_project", project="luca", employee="wrong", replaces="1")
    situation = replace(SITUATION, said=("assign zoé to gull", text), pending=(ASSIGNED,))
    assert list(mended([corrected], text, situation)) == [corrected]
