"""What a correction says besides is not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

PENDING = line(1, "GULL", "last week", 0)


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("oh no i mixed it up: last week was Vela, Gull is for this week", "last week",
         ["add_activities project=Vela dates=last week replaces=1", "add_activities project=GULL dates=this week"]),
        ("je me suis trompé : lundi Vela, mardi Gull", "lundi",
         ["add_activities project=Vela dates=lundi replaces=1", "add_activities project=GULL dates=mardi"]),
        # more is said of the other than its days
        ("last week was Vela, Gull is what i dream of this week", "last week",
         ["add_activities project=Vela dates=last week replaces=1"]),
        ("last week was Vela, is Gull this week?", "last week",
         ["add_activities project=Vela dates=last week replaces=1"]),
    ],
)  # fmt: skip
def test_a_part_that_no_call_took_gets_one(text: str, dates: str, right: list[str]) -> None:
    situation = replace(SITUATION, said=("gull last week", text), pending=(PENDING,))
    assert (
        shown(mended([called("add_activities", project="Vela", dates=dates, replaces="1")], text, situation)) == right
    )


def test_a_part_about_another_line_corrects_that_line() -> None:
    text = "my mistake: monday Vela, tuesday Anchor"
    situation = replace(
        SITUATION, said=("vela tuesday, anchor monday", text),
        pending=(line(1, "VELA", "tuesday", 1), line(2, "ANC", "monday", 0)),
    )  # fmt: skip
    corrected = called("add_activities", project="Vela", dates="monday", replaces="1")
    assert shown(mended([corrected], text, situation)) == [
        "add_activities project=Vela dates=monday replaces=1",
        "add_activities project=ANC dates=tuesday replaces=2",
    ]


def test_a_part_that_waits_just_so_is_not_there_twice() -> None:
    """Nor is one of which several lines wait: which of them is meant, nobody knows."""
    text = "wednesday was vela, gull monday and tuesday"
    corrected = called("add_activities", project="vela", dates="wednesday", replaces="3")
    pending = (line(1, "GULL", "monday", 0), line(2, "GULL", "tuesday", 1), line(3, "ANC", "wednesday", 2))
    situation = replace(SITUATION, said=("gull monday", "gull tuesday", "anchor wednesday", text), pending=pending)
    assert list(mended([corrected], text, situation)) == [corrected]
    other = "wednesday was vela, gull thursday"
    assert list(mended([corrected], other, replace(situation, said=(other,)))) == [corrected]
