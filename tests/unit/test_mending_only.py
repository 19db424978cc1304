"""An amount behind an "only" belongs to its own sentence; "the month" that is handed in is that of the days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown


def mend(text: str, *calls: object) -> list[str]:
    return shown(mended(list(calls), text, replace(SITUATION, said=(text,))))  # type: ignore[arg-type]


def both(text: str) -> list[str]:
    calls = (called("add_activities", project=p, dates=d) for p, d in (("gull", "monday"), ("vela", "tuesday")))
    return mend(text, *calls)


GULL = "add_activities project=gull dates=monday"
VELA = "add_activities project=vela dates=tuesday"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Thank you. gull on monday. vela tuesday, but only the morning.", "the morning"),
        ("gull on monday. vela tuesday, just half the day", "half the day"),
    ],
)
def test_it_limits_its_own_sentence(text: str, amount: str) -> None:
    assert both(text) == [GULL, f"{VELA} percent={amount}"]


@pytest.mark.parametrize(
    "text",
    [
        "gull on monday. vela tuesday, half the team was ill",  # nothing is limited
        "gull on monday. vela tuesday. only half the team came",  # a sentence of its own
        "gull on monday. vela tuesday, only half of it?",
        "gull on monday and vela tuesday, only half days",  # may be of both
    ],
)
def test_anything_else_is_no_limit(text: str) -> None:
    assert both(text)[1] == VELA


@pytest.mark.parametrize(
    ("text", "dates", "month", "right"),
    [
        ("gull on 27 november, then submit the month", "27 november", "the month", "november"),
        ("ajoute gull le 27 novembre et soumets le mois", "27 novembre", "le mois", "novembre"),
        ("gull on 27 november, then submit october", "27 november", "october", "october"),
        ("gull on monday, then submit the month", "monday", "the month", "the month"),  # no month is named
    ],
)
def test_the_month_that_is_handed_in_is_that_of_the_days(text: str, dates: str, month: str, right: str) -> None:
    calls = called("add_activities", project="gull", dates=dates), called("submit_report", month=month)
    assert mend(text, *calls)[1] == f"submit_report month={right}"
