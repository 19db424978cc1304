"""Days in a week that is named once: behind its first days, beside a project, as the rest of it; and its grounding."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.days_left import days_of_a_week_said, week_of_a_project_said
from bot.tools.mending import mended
from bot.tools.registry import TOOLS
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called, shown


def work(project: str, dates: str, **more: str) -> ToolCall:
    return called("add_activities", project=project, dates=dates, **more)


def lines(text: str, *calls: ToolCall) -> list[str]:
    """The calls as mended and resolved: what they are about, and the days of March 2026 that a card would show."""
    situation = replace(SITUATION, said=(text,))
    made = mended(calls, text, situation)
    resolved = [TOOLS[call.tool].resolve(call.arguments, situation).arguments for call in made]
    return [f"{r.get('project') or r.get('reason')} {' '.join(day[8:] for day in r['dates'])}" for r in resolved]


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull last week mon-wed, and thursday i was down with a bug",
         (work("gull", "last week mon-wed"), called("add_absence", reason="sick", dates="thursday")),
         ["GULL 02 03 04", "sick 05"]),
        ("gull last week mon-wed, vela thursday", (work("gull", "last week mon-wed"), work("vela", "thursday")),
         ["GULL 02 03 04", "VELA 05"]),
        ("vela last week monday and tuesday, wednesday sick",
         (work("vela", "last week monday and tuesday, wednesday"),
          called("add_absence", reason="sick", dates="wednesday")), ["VELA 02 03", "sick 04"]),
        ("gull semaine dernière lundi et mardi, mercredi RTT",
         (work("gull", "semaine dernière lundi et mardi"), called("add_absence", reason="rtt", dates="mercredi")),
         ["GULL 02 03", "rtt 04"]),
        ("next week mon tue gull, wed vela, thu rtt",
         (work("gull", "next week mon tue"), work("vela", "wed"), called("add_absence", reason="rtt", dates="thu")),
         ["GULL 16 17", "VELA 18", "rtt 19"]),
        ("last week gull mon-wed, luca was on vela thursday", (work("gull", "last week"),),
         ["GULL 02 03 04"]),
    ],
)  # fmt: skip
def test_the_week_goes_on(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        # the whole week is said of Gull: monday is another one
        ("gull last week, vela monday", (work("gull", "last week"), work("vela", "monday")),
         ["GULL 02 03 04 05 06", "VELA 09"]),
        # a new sentence, or a word that begins anew
        ("gull last week mon-wed. vela thursday", (work("gull", "last week mon-wed"), work("vela", "thursday")),
         ["GULL 02 03 04", "VELA 12"]),
        ("gull last week mon-wed then vela thursday", (work("gull", "last week mon-wed"), work("vela", "thursday")),
         ["GULL 02 03 04", "VELA 12"]),
        # the weekdays do not go on
        ("gull last week mon-wed, vela tuesday", (work("gull", "last week mon-wed"), work("vela", "tuesday")),
         ["GULL 02 03 04", "VELA 10"]),
        # days of another kind
        ("gull last week mon-wed, vela thursday, sick today",
         (work("gull", "last week mon-wed"), work("vela", "thursday"),
          called("add_absence", reason="sick", dates="today")), ["GULL 02 03 04", "VELA 12", "sick 11"]),
    ],
)  # fmt: skip
def test_where_it_does_not_go_on(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("next week gull mon tue, vela the rest", ["GULL 16 17", "VELA 18 19 20"]),
        ("next week gull mon tue, vela the rest except friday which is rtt", ["GULL 16 17", "VELA 18 19", "rtt 20"]),
        ("next week: gull mon tue, vela the other days", ["GULL 16 17", "VELA 18 19 20"]),
        ("la semaine suivante gull lundi mardi, vela le reste sauf vendredi RTT",
         ["GULL 16 17", "VELA 18 19", "rtt 20"]),
        ("last week i was on gull monday and on vela the rest of the week", ["GULL 02", "VELA 03 04 05 06"]),
    ],
)  # fmt: skip
def test_the_rest_of_a_week_that_is_named(text: str, right: list[str]) -> None:
    """Whatever a model called: here the week for the one and the days of that for the other."""
    assert lines(text, work("gull", "next week"), work("vela", "mon tue")) == right


def test_where_it_is_no_list_the_days_are_in_the_order_of_the_message() -> None:
    text = "next week im out mon tue (rtt), rest is vela"
    wrong = (called("add_absence", reason="rtt", dates="next week, mon tue"), work("vela", "mon tue"))
    assert lines(text, *wrong) == ["rtt 16 17", "VELA 18 19 20"]


@pytest.mark.parametrize(
    "text",
    [
        "next week gull mon tue, vela the rest of the day",
        "gull mon tue, vela the rest",  # of which week?
        "next week gull mon tue, vela the rest?",
        "next week gull mon to fri, vela the rest",  # nothing is left
        "next week gull mon tue, luca has the rest",
    ],
)
def test_what_is_no_rest_of_a_week(text: str) -> None:
    made = mended((work("gull", "mon tue"),), text, replace(SITUATION, said=(text,)))
    assert not any("except" in line for line in shown(made))


@pytest.mark.parametrize(
    ("phrase", "texts", "said"),
    [
        ("friday last week", ["gull last week mon-wed, thursday sick", "no, friday"], True),
        ("friday last week", ["gull last week mon-wed, friday vela"], True),
        ("friday last week", ["gull last week mon-wed", "no, thursday"], False),
        ("friday last week", ["gull friday", "no, friday"], False),
        ("friday last week", ["gull last week friday", "no, monday"], False),  # the newest words say which day
        ("the 6th last week", ["gull last week mon-wed", "no, the 6th"], False),
    ],
)
def test_a_weekday_of_a_week_that_was_said(phrase: str, texts: list[str], said: bool) -> None:
    assert days_of_a_week_said(phrase, [date(2026, 3, 6)], texts, WEDNESDAY) is said


def waiting(dates: str, *days: date) -> Proposal:
    """A line of paid leave on these days."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    return Proposal(
        id="p", conversation_id="c", card_id="k", line=1, owner=ANA.email, tool="add_absence",
        arguments={"reason": "paid_leave", "percent": 100}, phrases={"reason": "paid_leave", "dates": dates},
        change=Change(ANA.email, added=tuple(Entry(ANA.email, day, 100, reason="paid_leave") for day in days)),
        before=(), created_at=now, expires_at=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "text", "call", "right"),
    [
        ("du 21 au 24 avril", "et le 28 aussi", {"reason": "paid_leave", "dates": "le 28"}, "le 28 avril"),
        ("21 to 24 april", "no, the 22nd", {"reason": "sick", "dates": "the 22nd", "replaces": "1"}, "the 22nd april"),
        ("21 to 24 april", "and the 28th of may", {"reason": "paid_leave", "dates": "the 28th of may"},
         "the 28th of may"),
        ("21 to 24 april", "sick on the 9th", {"reason": "sick", "dates": "the 9th"}, "the 9th"),  # another matter
        ("the week after easter", "and the 28th", {"reason": "paid_leave", "dates": "the 28th"}, "the 28th"),
    ],
)  # fmt: skip
def test_a_number_is_of_the_month_of_what_it_goes_on_from(before: str, text: str, call: dict, right: str) -> None:
    """And counts as said there."""
    line = waiting(before, date(2026, 4, 21), date(2026, 4, 22))
    situation = replace(SITUATION, said=(f"leave {before}", text), pending=(line,))
    (made,) = mended([called("add_absence", **call)], text, situation)
    assert made.arguments["dates"] == right
    resolved = TOOLS[made.tool].resolve(made.arguments, situation).arguments
    assert ("2026-04" in resolved["dates"][0]) is right.endswith(("avril", "april"))


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("gull lundi matin, vela lundi aprem, mardi pareil",
         (work("gull", "lundi", percent="matin"), work("vela", "lundi", percent="aprem"), work("gull", "mardi")),
         ["GULL 09", "VELA 09", "GULL 10", "VELA 10"]),
        ("monday gull in the morning, vela in the afternoon. tuesday the same, wednesday anchor",
         (work("gull", "monday", percent="in the morning"), work("vela", "monday", percent="in the afternoon"),
          work("anchor", "tuesday"), work("anchor", "wednesday")),
         ["GULL 09", "VELA 09", "GULL 10", "VELA 10", "ANC 11"]),
        # the same as something else, or nothing that is shared out
        ("monday gull in the morning, vela in the afternoon. tuesday the same as friday",
         (work("gull", "monday", percent="in the morning"), work("vela", "monday", percent="in the afternoon")),
         ["GULL 09", "VELA 09"]),
    ],
)  # fmt: skip
def test_a_shared_day_once_more(text: str, calls: tuple[ToolCall, ...], right: list[str]) -> None:
    assert lines(text, *calls) == right


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("last week gull mon-wed, this week vela", (work("gull", "last week"), work("vela", "mon-wed, this week")),
         ["GULL 02 03 04", "VELA 09 10 11 12 13"]),
        ("this week vela, last week gull mon-wed",
         (work("vela", "this week"), work("gull", "last week"), work("gull", "mon-wed")),
         ["VELA 09 10 11 12 13", "GULL 02 03 04"]),
    ],
)  # fmt: skip
def test_weekdays_behind_a_project_are_of_the_week_before_it(
    text: str, calls: tuple[ToolCall, ...], right: list[str]
) -> None:
    assert lines(text, *calls) == right


def test_a_week_is_said_where_a_project_stands_behind_it() -> None:
    said = "last week \x00\x00\x00\x00 mon-wed, this week \x00\x00\x00\x00"
    assert week_of_a_project_said("this week", [said])
    assert not week_of_a_project_said("next week", [said])
    assert not week_of_a_project_said("this week", ["\x00\x00\x00\x00 mon-wed, this week"])
