"""What is said anew: "I mean tuesday", "and everything on the 9th", "the anchor was only 25"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_only_named import with_what_is_deleted
from bot.tools.mending_own_line import with_own_line
from bot.tools.mending_whole_phrases import tidied
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_shares import TUESDAY, waiting


def sick(*dates: str) -> list[ToolCall]:
    """An absence on each of these."""
    return [called("add_absence", reason="sick", dates=said) for said in dates]


@pytest.mark.parametrize(
    ("text", "dates", "left"),
    [
        ("i was sick on monday.. no sorry, I mean tuesday and wednesday sick", ["monday", "tuesday and wednesday"],
         ["tuesday and wednesday"]),
        ("malade lundi, je veux dire mardi", ["lundi", "mardi"], ["mardi"]),
        ("sick monday and also tuesday, i mean it was bad", ["monday", "tuesday"], ["monday", "tuesday"]),
        ("sick monday, no sorry, and tuesday", ["monday", "tuesday"], ["monday", "tuesday"]),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_not_written(text: str, dates: list[str], left: list[str]) -> None:
    made = mended(sick(*dates), text, replace(SITUATION, said=(text,)))
    assert [call.arguments["dates"] for call in made] == left


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("and everything on 9 march", None),
        ("et tout le 9 mars", None),
        ("and 9 march too", "gull"),
        ("and everything of gull on 9 march", "gull"),
        ("and everything but the anchor on 9 march", "gull"),
    ],
)
def test_everything_is_of_no_project(text: str, project: str | None) -> None:
    """Though one was deleted before."""
    call = called("delete_entries", project="gull", dates="9 march")
    [made] = with_what_is_deleted([call], text, replace(SITUATION, said=("delete gull yesterday", text)))
    assert made.arguments.get("project") == project


def test_the_part_of_the_day_that_is_a_day_stays() -> None:
    """ "Cet aprem" is half of today, and "pm" half of nothing that is known."""
    said = replace(SITUATION, said=("et gull cet aprem",))
    both = called("add_activities", project="gull", dates="cet aprem", percent="aprem")
    assert shown([tidied(both, said)]) == ["add_activities project=gull dates=cet aprem percent=aprem"]
    pm = called("add_activities", project="gull", dates="pm", percent="pm")
    assert shown([tidied(pm, said)]) == ["add_activities project=gull percent=pm"]


@pytest.mark.parametrize(
    ("text", "call", "line"),
    [
        ("no wait, the anchor was only 25", {"project": "gull", "percent": "25", "replaces": "1"}, "2"),
        ("no wait, gull was only 25", {"project": "gull", "percent": "25", "replaces": "1"}, "1"),
        ("no wait, anchor monday was only 25", {"project": "gull", "percent": "25", "replaces": "1"}, "1"),
        ("no, anchor", {"project": "gull", "percent": "half", "replaces": "1"}, "1"),
    ],
)
def test_an_amount_is_of_the_line_that_is_named(two_lines, text: str, call: dict[str, str], line: str) -> None:
    """Where it is said without days."""
    [made] = with_own_line([called("add_activities", **call)], text, replace(two_lines, said=(text,)))
    assert made.arguments["replaces"] == line


@pytest.fixture
def two_lines():
    """Gull and Anchor, half of tuesday each, wait."""
    gull = waiting(50, TUESDAY)
    anchor = replace(gull, id="q", line=2, arguments={"project": "ANC", "percent": 50},
                     phrases={"project": "anchor", "dates": "tuesday"})  # fmt: skip
    return replace(SITUATION, pending=(gull, anchor))
