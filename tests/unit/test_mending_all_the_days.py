""" "All the three days" points back at three days that were said before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called


def vela(text: str, before: str, **heard: str) -> dict[str, str]:
    """What becomes of the second call of a message; the first is for half of the days before."""
    calls = (
        called("add_activities", project="gull", dates=before, percent="half"),
        called("add_activities", project="vela", **heard),
    )
    return dict(mended(calls, text, replace(SITUATION, said=(text,)))[1].arguments)


@pytest.mark.parametrize(
    ("text", "before", "pointing"),
    [
        ("gull half mon tue wed, vela all the three days", "mon tue wed", "all the three days"),
        ("gull half mon tue wed, vela in all the three days", "mon tue wed", "in all the three days"),
        ("gull half mon tue wed, and vela all the 3 of them", "mon tue wed", "all the 3 of them"),
        ("gull half mon tue wed, and vela the three days", "mon tue wed", "the three days"),
        ("gull half monday to friday, vela for all the five days", "monday to friday", "for all the five days"),
        ("gull half mon and tue, vela on the two days", "mon and tue", "on the two days"),
    ],
)
def test_they_are_the_days_before(text: str, before: str, pointing: str) -> None:
    """Copied, or left out."""
    assert vela(text, before, dates=pointing)["dates"] == before
    assert vela(text, before)["dates"] == before


def test_the_share_beside_them_is_kept() -> None:
    text = "gull half mon tue wed, vela all the three days half too"
    assert vela(text, "mon tue wed", percent="half") == {"project": "vela", "percent": "half", "dates": "mon tue wed"}


@pytest.mark.parametrize(
    ("text", "before", "pointing"),
    [
        ("gull half mon tue, vela all the three days", "mon tue", "all the three days"),
        ("gull half mon tue wed thu, vela all the three days", "mon tue wed thu", "all the three days"),
        ("gull half mon tue wed, vela the three days of next week", "mon tue wed", "the three days of next week"),
        ("gull half mon tue wed, vela two of the three days", "mon tue wed", "two of the three days"),
        ("gull half mon tue wed, vela the last three days", "mon tue wed", "the last three days"),
    ],
)
def test_other_days_or_another_number_of_them_are_not(text: str, before: str, pointing: str) -> None:
    """As the words were copied, and where a model left them out."""
    assert vela(text, before, dates=pointing).get("dates") != before
    assert vela(text, before).get("dates") != before


def test_days_of_another_clause_point_at_nothing() -> None:
    text = "gull half mon tue wed, the three days were long, and vela"
    assert vela(text, "mon tue wed").get("dates") != "mon tue wed"


def test_days_of_its_own_stay() -> None:
    text = "gull half mon tue wed, the three days were long, vela friday"
    assert vela(text, "mon tue wed", dates="friday")["dates"] == "friday"
