"""Corrections that repeat the days of their line although the message names others."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ToolCall
from tests.unit.small_company import called, shown
from tests.unit.test_mending_corrections import line
from tests.unit.test_mending_taken_over import AWAY, WORK, heard

TOMORROW = line(1, "GULL", "tomorrow", 3)
TWO_DAYS = line(1, "GULL", "monday and tuesday", 0, 1)


@pytest.mark.parametrize(
    ("text", "percent", "right"),
    [
        ("plus friday morning", "morning", "dates=friday percent=morning"),
        ("and also friday, half", "half", "dates=friday percent=half"),
        ("oh and also friday", "", "dates=friday"),
        ("as well as friday please", "", "dates=friday"),
        ("en plus vendredi matin", "matin", "dates=vendredi percent=matin"),
        ("et aussi vendredi", "", "dates=vendredi"),
        ("ainsi que vendredi", "", "dates=vendredi"),
    ],
)
def test_a_day_beside_the_line_is_a_new_one(text: str, percent: str, right: str) -> None:
    """Not the line once more."""
    share = {"percent": percent} if percent else {}
    call = called(WORK, project="gull", dates="tomorrow", **share, replaces="1")
    assert heard([TOMORROW], text, call) == [f"add_activities project=gull {right}"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("friday", "tomorrow"),  # instead
        ("no, friday", "tomorrow"),
        ("plus the morning of tomorrow", "tomorrow"),  # the line's own day
        ("plus friday", "friday"),  # the model saw to it
        ("plus friday, half, monday too", "tomorrow"),  # several
        ("plus a half", "tomorrow"),  # none
    ],
)
def test_other_words_correct_the_line(text: str, dates: str) -> None:
    """It is replaced by whatever they say."""
    (made,) = heard([TOMORROW], text, called(WORK, project="gull", dates=dates, replaces="1"))
    assert "replaces=1" in made


def shared(dates: str, others: str, *, replaces: str = "1") -> list[ToolCall]:
    """A day in halves, as a model calls it: the line once more with half of it, and something for the other half."""
    return [
        called(WORK, project="gull", dates=dates, percent="half", **({"replaces": replaces} if replaces else {})),
        called(AWAY, reason="rtt", dates=others, percent="the other half"),
    ]


def test_both_halves_are_of_the_day_that_is_named() -> None:
    """And the line's other day stays what it is."""
    calls = shared("monday and tuesday", "monday and tuesday")
    assert heard([TWO_DAYS], "on monday only half on gull, the other half rtt", *calls) == [
        "add_activities project=gull dates=monday percent=half replaces=1",
        "add_absence reason=rtt dates=monday percent=the other half",
        "add_activities project=GULL dates=tuesday",
    ]
    work = [calls[0], called(WORK, project="vela", dates="monday and tuesday", percent="the other half")]
    assert heard([TWO_DAYS], "on monday only half on gull, the other half vela", *work) == [
        "add_activities project=gull dates=monday percent=half replaces=1",
        "add_activities project=vela dates=monday percent=the other half",
        "add_activities project=GULL dates=tuesday",
    ]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "monday and tuesday only half on gull, the other half rtt",
            shared("monday and tuesday", "monday and tuesday"),
        ),
        ("only half on gull, the other half rtt", shared("monday and tuesday", "monday and tuesday")),  # no days
        ("monday half on gull, the other half tuesday rtt", shared("monday and tuesday", "monday and tuesday")),
        ("on friday only half on gull, the other half rtt", shared("monday and tuesday", "monday and tuesday")),
        ("on monday only half on gull, the other half rtt", shared("monday and tuesday", "tuesday")),  # its own days
        ("on monday only half on gull, the other half rtt", shared("monday", "monday")),
    ],
)
def test_calls_with_days_of_their_own_keep_them(text: str, calls: list[ToolCall]) -> None:
    made = heard([TWO_DAYS], text, *calls)
    assert made[: len(calls)] == shown(calls)
