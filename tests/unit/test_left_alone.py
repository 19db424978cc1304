"""What is to be left as it is gets nothing, whatever a model copied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.phrases import days_in
from bot.tools.left_alone import left_alone
from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, WEDNESDAY, called, shown


def mend(text: str, *calls: object) -> list[str]:
    return shown(mended(list(calls), text, replace(SITUATION, said=(text,))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("leave monday as it is, gull on tuesday", ["leave monday as it is"]),
        ("wipe friday's vela, leave the gull half alone", ["leave the gull half alone"]),
        ("please don't touch Thursday, today was gull", ["don't touch Thursday"]),
        ("ne touche pas à jeudi, mardi gull", ["ne touche pas à jeudi"]),
        ("laisse lundi comme ça", ["laisse lundi comme ça"]),
        ("i am on leave monday", []),
        ("leave monday", []),
        ("don't touch my report", []),  # no day is named: nothing else changes its meaning
    ],
)
def test_where_it_stands(text: str, left: list[str]) -> None:
    assert [text[start:end] for start, end in left_alone(text, WEDNESDAY)] == left


@pytest.mark.parametrize(
    ("text", "dates", "right"),
    [
        ("please don't touch Thursday I still have to check that one but today was Gull", "Thursday",
         "add_activities project=Gull dates=today"),
        ("ne touche pas à jeudi, mais aujourd'hui c'était Gull", "jeudi",
         "add_activities project=Gull dates=aujourd'hui"),
        ("leave monday as it is, but tuesday should be Gull", "monday", "add_activities project=Gull dates=tuesday"),
        ("leave monday as it is, but tuesday should be Gull", "tuesday", "add_activities project=Gull dates=tuesday"),
        # two other days: which one is not certain
        ("leave monday as it is, tuesday was fine, friday should be Gull", "monday",
         "add_activities project=Gull dates=monday"),
    ],
)  # fmt: skip
def test_the_other_day_is_meant(text: str, dates: str, right: str) -> None:
    assert mend(text, called("add_activities", project="Gull", dates=dates)) == [right]


def test_the_verb_leave_is_no_absence() -> None:
    text = "leave monday as it is, but tuesday should be Gull"
    assert mend(text, called("add_absence", reason="paid_leave", dates="monday")) == [
        "add_activities project=Gull dates=tuesday"
    ]
    text = "wipe tuesday's Vela, leave the Gull half alone"
    absence = called("add_absence", reason="paid_leave", dates="tuesday", percent="half")
    assert mend(text, called("delete_entries", dates="tuesday"), absence) == [
        "delete_entries dates=tuesday project=VELA"
    ]


def test_a_leave_that_is_one_stays() -> None:
    text = "leave monday as it is, paid leave on tuesday"
    assert mend(text, called("add_absence", reason="paid_leave", dates="tuesday")) == [
        "add_absence reason=paid_leave dates=tuesday"
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("i have to check that one but today was fine", ["today"]),
        ("celui-là un mais hier gull", ["hier"]),
    ],
)
def test_one_before_but_is_no_first_of_the_month(text: str, days: list[str]) -> None:
    assert [span.text for span in days_in(text, WEDNESDAY)] == days
