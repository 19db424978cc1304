"""Nothing is put on a day twice."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending_doubles import without_doubles
from tests.unit.small_company import SITUATION, called, shown


def gull(dates: str, percent: str = "", **more: str) -> ToolCall:
    return called("add_activities", project="gull", dates=dates, **({"percent": percent} if percent else {}), **more)


@pytest.mark.parametrize(
    ("text", "calls", "left"),
    [
        ("nothing entered this week. it's all gull, monday to today",
         [gull("this week"), gull("monday to today")], ["monday to today"]),
        ("gull monday. no, the whole week", [gull("monday"), gull("the whole week")], ["the whole week"]),
        ("gull today, the morning", [gull("today"), gull("today", "the morning")], ["today"]),
        ("gull today", [gull("today"), gull("today")], ["today"]),
        ("gull the whole week, even friday", [gull("the whole week"), gull("friday")], ["the whole week"]),
        ("gull mon to fri. thursday i'll be at the gull customer",
         [gull("mon to fri"), gull("thursday")], ["mon to fri"]),
        ("gull this week. no, monday to today", [gull("this week"), gull("monday to today")], ["monday to today"]),
        # both are said on purpose
        ("gull monday and gull friday", [gull("monday"), gull("friday")], ["monday", "friday"]),
        ("gull this week, friday only half", [gull("this week"), gull("friday", "half")], ["this week", "friday"]),
        ("gull a quarter today and half of today", [gull("today", "a quarter"), gull("today", "half")],
         ["today", "today"]),
        ("gull monday, the line of tuesday too", [gull("monday"), gull("monday", replaces="2")], ["monday", "monday"]),
        ("gull today, vela today", [gull("today"), called("add_activities", project="vela", dates="today")],
         ["today", "today"]),
    ],
)  # fmt: skip
def test_the_same_is_put_on_a_day_once(text: str, calls: list[ToolCall], left: list[str]) -> None:
    """No day is lost but where a longer time only leads to the shorter one; an amount counts."""
    made = without_doubles(calls, text, SITUATION)
    assert [call.arguments["dates"] for call in made] == left


def test_an_absence_is_taken_once_too() -> None:
    twice = [called("add_absence", reason="sick", dates=dates) for dates in ("this week", "monday to today")]
    made = without_doubles(twice, "ill this week, monday to today", SITUATION)
    assert shown(made) == ["add_absence reason=sick dates=monday to today"]


def test_a_day_of_an_absence_that_is_mentioned_again_is_no_less_of_it() -> None:
    calls = [called("add_absence", reason="sick", dates=dates) for dates in ("all week", "monday")]
    assert without_doubles(calls, "sick all week, doctor on monday", SITUATION) == calls[:1]


def test_what_has_its_amount_stays() -> None:
    """ "Today gull, the morning": one line, half a day."""
    made = without_doubles([gull("today"), gull("today", "the morning")], "today gull, the morning", SITUATION)
    assert [call.arguments.get("percent") for call in made] == ["the morning"]
