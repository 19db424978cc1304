"""Absences that the words deny, leave alone or never speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_absences import with_absences_as_said
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("i wasn't sick on friday", "delete_entries reason=sick dates=friday"),
        ("vendredi j'etais pas malade", "delete_entries reason=sick dates=friday"),
        ("I was not off sick on friday, that is wrong", "delete_entries reason=sick dates=friday"),
        ("not sick on friday but paid leave", "add_absence reason=paid_leave dates=friday"),
        ("i was sick on friday, not on thursday", "add_absence reason=sick dates=friday"),
        ("not sick on thursday, sick on friday", "add_absence reason=sick dates=friday"),
        ("pas de gull vendredi, malade", "add_absence reason=sick dates=friday"),
        ("vendredi j'étais vraiment malade, j'ai pas bossé", "add_absence reason=sick dates=friday"),
        ("on friday i went off sick after an hour", "add_absence reason=sick dates=friday"),
        ("urgent sick leave on friday please", "add_absence reason=sick dates=friday"),
        ("why not sick leave on friday?", "add_absence reason=sick dates=friday"),
    ],
)
def test_what_somebody_was_not_is_taken_off(text: str, made: str) -> None:
    """A denial stands right before the word; another reason that is said counts instead."""
    calls = [called("add_absence", reason="sick", dates="friday")]
    assert shown(with_absences_as_said(calls, text, SITUATION)) == [made]


@pytest.mark.parametrize(
    ("text", "others", "left"),
    [
        ("i'm not sick, just tired. gull friday", [("add_activities", "gull")], ["add_activities"]),
        ("i wasn't sick on friday, i took paid leave", [("add_absence", "paid_leave")], ["add_absence"]),
    ],
)
def test_what_is_denied_beside_something_else_is_nothing(
    text: str, others: list[tuple[str, str]], left: list[str]
) -> None:
    """Nothing of it stands in the report, so that nothing has to be taken off, and nothing is said twice."""
    named = {"add_activities": "project", "add_absence": "reason"}
    calls = [called(tool, **{named[tool]: name, "dates": "friday"}) for tool, name in others]
    found = with_absences_as_said([called("add_absence", reason="sick", dates="friday"), *calls], text, SITUATION)
    assert [call.tool for call in found] == left
    assert "sick" not in [call.arguments.get("reason") for call in found]


def test_the_correction_of_a_line_stays_one() -> None:
    """What "not sick" takes back there is the line itself."""
    calls = [called("add_absence", reason="sick", replaces="1")]
    assert with_absences_as_said(calls, "no, not sick", SITUATION) == calls


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("leave monday as it is, but tuesday should be gull", ["add_activities"]),
        ("laisse monday comme c'est, gull tuesday", ["add_activities"]),
        ("leave monday, gull tuesday", ["add_absence", "add_activities"]),
        ("on leave monday and gull tuesday, leave wednesday alone", ["add_absence", "add_activities"]),
        ("paid leave monday but keep wednesday as is, and gull tuesday", ["add_absence", "add_activities"]),
        ("i'm on leave monday and leave wednesday alone, gull tuesday", ["add_absence", "add_activities"]),
    ],
)
def test_what_is_left_alone_is_no_leave(text: str, tools: list[str]) -> None:
    """Only the days of which it is said."""
    calls = [
        called("add_absence", reason="paid_leave", dates="monday"),
        called("add_activities", project="gull", dates="tuesday"),
    ]
    assert [call.tool for call in with_absences_as_said(calls, text, SITUATION)] == tools


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("and tuesday i worked, but only half a day", "add_activities"),
        ("et mardi j'ai bossé, une demi-journée", "add_activities"),
        ("tuesday i worked until i got sick", "add_absence"),
        ("tuesday i have not worked", "add_absence"),
        ("tuesday i was off", "add_absence"),
        ("worked, then the dentist on tuesday", "add_absence"),
        ("worked in the morning, ill in the afternoon on tuesday", "add_absence"),
    ],
)
def test_work_is_no_absence(text: str, tool: str) -> None:
    """Where no word speaks of an absence; on what it was, is asked."""
    (call,) = with_absences_as_said([called("add_absence", reason="sick", dates="tuesday")], text, SITUATION)
    assert call.tool == tool
    assert call.arguments["dates"] == "tuesday"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("gull all this week, but wednesday it was holiday so not wednesday", ["add_activities"]),
        ("gull cette semaine, mercredi c'est férié", ["add_activities"]),
        ("gull this week, on holidays wednesday", ["add_activities", "add_absence"]),
        ("gull this week, holiday leave on wednesday", ["add_activities", "add_absence"]),
        ("gull this week, thursday it was holiday", ["add_activities", "add_absence"]),
    ],
)
def test_a_public_holiday_is_no_leave(text: str, left: list[str]) -> None:
    """Where the calendar says so too, and nothing else is said of an absence."""
    day = "thursday" if "thursday" in text else "wednesday"
    situation = replace(SITUATION, holidays=lambda first, last: frozenset([WEDNESDAY]))
    calls = [
        called("add_activities", project="gull", dates="this week"),
        called("add_absence", reason="paid_leave", dates=day),
    ]
    assert [call.tool for call in with_absences_as_said(calls, text, situation)] == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tuesday was gull. wednesday is fine leave it", ["add_activities"]),
        ("tuesday was gull. leave the rest", ["add_activities"]),
        ("tuesday was gull. wednesday on leave, leave it at that", ["add_activities", "add_absence"]),
        ("tuesday was gull. wednesday holiday, leave it", ["add_activities", "add_absence"]),
    ],
)
def test_what_is_to_be_left_is_no_leave(text: str, left: list[str]) -> None:
    """The verb alone says nothing of an absence."""
    calls = [
        called("add_activities", project="gull", dates="tuesday"),
        called("add_absence", reason="paid_leave", dates="wednesday"),
    ]
    assert [call.tool for call in with_absences_as_said(calls, text, SITUATION)] == left


@pytest.mark.parametrize(
    ("text", "away", "back"),
    [
        ("sick since monday :( back tomorrow", "since monday", "tomorrow"),
        ("sick monday and tuesday, back at work on wednesday", "monday and tuesday", "wednesday"),
        ("sick monday, returning tuesday", "monday", "tuesday"),
        ("malade lundi, de retour mardi", "lundi", "mardi"),
        ("malade lundi, je reprends le mardi", "lundi", "mardi"),
        ("malade lundi, retour au boulot mardi", "lundi", "mardi"),
    ],
)
def test_the_day_of_the_return_is_no_absence(text: str, away: str, back: str) -> None:
    """Though a model made one of it."""
    calls = [called("add_absence", reason="sick", dates=dates) for dates in (away, back)]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == [f"add_absence reason=sick dates={away}"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("sick monday, back pain tuesday", "monday", "tuesday"),
        ("off with a bad back monday, flu tuesday", "monday", "tuesday"),
        ("sick monday, it is my back tuesday", "monday", "tuesday"),
        ("sick monday, back on sick leave tuesday", "monday", "tuesday"),
        ("sick monday and off again tuesday", "monday", "tuesday"),
        ("sick monday, back tuesday, then ill again on tuesday afternoon", "monday", "tuesday"),  # named twice
    ],
)
def test_a_back_is_no_return(text: str, first: str, second: str) -> None:
    """Only where the day stands right behind words for it."""
    calls = [called("add_absence", reason="sick", dates=dates) for dates in (first, second)]
    assert with_absences_as_said(calls, text, SITUATION) == calls


def test_a_return_alone_is_left_to_be_asked_about() -> None:
    """Nothing is taken from a message that says no more, nor from a line that is corrected."""
    for call in (
        called("add_absence", reason="sick", dates="tomorrow"),
        called("add_absence", reason="sick", dates="tomorrow", replaces="1"),
    ):
        assert with_absences_as_said([call], "back tomorrow", SITUATION) == [call]
