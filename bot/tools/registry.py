"""Every tool there is: whatever these modules declare, in the order in which the model is told."""

from __future__ import annotations

from types import MappingProxyType, ModuleType

from bot.domain.ability import cannot
from bot.ports import Ledger
from bot.tools import absences, activities, administration, copying, pending, projects, reports
from bot.tools.situation import Faulty
from bot.tools.tool import Kind, Tool

FAMILIES: tuple[ModuleType, ...] = (activities, absences, copying, reports, projects, administration, pending)


def _declared() -> dict[str, Tool]:
    found = (value for family in FAMILIES for value in vars(family).values() if isinstance(value, Tool))
    return {tool.name: tool for tool in found}


TOOLS = MappingProxyType(_declared())


def offered(ledger: Ledger) -> tuple[Tool, ...]:
    """The tools that a ledger can serve: a model that reads its tools is told of these."""
    return tuple(tool for tool in TOOLS.values() if not why_not(tool, ledger))


def why_not(tool: Tool, ledger: Ledger) -> str:
    """Why a tool cannot be used on this ledger, and where to do it instead, for the person; empty where it can."""
    if tool.needs is None or tool.needs in ledger.abilities:
        return ""
    return cannot(tool.needs, ledger.title)


def tool_called(name: str) -> Tool:
    """The tool of this name. Raises Faulty, which names those that exist."""
    if name not in TOOLS:
        raise Faulty(f"There is no tool {name}. There are: {', '.join(TOOLS)}.")
    return TOOLS[name]


def written_slots(tool: str, kind: type) -> list[str]:
    """The arguments of a writing tool that are of a kind of slot; none for other tools."""
    found = TOOLS.get(tool)
    return [p.name for p in found.parameters if isinstance(p.slot, kind)] if found and found.kind is Kind.WRITES else []
