"""What is called beside "forget it"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending_discards import without_what_is_dropped
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_pending import line

DROP = called("discard")
GULL = called("add_activities", project="gull", dates="friday", percent="morning")
VELA = called("add_activities", project="vela", dates="friday")


def test_where_nothing_waits_nothing_is_dropped() -> None:
    """ "Never mind the room" was about something else; alone, the call stays and is answered."""
    assert without_what_is_dropped([DROP, VELA], "never mind the room. vela friday", SITUATION) == [VELA]
    assert without_what_is_dropped([DROP], "never mind", SITUATION) == [DROP]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("non laisse tomber, je verrai vendredi", ["discard"]),
        (
            "drop that, gull friday morning only",
            ["discard", "add_activities project=gull dates=friday percent=morning"],
        ),
    ],
)
def test_what_is_dropped_is_not_called_again(text: str, made: list[str]) -> None:
    """Unless the words name it once more."""
    situation = replace(SITUATION, pending=(line(1, "GULL", "friday", 4),))
    assert shown(without_what_is_dropped([DROP, GULL], text, situation)) == made


def test_another_day_or_line_is_not_what_is_dropped() -> None:
    """What a line is to become instead, and a correction of another line."""
    situation = replace(SITUATION, pending=(line(1, "GULL", "friday", 4),))
    for call in (
        called("add_activities", project="gull", dates="tuesday"),
        replace(GULL, arguments={**GULL.arguments, "replaces": "1"}),
    ):
        assert without_what_is_dropped([DROP, call], "oublie ça, mardi", situation) == [DROP, call]
