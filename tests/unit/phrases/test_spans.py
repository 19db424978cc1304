"""Day phrases found in the middle of other words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.phrases import BLANK, days_in

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("apollo mon, tue and wed, sick thursday", ["mon, tue and wed", "thursday"]),
        ("i was on the 3rd and 4th on zephyr", ["3rd and 4th"]),
        ("from monday to thursday at 50% each, then friday zephyr", ["from monday to thursday", "friday"]),
        ("cette semaine : lundi et mardi apollo", ["cette semaine", "lundi et mardi"]),
        ("apollo lundi dernier et mardi dernier, merci", ["lundi dernier et mardi dernier"]),
        ("gull le 1er mars", ["1er mars"]),  # also in march, where "le 1er" alone is the same day
        ("sick on the 3rd of march and apollo 4th march 2026", ["3rd of march", "4th march 2026"]),
        ("hello there", []),
        ("", []),
        ("apollo 31 june, zephyr monday", []),
        (f"mon{BLANK}tue", ["mon", "tue"]),
        ("blah " * 200 + "monday", []),
    ],
)
def test_the_longest_phrases_are_found_from_left_to_right(text: str, phrases: list[str]) -> None:
    """No tail that adds nothing, nothing over a colon or a blank, and no month where a day of it does not exist."""
    assert [span.text for span in days_in(text, TODAY)] == phrases


def test_a_span_says_where_it_stands() -> None:
    """So that what is left of the text can be looked at."""
    text = "Apollo (mon-tue), please"
    (span,) = days_in(text, TODAY)
    assert text[span.start : span.end] == span.text == "mon-tue"
