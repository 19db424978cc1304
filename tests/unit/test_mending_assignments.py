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
