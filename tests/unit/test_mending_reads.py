"""What several reading calls of one message share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_reads import with_both_lists, with_the_same_month
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("luca's report for february, and who is missing for that month", "get_missing_reports month=february"),
        ("february, and again february", "get_missing_reports"),  # said twice: perhaps of two years
        ("show my february report, and who is late?", "get_missing_reports"),  # now, or then?
        ("my february report and who is late today? that month was heavy", "get_missing_reports"),
        ("march, and who is missing", "get_missing_reports"),  # not what the call says
    ],
)
def test_a_month_that_is_said_once_is_everybodys(text: str, second: str) -> None:
    calls = [called("get_report", employee="luca", month="february"), called("get_missing_reports")]
    assert shown(with_the_same_month(calls, text))[1] == second


def test_one_call_alone_keeps_what_it_says() -> None:
    assert shown(with_the_same_month([called("get_missing_reports")], "who is missing in february")) == [
        "get_missing_reports"
    ]


@pytest.mark.parametrize(
    ("text", "tool", "tools"),
    [
        ("list all the projects and all the employees please", "get_all_projects",
         ["get_all_projects", "get_all_employees"]),
        ("all colleagues and projects", "get_all_employees", ["get_all_employees", "get_all_projects"]),
        ("la liste de tous les projets et des salariés stp", "get_all_projects",
         ["get_all_projects", "get_all_employees"]),
        ("list all projects", "get_all_projects", ["get_all_projects"]),
        ("list all projects that our people have", "get_all_projects", ["get_all_projects"]),
        ("all the projects, employees can wait", "get_all_projects", ["get_all_projects", "get_all_employees"]),
    ],
)  # fmt: skip
def test_two_lists_are_two_readings(text: str, tool: str, tools: list[str]) -> None:
    """One too many is shown and changes nothing."""
    assert [call.tool for call in with_both_lists([called(tool)], text)] == tools


@pytest.mark.parametrize(
    ("text", "heard", "month"),
    [
        ("qui manque pour ce mois de février", "ce mois", "février"),
        ("qui manque pour ce mois d'avril ?", "ce mois", "avril"),
        ("qui manque ce mois d’août", "ce mois", "août"),
        ("montre le mois de décembre", "le mois", "décembre"),
        ("who is missing this month of april", "this month", "april"),
        ("who is missing for the month of April?", "the month", "April"),
        ("who is missing this month", "this month", "this month"),
        ("who is missing this month, of all of them", "this month", "this month"),
        ("who is missing this month of course", "this month", "this month"),
        ("qui manque ce mois, février est loin", "ce mois", "ce mois"),
        ("who is missing last month, not this month of april", "last month", "last month"),
    ],
)
def test_this_month_of_april_is_april(text: str, heard: str, month: str) -> None:
    """Of which a model took the first words; a month that it took otherwise stays."""
    for tool in ("get_missing_reports", "get_report"):
        (call,) = mended([called(tool, month=heard)], text, replace(SITUATION, said=(text,)))
        assert call.arguments["month"] == month


def test_the_month_of_what_is_handed_in_stays() -> None:
    """Only what is read is looked up in the words."""
    calls = [called("submit_report", month="this month")]
    assert with_the_same_month(calls, "submit this month of april") == calls
