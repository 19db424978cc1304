"""What becomes of a tool call: resolved, grounded and checked, it is a draft, a finding, a question or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.mending import completed, meant, replaced_line
from bot.tools.registry import tool_called
from bot.tools.situation import Draft, Faulty, Finding, Refused, Situation, Unclear
from bot.tools.tool import Kind, Resolved, Tool
from bot.tools.whose import about_somebody_else


@dataclass(frozen=True)
class Drafted:
    """A write that resolved; `replaces` is the pending proposal that it corrects."""

    call: ToolCall
    resolved: Resolved
    draft: Draft
    replaces: Proposal | None = None


@dataclass(frozen=True)
class Asked:
    """An argument is missing, unknown or unclear: the person is asked."""

    call: ToolCall
    unclear: Unclear


@dataclass(frozen=True)
class Denied:
    """The person may not, or there is nothing to do: the person is told why."""

    call: ToolCall
    sentence: str


@dataclass(frozen=True)
class Found:
    """A reading call ran."""

    call: ToolCall
    finding: Finding


@dataclass(frozen=True)
class Dropped:
    """What was pending is to be dropped."""

    call: ToolCall


@dataclass(frozen=True)
class Wrong:
    """The model wrote something that makes no sense; it is told once."""

    call: ToolCall
    explanation: str


Outcome = Drafted | Asked | Denied | Found | Dropped | Wrong


def outcome_of(call: ToolCall, situation: Situation, unfinished: Mapping[str, ToolCall]) -> Outcome:
    """Run or resolve one call. `unfinished` holds, by tool, the call that the person was just asked about."""
    try:
        call = meant(call, situation)
        tool = tool_called(call.tool)
        _check_whose(tool, situation)
        corrected = _corrected(call, situation)
        earlier = corrected.phrases if corrected else _written(unfinished.get(call.tool), call)
        call = completed(call, earlier)
        resolved = tool.resolve(call.arguments, situation)
        if tool.kind is Kind.READS:
            return Found(call, tool.find(resolved.values, situation))
        if tool.kind is Kind.DROPS:
            return Dropped(call)
        if corrected is not None and corrected.tool == tool.name and corrected.arguments == resolved.arguments:
            raise Unclear("I did not understand what should be different. What should it be?")
        return Drafted(call, resolved, tool.draft(resolved.values, situation), corrected)
    except Unclear as error:
        return Asked(call, error)
    except Refused as error:
        return Denied(call, str(error))
    except Faulty as error:
        return Wrong(call, str(error))


def _check_whose(tool: Tool, situation: Situation) -> None:
    """Raises Refused for a write into somebody else's report."""
    if tool.kind is not Kind.WRITES or tool.admin or not situation.said:
        return
    employees = situation.ledger.employees()
    name = about_somebody_else(situation.said[-1], employees, situation.employee)
    if name:
        raise Refused(f"I write only your own report. {name} can tell me and approve it.")


def _corrected(call: ToolCall, situation: Situation) -> Proposal | None:
    line = replaced_line(call)
    return next((p for p in situation.pending if p.line == line), None)


def _written(asked: ToolCall | None, call: ToolCall) -> dict[str, str]:
    """What an unanswered call leaves to the one that completes it; one with days of its own is a new thing."""
    if asked is None or (asked.arguments.get("dates") and call.arguments.get("dates")):
        return {}
    fresh = {"percent"} if call.arguments.get("dates") and call.arguments.get("project") else set()
    return {name: str(text) for name, text in asked.arguments.items() if name not in fresh}
