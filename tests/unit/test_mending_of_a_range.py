"""A day of a line that waits was another project's: the line without it, and the other project on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.proposal import Proposal
from bot.phrases import read_days
from bot.tools.mending import mended
from bot.tools.mending_of_a_range import of_a_range
from tests.unit.small_company import SITUATION, called, shown
from tests.unit.test_mending_corrections import line


def gull(dates: str) -> Proposal:
    """A line that waits: Gull on these days."""
    waiting = line(1, "GULL", dates, 0)
    days = read_days(dates, SITUATION.today, ()).days
    entry = waiting.change.added[0]
    added = tuple(replace(entry, day=day) for day in days)
    return replace(waiting, change=replace(waiting.change, added=added))


def heard(text: str, waiting: Proposal, call: dict[str, str]) -> list[str]:
    situation = replace(SITUATION, said=("gull " + waiting.phrases["dates"], text), pending=(waiting,))
    return shown(mended([called("add_activities", **call)], text, situation))


@pytest.mark.parametrize(
    ("text", "dates", "rest", "day", "project"),
    [
        ("not thursday though, that's vela", "this week", "this week not thursday", "thursday", "vela"),
        ("except thursday, i was on vela", "this week", "this week except thursday", "thursday", "vela"),
        ("sauf vendredi, là j'étais sur Vela", "this week", "this week sauf vendredi", "vendredi", "Vela"),
        ("oh sorry, but not on tuesday, vela then", "this week", "this week but not on tuesday", "tuesday", "vela"),
        ("sauf vendredi c'était vela", "la semaine dernière", "la semaine dernière sauf vendredi",
         "vendredi la semaine dernière", "vela"),
    ],
)  # fmt: skip
def test_the_day_goes_to_the_other_project(text: str, dates: str, rest: str, day: str, project: str) -> None:
    """However the model took it: the whole line for the other project, or only that one."""
    right = [
        f"add_activities project=GULL dates={rest} replaces=1",
        f"add_activities project={project} dates={day}",
    ]
    for call in ({"project": project, "replaces": "1"}, {"project": project, "dates": day}):
        found = heard(text, gull(dates), call)
        assert sorted(" ".join(sorted(made.split())) for made in found) == sorted(
            " ".join(sorted(made.split())) for made in right
        )


@pytest.mark.parametrize(
    "text",
    [
        "not thursday, vela and anchor",  # two projects
        "not thursday, i was sick, vela people know",  # an absence
        "not thursday and friday, monday was vela",  # other days too
        "not next monday, that's vela",  # no day of the line
        "not gull, vela",  # no day at all
        "not thursday though, is that vela?",  # a question
        "not thursday, and please tell the vela people that i was ill",  # more is said
    ],
)
def test_other_corrections_are_left_to_the_model(text: str) -> None:
    """Only where nothing else is said."""
    situation = replace(SITUATION, said=("gull this week", text), pending=(gull("this week"),))
    assert of_a_range([called("add_activities", project="vela", replaces="1")], text, situation) is None


def test_with_two_lines_nobody_knows_which_is_meant() -> None:
    waiting = (gull("this week"), replace(gull("last week"), line=2))
    situation = replace(SITUATION, said=("not thursday, that's vela",), pending=waiting)
    assert of_a_range([called("add_activities", project="vela")], "not thursday, that's vela", situation) is None


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("sauf le 23, c'était vela", "du 20 au 27 sauf le 23", "le 23"),
        ("pas le 23, ce sera vela", "du 20 au 27 pas le 23", "le 23"),
        ("ah non, sauf le 24, plutôt vela", "du 20 au 27 sauf le 24", "le 24"),
        ("except the 23, that's vela", "du 20 au 27 except the 23", "the 23"),
    ],
)
def test_a_bare_number_is_a_day_of_the_line(text: str, rest: str, day: str) -> None:
    """Where the line has such a day."""
    waiting = line(1, "GULL", "du 20 au 27", 11, 14, 15, 16, 17, 18)
    for call in ({"project": "vela", "replaces": "1"}, {"project": "vela", "dates": day}):
        assert heard(text, waiting, call) == [
            f"add_activities project=GULL dates={rest} replaces=1",
            f"add_activities project=vela dates={day}",
        ]


@pytest.mark.parametrize(
    "text",
    [
        "sauf le 30, c'était vela",  # no day of the line
        "sauf le 23%, c'était vela",  # an amount
        "sauf le 23/4, c'était vela",  # another month
        "sauf le 23 h, c'était vela",  # an hour
        "sauf le 23 et le 24, c'était vela",  # two days
        "sauf le 23, c'était vela ?",
        "sauf le 23, j'étais malade, vela le sait",
    ],
)
def test_other_numbers_are_left_to_the_model(text: str) -> None:
    waiting = line(1, "GULL", "du 20 au 27", 11, 14, 15, 16, 17, 18)
    situation = replace(SITUATION, said=("gull du 20 au 27", text), pending=(waiting,))
    assert of_a_range([called("add_activities", project="vela", replaces="1")], text, situation) is None
