"""Sentences that are like those which code mends, and mean something else: found by a review of the mends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in
from bot.tools.left_alone import left_alone
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown
from tests.unit.test_mending_shares import MONDAY, TUESDAY, waiting


def work(project: str, dates: str, **more: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates, **more)


def away(reason: str, dates: str, **more: str) -> ToolCall:
    return called("add_absence", reason=reason, dates=dates, **more)


def days(text: str, *calls: ToolCall, **more: object) -> list[str]:
    """The days, and the amounts, of the calls as mended."""
    made = mended(calls, text, replace(SITUATION, said=(text,), **more))  # type: ignore[arg-type]
    return [
        " ".join(filter(None, (str(c.arguments.get("dates")), str(c.arguments.get("percent") or "")))) for c in made
    ]


@pytest.mark.parametrize("text", ["monday am gull, tuesday pm vela", "am gull on monday", "mon am gull, sick pm"])
def test_a_morning_beside_a_name_is_one(text: str) -> None:
    made = mended([work("gull", "monday", percent="am")], text, replace(SITUATION, said=(text,)))
    assert made[0].arguments.get("percent") == "am"


@pytest.mark.parametrize(
    "text", ["samedi matin, gull; dimanche vela", "saturday night, gull. sunday vela", "a good weekend working on gull"]
)
def test_days_that_are_worked_are_no_wish(text: str) -> None:
    assert left_alone(text, date(2026, 3, 14)) == []


@pytest.mark.parametrize(
    "text", ["31/3 \0\0\0\0, 1/4 \0\0\0\0", "mercredi, 1/4 \0\0\0\0", "1/4 \0\0\0\0, tuesday \0\0\0\0"]
)
def test_dates_beside_names_are_no_fractions(text: str) -> None:
    assert amounts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "calls", "week"),
    [
        ("last week was all gull monday i'm off",
         (work("gull", "last week"), away("paid_leave", "monday")), "last week"),
        ("this week gull thursday and friday off",
         (work("gull", "this week"), away("paid_leave", "thursday and friday")), "this week"),
        ("next week for gull\nfriday off", (work("gull", "next week"),), "next week"),
    ],
)  # fmt: skip
def test_weekdays_of_the_next_thing_narrow_nothing(text: str, calls: tuple[ToolCall, ...], week: str) -> None:
    """What else a rule makes of it, the whole week is not cut down to the other thing's days."""
    assert days(text, *calls)[0].startswith(week)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("gull last week mon-wed, i'll be off on friday", "friday"),
        ("gull la semaine dernière lundi et mardi, je serai en congé vendredi", "vendredi"),
        ("gull last week mon-wed, i am taking thursday off", "thursday"),
        ("gull next week mon tue, was sick wednesday", "wednesday"),
    ],
)
def test_what_is_still_to_come_is_not_of_a_week_that_was(text: str, second: str) -> None:
    first = next(
        dates
        for dates in ("last week mon-wed", "la semaine dernière lundi et mardi", "next week mon tue")
        if dates in text
    )
    assert days(text, work("gull", first), away("paid_leave", second))[1] == second


@pytest.mark.parametrize(
    "text", ["last week gull 75% on monday and vela the rest", "last week gull monday morning, vela the rest"]
)
def test_the_rest_beside_an_amount_is_of_the_day(text: str) -> None:
    made = days(text, work("gull", "monday", percent="75%"), work("vela", "monday", percent="the rest"))
    assert not any("except" in dates for dates in made)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("monday gull half, vela half, tuesday the same but anchor instead of vela", "tuesday"),
        ("monday gull half, vela half, monday the same", "monday"),
        ("monday gull half, vela half, was tuesday the same?", "tuesday"),
    ],
)
def test_not_quite_the_same_is_left_to_the_model(text: str, day: str) -> None:
    calls = [work("gull", "monday", percent="half"), work("vela", "monday", percent="half"), work("anchor", day)]
    made = mended(calls, text, replace(SITUATION, said=(text,)))
    assert [call.arguments["project"] for call in made if "same" in call.id] == []
    assert any(call.arguments["project"] == "anchor" for call in made)


@pytest.mark.parametrize("text", ["also gull yesterday, the 10th", "gull this month on the 10th too"])
def test_a_number_whose_month_is_said_otherwise_stays(text: str) -> None:
    line = waiting(100, date(2026, 2, 2), phrase="2 february")
    assert days(text, work("gull", "the 10th"), pending=(line,)) == ["the 10th"]


def test_leave_that_starts_is_not_the_work_that_waits() -> None:
    text = "my leave starts on thursday"
    line = waiting(100, MONDAY, TUESDAY, WEDNESDAY, phrase="monday to wednesday")
    made = mended([away("paid_leave", "thursday")], text, replace(SITUATION, said=(text,), pending=(line,)))
    assert shown(made) == ["add_absence reason=paid_leave dates=thursday"]


@pytest.mark.parametrize("text", ["all morning", "it was half at all"])
def test_all_of_a_morning_is_not_all_lines(text: str) -> None:
    lines = (waiting(100, MONDAY, phrase="monday"), replace(waiting(100, TUESDAY), id="q", line=2))
    call = called("add_activities", percent=text.split()[-1] if "morning" in text else "half", replaces="2")
    assert len(mended([call], text, replace(SITUATION, said=("x", text), pending=lines))) == 1


@pytest.mark.parametrize(
    ("text", "dates", "percent"),
    [
        ("gull half days mon to wed except tuesday afternoon", "mon to wed except tuesday", "half days"),
        ("gull this week except wednesday morning and afternoon", "this week except wednesday", ""),
    ],
)
def test_an_amount_of_all_days_stays_beside_an_exception(text: str, dates: str, percent: str) -> None:
    amount = {"percent": percent} if percent else {}
    assert len(days(text, work("gull", dates, **amount))) == 1


@pytest.mark.parametrize(
    "text", ["it was vela, the rest is ok", "vela, the rest is fine", "c'était vela, le reste est bon"]
)
def test_the_rest_of_a_card_is_no_amount(text: str) -> None:
    line = waiting(50, MONDAY, phrase="monday")
    situation = replace(SITUATION, said=("gull half monday", text), pending=(line,))
    (made,) = mended([work("vela", "monday", replaces="1")], text, situation)
    assert made.arguments.get("replaces") == "1"


def test_a_name_that_two_projects_share_is_asked_about() -> None:
    """Though one of them is named too."""
    text = "lantern app monday and lantern tuesday"
    calls = [work("lantern app", "monday"), work("lantern", "tuesday")]
    assert mended(calls, text, replace(SITUATION, said=(text,)))[1].arguments["project"] == "lantern"


@pytest.mark.parametrize("text", ["not here friday", "no work friday"])
def test_who_is_not_here_is_away(text: str) -> None:
    assert days(text, away("paid_leave", "friday")) == ["friday"]
