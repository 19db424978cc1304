"""A week that is said first and holds for "every day" behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from bot.tools.mending_weeks import within_the_week
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "dates", "meant"),
    [
        ("last week was gull every day except wed", "every day except wed", "last week except wed"),
        ("la semaine dernière gull tous les jours sauf mardi", "tous les jours sauf mardi",
         "semaine dernière sauf mardi"),
        ("done on a sunday: last week was gull every day", "every day", "last week"),
        ("gull every day except wed", "every day except wed", "every day except wed"),
        ("gull every day of last week", "every day of last week", "every day of last week"),
        ("last week and this week gull every day", "every day", "every day"),
        ("i'm back from rtt next week. gull every day please", "every day", "every day"),
        ("la semaine dernière j'étais en rtt, sinon gull tous les jours", "tous les jours", "tous les jours"),
        ("lost my sheet last week, gull every day in february", "every day", "every day"),
    ],
)  # fmt: skip
def test_every_day_is_of_the_only_week_that_is_named_before_it(text: str, dates: str, meant: str) -> None:
    """Without one, or with two, it is left as it is."""
    (call,) = within_the_week([called("add_activities", project="gull", dates=dates)], text, SITUATION)
    assert call.arguments["dates"].removeprefix("la ") == meant


def test_the_day_that_is_left_out_is_the_absence() -> None:
    """Though a model gave it all the days of the work."""
    text = "last week was gull every day except wed, wed i was sick"
    calls = [
        called("add_activities", project="gull", dates="every day except wed"),
        called("add_absence", reason="sick", dates="every day except wed"),
    ]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == [
        "add_activities project=gull dates=last week except wed",
        "add_absence reason=sick dates=wed last week",
    ]


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("Last week I did, let me think, Monday and Tuesday on Gull", "Monday and Tuesday",
         "Monday and Tuesday Last week"),
        ("last week was hell. monday gull", "monday", "monday"),  # a sentence of its own
        ("last week i was sick, gull monday", "monday", "monday"),  # something else is said of it
        ("last week gull monday, next week anchor tuesday", "monday", "monday"),  # there are two
        ("last week monday gull", "last week monday", "last week monday"),
        ("ok alors la semaine prochaine gull lundi mardi et anchor jeudi", "lundi mardi",
         "lundi mardi semaine prochaine"),
    ],
)  # fmt: skip
def test_a_week_at_the_head_of_a_sentence_is_that_of_its_days(text: str, dates: str, right: str) -> None:
    """Behind it nothing but days and projects is said."""
    call = called("add_activities", project="Gull", dates=dates)
    assert shown(mended([call], text, replace(SITUATION, said=(text,)))) == [
        f"add_activities project=Gull dates={right}"
    ]


def test_two_weeks_each_hold_for_what_follows_them() -> None:
    """The days of the first are not this week's."""
    text = "so last week: gull monday to thursday, annual leave friday. then this week vela mon and tue"
    calls = [
        called("add_activities", project="gull", dates="monday to thursday"),
        called("add_absence", reason="paid_leave", dates="friday"),
        called("add_activities", project="vela", dates="mon and tue"),
    ]
    assert shown(within_the_week(calls, text, SITUATION)) == [
        "add_activities project=gull dates=monday to thursday last week",
        "add_absence reason=paid_leave dates=friday last week",
        "add_activities project=vela dates=mon and tue this week",
    ]


def test_a_day_before_the_first_week_leaves_all_as_they_are() -> None:
    text = "gull monday. last week vela tuesday, this week anchor wednesday"
    calls = [called("add_activities", project=p, dates=d) for p, d in (("gull", "monday"), ("vela", "tuesday"))]
    assert within_the_week(calls, text, SITUATION) == calls


def test_a_day_that_a_week_leaves_out_is_that_weeks() -> None:
    """ "Except wednesday = rtt" is no wednesday of today's week, and the project has none on it."""
    text = "semaine du 23 mars : gull, sauf mercredi = RTT"
    calls = [
        called("add_activities", project="gull", dates="semaine du 23 mars"),
        called("add_absence", reason="rtt", dates="mercredi"),
    ]
    assert shown(within_the_week(calls, text, SITUATION)) == [
        "add_activities project=gull dates=semaine du 23 mars sauf mercredi",
        "add_absence reason=rtt dates=mercredi semaine du 23 mars",
    ]
