"""A list among other sentences, and one that a model only talked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.timesheet import Project
from bot.tools.list_sentences import lines_among_sentences
from bot.tools.mending import mended, unheard
from bot.tools.plain_lists import Line
from bot.tools.whose import stood_in
from tests.unit.small_company import ANA, SITUATION, SmallCompany, called, shown

GULL, ANCHOR = "add_activities project=gull dates=monday", "add_activities project=anchor dates=tuesday"

GULL_PROJECT = Project("GULL", "Gull")


class Own(SmallCompany):
    """Where Gull is the person's own."""

    def projects(self) -> tuple[Project, ...]:
        return (Project("GULL", "Gull", "", frozenset([ANA.email])), Project("ANC", "Anchor"), Project("MAY", "May"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("What a week! gull monday, anchor tuesday", [GULL, ANCHOR]),
        ("Semaine de fou… mon badge est mort. bref : gull monday, anchor tuesday", [GULL, ANCHOR]),
        ("gull monday, anchor tuesday. see you :)", [GULL, ANCHOR]),
    ],
)
def test_a_remark_beside_a_list_changes_nothing(text: str, right: list[str]) -> None:
    """Neither before it nor behind it."""
    calls = [called("add_activities", project="gull", dates="monday")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == right


@pytest.mark.parametrize(
    "before",
    [
        "What if:",
        "The boss said!",
        "don't write this.",
        "Ne mets pas ça !",
        "half days!",
        "busy?",
        "i was off wednesday.",
    ],
)
def test_a_sentence_that_may_say_more_of_the_list_leaves_it_to_the_model(before: str) -> None:
    """Or put it in doubt."""
    line = Line(GULL_PROJECT, "gull", "monday")
    read = lambda part: [line] if part == "gull monday" else None  # noqa: E731
    assert lines_among_sentences("hello! gull monday", read, SITUATION) == [line]
    assert lines_among_sentences(f"{before} gull monday", read, SITUATION) == []


def test_a_list_beside_an_assignment_is_not_lost() -> None:
    """It was said in a sentence of its own."""
    text = "gull for me monday. Also give Luca access to gull, he is joining"
    calls = [called("assign_project", project="gull", employee="Luca")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == [GULL, shown(calls)[0]]


def test_a_colleague_called_as_a_project_is_not_lost() -> None:
    """It is an assignment that bot.tools.mending_names makes of it."""
    text = "gull monday. also assign luca to gull while youre at it"
    calls = [called("add_activities", project=name, dates="monday") for name in ("gull", "luca")]
    assert shown(mended(calls, text, replace(SITUATION, said=(text,)))) == [
        GULL,
        "assign_project project=gull employee=luca",
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("gull", ["add_activities project=gull"]),
        ("le projet gull stp", ["add_activities project=gull"]),
        ("gull monday", [GULL]),
        ("malade lundi", ["add_absence reason=sick dates=lundi"]),
        ("gull?", []),
        ("gull is great", []),
        ("anchor", []),  # not the person's own
        ("may", []),
        ("thanks", []),
        ("", []),
    ],
)
def test_a_model_that_only_talks_does_not_lose_a_list(text: str, right: list[str]) -> None:
    """Nor the name of a project of the person alone: its days are asked for."""
    situation = replace(SITUATION, ledger=Own(), said=(text,))  # type: ignore[arg-type]
    assert shown(unheard(text, situation)) == right


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("luca was out tuesday so i covered gull for him", True),
        ("luca était malade mardi, donc j'ai remplacé sur gull", True),
        ("luca was sick so i filled in his report", False),
        ("luca was sick tuesday, put gull for him", False),
    ],
)
def test_who_stands_in_for_a_colleague_worked(text: str, mine: bool) -> None:
    """It is the writer's own day then."""
    assert stood_in(text) is mine


@pytest.mark.parametrize(
    ("today", "before", "is_a_remark"),
    [
        (date(2026, 3, 15), "sunday evening, sorry.", True),
        (date(2026, 3, 15), "bon dimanche soir je me motive :", True),
        (date(2026, 3, 14), "catching up on a saturday, dont judge.", True),
        (date(2026, 3, 13), "friday, finally home.", True),
        (date(2026, 3, 13), "what a day today was!", True),
        (date(2026, 3, 13), "sunday evening, sorry.", False),
        (date(2026, 3, 13), "thursday was hard.", False),
        (date(2026, 3, 15), "sunday vela.", False),
        (date(2026, 3, 15), "sunday off.", False),
    ],
)
def test_a_heading_says_when_it_is_typed(today: date, before: str, is_a_remark: bool) -> None:
    """The day of today above a list, and neither a name nor an absence with it."""
    text = f"{before} gull lundi, anchor tuesday"
    calls = [called("add_activities", project="gull", dates="lundi")]
    made = shown(mended(calls, text, replace(SITUATION, today=today, said=(text,))))
    right = ["add_activities project=gull dates=lundi", "add_activities project=anchor dates=tuesday"]
    assert (made == right) is is_a_remark
