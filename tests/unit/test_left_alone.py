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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("gull lundi, mardi on verra", ["mardi on verra"]),
        ("gull lundi et pour mardi je sais pas encore", ["mardi je sais pas encore"]),
        ("lundi gull, mardi : à voir", ["mardi : à voir"]),
        ("gull monday, tuesday we'll see", ["tuesday we'll see"]),
        ("gull monday. as for tuesday i'll let you know later, ok?", ["tuesday i'll let you know later"]),
        ("gull monday, tuesday and wednesday tbd", ["wednesday tbd"]),
        ("gull monday and tuesday afternoon is still open", ["tuesday afternoon is still open"]),
        ("gull lundi, on verra", []),  # what is seen later may be anything
        ("gull monday not sure", []),
        ("gull tuesday we'll see", []),  # nobody says that of a clause with a project in it
        ("tuesday open space cleaning on gull", []),
    ],
)
def test_days_that_are_not_decided(text: str, left: list[str]) -> None:
    assert [text[start:end] for start, end in left_alone(text, WEDNESDAY)] == left


def test_days_that_are_not_decided_get_nothing() -> None:
    text = "gull lundi, mardi on verra"
    lundi, mardi = (called("add_activities", project="gull", dates=dates) for dates in ("lundi", "mardi"))
    only = ["add_activities project=gull dates=lundi"]
    assert mend(text, lundi, mardi) == only
    assert mend(text, called("add_activities", project="gull", dates="lundi, mardi")) == only
    text = "gull lundi, vela mercredi, mardi on verra"
    vela = called("add_activities", project="vela", dates="mercredi")
    assert mend(text, lundi, vela, mardi) == [*only, "add_activities project=vela dates=mercredi"]


def test_nothing_is_left_where_no_day_is_decided() -> None:
    text = "today hmm no I'll tell you tonight when I know"
    assert mend(text, called("add_activities", project="gull", dates="today")) == []
    text = "mardi je te dirai ce soir"
    assert mend(text, called("add_activities", project="gull", dates="mardi")) == []


def test_a_project_beside_no_other_day_is_asked_for_its_days() -> None:
    text = "don't touch thursday. gull was a mess"
    assert mend(text, called("add_activities", project="gull", dates="thursday")) == ["add_activities project=gull"]


def test_a_correction_beside_what_is_left_stays() -> None:
    text = "don't touch thursday, but make it gull"
    correction = called("add_activities", project="gull", dates="thursday", replaces="1")
    assert mend(text, correction)[0].startswith("add_activities project=gull")


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
