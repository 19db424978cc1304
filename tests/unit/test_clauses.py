"""The second reading of messages that say several things, and the calls held against it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.timesheet import Project
from bot.tools.clauses import clauses_in

TODAY = date(2026, 3, 11)
PROJECTS = [
    Project("APO", "Apollo"),
    Project("ZEP", "Zephyr"),
    Project("WEB-12", "Polder Portal"),
    Project("MAY", "Sick Bay"),
]


def read(text: str) -> list[str] | None:
    """The parts of a text as "code: days, amount"; what has no project stands last, with its words."""
    found = clauses_in(text, [], PROJECTS, TODAY)
    if found is None:
        return None
    of_projects = [f"{c.project.code}: {c.dates}" + (f", {c.amount}" if c.amount else "") for c in found.of_projects]
    return of_projects + [f"“{a.words}”: {a.dates}" for a in found.apart]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("apollo monday, zephyr tuesday", ["APO: monday", "ZEP: tuesday"]),
        ("monday apollo and tuesday zephyr", ["APO: monday", "ZEP: tuesday"]),
        ("next week: mon to wed Apollo; thu Zephyr", ["APO: mon to wed next week", "ZEP: thu next week"]),
        ("last week i did apollo mon and tue then zephyr wed", ["APO: mon and tue last week", "ZEP: wed last week"]),
        ("lundi apollo, mardi zephyr, mercredi rtt", ["APO: lundi", "ZEP: mardi", "“mercredi rtt”: mercredi"]),
        ("thu and fri zephyr 25 %, apollo 75 %", ["ZEP: thu and fri, 25 %", "APO: thu and fri, 75 %"]),
        ("wednesday: half zephyr, half polder portal", ["ZEP: wednesday, half", "WEB-12: wednesday, half"]),
        ("apollo monday morning, zephyr monday afternoon", ["APO: monday, morning", "ZEP: monday, afternoon"]),
        ("polder portal monday\nzephyr tue and wed", ["WEB-12: monday", "ZEP: tue and wed"]),
    ],
)
def test_a_plain_list_is_read(text: str, parts: list[str]) -> None:
    """Each part has one project and one day phrase; a head counts for all of them."""
    assert read(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "apollo and zephyr monday",  # who has how much?
        "apollo monday",  # one part: the model's matter
        "no, apollo monday, zephyr tuesday",  # a correction
        "apollo monday instead of zephyr tuesday",
        "delete apollo monday and zephyr tuesday",
        "apollo 3/3, zephyr 4/3, 5/3 sick",  # is the 5th zephyr's or the absence's?
        "apollo monday, apollo tuesday half, zephyr friday",  # the same project twice
        "apollo monday tuesday zephyr",
        "apollo 31 june, zephyr monday",
        "hello",
    ],
)
def test_any_doubt_leaves_the_reading_to_the_model(text: str) -> None:
    """A second reading that guesses would be worse than none."""
    assert read(text) is None


def test_an_amount_that_only_one_part_has_is_left_to_the_model() -> None:
    """ "apollo monday and zephyr tuesday half days": whose half days are they?"""
    assert read("apollo monday and zephyr tuesday half days") == ["APO: monday", "ZEP: tuesday"]


def test_a_project_whose_name_is_a_month_or_an_illness_is_a_project() -> None:
    """Names are found first, so that nothing else is read into them."""
    assert read("sick bay monday, may tuesday") is None  # the same project, by name and by code
    assert read("sick bay monday, apollo tuesday") == ["MAY: monday", "APO: tuesday"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "monday to wednesday off, apollo thursday, zephyr friday",
            ["APO: thursday", "ZEP: friday", "“monday to wednesday off”: monday to wednesday"],
        ),
        (
            "last week I was sick, apollo monday, zephyr tuesday",
            ["APO: monday", "ZEP: tuesday", "“last week I was sick”: last week"],
        ),
    ],
)
def test_a_week_of_which_something_is_said_heads_nothing(text: str, parts: list[str]) -> None:
    """It is an absence of its own: the days of the projects are not moved into it, nor joined with it."""
    assert read(text) == parts
