"""What code mends of a model's slips, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import completed, mended, replaced_line, widened

WEDNESDAY = date(2026, 11, 18)


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
        ("monday", "apollo monday and friday is off", "monday"),
        ("monday", "apollo monday and tuesday please", "monday and tuesday"),
        ("tomorrow", "apollo tomorrow, thanks a lot", "tomorrow"),
        ("monday", "monday is fine, but monday to friday is not", "monday"),
    ],
)
def test_a_day_phrase_is_read_to_its_end(phrase, text, whole):
    """Cut short it would be a wrong card; where it stands twice, nobody knows which one was meant."""
    assert widened(phrase, text, [], WEDNESDAY) == whole


def test_the_words_of_another_argument_are_never_taken():
    """In "copy monday to tue and wed" the days to copy end where the days to fill begin."""
    assert widened("monday", "copy monday to tue and wed", ["tue and wed"], WEDNESDAY) == "monday"
    assert widened("monday", "sick monday, tuesday apollo", ["tuesday", "apollo"], WEDNESDAY) == "monday"


def call(**arguments: str) -> ToolCall:
    """A call of add_activities."""
    return ToolCall("c", "add_activities", arguments)


def percents(calls: list[ToolCall], text: str) -> list[str | None]:
    """The percent of each call after mending. No argument here has a day, so the situation is never asked."""
    return [c.arguments.get("percent") for c in mended(calls, text, None)]  # type: ignore[arg-type]


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
