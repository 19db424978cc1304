"""Calls held against the plain parts of a message: mended where nothing else can be meant, and otherwise untouched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import AbsenceReason, Employee, Project
from bot.ledgers.sample import ABSENCE_REASONS
from bot.tools.mending_clauses import as_said_in_parts, without_next_clause
from bot.tools.situation import Situation

PROJECTS = (Project("APO", "Apollo"), Project("ZEP", "Zephyr"))


@dataclass
class TwoProjects:
    """A ledger that knows two projects."""

    def projects(self) -> tuple[Project, ...]:
        return PROJECTS

    def absence_reasons(self) -> tuple[AbsenceReason, ...]:
        return ABSENCE_REASONS

    def employees(self) -> tuple[Employee, ...]:
        return (ANA,)


ANA = Employee("ana@acme.example", "Ana", "Silva")
SITUATION = Situation(ANA, date(2026, 11, 25), lambda first, last: frozenset(), TwoProjects())  # type: ignore[arg-type]


LUNDI_MARDI = ("apollo lundi", "zephyr mardi")


def mended(text: str, *written: str) -> list[str]:
    """The calls as "code days amount", mended from calls that are written in the same way; `-` is an absence."""
    calls = [_call(number, one) for number, one in enumerate(written)]
    return [_shown(call) for call in as_said_in_parts(calls, text, SITUATION)]


def _call(number: int, written: str) -> ToolCall:
    project, _, dates = written.partition(" ")
    if project == "-":
        return ToolCall(str(number), "add_absence", {"reason": "sick", "dates": dates})
    return ToolCall(str(number), "add_activities", {"project": project, "dates": dates})


def _shown(call: ToolCall) -> str:
    found = [call.arguments.get(name) for name in ("project", "dates", "percent")]
    return " ".join(str(part) for part in found if part) if call.tool == "add_activities" else f"- {found[1]}"


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("apollo monday, zephyr tuesday", ["apollo monday", "zephyr monday"], ["apollo monday", "zephyr tuesday"]),
        ("apollo monday, zephyr tuesday", ["apollo monday"], ["apollo monday", "ZEP tuesday"]),
        ("apollo monday, sick tuesday", ["apollo monday", "- monday"], ["apollo monday", "- tuesday"]),
        (
            "next week: apollo monday, zephyr tuesday",
            ["apollo monday", "zephyr tuesday"],
            ["apollo monday next week", "zephyr tuesday next week"],
        ),
    ],
)
def test_each_call_has_what_its_part_says(text: str, written: list[str], right: list[str]) -> None:
    """Days of the neighbour, a lost part, the week that heads them all."""
    assert mended(text, *written) == right


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "monday to wednesday off, apollo thursday, zephyr friday",
            ["apollo thursday", "zephyr friday", "- monday to wednesday"],
        ),
        ("last week I was sick, apollo monday, zephyr tuesday", ["apollo monday", "zephyr tuesday", "- last week"]),
        ("apollo monday, zephyr tuesday, all of it last week", ["apollo monday last week", "zephyr tuesday last week"]),
        ("apollo monday, zephyr tuesday last week", ["apollo monday last week", "zephyr tuesday last week"]),
        ("apollo lundi, zephyr mardi, la semaine derniere", [f"{d} la semaine derniere" for d in LUNDI_MARDI]),
        ("apollo monday, zephyr is due friday", ["apollo monday"]),
        ("apollo monday, is zephyr on tuesday full?", ["apollo monday"]),
        ("if Bob takes zephyr tuesday, apollo monday", ["apollo monday"]),
        ("apollo monday, zephyr tuesday, half days", ["apollo monday"]),
    ],
)
def test_right_calls_stay_and_none_is_made_of_a_remark(text: str, written: list[str]) -> None:
    """What stands at the end may be meant for all; what says more than a project and days may not be work at all."""
    assert mended(text, *written) == written


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        (
            "apollo monday, tuesday i was at the doctor, sick half day",
            "monday, tuesday|half day",
            "monday, tuesday|half day",
        ),
        ("apollo monday, tuesday i was sick half day", "monday, tuesday|half day", "monday|"),
        ("apollo lundi, mardi j'étais malade", "lundi, mardi|", "lundi|"),
        ("half apollo monday, tuesday i was sick", "monday, tuesday|half", "monday|half"),
        ("apollo monday, tuesday i was there too", "monday, tuesday|", "monday, tuesday|"),
        ("apollo monday, tuesday sick", "monday, tuesday|", "monday, tuesday|"),
    ],
)
def test_a_day_that_begins_a_clause_about_an_absence_is_not_the_projects(text: str, written: str, right: str) -> None:
    """Nor is the amount behind it."""
    dates, _, percent = written.partition("|")
    amount = {"percent": percent} if percent else {}
    call = ToolCall("c", "add_activities", {"project": "apollo", "dates": dates, **amount})
    (made,) = without_next_clause([call], text, SITUATION)
    assert f"{made.arguments['dates']}|{made.arguments.get('percent', '')}" == right
