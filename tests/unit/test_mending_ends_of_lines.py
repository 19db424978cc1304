""" "Until the 26th" of a range that waits begins as that does. Today is Wednesday 11 March 2026."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, called
from tests.unit.test_mending_corrections import line

FIRST = "gull from the 23rd to the 27th of feb"
RANGE = line(1, "GULL", "from the 23rd to the 27th of feb", -14, -13, -12, -11, -10)


def days(text: str, dates: str, **more: str) -> str:
    """The days of the only call, as its card would show them."""
    situation = replace(SITUATION, pending=(RANGE,), said=(FIRST, text))
    (made,) = mended([called("add_activities", dates=dates, **more)], text, situation)
    return " ".join(day[5:] for day in TOOLS[made.tool].resolve(made.arguments, situation).arguments["dates"])


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("only until the 25th", "gull"),
        ("i meant vela and only until the 25th", "vela"),
        ("sorry it was vela, to the 25th", "vela"),
    ],
)
def test_it_begins_as_the_range_does(text: str, project: str) -> None:
    dates = text[text.index("the 25th") - 3 :] if "to the" in text else "until the 25th"
    assert days(text, dates, project=project, replaces="1") == "02-23 02-24 02-25"


def test_something_new_until_a_day_begins_today() -> None:
    assert days("vela until the 13th", "until the 13th", project="vela") == "03-11 03-12 03-13"


def test_an_end_before_the_beginning_is_none_of_it() -> None:
    assert days("gull until the 20th", "until the 20th", project="gull", replaces="1").startswith("03-11")
