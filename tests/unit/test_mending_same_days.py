"""Days that the words only point at are those that were said before, or nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import ToolCall
from bot.tools.mending import mended
from bot.tools.mending_same_days import with_days_said_before
from bot.tools.names import plain
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


@pytest.mark.parametrize(
    ("text", "before", "amount", "share", "second"),
    [
        ("gull half mon and tue, and vela the other half of both days", "mon and tue", "half",
         "the other half of both days", "half"),
        ("gull half mon and tue, and vela the other half of each of those days", "mon and tue", "half",
         "the other half of each of those days", "half"),
        ("gull a quarter mon tue wed, vela the rest of all three days", "mon tue wed", "a quarter",
         "the rest of all three days", "the rest"),
        ("lundi et mardi moitié gull, vela l'autre moitié les deux jours", "lundi et mardi", "moitié",
         "l'autre moitié les deux jours", "moitie"),
    ],
)  # fmt: skip
def test_days_that_are_pointed_at_in_the_amount_are_days(
    text: str, before: str, amount: str, share: str, second: str
) -> None:
    """And what is left of the amount is the amount."""
    first = called("add_activities", project="gull", dates=before, percent=amount)
    call = called("add_activities", project="vela", percent=share)
    made = mended([first, call], text, replace(SITUATION, said=(text,)))[1].arguments
    assert (made.get("dates"), plain(str(made.get("percent")))) == (before, second)


@pytest.mark.parametrize(
    ("before", "share"),
    [
        ("mon to fri", "the other half of both days"),  # five days are no two
        ("mon", "the other half of those days"),
        ("mon and tue", "half"),  # points at nothing
        ("mon and tue", "half of both halves"),
    ],
)
def test_an_amount_that_points_at_no_such_days_stays(before: str, share: str) -> None:
    text = f"gull half {before}, and vela {share}, if that is ok with luca"
    first = called("add_activities", project="gull", dates=before, percent="half")
    call = called("add_activities", project="vela", percent=share)
    assert with_days_said_before([first, call], text, replace(SITUATION, said=(text,)))[1] == call


@pytest.mark.parametrize(
    ("text", "before", "own", "reason"),
    [
        ("gull mon-thu, vela same days, fri leave", "mon-thu", "fri", "paid_leave"),
        ("gull 50 mon-thu, vela 50 same days, fri leave", "mon-thu", "fri", "paid_leave"),
        ("gull lun-jeu, vela les mêmes jours, ven malade", "lun-jeu", "ven", "sick"),
    ],
)
def test_the_days_of_what_follows_are_not_those_that_are_pointed_at(
    text: str, before: str, own: str, reason: str
) -> None:
    """A model gave the friday of the absence to the work as well."""
    calls = (
        called("add_activities", project="gull", dates=before),
        called("add_activities", project="vela", dates=own),
        called("add_absence", reason=reason, dates=own),
    )
    made = mended(calls, text, replace(SITUATION, said=(text,)))
    assert [call.arguments["dates"] for call in made] == [before, before, own]


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("gull mon-thu, vela fri, sick fri", "fri", "fri"),  # said of both
        ("gull mon-thu, fri vela, the same days off", "fri", "fri"),
        ("gull mon-thu, vela same days, fri vela too and half of it leave", "fri", "fri"),  # named twice
        ("gull mon-thu, vela same days, fri leave", "mon-thu", "mon-thu"),
        ("gull mon-thu, vela with luca on the same days, fri leave", "mon-thu", "mon-thu"),  # they were right
    ],
)
def test_days_of_ones_own_stay(text: str, dates: str, right: str) -> None:
    """Those that the words give to the work itself."""
    calls = (
        called("add_activities", project="gull", dates="mon-thu"),
        called("add_activities", project="vela", dates=dates),
        called("add_absence", reason="paid_leave", dates="fri"),
    )
    assert mended(calls, text, replace(SITUATION, said=(text,)))[1].arguments.get("dates") == right


@pytest.mark.parametrize(
    ("before", "text", "heard", "dates"),
    [
        ("what dates are in week 51", "I'm on annual leave that entire week", "the entire week", "in week 51"),
        ("what dates are in week 51", "I'm on annual leave that entire week", "entire week", "in week 51"),
        ("what dates are in week 51", "annual leave that week", "week", "in week 51"),
        ("quels jours a la semaine 51 ?", "congé payé toute cette semaine-là", "semaine", "semaine 51"),
        ("what dates are in week 51", "annual leave the entire week", "the entire week", "the entire week"),
        ("what dates are in week 51", "annual leave this week", "this week", "this week"),
        ("hi", "I'm on annual leave that entire week", "the entire week", "the entire week"),
        ("week 50 or week 51?", "I'm on annual leave that entire week", "the entire week", "the entire week"),
    ],
)
def test_a_week_without_its_that_is_still_that_week(before: str, text: str, heard: str, dates: str) -> None:
    """Where the words point and only the copy does not."""
    call = called("add_absence", reason="paid_leave", dates=heard)
    assert shown(mended([call], text, replace(SITUATION, said=(before, text)))) == [
        f"add_absence reason=paid_leave dates={dates}"
    ]
