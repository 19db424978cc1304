"""Days that a model took too few or too many of, or that are still open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown


def mend(text: str, *calls: object) -> list[str]:
    return shown(mended(list(calls), text, replace(SITUATION, said=(text,))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("gull yest and today for me then", "today", "yest and today"),
        ("gull monday, tuesday and wednesday", "wednesday", "monday, tuesday and wednesday"),
        ("gull lundi pis mardi", "mardi", "lundi pis mardi"),
        ("gull monday to friday except wednesday", "wednesday", "wednesday"),  # no list: that is another mend's
        ("not gull yesterday and today", "today", "today"),  # something is denied
        ("gull today. i was sick yesterday", "today", "today"),
    ],
)
def test_the_only_call_has_all_of_the_only_list(text: str, dates: str, right: str) -> None:
    done = mend(text, called("add_activities", project="gull", dates=dates))
    assert done[0].startswith("add_activities")
    assert f"dates={right}" in done[0]


def test_a_list_that_stands_nowhere_loses_the_other_calls_day() -> None:
    text = "23/9 and 24/9 paid leave, 30/9 rtt but only the morning"
    leave = called("add_absence", reason="paid_leave", dates="23/9 and 24/9")
    rtt = called("add_absence", reason="rtt", dates="30/9 and 24/9", percent="morning")
    assert mend(text, leave, rtt)[1] == "add_absence reason=rtt dates=30/9 percent=morning"


def test_a_day_that_is_said_twice_may_be_of_both() -> None:
    text = "gull monday, vela tuesday, oh and gull tuesday too"
    gull = called("add_activities", project="gull", dates="monday, tuesday")
    vela = called("add_activities", project="vela", dates="tuesday")
    assert mend(text, gull, vela)[0] == "add_activities project=gull dates=monday, tuesday"


@pytest.mark.parametrize(
    "text",
    [
        "i also need half a day of gull in next week somewhere",
        "oh and i need half a day for gull somewhere next week",
        "half a day gull at some point next week",
    ],
)
def test_a_day_that_is_not_known_yet_is_asked_for(text: str) -> None:
    call = called("add_activities", project="gull", dates="next week", percent="half a day")
    assert mend(text, call) == ["add_activities project=gull percent=half a day"]


def test_a_day_or_another_clause_is_not_open() -> None:
    text = "somewhere in the rain, gull next week"
    assert mend(text, called("add_activities", project="gull", dates="next week")) == [
        "add_activities project=gull dates=next week"
    ]
    text = "gull on monday, somewhere in lyon"
    assert mend(text, called("add_activities", project="gull", dates="monday")) == [
        "add_activities project=gull dates=monday"
    ]


def test_an_amount_is_no_day() -> None:
    text = "today is gull until lunch, after lunch vela"
    gull = called("add_activities", project="gull", dates="today")
    vela = called("add_activities", project="vela", dates="until lunch")
    assert mend(text, gull, vela) == [
        "add_activities project=gull dates=today percent=until lunch",
        "add_activities project=vela dates=today percent=after lunch",
    ]


def test_a_full_day_is_no_day_of_the_one_before() -> None:
    text = "lundi gull toute la journée, mardi vela le matin"
    gull = called("add_activities", project="gull", dates="lundi")
    vela = called("add_activities", project="vela", dates="toute la journée")
    assert "dates=lundi" not in mend(text, gull, vela)[1]
