"""A copy fills what stands behind its "to", not what lies between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line


@pytest.mark.parametrize(
    ("text", "source", "dates", "right"),
    [
        ("copy week 9 to week 11", "week 9", "week 9 to week 11", "week 11"),
        ("Copy Monday to Thursday", "monday", "Monday to Thursday", "Thursday"),
        ("copie la semaine 9 à la semaine 11", "semaine 9", "semaine 9 à la semaine 11", "semaine 11"),
        ("copy monday to tuesday and wednesday", "monday", "tuesday and wednesday", "tuesday and wednesday"),
        ("copy last week to whatever", "last week", "last week to whatever", "last week to whatever"),
    ],
)
def test_the_to_of_a_copy_is_no_range(text: str, source: str, dates: str, right: str) -> None:
    """Weeks in between are nobody's wish; what names no days behind it stays as it is."""
    copy = called("copy_entries", source=source, dates=dates)
    assert shown(mended([copy], text, replace(SITUATION, said=(text,)))) == [
        f"copy_entries source={source} dates={right}"
    ]


def test_a_range_of_work_stays_one() -> None:
    text = "gull monday to thursday"
    work = called("add_activities", project="gull", dates="monday to thursday")
    assert shown(mended([work], text, replace(SITUATION, said=(text,)))) == [
        "add_activities project=gull dates=monday to thursday"
    ]


def test_a_day_that_only_stands_on_the_card_is_said_again() -> None:
    """There is nothing to copy yet: what waits for that day waits for the other one too."""
    text = "la même chose que lundi pour mardi"
    lines = (line(1, "anchor", "monday", 0), line(2, "gull", "monday", 0), line(3, "vela", "wednesday", 2))
    situation = replace(SITUATION, said=(text,), pending=lines)
    assert shown(mended([called("copy_entries", source="lundi", dates="mardi")], text, situation)) == [
        "add_activities project=anchor dates=mardi",
        "add_activities project=gull dates=mardi",
    ]


@pytest.mark.parametrize(
    ("text", "source", "dates", "right"),
    [
        ("copy monday to wed and thu", "monday", "wed, thu", "monday"),
        ("copy monday and tuesday to thursday and friday", "monday and tuesday", "thursday, friday",
         "monday and tuesday"),
        ("copy monday on wednesday, thursday and friday", "monday", "wednesday, thursday, friday", "monday"),
        ("copy last monday tuesday and wednesday", "last monday", "tuesday, wednesday", "last monday"),
        ("copy monday tuesday wednesday onto friday", "monday tuesday", "friday", "monday tuesday wednesday"),
        ("copy monday and tuesday to next week", "monday", "next week", "monday and tuesday"),
    ],
)  # fmt: skip
def test_the_source_does_not_reach_over_the_days(text: str, source: str, dates: str, right: str) -> None:
    """Each part of a list is taken, as it was said; what nobody took still belongs to the source."""
    copy = called("copy_entries", source=source, dates=dates)
    (made,) = mended([copy], text, replace(SITUATION, said=(text,)))
    assert made.arguments["source"] == right
