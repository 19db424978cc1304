"""The rest of a day, and the day that was named before: taken from what was said, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from bot.tools.shares import left_beside, rest_of_the_day
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
        ("half gull today, anchor today", left_beside(50)),
        ("today half gull, and anchor today, the rest i will say later", left_beside(50)),
        ("half gull today, the rest of the week anchor", ""),
    ],
)
def test_the_rest_is_the_amount_of_what_stands_beside_it(text: str, amount: str) -> None:
    """The rest of a week is days; what has no amount beside what has one gets what that leaves, in words of code."""
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


@pytest.mark.parametrize(
    ("text", "dates", "amount", "second", "right"),
    [
        ("mon a quarter gull and the rest of the day anchor", "mon", "a quarter", "the rest of the day",
         "dates=mon percent=the rest of the day"),
        ("lundi un quart gull et le reste de la journée anchor", "lundi", "un quart", "le reste de la journée",
         "dates=lundi percent=le reste de la journée"),
        ("mon half gull and the rest of the week anchor", "mon", "half", "the rest of the week",
         "dates=the rest of the week"),
        ("mon gull and the rest of the day anchor", "mon", "", "the rest of the day", "dates=the rest of the day"),
        ("half gull and the rest of the day anchor", "", "half", "the rest of the day", "dates=the rest of the day"),
    ],
)  # fmt: skip
def test_the_rest_of_the_day_is_no_days(text: str, dates: str, amount: str, second: str, right: str) -> None:
    """It is the amount on the day of the call before, where that has a day and a part of it."""
    said = {name: value for name, value in (("dates", dates), ("percent", amount)) if value}
    calls = [called("add_activities", project="gull", **said), called("add_activities", project="anchor", dates=second)]
    assert shown(mended(calls, text, after(text)))[1] == f"add_activities project=anchor {right}"  # type: ignore[arg-type]


def test_the_rest_of_the_day_may_be_an_absence() -> None:
    text = "mon half gull and the rest of the day sick"
    calls = [called("add_activities", project="gull", dates="mon", percent="half"),
             called("add_absence", reason="sick", dates="the rest of the day")]  # fmt: skip
    assert shown(mended(calls, text, after(text)))[1] == (  # type: ignore[arg-type]
        "add_absence reason=sick dates=mon percent=the rest of the day"
    )


@pytest.mark.parametrize(
    ("text", "amount", "second"),
    [
        ("a quarter of today gull, the rest anchor", "a quarter", "the rest"),
        ("today 25% gull, anchor what is left", "25%", "what is left"),
        ("today 25% gull, the rest of the day goes to anchor", "25%", "the rest of the day"),
        ("a quarter gull today and a quarter anchor, the rest is free", "a quarter", "a quarter"),  # said of both
        ("today 25% gull and anchor, the rest vela", "25%", "25%"),  # a third one's
        ("today 25% gull, 25% anchor, the rest vela", "25%", "25%"),
    ],
)
def test_the_only_amount_is_the_first_calls_where_the_other_has_the_rest(text: str, amount: str, second: str) -> None:
    """Though a model gave it to both."""
    calls = [called("add_activities", project=name, dates="today", percent=amount) for name in ("gull", "anchor")]
    made = mended(calls, text, after(text))  # type: ignore[arg-type]
    assert [call.arguments["percent"] for call in made] == [amount, second]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("today 25% gull, what remains of the day anchor", "what remains of the day"),
        ("today 25% gull, what's left goes to anchor", "what's left"),
        ("today 25% gull, anchor what is left of the day", "what is left of the day"),
        ("today 25% gull, ce qui reste anchor", "ce qui reste"),
        ("today 25% gull, ce qui reste de la journée anchor", "ce qui reste de la journée"),
        ("today 25% gull, anchor today, what's left of the week i say later", left_beside(25)),
        ("today 25% gull, anchor today, tell me what's left to do", left_beside(25)),
    ],
)
def test_what_is_left_is_the_rest(text: str, amount: str | None) -> None:
    """Of the day."""
    calls = [called("add_activities", project="gull", dates="today", percent="25%"),
             called("add_activities", project="anchor", dates="today")]  # fmt: skip
    assert mended(calls, text, after(text))[1].arguments.get("percent") == amount  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "percent"),
    [("what remains", 75), ("what's left of the day", 75), ("what is left", 75), ("ce qui reste de la journée", 75),
     ("what is left of the week", None), ("ce qui reste à faire", None), ("what remains to be done", None)],
)  # fmt: skip
def test_what_remains_is_counted_from_the_line(phrase: str, percent: int | None) -> None:
    assert rest_of_the_day(phrase, after(f"anchor {phrase}", waiting(25, TUESDAY))) == percent  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "heard", "right"),
    [
        ("what remains of the day is anchor", {"dates": "what remains"}, "what remains of the day"),
        ("anchor for what is left of the day", {"dates": "the day", "percent": "100"}, "what is left of the day"),
        ("anchor half for what is left of the day", {"dates": "the day", "percent": "half"}, "half"),  # that was said
    ],
)
def test_what_remains_is_of_the_day_that_waits(text: str, heard: dict[str, str], right: str) -> None:
    """An amount that nobody said gives way to it."""
    call = called("add_activities", project="anchor", **heard)
    assert shown(mended([call], text, after(text, waiting(25, TUESDAY)))) == [  # type: ignore[arg-type]
        f"add_activities project=anchor dates=tuesday percent={right}"
    ]
