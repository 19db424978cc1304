"""A week that is named once, apart from its weekdays, holds for them; and which week words mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from bot.tools.mending_only_week import under_the_only_week
from bot.tools.weeks_said import NAMED_WEEK, in_week, monday_of, the_week
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called, shown
from tests.unit.test_mending_corrections import line

LAST_MONDAY, THIS_MONDAY = date(2026, 3, 2), date(2026, 3, 9)


def gull(dates: str) -> ToolCall:
    return called("add_activities", project="gull", dates=dates)


def of_last_week(number: int, project: str, phrase: str, *weekdays: int) -> Proposal:
    """A waiting line on days of the week before today's."""
    added = tuple(Entry(ANA.email, LAST_MONDAY + timedelta(days=n), 100, project=project) for n in weekdays)
    return replace(line(number, project, phrase), change=Change(ANA.email, added=added))


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("Hi, last week I was on gull Mon to Thu", "Mon to Thu", "Mon to Thu last week"),
        ("hello tally, last week was gull mon and tue", "mon and tue", "mon and tue last week"),
        ("hey, next week i will be on gull tue and wed", "tue and wed", "tue and wed next week"),
        ("hey, next week i'm on gull tue and wed", "tue and wed", "tue and wed next week"),
        ("for week 12 gull mon to wed", "mon to wed", "mon to wed week 12"),
        ("hi, for week 12 put me on gull mon to wed", "mon to wed", "mon to wed week 12"),
        ("Bonjour, la semaine dernière j'ai bossé sur gull lundi et mardi", "lundi et mardi",
         "lundi et mardi semaine dernière"),
        ("salut la semaine prochaine je serai sur gull jeudi", "jeudi", "jeudi semaine prochaine"),
        ("last week i was on gull every day", "every day", "last week"),
        ("hello, last week i was working on gull the whole week", "the whole week", "last week"),
    ],
)  # fmt: skip
def test_a_week_at_the_head_holds_for_the_weekdays(text: str, dates: str, right: str) -> None:
    """Behind a greeting, and before no more than a verb and the project."""
    assert shown(mended([gull(dates)], text, replace(SITUATION, said=(text,)))) == [
        f"add_activities project=gull dates={right}"
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("i was on gull mon and tue, like last week", "mon and tue"),  # the same as then, not then
        ("since last week i am on gull, mon and tue", "mon and tue"),
        ("following up on last week, gull mon and tue", "mon and tue"),
        ("hi, last week was busy! on gull mon and tue", "mon and tue"),  # a sentence of its own
        ("last week i was ill, put me on gull mon", "mon"),  # something else is said of it
        ("last week luca was on gull, put me on mon", "mon"),
        ("tell luca that last week i was on gull mon", "mon"),
        ("next week i will be on gull today", "today"),  # no day of that week
        ("last week i was on gull wednesday 4 march", "wednesday 4 march"),  # says itself which
        ("gull mon and tue", "mon and tue"),
    ],
)
def test_a_week_that_is_spoken_of_otherwise_holds_for_nothing(text: str, dates: str) -> None:
    assert shown(mended([gull(dates)], text, replace(SITUATION, said=(text,)))) == [
        f"add_activities project=gull dates={dates}"
    ]


def test_all_weekdays_of_the_message_are_of_that_week() -> None:
    """Also those of an absence."""
    text = "hi, last week i was on gull mon to wed and sick thu and fri"
    calls = [gull("mon to wed"), called("add_absence", reason="sick", dates="thu and fri")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == [
        "add_activities project=gull dates=mon to wed last week",
        "add_absence reason=sick dates=thu and fri last week",
    ]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("hi, last week i was on gull mon to wed, today sick", called("add_absence", reason="sick", dates="today")),
        ("hi, last week i was on gull mon to wed, anchor thursday 12 march",
         called("add_activities", project="anchor", dates="thursday 12 march")),
        ("hi, last week i was on gull mon to wed, delete anchor friday",
         called("delete_entries", project="anchor", dates="friday")),
    ],
)  # fmt: skip
def test_beside_days_of_another_kind_all_stay_as_they_are(text: str, other: ToolCall) -> None:
    """Nobody knows how far the week reaches."""
    calls = [gull("mon to wed"), other]
    assert under_the_only_week(calls, text, replace(SITUATION, said=(text,))) == calls


def test_a_correction_of_a_line_keeps_its_own_days() -> None:
    text = "no, last week i was on gull mon to wed"
    calls = [replace(gull("mon to wed"), arguments={"project": "gull", "dates": "mon to wed", "replaces": "1"})]
    assert under_the_only_week(calls, text, replace(SITUATION, said=(text,))) == calls


def test_a_call_without_days_gets_none() -> None:
    """What the days are is asked; those that are said are placed."""
    text = "last week i was on gull mon and tue, and i want my report"
    calls = [gull("mon and tue"), called("get_report")]
    assert shown(under_the_only_week(calls, text, replace(SITUATION, said=(text,)))) == [
        "add_activities project=gull dates=mon and tue last week",
        "get_report",
    ]


@pytest.mark.parametrize(
    ("text", "dates", "before", "right"),
    [
        ("and vela wed to fri that same week", "wed to fri", "gull mon and tue last week", "wed to fri last week"),
        ("vela wed that week", "wed", "gull mon and tue last week", "wed last week"),
        ("et vela mer à ven la même semaine", "mer à ven", "gull lun et mar semaine dernière",
         "mer à ven semaine dernière"),
        ("vela wed to fri", "wed to fri", "gull mon and tue last week", "wed to fri"),  # nothing points
        ("vela wed to fri that same week", "wed to fri", "gull 2 and 3 march", "wed to fri"),  # nobody named it
        ("vela today that same week", "today", "gull mon and tue last week", "today"),
    ],
)  # fmt: skip
def test_the_same_week_is_that_of_what_waits(text: str, dates: str, before: str, right: str) -> None:
    """In the words that named it."""
    situation = replace(SITUATION, said=(before, text), pending=(of_last_week(1, "GULL", before[5:], 0, 1),))
    call = called("add_activities", project="vela", dates=dates)
    assert shown(mended([call], text, situation)) == [f"add_activities project=vela dates={right}"]


def test_of_two_weeks_that_wait_none_is_the_same() -> None:
    text, before = "vela wed to fri that same week", "gull mon and tue last week, anchor monday"
    lines = (of_last_week(1, "GULL", "mon and tue last week", 0, 1), line(2, "ANC", "monday", 0))
    calls = [called("add_activities", project="vela", dates="wed to fri")]
    assert mended(calls, text, replace(SITUATION, said=(before, text), pending=lines)) == tuple(calls)
    assert mended(calls, text, replace(SITUATION, said=(text,))) == tuple(calls)  # and where nothing waits


@pytest.mark.parametrize(
    ("day", "monday"),
    [(WEDNESDAY, THIS_MONDAY), (THIS_MONDAY, THIS_MONDAY), (date(2026, 3, 8), LAST_MONDAY),
     (date(2026, 1, 1), date(2025, 12, 29))],
)  # fmt: skip
def test_a_week_begins_on_its_monday(day: date, monday: date) -> None:
    assert monday_of(day) == monday
    assert the_week([day, monday]) == monday


def test_days_of_two_weeks_or_none_have_no_week() -> None:
    assert the_week([THIS_MONDAY, date(2026, 3, 8)]) is None
    assert the_week([]) is None


@pytest.mark.parametrize(
    ("dates", "texts", "right"),
    [
        ("tue", ["gull mon last week"], "tue last week"),
        ("tue to thu", ["gull last week", "vela next week"], "tue to thu last week"),  # only one of them is meant
        ("mardi", ["gull semaine 10"], "mardi semaine 10"),
        ("mardi", ["gull la semaine passée"], "mardi semaine passée"),
        ("tue", ["gull next week"], ""),
        ("tue", ["gull monday"], ""),
        ("tue", [], ""),
        ("gull", ["gull mon last week"], ""),
    ],
)
def test_weekdays_are_placed_in_a_week_by_words_that_were_said(dates: str, texts: list[str], right: str) -> None:
    assert in_week(dates, LAST_MONDAY, texts, WEDNESDAY) == right


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("gull Last Week, mon", "Last Week"),
        ("week 9 please", "week 9"),
        ("la semaine d'avant j'étais malade", "semaine d'avant"),
        ("cette semaine gull", "cette semaine"),
        ("two weeks of gull", None),
        ("gull by the end of the week", None),
        ("the last weekend", None),
        ("la semaine type", None),
    ],
)
def test_a_week_is_named_by_words_that_say_which(text: str, week: str | None) -> None:
    found = NAMED_WEEK.search(text)
    assert (found.group() if found else None) == week


def test_of_two_weeks_in_a_message_none_is_the_only_one() -> None:
    text = "next week is for gull mon, i think, or week 14"
    assert under_the_only_week([gull("mon")], text, replace(SITUATION, said=(text,))) == [gull("mon")]
