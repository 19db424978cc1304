"""Bare numbers behind the only month of a message. Today is Tuesday 7 April 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.month_before import days_of_the_month_before_said
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, called
from tests.unit.test_mending_corrections import line

TODAY = replace(SITUATION, today=date(2026, 4, 7))


def work(project: str, dates: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates)


def sick(dates: str) -> ToolCall:
    return called("add_absence", reason="sick", dates=dates)


def lines(text: str, *calls: ToolCall) -> list[str]:
    """The calls as mended and resolved: their first day, their last one and how many there are."""
    situation = replace(TODAY, said=(text,))
    resolved = [TOOLS[c.tool].resolve(c.arguments, situation).arguments for c in mended(calls, text, situation)]
    return [
        f"{r.get('project') or r.get('reason')} {r['dates'][0][5:]} {r['dates'][-1][5:]} {len(r['dates'])}"
        for r in resolved
    ]


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull all of march, sick on the 20th", (work("gull", "all of march"), sick("the 20th")),
         ["GULL 03-02 03-31 21", "sick 03-20 03-20 1"]),
        ("gull all of march except the 20th when i was sick",
         (work("gull", "all of march except the 20th"), sick("the 20th")),
         ["GULL 03-02 03-31 21", "sick 03-20 03-20 1"]),
        ("tout février sur gull, malade le 20", (work("gull", "tout février"), sick("le 20")),
         ["GULL 02-02 02-27 19", "sick 02-20 02-20 1"]),
        ("gull 2 to 6 march, vela the 9th", (work("gull", "2 to 6 march"), work("vela", "the 9th")),
         ["GULL 03-02 03-06 5", "VELA 03-09 03-09 1"]),
        ("all march gull, fridays vela", (work("gull", "all march"), work("vela", "fridays")),
         ["GULL 03-02 03-31 18", "VELA 03-06 03-27 4"]),
        ("tout mars gull sauf les vendredis vela", (work("gull", "tout mars"), work("vela", "les vendredis")),
         ["GULL 03-02 03-31 22", "VELA 04-03 04-24 4"]),
        ("tout février gull sauf les vendredis vela", (work("gull", "tout février"), work("vela", "les vendredis")),
         ["GULL 02-02 02-26 16", "VELA 02-06 02-27 4"]),
        ("march: gull 2-6, vela 9-13", (work("gull", "2-6"), work("vela", "9-13")),
         ["GULL 03-02 03-06 5", "VELA 03-09 03-13 5"]),
        ("gull last month, vela the 9th and 10th", (work("gull", "last month"), work("vela", "the 9th and 10th")),
         ["GULL 03-02 03-31 20", "VELA 03-09 03-10 2"]),
    ],
)  # fmt: skip
def test_they_are_of_that_month(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        # before the month, in another sentence, of two months, or what the month is said of is no work
        ("sick the 20th, gull all of march", (sick("the 20th"), work("gull", "all of march")), "04-20"),
        ("gull all of march. vela the 20th", (work("gull", "all of march"), work("vela", "the 20th")), "04-20"),
        ("gull 9 march and 8 february, vela the 20th",
         (work("gull", "9 march and 8 february"), work("vela", "the 20th")), "04-20"),
        ("send my report of march, vela the 20th", (called("submit_report", month="march"), work("vela", "the 20th")),
         "04-20"),
        # a weekend there, a working day here
        ("gull all of march, vela the 7th", (work("gull", "all of march"), work("vela", "the 7th")), "04-07"),
        # the numbers begin anew, a plan, a month that is only spoken of or is to come
        ("gull 26 to 31 march, vela the 20th", (work("gull", "26 to 31 march"), work("vela", "the 20th")), "04-20"),
        ("i did gull all march, i will be on vela the 20th", (work("gull", "all march"), work("vela", "the 20th")),
         "04-20"),
        ("my march report is sent, sick on the 20th", (sick("the 20th"),), "04-20"),
        ("gull until end of march, vela the 20th", (work("gull", "until end of march"), work("vela", "the 20th")),
         "04-20"),
        ("leave in august, gull the 20th", (called("add_absence", reason="paid_leave", dates="august"),
         work("gull", "the 20th")), "04-20"),
        # a word as well as a month
        ("gull may be over, vela the 20th", (work("vela", "the 20th"),), "04-20"),
    ],
)  # fmt: skip
def test_other_numbers_are_of_this_month(text: str, calls: tuple[ToolCall, ...], right: str) -> None:
    situation = replace(TODAY, said=(text,))
    made = [call for call in mended(calls, text, situation) if "dates" in call.arguments]
    days = [TOOLS[call.tool].resolve(call.arguments, situation).arguments["dates"] for call in made]
    assert [f"2026-{right}"] in days


def test_such_days_are_said_only_where_the_month_is() -> None:
    day = (date(2026, 3, 9),)
    said = "gull 2 to 6 march, vela the 9th"
    assert days_of_the_month_before_said("the 9th march", day, (said,), TODAY.today)
    assert not days_of_the_month_before_said("the 9th march", day, ("gull in march. vela the 9th",), TODAY.today)
    assert not days_of_the_month_before_said("the 10th march", (date(2026, 3, 10),), (said,), TODAY.today)
    assert not days_of_the_month_before_said("the 9th february", (date(2026, 2, 9),), (said,), TODAY.today)


def test_a_new_list_behind_a_card_corrects_nothing_of_it() -> None:
    """In this month 11 and 12 are a weekend; the waiting line is not lost for them."""
    text, waits = "march: gull 9-10, vela 11-12", line(1, "ANC", "thursday", 1)
    situation = replace(TODAY, pending=(waits,), said=("anchor thursday", text))
    made = mended(
        [work("gull", "9-10"), called("add_activities", project="vela", dates="11-12", replaces="1")], text, situation
    )
    assert [dict(call.arguments) for call in made] == [
        {"project": "gull", "dates": "9-10 march"},
        {"project": "vela", "dates": "11-12 march"},
    ]
