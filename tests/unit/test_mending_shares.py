"""The rest of a day, and the day that was named before: taken from what was said, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from bot.tools.shares import rest_of_the_day
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called, shown

TUESDAY, MONDAY = date(2026, 3, 10), date(2026, 3, 9)


def waiting(percent: int, *days: date, phrase: str = "tuesday") -> Proposal:
    """A line of Gull on these days."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    return Proposal(
        id="p", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="add_activities",
        arguments={"project": "GULL", "percent": percent}, phrases={"project": "gull", "dates": phrase},
        change=Change(ANA.email, added=tuple(Entry(ANA.email, day, percent, project="GULL") for day in days)),
        before=(), created_at=now, expires_at=now,
    )  # fmt: skip


def after(text: str, *lines: Proposal) -> object:
    """The situation behind a message, with these lines waiting."""
    return replace(SITUATION, pending=lines, said=("gull tuesday, sick wednesday", text))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("half of today gull, the rest anchor", "the rest"),
        ("un quart gull aujourd'hui, le reste sur anchor", "le reste"),
        ("today half gull, anchor the rest of the day", "the rest of the day"),
        ("half gull today, anchor today", ""),
        ("today half gull, and anchor today, the rest i will say later", ""),
        ("half gull today, the rest of the week anchor", ""),
    ],
)
def test_the_rest_is_the_amount_of_what_stands_beside_it(text: str, amount: str) -> None:
    """The rest of a week is days."""
    day = "aujourd'hui" if "hui" in text else "today"
    calls = [called("add_activities", project="gull", dates=day, percent="half" if "half" in text else "un quart"),
             called("add_activities", project="anchor", dates=day)]  # fmt: skip
    made = mended(calls, text, after(text))  # type: ignore[arg-type]
    assert made[1].arguments.get("percent", "") == amount


@pytest.mark.parametrize(
    ("phrase", "said", "lines", "percent"),
    [
        ("the rest", "three quarters of today gull, the rest anchor", [], 25),
        ("le reste", "le reste sur anchor", [waiting(75, TUESDAY)], 25),
        ("rest of that day", "anchor rest of that day", [waiting(25, TUESDAY)], 75),
        ("the rest", "a quarter gull, half vela, the rest anchor", [], None),  # the model does not know this either
        ("the rest", "the rest anchor", [waiting(100, TUESDAY)], None),
        ("the rest", "the rest anchor", [], None),
        ("the rest of the week", "half gull, the rest of the week anchor", [], None),
    ],
)
def test_the_rest_is_what_the_only_other_amount_leaves(
    phrase: str, said: str, lines: list[Proposal], percent: int | None
) -> None:
    """Of the message, or else of the card; otherwise it is asked for."""
    assert rest_of_the_day(phrase, after(said, *lines)) == percent  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "call", "lines", "right"),
    [
        ("and anchor that afternoon", {"tool": "add_absence", "reason": "sick", "dates": "tuesday"},
         [waiting(50, TUESDAY)], "add_activities project=anchor dates=tuesday percent=afternoon"),
        ("et anchor cet après-midi", {"tool": "add_absence", "reason": "sick", "dates": "tuesday"},
         [waiting(50, TUESDAY)], "add_activities project=anchor dates=tuesday percent=cet après-midi"),
        ("and off from anchor that afternoon", {"tool": "add_absence", "reason": "sick", "dates": "tuesday"},
         [waiting(50, TUESDAY)], "add_absence reason=sick dates=tuesday percent=afternoon"),
        ("and sick that afternoon", {"tool": "add_absence", "reason": "sick", "dates": "tuesday"},
         [waiting(50, TUESDAY)], "add_absence reason=sick dates=tuesday percent=afternoon"),
        ("and anchor for the remaining quarter", {"tool": "add_activities", "project": "anchor",
         "dates": "the remaining", "percent": "quarter"},
         [waiting(75, TUESDAY)], "add_activities project=anchor dates=tuesday percent=quarter"),
        ("anchor rest of that day", {"tool": "add_activities", "project": "anchor", "dates": "rest of that day"},
         [waiting(25, TUESDAY)], "add_activities project=anchor dates=tuesday percent=rest of that day"),
        ("anchor rest of that day", {"tool": "add_activities", "project": "anchor", "dates": "rest of that day"},
         [waiting(25, MONDAY, TUESDAY)], "add_activities project=anchor dates=rest of that day"),
        ("anchor for whenever", {"tool": "add_activities", "project": "anchor", "dates": "whenever"},
         [waiting(25, TUESDAY)], "add_activities project=anchor dates=whenever"),
    ],
)  # fmt: skip
def test_that_day_is_the_one_of_the_only_line(text: str, call: dict, lines: list[Proposal], right: str) -> None:
    """Where a line has several days, or nothing points at it, the day is asked for."""
    arguments = dict(call)
    made = mended([called(arguments.pop("tool"), **arguments)], text, after(text, *lines))  # type: ignore[arg-type]
    assert shown(made) == [right]
