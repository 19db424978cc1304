"""An amount that is only its exception's, and messages that forbid any entry."""

from __future__ import annotations

from datetime import date

import pytest

from bot.phrases import read_days
from bot.tools.mending_nothing import is_to_be_left
from bot.tools.mending_partly import with_days_partly
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "dates", "amount", "made"),
    [
        ("gull monday to friday, but wednesday only half", "monday to friday, but wednesday", "half",
         ["dates=monday to friday, but wednesday", "dates=wednesday percent=half"]),
        ("gull lundi à vendredi mais mercredi le matin", "lundi à vendredi mais mercredi", "matin",
         ["dates=lundi à vendredi mais mercredi", "dates=mercredi percent=le matin"]),
        ("gull monday to friday but wednesday, half days", "monday to friday but wednesday", "half days",
         ["dates=monday to friday but wednesday percent=half days"]),
        ("gull monday to friday except wednesday half days", "monday to friday except wednesday", "half days",
         ["dates=monday to friday except wednesday percent=half days"]),
        ("half days on gull monday to friday but not wednesday", "monday to friday but not wednesday", "half days",
         ["dates=monday to friday but not wednesday percent=half days"]),
        ("gull monday to friday but saturday only half", "monday to friday but saturday", "half",
         ["dates=monday to friday but saturday percent=half"]),
    ],
)  # fmt: skip
def test_the_amount_behind_an_exception_is_the_exceptions(text: str, dates: str, amount: str, made: list[str]) -> None:
    """Where the exception is one of the days and its amount stands right behind it."""
    calls = with_days_partly([called("add_activities", dates=dates, percent=amount)], text, SITUATION)
    assert [line.removeprefix("add_activities ") for line in shown(calls)] == made


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("I may be on gull on thursday, but nothing is decided, so please don't enter anything for now.", True),
        ("peut-être gull jeudi, ne note rien pour l'instant", True),
        ("gull thursday perhaps, do not log it yet", True),
        ("gull on thursday, don't enter anything else", False),
        ("gull jeudi, ne note rien sur vendredi", False),
        ("gull thursday", False),
    ],
)
def test_what_is_not_to_be_written_is_not(text: str, is_left: bool) -> None:
    """The words forbid all of it, not only something more."""
    assert is_to_be_left([called("add_activities", project="gull", dates="thursday")], text) is is_left


def test_what_is_no_entry_is_nobodys_to_forbid() -> None:
    """A report may be shown all the same."""
    assert not is_to_be_left([called("get_report")], "show me my report, don't enter anything")


def test_an_amount_of_the_exception_is_taken_off_the_other_days() -> None:
    """A model gives it to both of its calls."""
    text = "Gull 14, 15 and 16 March, but 15 only half."
    calls = [
        called("add_activities", project="Gull", dates="14, 15 and 16 March", percent="half"),
        called("add_activities", project="Gull", dates="15", percent="half"),
    ]
    assert shown(with_days_partly(calls, text, SITUATION)) == [
        "add_activities project=Gull dates=14, 15 and 16 March, but 15",
        "add_activities project=Gull dates=15 percent=half",
    ]


def test_amounts_of_two_projects_stay() -> None:
    text = "Gull 14 and 15 March half, but 15 only Vela half"
    calls = [
        called("add_activities", project="Gull", dates="14 and 15 March", percent="half"),
        called("add_activities", project="Vela", dates="15", percent="half"),
    ]
    assert shown(with_days_partly(calls, text, SITUATION)) == shown(calls)


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("et toi tu prends des vacances ? 😄", True),
        ("do you ever take a holiday?", True),
        ("what about you, ever sick?", True),
        ("et toi, tu peux me noter malade lundi ?", False),
        ("are you able to add my leave on friday?", False),
        ("do you have my sick day on monday?", False),
        ("et toi tu prends des vacances", False),
    ],
)
def test_a_question_about_the_bots_own_holidays_is_no_absence(text: str, is_left: bool) -> None:
    """People are polite; nobody is absent for it."""
    assert is_to_be_left([called("add_absence", reason="paid_leave")], text) is is_left


def test_a_day_of_which_only_a_part_is_meant_is_no_whole_one_too() -> None:
    """A model says the whole days, and the part beside them."""
    text = "put gull on tuesday and wednesday, but on wednesday only the afternoon"
    calls = [
        called("add_activities", project="gull", dates="tuesday and wednesday"),
        called("add_activities", project="gull", dates="wednesday", percent="afternoon"),
    ]
    assert shown(with_days_partly(calls, text, SITUATION)) == [
        "add_activities project=gull dates=tuesday and wednesday, but on wednesday",
        "add_activities project=gull dates=wednesday percent=afternoon",
    ]


@pytest.mark.parametrize("phrase", ["le 18 et un le 24 mars", "the 18th and one on the 24th of march"])
def test_one_more_is_no_first_of_the_month(phrase: str) -> None:
    assert [day.day for day in read_days(phrase, date(2026, 3, 11), ()).days] == [18, 24]
