"""Bare numbers are days of the month that is said for them, and so is a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_months import with_the_month_of_the_report, with_the_month_said
from tests.unit.small_company import SITUATION, called


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("le 31 aussi, l'après-midi. du mois de décembre bien sûr", "le 31", "le 31 décembre"),
        ("gull on the 3rd and the 4th, in december i mean", "the 3rd and the 4th", "the 3rd and the 4th december"),
        ("gull on the 3rd", "the 3rd", "the 3rd"),
        ("gull on the 3rd, the rest of june and of july i am away", "the 3rd", "the 3rd"),
        ("gull monday, in december i am away", "monday", "monday"),
        ("in february gull on the 31st", "the 31st", "the 31st"),
        ("gull on the 9th, the kickoff is in june", "the 9th", "the 9th"),
        ("gull le 9, congé payé en avril", "le 9", "le 9"),
        ("gull on the 9th and 3 days off in april", "the 9th", "the 9th"),
    ],
)
def test_a_month_that_the_message_names_holds_for_its_numbers(text: str, dates: str, right: str) -> None:
    """The only one, right behind them, and where it has such days."""
    (call,) = with_the_month_said([called("add_activities", project="gull", dates=dates)], text, SITUATION)
    assert call.arguments["dates"] == right


def test_beside_another_call_a_month_may_be_its_own() -> None:
    text = "gull on the 2nd, of february the report please"
    calls = [called("add_activities", project="gull", dates="the 2nd"), called("submit_report", month="february")]
    assert with_the_month_said(calls, text, SITUATION) == calls


def test_nothing_is_deleted_in_another_month() -> None:
    calls = [called("delete_entries", project="gull", dates="the 9th")]
    assert with_the_month_said(calls, "delete the 9th, in april", SITUATION) == calls


@pytest.mark.parametrize(
    ("text", "tool", "month"),
    [
        ("withdraw my febuary report", "withdraw_report", "febuary"),
        ("withdraw the report for january", "withdraw_report", "january"),
        ("submit my march report", "submit_report", "march"),
        ("retire le rapport de fevrier", "withdraw_report", "fevrier"),
        ("soumets mon rapport de fevrier", "submit_report", "fevrier"),  # "mon" is no monday
        ("submit my report", "submit_report", None),
        ("submit my report for monday", "submit_report", None),
        ("submit my report of last week", "submit_report", None),
        ("submit february, not march", "submit_report", None),  # there are two
        ("submit the report, sick since 9 march", "submit_report", None),
        ("submit my report, in april i am away", "submit_report", None),  # said of something else
    ],
)
def test_the_only_month_of_a_message_is_that_of_its_report(text: str, tool: str, month: str | None) -> None:
    """Where the call has none."""
    (call,) = mended([called(tool)], text, replace(SITUATION, said=(text,)))
    said = call.arguments.get("month")
    assert (said.removeprefix("de ") if said else said) == month


def test_a_report_that_has_its_month_keeps_it() -> None:
    """And one beside another call, or that is only read, gets none."""
    text = "submit my march report, and gull today"
    for calls in (
        [called("submit_report", month="february")],
        [called("submit_report"), called("add_activities", project="gull", dates="today")],
        [called("get_report")],
        [called("add_activities", project="gull", dates="today")],
    ):
        assert with_the_month_of_the_report(calls, text, SITUATION) == calls
