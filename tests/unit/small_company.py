"""A company for the tests of mending: a few projects and colleagues, the usual reasons, nothing written."""

from __future__ import annotations

from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Project
from bot.ledgers.sample import ABSENCE_REASONS
from bot.tools.situation import Situation

WEDNESDAY = date(2026, 3, 11)
PROJECTS = (
    Project("GULL", "Gull"),
    Project("ANC", "Anchor"),
    Project("VELA", "Vela"),
    Project("BRM-12", "Brume"),
    Project("PLUIE", "Pluie fine"),
    Project("OSC7", "Oscar Sept"),
    Project("LANT-A", "Lantern App"),
    Project("LANT-W", "Lantern Web"),
    Project("JUN", "May"),
)
ANA = Employee("ana@acme.example", "Ana", "Silva")
COLLEAGUES = (ANA, Employee("luca@acme.example", "Luca", "Berna"), Employee("zoe@acme.example", "Zoé", "Blanc"))


class SmallCompany:
    """The ledger of it."""

    def projects(self) -> tuple[Project, ...]:
        return PROJECTS

    def employees(self) -> tuple[Employee, ...]:
        return COLLEAGUES

    def absence_reasons(self) -> tuple[AbsenceReason, ...]:
        return ABSENCE_REASONS

    def entries(self, email: str, first: date, last: date) -> tuple[Entry, ...]:
        return ()


SITUATION = Situation(ANA, WEDNESDAY, lambda first, last: frozenset(), SmallCompany())  # type: ignore[arg-type]


def called(tool: str, **arguments: str) -> ToolCall:
    """What a model called."""
    return ToolCall("c", tool, arguments)


def shown(calls: object) -> list[str]:
    """Calls as "tool argument=value …", to compare them at a glance."""
    assert isinstance(calls, (list, tuple))
    return [" ".join([call.tool, *(f"{n}={v}" for n, v in call.arguments.items())]) for call in calls]
