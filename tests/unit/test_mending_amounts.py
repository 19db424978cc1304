"""Amounts that correct the lines of a card by the names of their projects."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import Project
from bot.tools.mending import mended
from bot.tools.mending_amounts import amounts_of_lines, with_the_absences_own, without_amounts_in_names
from bot.tools.situation import Situation
from tests.unit.small_company import ANA, SITUATION, SmallCompany, called


def waiting(*codes: str) -> Situation:
    """With a line of 50 % for each project."""
    now = datetime(2026, 3, 11, 9, tzinfo=UTC)
    lines = [
        Proposal(
            id=f"p{n}",
            conversation_id="c",
            card_id="card",
            line=n,
            owner=ANA.email,
            tool="add_activities",
            arguments={"project": code},
            phrases={"project": code, "dates": "thursday", "percent": "half"},
            change=Change(ANA.email),
            before=(),
            created_at=now,
            expires_at=now,
            title=code,
            amount="50 %",
            state=ProposalState.PENDING,
        )
        for n, code in enumerate(codes, start=1)
    ]
    return replace(SITUATION, pending=tuple(lines))


@pytest.mark.parametrize(
    "text", ["sorry gull 75, anchor 25", "no wait, 75 % gull and 25 % anchor", "gull: 75 anchor: 25"]
)
def test_each_line_gets_the_amount_beside_its_project(text: str) -> None:
    """As a correction of that line; the days stay."""
    first, second = amounts_of_lines([called("add_activities", project="x")], text, waiting("GULL", "ANC")) or ()
    assert (first.arguments["replaces"], second.arguments["replaces"]) == ("1", "2")
    assert first.arguments["percent"].startswith("75")
    assert second.arguments["percent"].startswith("25")
    assert {"dates"} & {*first.arguments, *second.arguments} == set()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("gull 75, anchor 25", ("GULL",)),  # Anchor has no line
        ("gull 75, anchor 25", ("GULL", "GULL", "ANC")),  # which of Gull's?
        ("gull 75, anchor 25 on friday", ("GULL", "ANC")),
        ("gull 75, anchor 25, vela 25", ("GULL", "ANC")),
        ("gull 75", ("GULL", "ANC")),
        ("gull 75, anchor 25 for luca", ("GULL", "ANC")),
        ("gull 75, anchor", ("GULL", "ANC")),
        ("add gull 25, anchor 25", ("GULL", "ANC")),
        ("ajoute gull 25 et anchor 25", ("GULL", "ANC")),
        ("gull 75 and anchor 25?", ("GULL", "ANC")),
        ("gull 75€, anchor 25€", ("GULL", "ANC")),
    ],
)
def test_anything_else_is_left_to_the_model(text: str, codes: tuple[str, ...]) -> None:
    """Other days, other projects, a word left over, a project without its one line."""
    assert amounts_of_lines([called("add_activities", project="x")], text, waiting(*codes)) is None


@pytest.mark.parametrize("tool", ["", "delete_entries", "get_report"])
def test_only_work_is_corrected(tool: str) -> None:
    """Not where the model heard something else, or nothing."""
    heard = [called(tool, dates="monday")] if tool else []
    assert amounts_of_lines(heard, "gull 75, anchor 25", waiting("GULL", "ANC")) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i worked on canal quarter on monday", False),
        ("canal quarter monday, a quarter", True),
        ("a quarter of canal on monday", True),
    ],
)
def test_a_word_of_a_projects_name_is_no_amount(text: str, kept: bool) -> None:
    """ "Canal Quarter" is a project; said beside it, a quarter is one."""

    class Company(SmallCompany):
        def projects(self) -> tuple[Project, ...]:
            return (Project("CAN", "Canal Quarter"),)

    situation = replace(SITUATION, said=(text,), ledger=Company())  # type: ignore[arg-type]
    call = called("add_activities", project="canal", dates="monday", percent="quarter")
    assert ("percent" in without_amounts_in_names([call], text, situation)[0].arguments) == kept


@pytest.mark.parametrize(
    ("text", "amount", "is_the_absences"),
    [
        ("gull wed and thu, then half day leave on friday", "half day", True),
        ("gull mercredi, une demi-journée de congé vendredi", "une demi-journée", True),
        ("gull wed half day, then leave on friday", "half day", False),
        ("gull wed and thu half, leave friday", "half", False),
        ("half day on gull wed, leave friday", "half day", False),
    ],
)
def test_an_amount_right_before_an_absence_is_its_own(text: str, amount: str, is_the_absences: bool) -> None:
    """Though the model gave it to the work."""
    calls = [
        called("add_activities", project="gull", dates="wed", percent=amount),
        called("add_absence", reason="paid_leave", dates="friday"),
    ]
    found = with_the_absences_own(calls, text)
    assert [call.arguments.get("percent") for call in found] == ([None, amount] if is_the_absences else [amount, None])


@pytest.mark.parametrize(
    ("text", "dates", "amount"),
    [
        ("anchor gets the other 25", "today", "25"),
        ("monday anchor, the other 25", "monday", "25"),
        ("and anchor for the other 50 of monday", "monday", "50"),
        ("anchor today, room number 25", "today", None),
        ("anchor today, the other room 25", "today", None),
        ("anchor today, the other 25 people were out", "today", None),
        ("anchor today, one or the other 80 maybe", "today", None),
    ],
)
def test_the_other_number_is_a_share(text: str, dates: str, amount: str | None) -> None:
    """Of the day; no room and no people."""
    call = called("add_activities", project="anchor", dates=dates)
    assert mended([call], text, replace(SITUATION, said=(text,)))[0].arguments.get("percent") == amount
