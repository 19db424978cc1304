"""Days behind a "maybe" are not decided yet, and thanks are no request."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_maybe import without_undecided_days
from bot.tools.mending_nothing import is_to_be_left
from tests.unit.small_company import SITUATION, called, shown


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("sick today. maybe tomorrow as well, i'll see", "today, tomorrow", "today"),
        ("malade aujourd'hui, peut-être aussi demain", "aujourd'hui, demain", "aujourd'hui"),
        ("sick today and tomorrow", "today, tomorrow", "today, tomorrow"),
        ("maybe tomorrow, sick", "tomorrow", "tomorrow"),
        ("sick today, maybe it gets better tomorrow", "today, tomorrow", "today, tomorrow"),
        ("sick today, tomorrow, maybe friday", "today and tomorrow and friday", "today, tomorrow"),
    ],
)
def test_undecided_days_are_not_taken(text: str, dates: str, right: str) -> None:
    """Where others are; alone they stay, and the model's call with them."""
    (call,) = without_undecided_days([called("add_absence", reason="sick", dates=dates)], text, SITUATION)
    assert call.arguments["dates"] == right


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Perfect, that is all for today, thank you", True),
        ("nickel merci, bonne soirée", True),
        ("ok thanks", True),
        ("that is all gull for today, thank you", False),
        ("thanks, and today the same", False),
        ("good, today", False),
        ("thats me done for the week", True),
        ("that's me for the month, thanks", True),
        ("ok, that is me done for the day. cheers", True),
        ("merci, c'est tout pour la semaine", True),
        ("thats me done for the week, gull today", False),
        ("thats me on gull for the week", False),
        ("thats me sick for the week", False),
        ("gull pour la semaine, merci", False),
        ("for the week", False),  # may be the answer to "Which days?"
        ("pour la semaine", False),
    ],
)
def test_thanks_alone_are_no_request(text: str, is_left: bool) -> None:
    assert is_to_be_left([called("add_activities", project="gull", dates="today")], text) is is_left


def sick(*dates: str) -> list[ToolCall]:
    return [called("add_absence", reason="sick", dates=said) for said in dates]


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("sick tomorrow or friday", sick("tomorrow"), ["add_absence reason=sick"]),
        ("sick tomorrow or friday", sick("tomorrow", "friday"), ["add_absence reason=sick"]),
        ("sick monday or maybe tuesday next week", sick("monday", "tuesday next week"), ["add_absence reason=sick"]),
        ("malade jeudi ou peut-être vendredi", sick("jeudi", "vendredi"), ["add_absence reason=sick"]),
        ("malade jeudi, ou bien vendredi", sick("jeudi"), ["add_absence reason=sick"]),
        ("gull monday, sick wed or thu", [called("add_activities", project="gull", dates="monday"), *sick("wed")],
         ["add_activities project=gull dates=monday", "add_absence reason=sick"]),
        ("gull monday, sick wed or thu", [called("add_activities", project="gull", dates="monday"),
         *sick("wed", "thu")], ["add_activities project=gull dates=monday", "add_absence reason=sick"]),
    ],
)  # fmt: skip
def test_of_two_days_the_one_that_is_meant_is_asked_for(text: str, calls: list[ToolCall], right: list[str]) -> None:
    """Once, and of that call alone."""
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == right


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("sick wed and thu", called("add_absence", reason="sick", dates="wed and thu")),
        ("gull wed or anchor thu", called("add_activities", project="gull", dates="wed")),  # which project?
        ("no, wed or thu", called("add_activities", project="gull", dates="wed", replaces="1")),
        ("delete gull wed or thu", called("delete_entries", project="gull", dates="wed")),
        ("gull mon to thu, or so i think, fri off", called("add_activities", project="gull", dates="mon to thu")),
        ("gull monday, is luca off wed or thu", called("add_activities", project="gull", dates="monday")),
    ],
)
def test_other_days_are_not_asked_for(text: str, call: ToolCall) -> None:
    """Those that are certain, and those of a correction or a removal."""
    assert without_undecided_days([call], text, SITUATION) == [call]
