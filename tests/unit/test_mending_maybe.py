"""Days behind a "maybe" are not decided yet, and thanks are no request."""

from __future__ import annotations

import pytest

from bot.tools.mending_maybe import without_undecided_days
from bot.tools.mending_nothing import is_to_be_left
from tests.unit.small_company import SITUATION, called


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("sick today. maybe tomorrow as well, i'll see", "today, tomorrow", "today"),
        ("malade aujourd'hui, peut-être aussi demain", "aujourd'hui, demain", "aujourd'hui"),
        ("sick today and tomorrow", "today, tomorrow", "today, tomorrow"),
        ("maybe tomorrow, sick", "tomorrow", "tomorrow"),
        ("sick today, maybe it gets better tomorrow", "today, tomorrow", "today, tomorrow"),
        ("sick today, tomorrow, maybe friday", "today and tomorrow and friday", "today, tomorrow"),
    ],
)
def test_undecided_days_are_not_taken(text: str, dates: str, right: str) -> None:
    """Where others are; alone they stay, and the model's call with them."""
    (call,) = without_undecided_days([called("add_absence", reason="sick", dates=dates)], text, SITUATION)
    assert call.arguments["dates"] == right


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Perfect, that is all for today, thank you", True),
        ("nickel merci, bonne soirée", True),
        ("ok thanks", True),
        ("that is all gull for today, thank you", False),
        ("thanks, and today the same", False),
        ("good, today", False),
    ],
)
def test_thanks_alone_are_no_request(text: str, is_left: bool) -> None:
    assert is_to_be_left([called("add_activities", project="gull", dates="today")], text) is is_left
