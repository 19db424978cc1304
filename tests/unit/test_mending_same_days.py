"""Days that the words only point at are those that were said before, or nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown


def mend(text: str, *calls: ToolCall) -> list[str]:
    return shown(mended(calls, text, replace(SITUATION, said=(text,))))


@pytest.mark.parametrize(
    ("text", "before", "pointing", "right"),
    [
        ("monday n tuesday are wrong, off with gull and vela for both", "monday n tuesday", "both", "monday n tuesday"),
        ("gull 50 mon wed fri, vela the same days, 50 too", "mon wed fri", "the same days", "mon wed fri"),
        ("gull le matin lundi et mardi, vela les deux jours", "lundi et mardi", "les deux jours", "lundi et mardi"),
        ("last week was a mess, gull out, vela on all five days instead", "last week", "all five days", "last week"),
        ("gull lun mer ven, et vela ces jours-là", "lun mer ven", "ces jours-là", "lun mer ven"),
    ],
)
def test_words_that_point_back_are_the_days_before(text: str, before: str, pointing: str, right: str) -> None:
    """As many as the words count, or at least two."""
    first = called("delete_entries", project="gull", dates=before)
    second = called("add_activities", project="vela", dates=pointing)
    assert mend(text, first, second)[-1].endswith(f"dates={right}")


def test_a_call_without_days_has_those_that_the_message_points_at() -> None:
    text = "gull 50 lun mer ven, et vela les mêmes jours, 50 aussi"
    calls = (
        called("add_activities", project="gull", dates="lun mer ven", percent="50"),
        called("add_activities", project="vela", percent="50"),
    )
    assert mend(text, *calls)[1] == "add_activities project=vela percent=50 dates=lun mer ven"


def test_the_share_beside_the_pointing_words_is_kept() -> None:
    text = "gull half monday to friday. the other half of each of those days was vela"
    calls = (
        called("add_activities", project="gull", dates="monday to friday", percent="half"),
        called("add_activities", project="vela", dates="the other half of each of those days"),
    )
    assert mend(text, *calls)[1] == "add_activities project=vela dates=monday to friday percent=half"


@pytest.mark.parametrize(
    ("text", "before", "pointing"),
    [
        ("gull monday to friday, vela both", "monday to friday", "both"),  # five days are no two
        ("gull monday, vela those days", "monday", "those days"),  # one day
        ("gull last week, vela all three days", "last week", "all three days"),
        ("gull monday and tuesday, vela both and friday", "monday and tuesday", "both and friday"),
    ],
)
def test_what_does_not_count_up_is_asked_about(text: str, before: str, pointing: str) -> None:
    """Nobody knows which days are meant."""
    first = called("add_activities", project="gull", dates=before)
    second = called("add_activities", project="vela", dates=pointing)
    assert not mend(text, first, second)[-1].endswith(f"dates={before}")


def test_every_day_beside_a_share_is_every_day_of_the_week_before() -> None:
    """Alone it would be all days of the month."""
    text = "this week gull 75 and vela 25 every day"
    calls = (
        called("add_activities", project="gull", dates="this week", percent="75"),
        called("add_activities", project="vela", dates="every day", percent="25"),
    )
    assert mend(text, *calls)[1] == "add_activities project=vela dates=this week percent=25"


def test_every_day_beside_two_days_stays_the_month() -> None:
    text = "gull monday and tuesday, i was on vela every day this month"
    calls = (
        called("add_activities", project="gull", dates="monday and tuesday"),
        called("add_activities", project="vela", dates="every day this month"),
    )
    assert mend(text, *calls)[1].endswith("dates=every day this month")


@pytest.mark.parametrize(
    ("before", "dates"),
    [
        ("what dates are in week 51", "in week 51"),
        ("hi", "that whole week"),
        ("week 50 or week 51?", "that whole week"),
    ],
)
def test_that_week_is_the_one_that_was_spoken_of(before: str, dates: str) -> None:
    """Else it would be read as the current one; with two or none it is left to be asked about."""
    text = "I'm on annual leave that whole week"
    call = called("add_absence", reason="paid_leave", dates="that whole week")
    assert shown(mended([call], text, replace(SITUATION, said=(before, text)))) == [
        f"add_absence reason=paid_leave dates={dates}"
    ]
