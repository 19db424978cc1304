"""A correction takes over from its own line and from no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending_own_line import with_own_line
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

ANCHOR, GULL = line(1, "ANC", "monday", 0), line(2, "GULL", "today", 2)
HALF = replace(GULL, phrases={**GULL.phrases, "percent": "half"})


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        # the half is another line's
        ("anchor not monday. tuesday.", {"project": "anchor", "dates": "tuesday", "percent": "half", "replaces": "1"},
         "project=anchor dates=tuesday replaces=1"),
        # and where only the day is repeated, its line is meant
        ("no, vela", {"project": "vela", "dates": "today", "replaces": "1"}, "project=vela dates=today replaces=2"),
        # all that is repeated is the other line's: that one is meant
        ("make it 75", {"project": "gull", "dates": "today", "percent": "75", "replaces": "1"},
         "project=gull dates=today percent=75 replaces=2"),
        # but the line that is named is the one
        ("the anchor should be 25", {"project": "anchor", "dates": "today", "percent": "25", "replaces": "1"},
         "project=anchor percent=25 replaces=1"),
        # what is of the line, or said now, stays
        ("make it 75", {"project": "gull", "dates": "today", "percent": "75", "replaces": "2"},
         "project=gull dates=today percent=75 replaces=2"),
        ("vela, half", {"project": "vela", "dates": "monday", "percent": "half", "replaces": "1"},
         "project=vela dates=monday percent=half replaces=1"),
        # a project that nobody knows is asked about
        ("make it 75", {"project": "zulu", "percent": "75", "replaces": "1"}, "project=zulu percent=75 replaces=1"),
        # no line of that number waits
        ("tuesday", {"project": "gull", "dates": "tuesday", "percent": "half", "replaces": "7"},
         "project=gull dates=tuesday percent=half replaces=7"),
    ],
)  # fmt: skip
def test_what_is_not_said_is_the_lines_own(text: str, call: dict, right: str) -> None:
    situation = replace(SITUATION, said=("monday anchor, today gull half", text), pending=(ANCHOR, HALF))
    assert shown(with_own_line([called("add_activities", **call)], text, situation)) == [f"add_activities {right}"]


def test_with_two_lines_that_it_could_be_the_models_line_counts() -> None:
    twin = line(3, "VELA", "today", 2)
    situation = replace(SITUATION, said=("x", "no, 75"), pending=(ANCHOR, HALF, twin))
    call = called("add_activities", dates="today", percent="75", replaces="1")
    assert shown(with_own_line([call], "no, 75", situation)) == ["add_activities percent=75 replaces=1"]


@pytest.mark.parametrize(
    ("text", "replaced", "right"),
    [
        ("tuesday should be vela instead", "1", "2"),
        ("tuesday should be vela instead", "2", "2"),
        ("tuesday should be vela, not gull", "1", "1"),
        ("vela on thursday", "1", "1"),
        ("no, make it tuesday, on vela", "1", "1"),
        ("friday is wrong, tuesday was vela", "1", "1"),
        ("mardi c'était vela", "1", "2"),
    ],
)
def test_days_are_taken_from_the_line_that_has_them(text: str, replaced: str, right: str) -> None:
    """Whichever a model took it for; a line that is named is left to the other mends."""
    lines = (line(1, "ANC", "friday", 4), line(2, "GULL", "monday and tuesday", 0, 1))
    situation = replace(SITUATION, said=("x", text), pending=lines)
    day = next(day for day in ("thursday", "mardi", "tuesday") if day in text)
    call = called("add_activities", project="vela", dates=day, replaces=replaced)
    (made,) = with_own_line([call], text, situation)
    assert made.arguments["replaces"] == right


PLAIN = line(2, "VELA", "tuesday", 1)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        # said in words of its own, or read out of what is a list
        ("no anchor was on monday and then on thursday", {"project": "anchor", "dates": "monday and thursday"}),
        ("thursday for anchor", {"project": "anchor", "dates": "monday, thursday"}),
        ("anchor was yesterday", {"project": "anchor", "dates": "2026-03-10"}),
        ("no wait, anchor on thur", {"project": "anchor", "dates": "thursday"}),
        ("sorry the first was oscar", {"project": "OSC7", "dates": "monday"}),
        ("sorry the first was oscar", {"project": "Oscar Sept", "dates": "monday"}),
        ("anchor just a quarter day", {"project": "anchor", "dates": "monday", "percent": "25"}),
        # the other line is pointed at
        ("anchor was on the same day as vela", {"project": "anchor", "dates": "tuesday"}),
        ("the days are swapped", {"project": "anchor", "dates": "tuesday"}),
        ("j'ai inversé les projets", {"project": "vela", "dates": "monday"}),
        ("put anchor on the day of vela", {"project": "anchor", "dates": "tuesday"}),
        ("shift it all one day later", {"project": "anchor", "dates": "tuesday"}),
    ],
)
def test_what_the_words_say_otherwise_stays_with_its_line(text: str, call: dict) -> None:
    situation = replace(SITUATION, said=("monday anchor, tuesday vela", text), pending=(ANCHOR, PLAIN))
    calls = [called("add_activities", **call, replaces="1")]
    assert with_own_line(calls, text, situation) == calls


def test_the_same_amount_for_another_line_is_no_slip() -> None:
    text = "same for anchor"
    situation = replace(SITUATION, said=("monday anchor, today gull half", text), pending=(ANCHOR, HALF))
    calls = [called("add_activities", project="anchor", percent="half", replaces="1")]
    assert with_own_line(calls, text, situation) == calls


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        ("monday was only the morning", {"project": "gull", "dates": "monday", "percent": "morning", "replaces": "2"},
         "dates=monday percent=morning replaces=1"),
        # nobody's line has the tuesday: it is the line's new day
        ("tuesday, half", {"project": "gull", "dates": "tuesday", "percent": "half", "replaces": "2"},
         "project=gull dates=tuesday percent=half replaces=2"),
        # a project is named: what it says of it, the model read
        ("monday was gull, the morning", {"project": "gull", "dates": "monday", "percent": "morning", "replaces": "2"},
         "project=gull dates=monday percent=morning replaces=2"),
        ("no, monday", {"project": "gull", "dates": "monday", "replaces": "2"}, "project=gull dates=monday replaces=2"),
    ],
)  # fmt: skip
def test_an_amount_for_a_day_is_of_the_line_that_has_the_day(text: str, call: dict, right: str) -> None:
    situation = replace(SITUATION, said=("monday anchor, today gull half", text), pending=(ANCHOR, HALF))
    assert shown(with_own_line([called("add_activities", **call)], text, situation)) == [f"add_activities {right}"]


def test_an_amount_of_another_line_is_not_taken_though_that_one_is_named() -> None:
    """ "Monday should be gull instead of anchor": the half is Gull's own today."""
    text = "monday should be gull instead of anchor"
    situation = replace(SITUATION, said=("monday anchor, today gull half", text), pending=(ANCHOR, HALF))
    call = called("add_activities", project="gull", dates="monday", percent="half", replaces="1")
    assert shown(with_own_line([call], text, situation)) == ["add_activities project=gull dates=monday replaces=1"]
