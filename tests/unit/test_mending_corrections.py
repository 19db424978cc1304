"""A correction takes the days that it names from the line that has them, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.proposal import Change, Proposal
from bot.domain.timesheet import Entry
from bot.tools.mending import mended
from tests.unit.small_company import ANA, SITUATION, WEDNESDAY, called, shown

MONDAY = date(2026, 3, 9)


def line(number: int, project: str, phrase: str, *weekdays: int) -> Proposal:
    """A waiting line on days of this week."""
    now = datetime.combine(WEDNESDAY, datetime.min.time(), UTC)
    days = [MONDAY + timedelta(days=n) for n in weekdays]
    return Proposal(
        id=f"p{number}", conversation_id="c", card_id="k", line=number, owner=ANA.email, tool="add_activities",
        arguments={"project": project}, phrases={"project": project, "dates": phrase},
        change=Change(ANA.email, added=tuple(Entry(ANA.email, day, 100, project=project) for day in days)),
        before=(), created_at=now, expires_at=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "text", "call", "right"),
    [
        ([line(1, "GULL", "monday and today", 0, 2)], "make monday anchor please", {"dates": "monday"},
         ["add_activities project=anchor dates=monday replaces=1", "add_activities project=GULL dates=today"]),
        ([line(1, "GULL", "lundi, mardi et jeudi", 0, 1, 3)], "mardi c'est anchor", {"dates": "mardi"},
         ["add_activities project=anchor dates=mardi replaces=1", "add_activities project=GULL dates=lundi, jeudi"]),
        ([line(1, "GULL", "monday and today", 0, 2)], "leave monday as it is, today was anchor", {"dates": "today"},
         ["add_activities project=anchor dates=today replaces=1", "add_activities project=GULL dates=monday"]),
        ([line(1, "GULL", "mon tue thu", 0, 1, 3)], "make tuesday anchor", {"dates": "tuesday"},
         ["add_activities project=anchor dates=tuesday replaces=1", "add_activities project=GULL dates=mon, thu"]),
        ([line(1, "VELA", "friday", 4), line(2, "GULL", "monday and today", 0, 2)], "make monday anchor",
         {"dates": "monday"},
         ["add_activities project=anchor dates=monday replaces=2", "add_activities project=GULL dates=today"]),
        ([line(1, "VELA", "friday", 4), line(2, "GULL", "monday", 0)], "no vela, make monday anchor",
         {"dates": "monday"}, ["add_activities project=anchor dates=monday replaces=1"]),
        ([line(1, "GULL", "mon to thu", 0, 1, 2, 3)], "make tuesday anchor", {"dates": "tuesday"},
         ["add_activities project=anchor dates=tuesday replaces=1",
          "add_activities project=GULL dates=mon to thu except tuesday"]),
        ([line(1, "GULL", "lundi à jeudi", 0, 1, 2, 3)], "mardi c'était anchor", {"dates": "mardi"},
         ["add_activities project=anchor dates=mardi replaces=1",
          "add_activities project=GULL dates=lundi à jeudi except mardi"]),
        ([line(1, "ANC", "monday and today", 0, 2)], "anchor monday only", {"dates": "monday"},
         ["add_activities project=anchor dates=monday replaces=1"]),
        ([line(1, "GULL", "monday and today", 0, 2)], "it was anchor", {},
         ["add_activities project=anchor replaces=1"]),
        ([line(1, "GULL", "monday", 0), line(2, "VELA", "monday", 0)], "sorry, anchor rather than vela", {},
         ["add_activities project=anchor replaces=2"]),
        ([line(1, "GULL", "monday", 0), line(2, "VELA", "monday", 0)], "sorry, anchor rather than gull", {},
         ["add_activities project=anchor replaces=1"]),
        ([line(1, "GULL", "monday", 0), line(2, "VELA", "monday", 0)], "sorry, that was anchor", {},
         ["add_activities project=anchor replaces=1"]),
    ],
)  # fmt: skip
def test_the_other_days_of_the_line_stay(lines: list[Proposal], text: str, call: dict, right: list[str]) -> None:
    """Where they were said in words of their own; of a range, or where the whole line changes, nothing is added."""
    said = (
        "gull mon tue thu",
        "gull lundi à jeudi",
        "gull lundi, mardi et jeudi",
        "gull monday and today, vela friday",
        "gull mon to thu",
        text,
    )
    situation = replace(SITUATION, pending=tuple(lines), said=said)
    corrected = called("add_activities", project="anchor", **call, replaces="1")
    assert shown(mended([corrected], text, situation)) == right


@pytest.mark.parametrize(
    "text",
    [
        "forget today, monday was anchor",
        "monday was anchor, nothing today",
        "anchor monday. not today",
        "monday anchor, i'll do today later",
        "only monday, and on anchor",
        "make it anchor, monday only",
        "that should just be anchor on monday",
        "not gull at all: anchor monday",
        "it was never gull, it was anchor on monday",
    ],
)
def test_days_that_are_given_up_do_not_stay(text: str) -> None:
    """Spoken of as gone, or all of the line is taken back."""
    situation = replace(
        SITUATION, pending=(line(1, "GULL", "monday and today", 0, 2),), said=("gull monday and today", text)
    )
    call = called("add_activities", project="anchor", dates="monday", replaces="1")
    assert list(mended([call], text, situation)) == [call]


@pytest.mark.parametrize(
    "text", ["just make monday anchor", "only monday was anchor", "monday anchor, today gull still"]
)
def test_days_that_are_not_given_up_stay(text: str) -> None:
    situation = replace(
        SITUATION, pending=(line(1, "GULL", "monday and today", 0, 2),), said=("gull monday and today", text)
    )
    call = called("add_activities", project="anchor", dates="monday", replaces="1")
    assert shown(mended([call], text, situation))[1:] == ["add_activities project=GULL dates=today"]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("first one should be anchor on tuesday", {"dates": "tuesday", "replaces": "1"}),
        ("line 1 is anchor on tuesday", {"dates": "tuesday", "replaces": "1"}),
        ("la première : anchor, mardi", {"dates": "mardi", "replaces": "1"}),
        ("no the other, make it anchor on monday", {"dates": "monday", "replaces": "2"}),
        ("gull stays, vela no, that was anchor", {"replaces": "2"}),
        ("gull is right, but the second is anchor", {"replaces": "2"}),
        ("garde gull, l'autre c'est anchor", {"replaces": "2"}),
        ("anchor, same amount as gull", {"replaces": "2"}),
        ("keep gull, the rest is anchor", {"replaces": "2"}),
    ],
)
def test_a_line_that_is_pointed_at_is_the_one(text: str, call: dict) -> None:
    """And a project that is only named, not denied, keeps its line."""
    pending = (line(1, "GULL", "monday", 0), line(2, "VELA", "tuesday", 1))
    situation = replace(SITUATION, pending=pending, said=("gull monday, vela tuesday", text))
    calls = [called("add_activities", project="anchor", **call)]
    assert list(mended(calls, text, situation)) == calls


def test_what_is_said_of_the_rest_is_not_its_old_project() -> None:
    text = "it was vela on wed and i was out the rest"
    situation = replace(
        SITUATION, pending=(line(1, "GULL", "mon to fri", 0, 1, 2, 3, 4),), said=("gull mon to fri", text)
    )
    call = called("add_activities", project="vela", dates="wed", replaces="1")
    assert list(mended([call], text, situation)) == [call]


@pytest.mark.parametrize(
    ("text", "dates"),
    [("gull wasn't monday, wednesday", "wednesday"), ("pas lundi, jeudi pour gull", "jeudi"),
     ("not monday, thursday and friday", "thursday and friday"), ("gull not monday. tuesday.", "tuesday")],
)  # fmt: skip
def test_the_days_in_the_place_of_those_denied_are_the_ones(text: str, dates: str) -> None:
    situation = replace(SITUATION, pending=(line(1, "GULL", "monday", 0),), said=("gull monday", text))
    call = called("add_activities", project="gull", dates=dates, replaces="1")
    assert list(mended([call], text, situation)) == [call]


@pytest.mark.parametrize("text", ["not gull on monday, that was vela", "wasn't on gull monday but vela"])
def test_a_denied_project_denies_no_days(text: str) -> None:
    situation = replace(SITUATION, pending=(line(1, "GULL", "mon, tue", 0, 1),), said=("gull mon, tue", text))
    call = called("add_activities", project="vela", dates="monday", replaces="1")
    assert shown(mended([call], text, situation)) == [
        "add_activities project=vela dates=monday replaces=1",
        "add_activities project=GULL dates=tue",
    ]


@pytest.mark.parametrize(
    ("text", "dates", "more"),
    [
        ("actually today was only the morning", "today", ["add_activities project=GULL dates=monday"]),
        ("today is just the morning", "today", ["add_activities project=GULL dates=monday"]),
        ("only today, the morning", "today", []),  # may be all of it
        ("the morning, today", "today", []),
        ("both days were only the morning", "monday and today", []),
    ],
)
def test_an_amount_for_one_day_of_a_line_leaves_the_others(text: str, dates: str, more: list[str]) -> None:
    """A lost entry is the worst of all."""
    pending = (line(1, "GULL", "monday and today", 0, 2),)
    situation = replace(SITUATION, pending=pending, said=("gull monday and today", text))
    call = called("add_activities", project="gull", dates=dates, percent="morning", replaces="1")
    assert shown(mended([call], text, situation))[1:] == more


@pytest.mark.parametrize(
    ("text", "call", "right"),
    [
        # a correction that changes nothing means the other day
        ("rather tuesday, my wife works on monday", {"dates": "monday"}, "tuesday"),
        # one that changes the project means its own
        ("sorry: monday was vela, tuesday gull", {"project": "vela", "dates": "monday"}, "monday"),
    ],
)
def test_a_correction_that_changes_nothing_means_the_other_day(text: str, call: dict[str, str], right: str) -> None:
    """The day that the line has already is only the reason."""
    situation = replace(SITUATION, said=("gull monday", text), pending=(line(1, "GULL", "monday", 0),))
    found = mended([called("add_activities", replaces="1", **{"project": "GULL", **call})], text, situation)
    assert found[0].arguments["dates"] == right
