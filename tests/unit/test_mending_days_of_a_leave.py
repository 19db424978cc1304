"""The other days of a leave stay, whatever a correction says of one of them."""

from __future__ import annotations

from tests.unit.small_company import called
from tests.unit.test_mending_taken_over import AWAY, away, heard

LEAVE = away(1, "paid_leave", "monday and tuesday", 0, 1)
WEEK = away(1, "paid_leave", "mon to thu", 0, 1, 2, 3)


def test_illness_on_one_day_is_no_correction_of_the_whole_leave() -> None:
    """The leave is left without that day, and the illness is new."""
    ill = called(AWAY, reason="sick", dates="tuesday", replaces="1")
    assert heard([WEEK], "hm, i had a fever on tuesday", ill) == [
        "add_absence reason=paid_leave dates=mon to thu except tuesday replaces=1",
        "add_absence reason=sick dates=tuesday",
    ]


def test_a_half_of_one_day_says_nothing_of_the_other() -> None:
    half = called(AWAY, reason="paid_leave", dates="tuesday", percent="half", replaces="1")
    found = heard([LEAVE], "tuesday was only half", half)
    assert len(found) == 2
    assert "add_absence reason=paid_leave dates=monday" in found


def test_another_reason_for_all_days_is_one_line() -> None:
    ill = called(AWAY, reason="sick", dates="monday and tuesday", replaces="1")
    assert heard([LEAVE], "monday and tuesday were sick days, sorry", ill) == [
        "add_absence reason=sick dates=monday and tuesday replaces=1"
    ]
