"""Projects named by a word of their name or with a slip: found without a model, and only where one can be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.timesheet import Project
from bot.tools.loose_names import loosely_named
from bot.tools.mending import mended
from tests.unit.small_company import ANA, SITUATION, SmallCompany, called, shown

MINE = frozenset([ANA.email])


class Portals(SmallCompany):
    """Projects whose names have two words, as most have."""

    def projects(self) -> tuple[Project, ...]:
        return (
            Project("MIM", "Portail Mimosa", "Antibes", MINE),
            Project("CIG", "Refonte Cigale", "Banque", MINE),
            Project("LUC", "Luca Board", "", MINE),
            Project("MER", "Meridian", "", MINE),
            Project("LAG", "Portail Lagune"),
        )


SAID = replace(SITUATION, ledger=Portals())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("mimosa lundi", ["MIM"]),
        ("merdian monday, cigale tuesday", ["MER", "CIG"]),
        ("portail lundi", []),  # two of them
        ("lagune lundi", []),  # not a project of the person
        ("luca monday", []),  # a colleague
        ("meeting monday, merge tuesday", []),
    ],
)
def test_a_word_names_a_project_where_it_can_be_no_other_thing(text: str, codes: list[str]) -> None:
    """Whole words of the name, or the name with a slip in it."""
    assert sorted(project.code for _, project in loosely_named(text, SAID)) == sorted(codes)


@pytest.mark.parametrize(
    ("text", "calls", "right"),
    [
        ("mimosa lundi et mardi, jeudi cigale", ["mimosa lundi et mardi, jeudi"],
         ["mimosa lundi et mardi", "cigale jeudi"]),
        ("Luca said to put mimosa monday and tuesday, thursday i am on cigale",
         ["mimosa monday and tuesday, thursday"],
         ["mimosa monday and tuesday", "cigale thursday"]),
        ("mimosa monday, tuesday the client of cigale was away", ["mimosa monday, tuesday"], ["mimosa monday"]),
        ("mimosa monday, wednesday", ["mimosa monday, wednesday"], ["mimosa monday, wednesday"]),
    ],
)  # fmt: skip
def test_the_days_of_another_project_are_its_own(text: str, calls: list[str], right: list[str]) -> None:
    """Also where the model lost that project; a remark about one makes no call."""
    made = [called("add_activities", **dict(zip(("project", "dates"), c.split(" ", 1), strict=True))) for c in calls]
    wanted = [dict(zip(("project", "dates"), c.split(" ", 1), strict=True)) for c in right]
    mended_calls = mended(made, text, replace(SAID, said=(text,)))
    assert shown(mended_calls) == [f"add_activities project={w['project']} dates={w['dates']}" for w in wanted]
