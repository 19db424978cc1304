"""A message that is a list counts over what a model called for it, unless it may belong to something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown

GULL_MONDAY = ["add_activities project=gull dates=monday"]


@pytest.mark.parametrize(
    "calls",
    [
        [called("copy_entries", source="monday")],
        [called("add_activities", project="anchor", dates="monday")],
        [called("add_activities", project="gull", dates="tuesday", percent="half")],
        [called("add_absence", dates="monday")],
        [called("get_report", month="march")],
        [called("discard")],
        [called("add_activities", project="gull", dates="monday"), called("delete_entries", dates="monday")],
    ],
)
def test_whatever_was_called_a_list_is_what_it_says(calls: list) -> None:
    """Another tool, another project, other days, or twice."""
    assert shown(mended(calls, "gull monday", SITUATION)) == GULL_MONDAY


def test_calls_that_say_the_same_stay_as_they_are() -> None:
    """With their ids and words."""
    gull, sick = (
        called("add_activities", project="GULL", dates="lundi"),
        called("add_absence", reason="sick", dates="mardi"),
    )
    right = (gull, sick)
    said = replace(SITUATION, said=("gull lundi, malade mardi",))
    assert mended(right, said.said[-1], said) == right


def test_an_absence_in_a_list_is_one_with_its_own_day() -> None:
    """Also where the model put its day on a project."""
    calls = [called("add_activities", project="gull", dates="mon, tue")]
    assert shown(mended(calls, "mon gull, tue sick", SITUATION)) == [
        "add_activities project=gull dates=mon",
        "add_absence reason=sick dates=tue",
    ]


def test_a_correction_of_a_line_is_no_list() -> None:
    """ "gull monday" may say what the line should be."""
    calls = [called("add_activities", project="gull", dates="monday", replaces="1")]
    assert mended(calls, "gull monday", SITUATION) == tuple(calls)


def test_an_answer_is_no_list() -> None:
    """It belongs to what was asked."""
    calls = [called("delete_entries", project="gull", dates="monday")]
    assert mended(calls, "gull monday", SITUATION, answers=True) == tuple(calls)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("delete gull tuesday", "anchor wednesday"),
        ("supprime gull mardi", "anchor mercredi"),
        ("gull tuesday", "and anchor wednesday"),
        ("gull mardi", "aussi anchor mercredi"),
    ],
)
def test_what_may_go_on_with_a_removal_stays_one(before: str, text: str) -> None:
    """ "and anchor wednesday" after a deletion is a deletion."""
    calls = [called("delete_entries", project="anchor", dates=text.split()[-1])]
    assert mended(calls, text, replace(SITUATION, said=(before, text))) == tuple(calls)


def test_after_a_removal_a_new_entry_that_the_model_calls_is_still_read() -> None:
    """Which tool it is was the model's word; the days are the person's."""
    calls = [called("add_activities", project="gull", dates="tuesday")]
    said = replace(SITUATION, said=("delete gull tuesday", "gull monday"))
    assert shown(mended(calls, "gull monday", said)) == GULL_MONDAY
