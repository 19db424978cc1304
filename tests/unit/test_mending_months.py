"""Bare numbers are days of the month that is said for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending_months import with_the_month_said
from tests.unit.small_company import SITUATION, called
from tests.unit.test_mending_corrections import line

MARCH = line(1, "GULL", "4 may", 0)
MAY = replace(
    MARCH, change=replace(MARCH.change, added=tuple(replace(e, day=e.day.replace(month=5)) for e in MARCH.change.added))
)


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("le 31 aussi, l'après-midi. du mois de décembre bien sûr", "le 31", "le 31 décembre"),
        ("gull on the 3rd and the 4th, in december i mean", "the 3rd and the 4th", "the 3rd and the 4th december"),
        ("gull on the 3rd", "the 3rd", "the 3rd"),
        ("gull on the 3rd, the rest of june and of july i am away", "the 3rd", "the 3rd"),
        ("gull monday, in december i am away", "monday", "monday"),
        ("in february gull on the 31st", "the 31st", "the 31st"),
    ],
)
def test_a_month_that_the_message_names_holds_for_its_numbers(text: str, dates: str, right: str) -> None:
    """The only one, and where it has such days."""
    (call,) = with_the_month_said([called("add_activities", project="gull", dates=dates)], text, SITUATION)
    assert call.arguments["dates"] == right


@pytest.mark.parametrize(
    ("text", "project", "right"),
    [
        ("and the 7th too", "GULL", "the 7th may"),
        ("the 7th", "GULL", "the 7th"),
        ("anchor on the 7th too", "anchor", "the 7th"),
    ],
)
def test_what_is_added_to_a_line_is_in_its_month(text: str, project: str, right: str) -> None:
    """Of the same project, and where the message says that it is one more."""
    situation = replace(SITUATION, pending=(MAY,))
    (call,) = with_the_month_said([called("add_activities", project=project, dates="the 7th")], text, situation)
    assert call.arguments["dates"] == right
