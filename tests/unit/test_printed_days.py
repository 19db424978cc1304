"""What a card prints can be said back: whoever copies its days is understood, in every language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.phrases import read_days
from bot.tools import wording
from bot.words import languages, speaking

TODAY = date(2026, 11, 18)
NEAR = [TODAY + timedelta(days=n) for n in range(-160, 160)]  # a date without a year is the nearest one


@pytest.mark.parametrize("spoken", languages())
def test_a_day_as_a_card_prints_it_is_that_day(spoken: str) -> None:
    """`mar. 17 nov.` is a Tuesday in November, not the 17th of March; `dim. 1er nov.` is the first."""
    with speaking(spoken):
        printed = {day: wording.day(day) for day in NEAR}
    assert {text: read_days(text, TODAY, ()).days for text in printed.values()} == {t: (d,) for d, t in printed.items()}


@pytest.mark.parametrize("spoken", languages())
def test_days_in_a_row_and_apart_as_a_card_prints_them_are_those_days(spoken: str) -> None:
    """`lun. 16 – mer. 18 nov.`, and `lun. 16 nov., mer. 18 nov.`"""
    mondays = [day for day in NEAR[:-7] if day.weekday() == 0]
    for monday in mondays:
        for days in ([0, 1, 2], [0, 2], [1, 3], [0, 1, 3, 4]):
            week = tuple(monday + timedelta(days=n) for n in days)
            with speaking(spoken):
                text = wording.days(week)
            assert read_days(text, TODAY, ()).days == week, text
