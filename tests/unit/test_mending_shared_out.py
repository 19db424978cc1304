"""A day that is shared out between two projects, where a model heard one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_shared_out import with_the_other_share
from tests.unit.small_company import SITUATION, called, shown


def gull(percent: str, dates: str = "today") -> ToolCall:
    return called("add_activities", project="gull", dates=dates, percent=percent)


@pytest.mark.parametrize(
    ("text", "dates", "percent", "share"),
    [
        ("today 3/4 gull, rest of it anchor", "today", "3/4", "rest of it"),
        ("3/4 gull today, anchor the rest", "today", "3/4", "the rest"),
        ("half gull today, the rest was anchor", "today", "half", "the rest"),
        ("half day on gull tuesday, what's left goes to anchor", "tuesday", "half day", "what's left"),
        ("un quart gull aujourd'hui, le reste anchor", "aujourd'hui", "un quart", "le reste"),
        ("un quart gull mardi, ce qui reste c'était anchor", "mardi", "un quart", "ce qui reste"),
    ],
)
def test_the_rest_is_the_other_projects(text: str, dates: str, percent: str, share: str) -> None:
    """Right beside its name, before or behind it."""
    assert shown(mended([gull(percent, dates)], text, replace(SITUATION, said=(text,)))) == [
        f"add_activities project=gull dates={dates} percent={percent}",
        f"add_activities project=anchor dates={dates} percent={share}",
    ]


@pytest.mark.parametrize(
    ("text", "dates", "percent"),
    [
        ("today 50/50 gull and anchor", "today", "50/50"),
        ("gull and anchor today half and half", "today", "half and half"),
        ("fifty-fifty gull and anchor tuesday", "tuesday", "fifty-fifty"),
        ("tuesday gull anchor, half each", "tuesday", "half each"),
        ("gull et anchor aujourd'hui moitié moitié", "aujourd'hui", "moitié moitié"),
    ],
)
def test_halves_are_of_both(text: str, dates: str, percent: str) -> None:
    assert shown(mended([gull(percent, dates)], text, replace(SITUATION, said=(text,)))) == [
        f"add_activities project=gull dates={dates} percent={percent}",
        f"add_activities project=anchor dates={dates} percent={percent}",
    ]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half gull today, not anchor", "half"),
        ("today 50/50 gull, not anchor", "50/50"),
        ("today 50/50 gull instead of anchor", "50/50"),
        ("aujourd'hui 50/50 gull au lieu d'anchor", "50/50"),
        ("half gull today, is the rest anchor?", "half"),  # a question
        ("half gull today, the rest on anchor and vela", "half"),  # two others
        ("half gull today, the rest home", "half"),  # none
        ("half gull today, anchor later, the rest i will say", "half"),  # not beside it
        ("half gull today and anchor", "half"),  # how much of anchor?
        ("gull today, the rest anchor", "half"),  # nobody said half
        ("half gull today, luca took the rest on anchor", "half"),
        ("half gull today, the rest anchor tomorrow", "half"),  # another day
        ("today 50/50 gull, anchor is done", "50/50"),  # nothing is asked for anchor
        ("today 50/50 gull, luca is on anchor", "50/50"),  # somebody else's
    ],
)
def test_what_is_not_shared_out_stays_one_call(text: str, percent: str) -> None:
    calls = [gull(percent, "aujourd'hui" if "hui" in text else "today")]
    assert with_the_other_share(calls, text, replace(SITUATION, said=(text,))) == calls


@pytest.mark.parametrize(
    ("text", "heard", "amounts"),
    [
        ("today gull and anchor, split evenly", "", ["evenly", "evenly"]),
        ("gull and anchor equally today", "equally", ["equally", "equally"]),
        ("today gull, which luca and i share evenly", "", [None]),  # no other project
        ("today gull, anchor is done, all went evenly", "", [None]),
        ("today gull, split evenly, not anchor", "", [None]),
    ],
)
def test_evenly_is_a_half_of_both(text: str, heard: str, amounts: list[str | None]) -> None:
    """Where nothing but a joining word stands between the two."""
    call = gull(heard) if heard else called("add_activities", project="gull", dates="today")
    made = with_the_other_share([call], text, replace(SITUATION, said=(text,)))
    assert [made_call.arguments.get("percent") for made_call in made] == amounts


def test_an_absence_of_another_day_may_stand_beside_it() -> None:
    text = "tuesday half gull, the rest anchor. monday sick"
    calls = [gull("half", "tuesday"), called("add_absence", reason="sick", dates="monday")]
    made = shown(mended(calls, text, replace(SITUATION, said=(text,))))
    assert "add_activities project=anchor dates=tuesday percent=the rest" in made
    assert len(made) == 3


def test_the_rest_of_a_week_is_days() -> None:
    text = "half gull today, the rest of the week anchor"
    calls = [gull("half")]
    assert with_the_other_share(calls, text, replace(SITUATION, said=(text,))) == calls


@pytest.mark.parametrize(
    "calls",
    [
        [called("add_activities", project="gull", percent="3/4")],  # which day is asked for
        [called("add_activities", project="gull", dates="today")],
        [called("add_activities", project="nobody", dates="today", percent="3/4")],
        [called("add_absence", reason="sick", dates="today", percent="3/4")],
        [called("delete_entries", project="gull", dates="today", percent="3/4")],
        [gull("3/4"), called("get_report")],
        [],
    ],
)
def test_only_one_call_of_work_with_all_its_parts_is_shared_out(calls: list[ToolCall]) -> None:
    text = "today 3/4 gull, rest of it anchor"
    assert with_the_other_share(calls, text, replace(SITUATION, said=(text,))) == calls


def test_both_heard_are_two_already() -> None:
    """Nothing is added to them."""
    text = "today 50/50 gull and anchor"
    calls = [gull("50/50"), called("add_activities", project="anchor", dates="today", percent="50/50")]
    assert len(mended(calls, text, replace(SITUATION, said=(text,)))) == 2
