"""Weekdays that a verb of the past speaks of are over, if nothing else is said of them. Today is Tuesday 10 March."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.past_days import days_over_said, is_over, spans_over
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
        # told on in the order of the days
        ("i was sick thursday, gull friday", (sick("thursday"), work("gull", "friday")), ["sick 05", "GULL 06"]),
        ("mon to thu i worked on gull, friday i was off sick", (work("gull", "mon to thu"), sick("friday")),
         ["GULL 02 03 04 05", "sick 06"]),
        ("i was sick thursday and friday i did gull", (sick("thursday"), work("gull", "friday")),
         ["sick 05", "GULL 06"]),
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


@pytest.mark.parametrize(
    "text",
    [
        # a plan, spoken of in the past
        "i was told to be on \x00 friday", "i was asked to do \x00 thursday and friday", "i was given friday off",
        "my leave for friday was approved", "the meeting was moved to friday so \x00 friday",
        "i had planned friday off",
        "j'ai été mis sur \x00 jeudi et vendredi", "congé vendredi, j'ai eu l'accord", "congés d'été vendredi",
        "j'ai posé vendredi", "paid leave friday, had a family thing", "took friday off",
        # the verb of another day
        "i did \x00 today and \x00 friday", "was sick yesterday and \x00 friday", "i worked saturday so friday off",
        "hier j'étais malade et vendredi congé", "i was sick thursday and leave friday",
        "\x00 friday and monday was \x00",
        "i forgot to log yesterday, \x00. leave friday", "j'ai oublié de noter hier \x00, vendredi congé",
        # a week that is filled in before it is over, and days that are left out of it
        "i was on \x00 mon to fri", "i was on \x00 mon to fri except thursday", "worked on \x00 mon-fri, was wfh",
        # a question
        "did you put \x00 on friday? if not add it", "was i on \x00 friday",
        # only one day is last week's
        "last monday \x00, friday leave",
    ],
)  # fmt: skip
def test_these_are_not_over(text: str) -> None:
    """Friday is left as it is; found by a review."""
    assert [dates for dates in ("friday", "vendredi", "mon to fri") if is_over(dates, text, TUESDAY)] == []


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("worked on gull mon to fri but was sick on wednesday",
         (work("gull", "mon to fri except wednesday"), sick("wednesday"))),
        ("i did gull mon to fri, thursday morning i was sick", (work("gull", "mon to fri"), sick("thursday"))),
    ],
)  # fmt: skip
def test_a_week_is_not_told_in_two(text: str, calls: tuple[ToolCall, ...]) -> None:
    made = mended(calls, text, replace(TODAY, said=(text,)))
    assert not any("last week" in str(call.arguments["dates"]) for call in made)


def test_a_plan_behind_a_line_of_last_week_is_a_plan() -> None:
    line = waiting(100, date(2026, 3, 6), phrase="friday last week")
    for text in ("and friday i'll be on vela too", "and i'm also on vela thursday"):
        situation = replace(TODAY, pending=(line,), said=("i was on gull friday", text))
        (made,) = mended([work("vela", "friday" if "friday" in text else "thursday")], text, situation)
        assert "last week" not in str(made.arguments["dates"])


def test_what_is_deleted_stays_as_it_is_said() -> None:
    text = "friday was a mistake, remove it"
    (made,) = mended([called("delete_entries", dates="friday")], text, replace(TODAY, said=(text,)))
    assert made.arguments["dates"] == "friday"


def test_a_name_is_no_verb_and_no_day() -> None:
    assert spans_over("i did it on friday", TUESDAY) != []  # as a word; a project of that name is blanked out before
    assert spans_over("\x00\x00\x00\x00\x00 it on friday", TUESDAY) == []


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
