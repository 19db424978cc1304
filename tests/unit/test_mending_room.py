"""A week with something else in it is the week without that; beside half a day there is half a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_room import with_room_for_each
from bot.tools.shares import left_beside
from tests.unit.small_company import SITUATION, called, shown


def work(project: str, dates: str, **more: str) -> ToolCall:
    """A call that adds work."""
    return called("add_activities", project=project, dates=dates, **more)


def away(reason: str, dates: str, **more: str) -> ToolCall:
    """A call that adds an absence."""
    return called("add_absence", reason=reason, dates=dates, **more)


def roomy(text: str, *calls: ToolCall) -> list[str]:
    """The calls after a message, each with room."""
    return shown(with_room_for_each(calls, replace(SITUATION, said=(text,))))


@pytest.mark.parametrize(
    ("text", "calls", "dates"),
    [
        ("gull all week, sick wednesday", [work("gull", "all week"), away("sick", "wednesday")],
         ["all week except wednesday", "wednesday"]),
        ("sick wednesday, otherwise gull all week", [away("sick", "wednesday"), work("gull", "all week")],
         ["wednesday", "all week except wednesday"]),
        ("gull mon to fri, anchor tue, sick thu and fri",
         [work("gull", "mon to fri"), work("anchor", "tue"), away("sick", "thu and fri")],
         ["mon to fri except tue and thu and fri", "tue", "thu and fri"]),
        ("gull all week except monday, sick friday", [work("gull", "all week except monday"), away("sick", "friday")],
         ["all week except monday and friday", "friday"]),
        ("gull toute la semaine, rtt mercredi", [work("gull", "toute la semaine"), away("rtt", "mercredi")],
         ["toute la semaine except mercredi", "mercredi"]),
        ("off all week, but gull on tuesday", [away("paid_leave", "all week"), work("gull", "tuesday")],
         ["all week except tuesday", "tuesday"]),
    ],
)  # fmt: skip
def test_a_range_leaves_out_the_days_of_what_is_named_beside_it(
    text: str, calls: list[ToolCall], dates: list[str]
) -> None:
    made = with_room_for_each(calls, replace(SITUATION, said=(text,)))
    assert [call.arguments["dates"] for call in made] == dates
    assert not any(call.arguments.get("percent") for call in made)


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull monday morning, anchor monday",
         [work("gull", "monday", percent="morning"), work("anchor", "monday")],
         ["add_activities project=gull dates=monday percent=morning",
          f"add_activities project=anchor dates=monday percent={left_beside(50)}"]),
        ("25% gull monday and tuesday, sick monday and tuesday",
         [work("gull", "monday and tuesday", percent="25%"), away("sick", "monday and tuesday")],
         ["add_activities project=gull dates=monday and tuesday percent=25%",
          f"add_absence reason=sick dates=monday and tuesday percent={left_beside(25)}"]),
        ("gull mon to thu, anchor tuesday afternoon",
         [work("gull", "mon to thu"), work("anchor", "tuesday", percent="afternoon")],
         ["add_activities project=gull dates=mon to thu except tuesday",
          f"add_activities project=gull dates=tuesday percent={left_beside(50)}",
          "add_activities project=anchor dates=tuesday percent=afternoon"]),
        ("gull this week, anchor mon morning, vela thu 25%",
         [work("gull", "this week"), work("anchor", "mon", percent="morning"), work("vela", "thu", percent="25%")],
         ["add_activities project=gull dates=this week except mon and thu",
          f"add_activities project=gull dates=mon percent={left_beside(50)}",
          f"add_activities project=gull dates=thu percent={left_beside(25)}",
          "add_activities project=anchor dates=mon percent=morning",
          "add_activities project=vela dates=thu percent=25%"]),
        ("gull all week, wednesday half day anchor half day vela",
         [work("gull", "all week"), work("anchor", "wednesday", percent="half day"),
          work("vela", "wednesday", percent="half day")],
         ["add_activities project=gull dates=all week except wednesday",
          "add_activities project=anchor dates=wednesday percent=half day",
          "add_activities project=vela dates=wednesday percent=half day"]),
        ("gull mon tue / anchor tue arvo", [work("gull", "mon tue"), work("anchor", "tue", percent="arvo")],
         ["add_activities project=gull dates=mon tue except tue",
          f"add_activities project=gull dates=tue percent={left_beside(50)}",
          "add_activities project=anchor dates=tue percent=arvo"]),
    ],
)  # fmt: skip
def test_beside_a_part_of_a_day_there_is_the_rest(text: str, calls: list[ToolCall], right: list[str]) -> None:
    assert roomy(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("gull monday, anchor monday", [work("gull", "monday"), work("anchor", "monday")]),
        ("gull mon tue, anchor tue", [work("gull", "mon tue"), work("anchor", "tue")]),  # both named it
        ("gull mon to wed, anchor wed to fri", [work("gull", "mon to wed"), work("anchor", "wed to fri")]),
        ("gull mornings all week, sick wednesday",
         [work("gull", "all week", percent="mornings"), away("sick", "wednesday")]),
        ("gull all week, gull wednesday morning",
         [work("gull", "all week"), work("gull", "wednesday", percent="morning")]),
        ("gull all week, GULL wednesday morning",
         [work("gull", "all week"), work("GULL", "wednesday", percent="morning")]),
        ("foo all week, anchor wednesday morning",  # foo is asked about: its answer would find one of two lines
         [work("foo", "all week"), work("anchor", "wednesday", percent="morning")]),
        ("gull monday, anchor tuesday", [work("gull", "monday"), work("anchor", "tuesday")]),
        ("gull 25% monday, anchor 50% monday, vela monday",
         [work("gull", "monday", percent="25%"), work("anchor", "monday", percent="50%"), work("vela", "monday")]),
        ("gull all week, delete anchor wednesday",
         [work("gull", "all week"), called("delete_entries", project="anchor", dates="wednesday")]),
        ("no, gull all week, and sick wednesday", [work("gull", "all week", replaces="1"), away("sick", "wednesday")]),
    ],
)  # fmt: skip
def test_what_is_not_plain_stays_as_it_is(text: str, calls: list[ToolCall]) -> None:
    """It is asked about, where it is more than a day (`tests/unit/handlers/test_crowded.py`)."""
    assert roomy(text, *calls) == shown(calls)


def test_a_whole_message_is_mended_so() -> None:
    """Also where it is read as a list."""
    text = "gull all week, sick wednesday"
    made = mended([work("gull", "all week"), away("sick", "wednesday")], text, replace(SITUATION, said=(text,)))
    assert shown(made)[0] == "add_activities project=gull dates=all week except wednesday"
