"""What becomes of a tool call: resolved, grounded and checked, it is a draft, a finding, a question or a refusal."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.conversation import ToolCall
from bot.domain.legible import legible
from bot.domain.proposal import Proposal
from bot.tools.mending import completed, meant
from bot.tools.mending_only_named import replaced_line
from bot.tools.quoted import is_quoted
from bot.tools.registry import TOOLS, tool_called, why_not
from bot.tools.situation import Draft, Faulty, Finding, Refused, Situation, Unclear, Unsaid
from bot.tools.tool import Kind, Resolved, Tool
from bot.tools.whose import about_somebody_else, stood_in
from bot.words import say

LONGEST_ARGUMENT = 400  # characters; the longest thing to copy is a list of days
LONGEST_NAME = 40
LONGEST_LIST = 40
MOST_CALLS = 12  # calls of one answer that are looked at; a month by single days would be 23, and belongs in a phrase


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
class Waits:
    """The call is about something that another call of the same answer, `on`, is to create first."""

    call: ToolCall
    on: ToolCall


@dataclass(frozen=True)
class Wrong:
    """The model wrote something that makes no sense; it is told once."""

    call: ToolCall
    explanation: str
    instead: Asked | None = None
    """What the person is asked when the model writes again what nobody said."""


Outcome = Drafted | Asked | Denied | Found | Dropped | Waits | Wrong


def outcomes_of(calls: Sequence[ToolCall], situation: Situation, unfinished: Mapping[str, ToolCall]) -> list[Outcome]:
    """What becomes of the calls of one answer; what copies sees the days that its deletions empty as empty."""
    outcomes = [outcome_of(call, situation, unfinished) for call in calls]
    emptied = _emptied(outcomes, situation)
    if not emptied:
        return outcomes
    after = replace(situation, emptied=emptied)
    return [
        outcome_of(call, after, unfinished) if call.tool == "copy_entries" else outcome
        for call, outcome in zip(calls, outcomes, strict=True)
    ]


def _emptied(outcomes: Sequence[Outcome], situation: Situation) -> frozenset[date]:
    """The days of which everything is deleted."""
    removed = {entry for o in outcomes if isinstance(o, Drafted) for entry in o.draft.change.removed}
    days = {entry.day for entry in removed}
    if not days or all(outcome.call.tool != "copy_entries" for outcome in outcomes):
        return frozenset()
    left = set(situation.ledger.entries(situation.email, min(days), max(days))) - removed
    return frozenset(days - {entry.day for entry in left})


def outcome_of(call: ToolCall, situation: Situation, unfinished: Mapping[str, ToolCall]) -> Outcome:
    """Run or resolve one call. `unfinished` holds, by tool, the call that the person was just asked about."""
    try:
        call = meant(call, situation)
        tool = tool_called(call.tool)
        if impossible := why_not(tool, situation.ledger):
            raise Refused(impossible)
        _check_whose(tool, situation)
        _check_quoted(call, tool, situation)
        corrected = _corrected(call, situation)
        earlier = corrected.phrases if corrected else _written(unfinished.get(call.tool), call)
        call = completed(call, earlier)
        resolved = tool.resolve(call.arguments, situation, corrected)
        if tool.kind is Kind.READS:
            return Found(call, tool.find(resolved.values, situation))
        if tool.kind is Kind.DROPS:
            return Dropped(call)
        if corrected is not None and corrected.tool == tool.name and corrected.arguments == resolved.arguments:
            raise Unclear(say("ask-what-differs"))
        return Drafted(call, resolved, tool.draft(resolved.values, situation), corrected)
    except Unclear as error:
        return Asked(call, error)
    except Refused as error:
        return Denied(call, str(error))
    except Unsaid as error:
        said = {name: text for name, text in call.arguments.items() if name not in error.arguments}
        return Wrong(call, str(error), Asked(replace(call, arguments=said), error.instead))
    except Faulty as error:
        return Wrong(call, str(error))


def legible_calls(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """The calls with every argument as text and an id of their own each, whatever the model wrote."""
    return [
        ToolCall(uuid.uuid4().hex[:9], legible(call.tool)[:LONGEST_ARGUMENT], _as_texts(call.arguments))
        for call in calls
    ]


def content_of(call: ToolCall) -> tuple[str, str]:
    """What a call says, whatever its id."""
    return call.tool, repr(sorted(call.arguments.items(), key=str))


def doing(calls: Sequence[ToolCall]) -> str:
    """What the bot does with the calls, as its status says it."""
    kinds = {tool.kind for tool in (TOOLS.get(call.tool) for call in calls) if tool is not None}
    return say("step-looking") if kinds == {Kind.READS} else say("step-checking")


def distinct(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """The calls without repetitions, at most MOST_CALLS of them."""
    seen: dict[tuple[str, str], ToolCall] = {}
    for call in calls:
        seen.setdefault(content_of(call), call)
    return list(seen.values())[:MOST_CALLS]


def _as_texts(arguments: Mapping[str, Any]) -> dict[str, str]:
    written = {legible(str(name))[:LONGEST_NAME]: _as_text(value) for name, value in arguments.items()}
    return {name: text for name, text in written.items() if text}


def _as_text(value: Any) -> str:
    """A list of days is read as days; what is cut off is marked, so that nobody can have said it."""
    if value is None or isinstance(value, bool):
        return ""
    parts = value if isinstance(value, (list, tuple)) else (value,)
    text = legible(", ".join(str(part) for part in parts[:LONGEST_LIST])).strip()
    return text if len(text) <= LONGEST_ARGUMENT else f"{text[:LONGEST_ARGUMENT]}\N{REPLACEMENT CHARACTER}"


def _check_whose(tool: Tool, situation: Situation) -> None:
    """Raises Refused for a write into somebody else's report."""
    if tool.kind is not Kind.WRITES or tool.admin or not situation.said:
        return
    if tool.name == "add_activities" and stood_in(situation.said[-1]):
        return
    ledger = situation.ledger
    name = about_somebody_else(
        situation.said[-1], ledger.employees(), situation.employee, ledger.projects(), situation.today
    )
    if name:
        raise Refused(say("own-report-only", name=name))


def _check_quoted(call: ToolCall, tool: Tool, situation: Situation) -> None:
    """Raises Refused for a write that only somebody else's words ask for: what was mailed, said, found somewhere."""
    if tool.kind is Kind.WRITES and situation.said and is_quoted(call.arguments, situation.said[-1]):
        raise Refused(say("quoted-words"))


def _corrected(call: ToolCall, situation: Situation) -> Proposal | None:
    line = replaced_line(call)
    return next((p for p in situation.pending if p.line == line), None)


def _written(asked: ToolCall | None, call: ToolCall) -> dict[str, str]:
    """What an unanswered call leaves to the one that completes it; one with days of its own is a new thing."""
    if asked is None or (asked.arguments.get("dates") and call.arguments.get("dates")):
        return {}
    fresh = {"percent"} if call.arguments.get("dates") and call.arguments.get("project") else set()
    return {name: str(text) for name, text in asked.arguments.items() if name not in fresh}
