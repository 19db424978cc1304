"""An absence that is told with an exception is on the days of the exception."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called

ABSENT = called("add_absence", reason="sick")


@pytest.mark.parametrize(
    ("text", "days", "sick_on"),
    [
        ("gull all week except wednesday when i was off sick", "all week except wednesday", "wednesday"),
        (
            "gull last week apart from the tuesday, off sick",
            "last week apart from the tuesday",
            "the tuesday last week",
        ),
        ("gull toute la semaine sauf mercredi où j'étais malade", "toute la semaine sauf mercredi", "mercredi"),
        ("gull du 2 au 13 mars, sauf le 5 : ce jour-là malade", "du 2 au 13 mars, sauf le 5", "le 5"),
        ("gull all week except wed, wed i was sick", "all week except wed", "wed"),
    ],
)
def test_the_exception_is_when_somebody_was_absent(text: str, days: str, sick_on: str) -> None:
    situation = replace(SITUATION, said=(text,))
    calls = mended([called("add_activities", project="gull", dates=days), ABSENT], text, situation)
    assert [call.arguments.get("dates") for call in calls] == [days, sick_on]


@pytest.mark.parametrize(
    "text",
    [
        "sick again. gull all week except wednesday",  # said before: of another time
        "gull all week except wednesday. i was off sick",  # which days that was is not said
        "gull all week except wednesday, next monday i am off sick",
        "gull all week except wednesday when i was on leave",  # another reason than the call's
    ],
)
def test_it_is_asked_about_where_the_days_may_belong_to_something_else(text: str) -> None:
    situation = replace(SITUATION, said=(text,))
    days = "all week except wednesday"
    calls = mended([called("add_activities", project="gull", dates=days), ABSENT], text, situation)
    assert "wednesday" not in [call.arguments.get("dates") for call in calls if call.tool == "add_absence"]
