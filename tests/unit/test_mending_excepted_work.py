"""Work on a day that something else leaves out is on that day, in the week of what leaves it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.marks import days_named
from bot.tools.mending import mended
from bot.tools.mending_excepted_work import with_excepted_work
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown


def gull(dates: str, **more: str) -> ToolCall:
    return called("add_activities", project="gull", dates=dates, **more)


def anchor(dates: str, **more: str) -> ToolCall:
    return called("add_activities", project="anchor", dates=dates, **more)


def mend(text: str, *calls: ToolCall) -> list[str]:
    return shown(mended(calls, text, replace(SITUATION, said=(text,))))


@pytest.mark.parametrize(
    ("text", "whole", "day", "rest", "within"),
    [
        ("gull next week except tuesday thats anchor", "next week", "tuesday", "next week except tuesday",
         "tuesday next week"),
        ("next week gull except thursday, thursday i will be with anchor", "next week", "thursday",
         "next week except thursday", "thursday next week"),
        ("gull last week except for friday which was anchor", "last week", "friday", "last week except for friday",
         "friday last week"),
        ("last week gull apart from monday, anchor then", "last week", "monday", "last week apart from monday",
         "monday last week"),
        ("gull 2-6 march but not the 4th, anchor then", "2-6 march", "the 4th", "2-6 march but not the 4th", "the 4th"),
    ],
)  # fmt: skip
def test_the_day_is_out_of_the_range_and_in_its_week(text: str, whole: str, day: str, rest: str, within: str) -> None:
    """Whether or not the model left it out, gave it its week, or heard the work on it at all."""
    right = [f"add_activities project=gull dates={rest}", f"add_activities project=anchor dates={within}"]
    for called_so in ([gull(rest), anchor(day)], [gull(whole), anchor(day)], [gull(rest)], [gull(whole)]):
        assert mend(text, *called_so) == right


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("gull la semaine prochaine sauf jeudi, jeudi c'est anchor", "sauf", "jeudi"),
        ("la semaine prochaine gull sauf jeudi, jeudi c'est anchor", "sauf", "jeudi"),
        ("gull la semaine prochaine hormis mardi, mardi c'est anchor", "hormis", "mardi"),
        ("la semaine prochaine gull hormis mardi, mardi c'est anchor", "hormis", "mardi"),
    ],
)
def test_in_french_too(text: str, word: str, day: str) -> None:
    """The same days, however much of "la semaine prochaine" is taken."""
    whole = "la semaine prochaine"
    (out,) = days_named(f"{day} {whole}", WEDNESDAY)
    right = {"gull": set(days_named(whole, WEDNESDAY)) - {out}, "anchor": {out}}
    for called_so in ([gull(f"{whole} {word} {day}"), anchor(day)], [gull(whole), anchor(day)], [gull(whole)]):
        made = mended(called_so, text, replace(SITUATION, said=(text,)))
        days = {call.arguments["project"]: set(days_named(call.arguments["dates"], WEDNESDAY)) for call in made}
        assert days == right, [call.arguments["dates"] for call in called_so]


def test_an_absence_on_the_day_is_in_the_week_too() -> None:
    text = "gull next week except tuesday when i am on leave"
    leave = called("add_absence", reason="paid_leave", dates="tuesday")
    assert mend(text, gull("next week except tuesday"), leave) == [
        "add_activities project=gull dates=next week except tuesday",
        "add_absence reason=paid_leave dates=tuesday next week",
    ]


def test_the_share_of_the_day_stays() -> None:
    text = "last week gull except friday, friday it was anchor for half of it"
    assert mend(text, gull("last week"), anchor("friday", percent="half of it")) == [
        "add_activities project=gull dates=last week except friday",
        "add_activities project=anchor dates=friday last week percent=half of it",
    ]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("gull next week except tuesday", [gull("next week except tuesday")]),  # nothing is said to be on it
        ("gull next week except tuesday, luca is on anchor", [gull("next week except tuesday")]),
        ("gull next week except tuesday thats gull too", [gull("next week except tuesday")]),
        ("gull next week except tuesday, anchor on thursday", [gull("next week except tuesday"), anchor("thursday")]),
        ("gull next week except tuesday, and anchor this friday",
         [gull("next week except tuesday"), anchor("this friday")]),
        ("gull mon to thu except friday thats anchor", [gull("mon to thu")]),  # no day of it
        ("gull monday and tuesday except tuesday thats anchor", [gull("monday and tuesday")]),  # two days are no range
        ("gull next week except tuesday and anchor this week except monday",
         [gull("next week except tuesday"), anchor("this week except monday")]),  # which of the two is it?
        ("gull next week, tuesday thats anchor", [gull("next week"), anchor("tuesday")]),  # no exception
        ("gull next week except tuesday thats anchor",
         [called("delete_entries", project="gull", dates="next week except tuesday")]),
        ("gull next week except tuesday thats anchor", [gull("next week", replaces="1")]),
        ("gull and vela next week except tuesday thats anchor",
         [gull("next week"), called("add_activities", project="vela", dates="next week")]),  # two ranges
        ("gull next week except tuesday thats anchor", []),
    ],
)  # fmt: skip
def test_anything_else_stays_as_it_was_called(text: str, calls: list[ToolCall]) -> None:
    assert with_excepted_work(calls, text, replace(SITUATION, said=(text,))) == calls


@pytest.mark.parametrize(
    "text",
    [
        "gull next week except tuesday. anchor was fun",  # another sentence
        "gull next week except tuesday and anchor monday",  # a day of its own
        "gull next week except tuesday and anchor on monday",
        "gull next week except tuesday, anchor is luca's",
        "gull next week except tuesday, and anchor is called off",
    ],
)
def test_another_project_behind_the_exception_is_not_work_on_its_day(text: str) -> None:
    """Nobody said that the tuesday is for it."""
    assert "add_activities project=anchor dates=tuesday next week" not in mend(text, gull("next week except tuesday"))
