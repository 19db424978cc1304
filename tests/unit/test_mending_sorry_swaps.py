"""Two lines are exchanged however shortly somebody says sorry for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line

LINES = (line(1, "GULL", "monday", 0), line(2, "ANC", "tuesday", 1))
EXCHANGED = [
    "add_activities project=ANC dates=monday replaces=1",
    "add_activities project=GULL dates=tuesday replaces=2",
]


def mend(text: str, count: int = 2) -> list[str]:
    situation = replace(SITUATION, pending=LINES[:count], said=("x", text))
    return shown(mended([called("add_activities", project="gull")], text, situation))


@pytest.mark.parametrize(
    "text",
    [
        "soz other way round",
        "soz, swap them",
        "Soz - vice versa!",
        "the other way round, soz",
        "sry the other way around",
        "sry, no, wrong way round pls",
    ],
)
def test_soz_is_sorry(text: str) -> None:
    assert mend(text) == EXCHANGED


@pytest.mark.parametrize(
    "text", ["soz", "soz gull", "soz, the other way round on tuesday", "soz, is it the other way round?", "sozial swap"]
)
def test_it_exchanges_nothing_by_itself(text: str) -> None:
    assert mend(text) != EXCHANGED


def test_one_line_has_no_other_way_round() -> None:
    assert mend("soz other way round", count=1) == ["add_activities project=gull"]


THREE = (*LINES, line(3, "VELA", "wednesday", 2))


@pytest.mark.parametrize(
    "text",
    ["swap gull and vela", "Switch Vela with Gull please", "oops, exchange gull and vela", "inverse gull et vela"],
)
def test_two_of_three_lines_are_exchanged_by_their_names(text: str) -> None:
    situation = replace(SITUATION, pending=THREE, said=("x", text))
    made = shown(mended([called("add_activities", project="vela", dates="wednesday", replaces="1")], text, situation))
    assert sorted(made) == [
        "add_activities project=GULL dates=wednesday replaces=3",
        "add_activities project=VELA dates=monday replaces=1",
    ]


@pytest.mark.parametrize(
    "text",
    ["swap gull and vela on monday", "swap gull and brume", "swap gull and vela?", "swap gull, anchor and vela"],
)
def test_no_other_lines_are_exchanged_by_their_names(text: str) -> None:
    situation = replace(SITUATION, pending=THREE, said=("x", text))
    made = shown(mended([called("add_activities", project="vela", dates="wednesday", replaces="1")], text, situation))
    assert "add_activities project=GULL dates=wednesday replaces=3" not in made
