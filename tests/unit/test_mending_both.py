"""One amount for every line of a card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending_both import amount_of_each
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

LINES = (line(1, "GULL", "monday", 0), line(2, "ANC", "tuesday", 1), line(3, "VELA", "friday", 4))


@pytest.mark.parametrize(
    ("text", "count", "amount"),
    [
        ("sorry both only half days", 2, "half days"),
        ("les deux à mi-temps en fait", 2, "à mi-temps"),
        ("les deux étaient à mi-temps pardon", 2, "à mi-temps"),
        ("all three of them were mornings", 3, "mornings"),
        ("no, both at 25 %, please", 2, "25 %"),
        ("both half days", 3, ""),
        ("all three half days", 2, ""),
        ("both half days on friday", 2, ""),
        ("were both half days?", 2, ""),
        ("gull half", 2, ""),
        ("and both afternoons", 2, ""),
        ("both half days, and vela monday", 2, ""),
    ],
)
def test_each_line_gets_the_amount_that_is_said_for_all(text: str, count: int, amount: str) -> None:
    """Only where they are as many as it says, and nothing else is said."""
    situation = replace(SITUATION, pending=LINES[:count], said=("x", text))
    made = amount_of_each([called("add_activities", project="gull")], text, situation)
    days = ("monday", "tuesday", "friday")
    codes = ("GULL", "ANC", "VELA")
    right = [
        f"add_activities project={codes[n]} dates={days[n]} percent={amount} replaces={n + 1}" for n in range(count)
    ]
    assert (shown(made) if made else []) == (right if amount else [])


def test_the_days_of_the_newest_card_are_no_line_of_an_older_one() -> None:
    """ "Both" behind one line of two days is not it and the line before it."""
    older, newer = LINES[0], replace(line(2, "ANC", "tuesday and wednesday", 1, 2), card_id="newest")
    situation = replace(SITUATION, pending=(older, newer), said=("x", "both half days"))
    assert amount_of_each([], "both half days", situation) is None
