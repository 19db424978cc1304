"""Days in a week that is named once: behind its first days, beside a project, as the rest of it; and its grounding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.days_left import days_of_a_week_said
from bot.tools.mending import mended
from bot.tools.registry import TOOLS
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown


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
        ("last week gull mon-wed, zzz, and luca was on vela thursday", (work("gull", "last week"),),
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
