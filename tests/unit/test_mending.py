"""What code mends of a model's slips, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Employee, Role
from bot.tools.mending import completed, meant, mended
from bot.tools.mending_days import widened
from bot.tools.mending_only_named import replaced_line
from bot.tools.situation import Situation

ANA = Employee("ana@acme.example", "Ana", "Silva")
WEDNESDAY = date(2026, 11, 18)


class NoProjects:
    """A ledger that knows no project, nobody and no reason to be absent."""

    def projects(self):
        return ()

    def employees(self):
        return ()

    def absence_reasons(self):
        return ()


SITUATION = Situation(ANA, WEDNESDAY, lambda first, last: frozenset(), NoProjects())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "text", "whole"),
    [
        ("mon", "apollo mon to thu", "mon to thu"),
        ("monday", "on apollo since monday, full time", "since monday"),
        ("friday", "apollo last friday", "last friday"),
        ("friday", "zephyr every friday of december please", "every friday of december"),
        ("lundi", "apollo lundi et mardi", "lundi et mardi"),
        ("15 january", "apollo from 15 january to 5 january", "15 january to 5 january"),
        ("monday", "apollo monday and zephyr tuesday", "monday"),
        ("monday", "apollo monday 50%", "monday"),
        ("monday", "apollo 50 monday", "monday"),
        ("december", "gonna be on holiday 7-11 december", "7-11 december"),
        ("december", "leave from the 7 to the 11 december", "7 to the 11 december"),
        ("monday", "apollo monday and friday is off", "monday"),
        ("monday", "apollo monday and tuesday please", "monday and tuesday"),
        ("tomorrow", "apollo tomorrow, thanks a lot", "tomorrow"),
        ("monday", "monday is fine, but monday to friday is not", "monday"),
    ],
)
def test_a_day_phrase_is_read_to_its_end(phrase, text, whole):
    """Cut short it would be a wrong card; where it stands twice, nobody knows which one was meant."""
    assert widened(phrase, text, [], WEDNESDAY) == whole


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("the 4th, 5th and 6th, 1/2 day", "the 4th, 5th and 6th"),
        ("today and show", "today"),
        ("monday except someday", "monday except someday"),
        ("monday and someday next week", "monday and someday next week"),
    ],
)
def test_what_is_no_day_is_taken_out_of_a_day_phrase(written, days):
    """An amount and the next clause are; what could be about days stays, and is asked about."""
    (tidied,) = mended([call(project="apollo", dates=written)], written, SITUATION)
    assert tidied.arguments["dates"] == days


def test_a_month_is_never_taken_for_a_day_that_does_not_exist():
    """ "31 june" is refused as a whole."""
    assert widened("june", "apollo on 31 june, full day", [], WEDNESDAY) == "31 june"


def test_put_me_on_a_project_is_about_time_for_those_who_assign_nobody():
    """For an administrator it may be an assignment."""
    asked = ToolCall("c", "assign_project", {"project": "apollo", "employee": "me"})
    assert meant(asked, SITUATION).tool == "add_activities"
    assert meant(asked, replace(SITUATION, employee=replace(ANA, role=Role.ADMIN))).tool == "assign_project"
    other = ToolCall("c", "assign_project", {"project": "apollo", "employee": "ben"})
    assert meant(other, SITUATION).tool == "assign_project"


def test_the_words_of_another_argument_are_never_taken():
    """In "copy monday to tue and wed" the days to copy end where the days to fill begin."""
    assert widened("monday", "copy monday to tue and wed", ["tue and wed"], WEDNESDAY) == "monday"
    assert widened("monday", "sick monday, tuesday apollo", ["tuesday", "apollo"], WEDNESDAY) == "monday"


def call(**arguments: str) -> ToolCall:
    """A call of add_activities."""
    return ToolCall("c", "add_activities", arguments)


def percents(calls: list[ToolCall], text: str) -> list[str | None]:
    """The percent of each call after mending."""
    return [c.arguments.get("percent") for c in mended(calls, text, SITUATION)]


def test_an_amount_that_no_call_took_goes_to_the_only_call():
    """Also where the model repeated an amount of an earlier message instead of the new one."""
    assert percents([call(project="apollo")], "apollo, half days") == ["half days"]
    assert percents([call(project="apollo", percent="50%")], "no, make it 75") == ["75"]


def test_an_amount_is_not_given_to_one_of_several_calls():
    """Which of them was meant is not for code to guess."""
    assert percents([call(project="a"), call(project="b")], "a and b, half days") == [None, None]
    assert percents([call(project="a", percent="morning"), call(project="b")], "a morning, b") == ["morning", None]


def test_a_call_takes_over_what_it_left_out():
    """Its own words come first."""
    whole = completed(call(percent="75%"), {"project": "apollo", "percent": "50%", "unknown": "x"})
    assert whole.arguments == {"project": "apollo", "percent": "75%"}


@pytest.mark.parametrize(("written", "line"), [("2", 2), (" 2", 2), ("line 2", 2), ("", None), ("that", None)])
def test_the_replaced_line_is_a_number(written, line):
    """Whatever the model wraps around it."""
    assert replaced_line(call(replaces=written)) == line
