"""Two days that are exchanged: nothing is lost, nothing is doubled, whatever the model makes of it."""

from __future__ import annotations

import pytest

from bot.ports import ModelReply
from tests.fakes import calls

BOTH_EMPTIED = calls(("delete_entries", {"dates": "monday and tuesday"}))


def _filled(office) -> None:
    office.fill("2026-11-09", 100)
    office.fill("2026-11-10", 50, "ZEP")


@pytest.mark.parametrize(
    "said",
    [
        "swap last monday and last tuesday",
        "can you switch last monday with last tuesday please",
        "last monday and last tuesday are the wrong way round",
        "intervertis lundi dernier et mardi dernier stp",
        "lundi dernier et mardi dernier sont inversés",
        "swap the 9th and the 10th, thanks",
    ],
)
def test_both_days_are_emptied_and_filled_with_each_others_entries(office, said):
    """A model without a call for it would delete both; approved, each day has what the other one had."""
    _filled(office)
    office.say(said, BOTH_EMPTIED)
    lines = office.pending
    assert [p.tool for p in lines] == ["delete_entries", "copy_entries", "copy_entries"]
    office.model.script.append(ModelReply(text=""))
    office.click("approve_all", lines[0])
    assert office.entries() == [("2026-11-09", "ZEP", 50), ("2026-11-10", "APO", 100)]


def test_a_day_without_entries_gets_the_other_ones(office):
    """Nothing is deleted where nothing stands."""
    office.fill("2026-11-09", 100)
    office.say("swap the 9th and the 10th", BOTH_EMPTIED)
    office.model.script.append(ModelReply(text=""))
    office.click("approve_all", office.pending[0])
    assert office.entries() == [("2026-11-10", "APO", 100)]


@pytest.mark.parametrize(
    "said", ["delete the 9th and the 10th", "swap the 9th and the 10th for zephyr", "swap apollo and zephyr on the 9th"]
)
def test_other_messages_stay_as_the_model_read_them(office, said):
    """Only a message that says nothing else exchanges days."""
    _filled(office)
    office.say(said, calls(("delete_entries", {"dates": "the 9th and the 10th"})))
    assert all(p.tool != "copy_entries" for p in office.pending)


def test_a_copy_onto_a_day_that_keeps_something_is_skipped_still(office):
    """Half of a day is deleted, the other half stands there already."""
    office.fill("2026-11-09", 100)
    office.fill("2026-11-10", 50, "ZEP")
    office.fill("2026-11-10", 50)
    both = (
        ("delete_entries", {"dates": "the 10th", "project": "zephyr"}),
        ("copy_entries", {"source": "the 9th", "dates": "the 10th"}),
    )
    office.say("take zephyr off the 10th and copy the 9th to the 10th", calls(*both))
    assert [p.tool for p in office.pending] == ["delete_entries"]


def test_lines_that_wait_take_each_others_day(office):
    """Nothing is written yet: the card is corrected."""
    both = (
        ("add_activities", {"project": "apollo", "dates": "the 9th"}),
        ("add_activities", {"project": "zephyr", "dates": "the 10th"}),
    )
    office.say("apollo the 9th, zephyr the 10th", calls(*both))
    office.say("swap the 9th and the 10th", BOTH_EMPTIED)
    found = {(p.change.added[0].subject, day.day) for p in office.pending for day in p.change.days}
    assert found == {("APO", 10), ("ZEP", 9)}


def test_a_day_that_is_written_and_one_that_waits_are_not_exchanged_by_halves(office):
    """A deletion alone would lose a day: the person is told, and nothing is put on a card."""
    office.fill("2026-11-09", 100)
    office.say("zephyr on the 10th", calls(("add_activities", {"project": "zephyr", "dates": "the 10th"})))
    office.say("swap the 9th and the 10th", BOTH_EMPTIED)
    assert [p.tool for p in office.pending] == ["add_activities"]
