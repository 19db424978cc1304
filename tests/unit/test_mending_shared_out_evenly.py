"""A day that is divided equally between two projects is half of each, where a model heard one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown

SICK = called("add_absence", reason="sick", dates="wednesday")


def gull(dates: str = "monday", **more: str) -> ToolCall:
    return called("add_activities", project="gull", dates=dates, **more)


def mend(text: str, *calls: ToolCall) -> list[str]:
    return shown(mended(calls, text, replace(SITUATION, said=(text,))))


def of(project: str, dates: str, percent: str) -> str:
    return f"add_activities project={project} dates={dates} percent={percent}"


@pytest.mark.parametrize(
    ("text", "dates", "percent"),
    [
        ("monday divided equally between gull and anchor", "monday", "equally"),
        ("monday and tuesday shared equally by gull and anchor", "monday and tuesday", "equally"),
        ("gull and anchor evenly on monday", "monday", "evenly"),
        ("split monday evenly between gull and anchor", "monday", "split monday evenly"),
        ("monday gull and anchor, split evenly", "monday", "split evenly"),
        ("monday 50-50 gull and anchor", "monday", "50-50"),
        ("lundi 50-50 gull et anchor", "lundi", "50-50"),
        ("50 - 50 gull and anchor on tuesday", "tuesday", "50 - 50"),
    ],
)
def test_both_have_the_same_share(text: str, dates: str, percent: str) -> None:
    """With or without the share in the call."""
    right = [of("gull", dates, percent), of("anchor", dates, percent)]
    assert mend(text, gull(dates)) == right
    assert mend(text, gull(dates, percent=percent)) == right


@pytest.mark.parametrize(
    "text", ["split monday between gull and anchor evenly", "share monday between gull and anchor equally"]
)
def test_the_word_may_stand_at_the_end(text: str) -> None:
    made = mend(text, gull())
    assert [written.split(" percent=")[0] for written in made] == [
        "add_activities project=gull dates=monday",
        "add_activities project=anchor dates=monday",
    ]


@pytest.mark.parametrize(
    ("text", "dates", "absence"),
    [
        ("wednesday sick, thursday divided equally between gull and anchor", "thursday", SICK),
        ("thursday divided equally between gull and anchor, wednesday sick", "thursday", SICK),
        ("thursday 50-50 gull and anchor, off sick wednesday", "thursday", SICK),
        ("mercredi malade, jeudi 50-50 gull et anchor", "jeudi",
         called("add_absence", reason="sick", dates="mercredi")),
    ],
)  # fmt: skip
def test_an_absence_beside_it_takes_no_part(text: str, dates: str, absence: ToolCall) -> None:
    percent = "50-50" if "50" in text else "equally"
    for calls in ([absence, gull(dates)], [gull(dates), absence]):
        made = mend(text, *calls)
        assert sorted(made) == sorted([
            of("gull", dates, percent),
            of("anchor", dates, percent),
            f"add_absence reason=sick dates={absence.arguments['dates']}",
        ])  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "monday divided equally between gull, vela and anchor",
        "monday divided equally between gull and home",
        "was monday divided equally between gull and anchor?",
        "monday divided equally, gull and not anchor",
        "monday divided unequally between gull and anchor",
        "monday gull and anchor",
        "gull monday, luca and zoe divide anchor equally",
        "gull monday 50-50",
        "monday 50-50 gull, is it anchor?",
    ],
)
def test_nothing_is_added_where_it_is_not_said_of_two(text: str) -> None:
    """Three of them, none, a denial, a question, somebody else's."""
    assert len(mend(text, gull())) == 1


@pytest.mark.parametrize(
    "calls",
    [
        [gull(), called("add_activities", project="anchor", dates="monday")],  # both were heard
        [gull(), called("submit_report", month="march")],
        [called("delete_entries", project="gull", dates="monday")],
        [called("add_activities", project="gull")],  # which day is asked for
        [SICK],
    ],
)
def test_only_one_call_of_work_with_its_days_is_shared_out(calls: list[ToolCall]) -> None:
    text = "monday divided equally between gull and anchor"
    assert [call.split()[0] for call in mend(text, *calls)] == [call.tool for call in calls]
