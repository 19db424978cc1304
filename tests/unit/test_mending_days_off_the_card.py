"""Days that are named and belong on no line: nothing was done on them, somebody is back on them, everybody is off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.left_alone import left_alone
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown


def work(project: str, dates: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates)


def away(dates: str, **more: str) -> ToolCall:
    return called("add_absence", dates=dates, **more)


def mend(text: str, *calls: ToolCall) -> list[str]:
    return [line.partition(" ")[2] for line in shown(mended(calls, text, replace(SITUATION, said=(text,))))]


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull lundi, mardi rien, mercredi vela", (work("gull", "lundi, mardi"), work("vela", "mercredi")),
         ["project=gull dates=lundi", "project=vela dates=mercredi"]),
        ("gull monday. vela tuesday. wednesday nothing. thursday anchor",
         (work("gull", "monday"), work("vela", "tuesday"), work("anchor", "thursday")),
         ["project=gull dates=monday", "project=vela dates=tuesday", "project=anchor dates=thursday"]),
    ],
)  # fmt: skip
def test_a_day_of_nothing_is_nobodys(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert mend(text, *calls) == right


@pytest.mark.parametrize(
    "text",
    ["monday nothing but gull, tuesday vela", "lundi rien que gull, mardi vela", "monday nothing", "gull monday"],
)
def test_not_every_nothing_is_one(text: str) -> None:
    """Nor the only day of a message: that takes something back."""
    assert left_alone(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("sick since monday, back thursday", "since monday, thursday", "since monday"),
        ("malade lundi et mardi, de retour jeudi", "lundi et mardi, jeudi", "lundi et mardi"),
        ("sick monday, bad back thursday", "monday, thursday", "monday, thursday"),
        ("sick monday, tuesday", "monday, tuesday", "monday, tuesday"),
    ],
)
def test_nobody_is_away_on_the_day_of_their_return(text: str, dates: str, right: str) -> None:
    assert mend(text, away(dates, reason="sick")) == [f"dates={right} reason=sick"]


@pytest.mark.parametrize(
    "text", ["no work on monday, public holiday", "lundi c'était férié", "monday was a bank holiday"]
)
def test_a_holiday_that_the_calendar_does_not_know_is_asked_about(text: str) -> None:
    day = "lundi" if "lundi" in text else "monday"
    assert mend(text, away(day, reason="paid_leave")) == [f"dates={day}"]


@pytest.mark.parametrize("text", ["paid leave on monday, the day after the public holiday", "monday holiday please"])
def test_leave_beside_a_holiday_is_leave(text: str) -> None:
    assert mend(text, away("monday", reason="paid_leave")) == ["dates=monday reason=paid_leave"]
