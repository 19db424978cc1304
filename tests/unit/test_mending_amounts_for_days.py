"""A part of a day that a model took for the days is how much of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_whole_phrases import tidied
from tests.unit.small_company import SITUATION, called


def work(**arguments: str) -> ToolCall:
    return called("add_activities", project="gull", **arguments)


def mend(text: str, call: ToolCall) -> dict[str, str]:
    (made,) = mended([call], text, replace(SITUATION, said=(text,)))
    return {name: said for name, said in made.arguments.items() if name in ("dates", "percent")}


@pytest.mark.parametrize("amount", ["pm", "mornings", "the morning", "half", "le matin", "à mi-temps"])
def test_it_is_the_amount(amount: str) -> None:
    """Whether or not it is in both; the days are asked for."""
    for call in (work(dates=amount), work(dates=amount, percent=amount)):
        assert tidied(call, SITUATION).arguments == {"project": "gull", "percent": amount}
    assert mend(f"gull {amount}", work(dates=amount)) == {"percent": amount}


def test_of_an_absence_too() -> None:
    assert mend("sick pm", called("add_absence", reason="sick", dates="pm")) == {"percent": "pm"}


def test_the_day_beside_it_is_found_where_there_is_one() -> None:
    assert mend("gull monday pm", work(dates="pm")) == {"dates": "monday", "percent": "pm"}
    assert mend("gull monday pm", work(dates="pm", percent="pm")) == {"dates": "monday", "percent": "pm"}


def test_another_amount_stays() -> None:
    assert tidied(work(dates="pm", percent="a quarter"), SITUATION).arguments == {
        "project": "gull",
        "percent": "a quarter",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        {"dates": "monday"},
        {"dates": "today", "percent": "pm"},
        {"dates": "this morning"},
        {"dates": "the 5th"},
        {"dates": "pm", "percent": "monday"},  # no amount: which is which is not certain
        {"percent": "pm"},
    ],
)
def test_what_names_days_stays(arguments: dict[str, str]) -> None:
    call = work(**arguments)
    assert tidied(call, SITUATION) == call


@pytest.mark.parametrize(
    "call",
    [
        called("copy_entries", source="tuesday", dates="pm"),  # without days it would fill this whole week
        called("delete_entries", project="gull", dates="pm"),
        called("copy_entries", source="pm", dates="friday"),
    ],
)
def test_what_has_no_amount_gets_none(call: ToolCall) -> None:
    assert "percent" not in tidied(call, SITUATION).arguments
