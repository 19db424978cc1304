"""Weekdays that a verb of the past speaks of are over, if nothing else is said of them. Today is Tuesday 10 March."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.past_days import days_over_said, spans_over
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, called
from tests.unit.test_mending_shares import waiting

TUESDAY = date(2026, 3, 10)
TODAY = replace(SITUATION, today=TUESDAY)


def work(project: str, dates: str, **more: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates, **more)


def sick(dates: str, **more: str) -> ToolCall:
    return called("add_absence", reason="sick", dates=dates, **more)


def lines(text: str, *calls: ToolCall) -> list[str]:
    """The calls as mended and resolved, and that their days count as said: the days that a card would show."""
    situation = replace(TODAY, said=(text,))
    made = mended(calls, text, situation)
    resolved = [TOOLS[call.tool].resolve(call.arguments, situation).arguments for call in made]
    return [f"{r.get('project') or r.get('reason')} {' '.join(day[8:] for day in r['dates'])}" for r in resolved]


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("i did gull on friday", (work("gull", "friday"),), ["GULL 06"]),
        ("worked on gull thursday and friday", (work("gull", "thursday and friday"),), ["GULL 05 06"]),
        ("was off friday, sick", (sick("friday"),), ["sick 06"]),
        ("on thursday, i worked on gull", (work("gull", "thursday"),), ["GULL 05"]),
        ("gull on friday, forgot it", (work("gull", "friday"),), ["GULL 06"]),
        ("forgot to log friday: gull", (work("gull", "friday"),), ["GULL 06"]),
        ("j'ai oublié vendredi, c'était gull", (work("gull", "vendredi"),), ["GULL 06"]),
        ("jeudi j'étais malade et vendredi j'ai bossé sur gull", (sick("jeudi"), work("gull", "vendredi")),
         ["sick 05", "GULL 06"]),
        ("mon to thu i worked on gull", (work("gull", "mon to thu"),), ["GULL 02 03 04 05"]),
        ("i was on gull monday, thursday and friday", (work("gull", "monday, thursday and friday"),),
         ["GULL 02 05 06"]),
        # told on in the order of the days
        ("i was sick thursday, gull friday", (sick("thursday"), work("gull", "friday")), ["sick 05", "GULL 06"]),
        ("tuesday was gull, wednesday was vela", (work("gull", "tuesday"), work("vela", "wednesday")),
         ["GULL 03", "VELA 04"]),
        ("monday was gull, thursday was vela", (work("gull", "monday"), work("vela", "thursday")),
         ["GULL 09", "VELA 05"]),
        ("last mon-tue gull, wed-thu vela, fri sick",
         (work("gull", "last mon-tue"), work("vela", "wed-thu"), sick("fri")), ["GULL 02 03", "VELA 04 05", "sick 06"]),
    ],
)  # fmt: skip
def test_they_are_of_last_week(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull friday", (work("gull", "friday"),), ["GULL 13"]),
        ("i'm on gull friday", (work("gull", "friday"),), ["GULL 13"]),
        ("monday i was on gull", (work("gull", "monday"),), ["GULL 09"]),
        ("i was on gull monday, thursday sick", (work("gull", "monday"), sick("thursday")), ["GULL 09", "sick 12"]),
        ("i was on gull monday, thursday and friday i'm sick", (work("gull", "monday"), sick("thursday and friday")),
         ["GULL 09", "sick 12 13"]),
        ("forgot, thursday is gull", (work("gull", "thursday"),), ["GULL 12"]),
        ("i was supposed to be on vela friday but it's gull", (work("gull", "friday"),), ["GULL 13"]),
        ("this week i did gull on thursday", (work("gull", "thursday"),), ["GULL 12"]),
        ("i did vela yesterday, gull friday", (work("vela", "yesterday"), work("gull", "friday")),
         ["VELA 09", "GULL 13"]),
        ("vendredi je suis sur gull, lundi j'étais sur vela", (work("gull", "vendredi"), work("vela", "lundi")),
         ["GULL 13", "VELA 09"]),
    ],
)  # fmt: skip
def test_days_that_may_be_ahead_are_of_this_week(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


def test_a_name_is_no_verb_and_no_day() -> None:
    assert spans_over("Did on friday", TUESDAY) != []  # as a word; a project of that name is blanked out before
    assert spans_over("\x00\x00\x00 on friday", TUESDAY) == []


def test_a_waiting_line_keeps_its_days() -> None:
    text, line = "no, friday was vela", waiting(100, date(2026, 3, 13), phrase="friday")
    situation = replace(TODAY, pending=(line,), said=("gull friday", text))
    (made,) = mended([work("vela", "friday", replaces="1")], text, situation)
    assert made.arguments["dates"] == "friday"


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("and thursday too", work("gull", "thursday")),
        ("oops sorry it was vela friday", work("vela", "friday", replaces="1")),
    ],
)
def test_what_follows_is_of_the_week_of_the_line(text: str, call: ToolCall) -> None:
    line = waiting(100, date(2026, 3, 6), phrase="friday last week")
    situation = replace(TODAY, pending=(line,), said=("i was on gull friday", text))
    (made,) = mended([call], text, situation)
    assert made.arguments["dates"] == f"{call.arguments['dates']} last week"
    assert days_over_said(str(made.arguments["dates"]), situation.said, TUESDAY)


def test_another_day_of_this_week_may_follow_such_a_line() -> None:
    line = waiting(100, date(2026, 3, 6), phrase="friday last week")
    text = "vela thursday"
    situation = replace(TODAY, pending=(line,), said=("i was on gull friday", text))
    (made,) = mended([work("vela", "thursday")], text, situation)
    assert made.arguments["dates"] == "thursday"


def test_last_week_is_not_said_where_nothing_is_over() -> None:
    assert not days_over_said("friday last week", ("gull friday",), TUESDAY)
    assert not days_over_said("friday last week", ("i did gull on friday", "vela thursday"), date(2026, 3, 14))
    assert not days_over_said("thursday last week", ("i did gull on friday", "vela"), TUESDAY)
