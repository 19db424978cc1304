"""Who is on a project is read off the list of all projects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended, unheard
from tests.unit.small_company import SITUATION, called, shown

MINE, ALL = called("get_my_projects"), called("get_all_projects")


def mend(text: str, *calls: ToolCall) -> list[str]:
    return shown(mended(calls, text, replace(SITUATION, said=(text,))))


def only_answered(text: str) -> list[str]:
    """What is called though a model only answered in words."""
    return shown(unheard(text, replace(SITUATION, said=(text,))))


@pytest.mark.parametrize(
    "text",
    [
        "who is on gull?",
        "Who's on Anchor",
        "who all is on the gull project?",
        "and who is working on lantern app?",
        "so who is assigned to BRM-12",
        "hey, who else is on vela please",
        "who are on anchor and gull?",
        "qui est sur gull ?",
        "qui bosse sur anchor ?",
        "qui travaille au projet vela ?",
        "et qui sont sur vela",
        "dis-moi qui est affecté à pluie fine",
        "qui est-ce qui est sur gull",
    ],
)
def test_it_is_the_list_of_all_projects(text: str) -> None:
    """A model lists the person's own, all of them already, or only answers in words."""
    for calls in ([MINE], [ALL], [MINE, ALL]):
        assert mend(text, *calls) == ["get_all_projects"]
    assert only_answered(text) == ["get_all_projects"]


@pytest.mark.parametrize(
    "text",
    [
        "who is off",
        "who is off on monday?",
        "who is on leave?",
        "who is on holiday this week",
        "who is on it?",
        "who is on monday",
        "who is on the project?",
        "who is in charge of gull",
        "who is missing for gull?",
        "who is on lantern?",  # two are called so
        "i was on gull, who knows?",
        "which projects am i on",
        "qui est en congé ?",
        "qui est absent lundi ?",
        "qui est sur place lundi ?",
        "qui est au bureau ?",
    ],
)
def test_anybody_else_is_not_asked_for(text: str) -> None:
    """Who is away, who is in charge, or no one project."""
    assert mend(text, MINE) == ["get_my_projects"]
    assert "get_all_projects" not in only_answered(text)


@pytest.mark.parametrize(
    "call",
    [
        called("add_activities", project="gull", dates="monday"),
        called("get_all_employees"),
        called("get_report", month="march"),
    ],
)
def test_what_else_was_heard_stays(call: ToolCall) -> None:
    text = "who is on gull? gull for me on monday, in march"
    assert [written.split()[0] for written in mend(text, call)] == [call.tool]


@pytest.mark.parametrize(
    "text", ["who is on leave at gull?", "who is on holiday in may?", "qui est à la maison pour gull ?"]
)
def test_who_is_away_is_not_read_off_the_projects(text: str) -> None:
    """Though a project is named, or a month that is called like one."""
    assert mend(text, MINE) == ["get_my_projects"]
