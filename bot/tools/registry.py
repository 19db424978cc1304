"""Every tool there is: whatever these modules declare, in the order in which the model is told."""

from __future__ import annotations

from types import MappingProxyType, ModuleType

from bot.tools import absences, activities, administration, copying, pending, projects, reports
from bot.tools.situation import Faulty
from bot.tools.tool import Tool

FAMILIES: tuple[ModuleType, ...] = (activities, absences, copying, reports, projects, administration, pending)


def _declared() -> dict[str, Tool]:
    found = (value for family in FAMILIES for value in vars(family).values() if isinstance(value, Tool))
    return {tool.name: tool for tool in found}


TOOLS = MappingProxyType(_declared())


def tool_called(name: str) -> Tool:
    """The tool of this name. Raises Faulty, which names those that exist."""
    if name not in TOOLS:
        raise Faulty(f"There is no tool {name}. There are: {', '.join(TOOLS)}.")
    return TOOLS[name]
