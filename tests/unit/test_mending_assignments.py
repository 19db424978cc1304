"""Everybody who is named in one row is assigned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.tools.mending import mended
from tests.unit.small_company import SITUATION, called, shown


def mend(text: str, *calls: object) -> list[str]:
    return shown(mended(list(calls), text, replace(SITUATION, said=(text,))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("rope Zoé and Luca into Gull please, assign them both", ["Zoé"]),
        ("affecte Luca, Zoé et Ana à Gull", ["Zoé", "Ana"]),
        ("assign Luca to Gull", []),
        ("assign Luca to Gull, Zoé knows why", []),  # not in one row
        ("assign Luca and not Zoé to Gull", []),
        ("should i assign Luca and Zoé to Gull?", []),
    ],
)
def test_a_row_of_colleagues_is_assigned(text: str, more: list[str]) -> None:
    first = called("assign_project", project="Gull", employee="Luca")
    assert mend(text, first) == [
        "assign_project project=Gull employee=Luca",
        *(f"assign_project project=Gull employee={name}" for name in more),
    ]


def test_two_projects_stay_apart() -> None:
    """Who of the row goes where, the model has to have said."""
    text = "Luca and Zoé: Luca to Gull, Zoé to Vela"
    calls = (
        called("assign_project", project="Gull", employee="Luca"),
        called("assign_project", project="Vela", employee="Zoé"),
    )
    assert mend(text, *calls) == [
        "assign_project project=Gull employee=Luca",
        "assign_project project=Vela employee=Zoé",
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Assign Luca to the oscar, please.", "assign_project project=oscar employee=Luca"),
        ("mets Luca sur pluie", "assign_project project=pluie employee=Luca"),
        ("Luca was on oscar too", "add_activities project=Luca"),
        ("assign Luca to the lantern", "add_activities project=Luca"),  # two are called so
    ],
)
def test_a_colleague_called_as_a_project_is_assigned_to_a_loosely_named_one(text: str, right: str) -> None:
    assert mend(text, called("add_activities", project="Luca")) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Zoé and Luca asked me to assign Luca to Gull",
        "as agreed with Zoé and Luca, assign Luca to Gull",
        "hi Zoé, Luca should be on Gull",
        "thanks Zoé, Luca to Gull then",
        "d'après Zoé, Luca rejoint Gull",
        "per Zoé, Luca to Gull please",
        "Luca, Zoé's trainee, joins Gull",
        "assign Luca and Zoé's trainee to Gull",
        "please assign Luca, Zoé already is on Gull",
        "Luca et Zoé en ont parlé : Luca va sur Gull",
        "Luca et Zoé sont en congé, affecte Luca à Gull en avril",
    ],
)
def test_who_is_only_talked_about_is_not_assigned(text: str) -> None:
    first = called("assign_project", project="Gull", employee="Luca")
    assert mend(text, first) == ["assign_project project=Gull employee=Luca"]


@pytest.mark.parametrize("text", ["put Luca + Zoé on Gull", "assign Luca, Zoé to Gull", "on Gull: Luca, Zoé"])
def test_a_row_may_be_joined_in_other_ways(text: str) -> None:
    first = called("assign_project", project="Gull", employee="Luca")
    assert mend(text, first)[1:] == ["assign_project project=Gull employee=Zoé"]


def test_who_types_is_not_assigned_twice() -> None:
    text = "put Luca and Ana on Gull"
    calls = [called("assign_project", project="Gull", employee=name) for name in ("Luca", "me")]
    assert mend(text, *calls) == shown(calls)


@pytest.mark.parametrize(
    "text",
    ["don't put Luca on oscar", "did Zoé put Luca on oscar?", "i did not assign Luca to oscar",
     "Zoé wants to assign Luca to oscar", "ne mets pas Luca sur oscar"],
)  # fmt: skip
def test_an_assignment_that_nobody_asks_for_is_none(text: str) -> None:
    assert mend(text, called("add_activities", project="Luca")) == ["add_activities project=Luca"]
