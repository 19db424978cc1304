"""The rest of this week beside days of it that are named. Today is Thursday 12 March 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.registry import TOOLS
from bot.tools.rest_of_week import rest_of_week_said
from tests.unit.small_company import SITUATION, called

THURSDAY = date(2026, 3, 12)
REST = "the rest of the week"


def work(project: str, dates: str, **more: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates, **more)


def rest_of(text: str, *calls: ToolCall) -> str:
    """The days of March that the card shows for Vela."""
    situation = replace(SITUATION, today=THURSDAY, said=(text,))
    resolved = [TOOLS[c.tool].resolve(c.arguments, situation).arguments for c in mended(calls, text, situation)]
    return " ".join(day[8:] for line in resolved if line.get("project") == "VELA" for day in line["dates"])


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull monday and tuesday, vela the rest of the week", (work("gull", "monday and tuesday"), work("vela", REST)),
         "11 12 13"),
        ("monday sick, rest of the week vela",
         (called("add_absence", reason="sick", dates="monday"), work("vela", "rest of the week")), "10 11 12 13"),
        ("gull lundi, mercredi anchor, vela le reste de la semaine",
         (work("gull", "lundi"), work("anchor", "mercredi"), work("vela", "le reste de la semaine")), "10 12 13"),
        ("gull mon to wed, vela the rest of the week", (work("gull", "mon to wed"), work("vela", REST)), "12 13"),
    ],
)  # fmt: skip
def test_it_is_what_nothing_else_has(text: str, calls: tuple[ToolCall, ...], right: str) -> None:
    assert rest_of(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("vela the rest of the week", (work("vela", REST),)),
        # the Monday is not among the others, nor is it this week's, or it is only half of one
        ("gull wednesday, vela the rest of the week", (work("gull", "wednesday"), work("vela", REST))),
        ("gull last monday, vela the rest of the week", (work("gull", "last monday"), work("vela", REST))),
        ("gull monday morning, vela the rest of the week",
         (work("gull", "monday", percent="morning"), work("vela", REST))),
    ],
)  # fmt: skip
def test_alone_it_begins_today(text: str, calls: tuple[ToolCall, ...]) -> None:
    assert rest_of(text, *calls) == "12 13"


def test_such_days_are_said_only_where_the_rest_is() -> None:
    phrase, days = "this week except monday", (date(2026, 3, 10),)
    assert rest_of_week_said(phrase, days, ("sick monday, gull the rest of the week",), THURSDAY)
    assert not rest_of_week_said(phrase, days, ("sick monday, gull",), THURSDAY)
    assert not rest_of_week_said(phrase, days, ("sick tuesday, gull the rest of the week",), THURSDAY)
    assert not rest_of_week_said(phrase, (date(2026, 3, 9),), ("sick monday, gull the rest of the week",), THURSDAY)
