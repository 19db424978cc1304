"""What every contestant is asked: conversations of several turns that begin alike, on one model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.llm.reading import Reading, shared
from benchmarks.llm.weights import half_billion
from bot.domain.conversation import Message, Speaker, ToolCall
from bot.handlers.prompt import INSTRUCTIONS
from bot.ledgers.sample import ABSENCE_REASONS
from bot.llm.builtin import builtin_model
from bot.ports import ToolSchema
from bot.tools.registry import TOOLS

SHARED_TOKENS = 896
"""So long is what all prompts of the 0.5B shape begin with: instructions and tools. A first question makes it 924."""
CONTEXT_TOKENS = 3072
"""Room for eight turns of the 0.5B shape (some 1,540 tokens), with a quarter left for an answer."""
PROJECTS = ("apollo", "zephyr", "meridian", "atlas", "borealis", "cobalt", "delta", "ember", "falcon", "granite")
PROJECTS += ("harbour", "indigo", "juniper", "kestrel", "lumen", "magnolia")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
MANNERS = ", please, and put it on the card as soon as you can, thank you"
PARTS = ("half days", "full days", "mornings", "afternoons")


@dataclass(frozen=True)
class Task:
    """A model, its tools, and what it is told before anybody speaks."""

    name: str
    path: Path
    tools: tuple[ToolSchema, ...]
    system: str
    context_tokens: int
    """What one conversation may have, over all its turns."""
    reads_tools: bool = True
    """False for a model whose tools must not be told to a server: it was trained on them."""
    manners: str = ""
    """What stands behind everything that is said, for its length."""

    def warm(self) -> list[Message]:
        """The first prompt of the day, computed before anything is timed."""
        return [Message(Speaker.SYSTEM, self.system), Message(Speaker.USER, "hello")]


@dataclass(frozen=True)
class Question:
    """One turn of one user."""

    user: int
    turn: int
    messages: Sequence[Message]
    tokens: int | None = None
    """How long the engine's answer to it was; None while the engine itself is asked."""


@dataclass
class Script:
    """The conversations of one run. The engine's answers go into them, and then everybody else gets the same."""

    task: Task
    calls: dict[tuple[int, int], ToolCall] = field(default_factory=dict)
    lengths: dict[tuple[int, int], int] = field(default_factory=dict)

    def note(self, question: Question, call: ToolCall, tokens: int) -> None:
        """What the engine answered, and in how many tokens."""
        self.calls[question.user, question.turn] = call
        self.lengths[question.user, question.turn] = tokens

    def question(self, user: int, turn: int) -> Question:
        """What a user says in this turn, behind all that was said before."""
        messages = [Message(Speaker.SYSTEM, self.task.system)]
        for past in range(turn):
            call = self.calls[user, past]
            messages += [
                Message(Speaker.USER, said(user, past) + self.task.manners),
                Message(Speaker.ASSISTANT, calls=(call,)),
                Message(Speaker.TOOL, f"pending {past + 1}", call_id=call.id),
                Message(Speaker.ASSISTANT, "On the card."),
            ]
        messages.append(Message(Speaker.USER, said(user, turn) + self.task.manners))
        return Question(user, turn, messages, self.lengths.get((user, turn)))


def said(user: int, turn: int) -> str:
    """Each user's words begin otherwise: nothing but the instructions is shared by accident."""
    return f"{PROJECTS[user % len(PROJECTS)]} on {DAYS[turn % len(DAYS)]}, {PARTS[turn % len(PARTS)]}"


def builtin_task() -> Task:
    """The model that is shipped, with the tools that the assistant has."""
    tools = tuple(tool.schema(_Situation()) for tool in TOOLS.values())  # type: ignore[arg-type]
    return Task("built-in", builtin_model(), tools, INSTRUCTIONS, 1024, reads_tools=False)


def half_billion_task() -> Task:
    """Random weights in the shape of Qwen 2.5 0.5B. Their arguments are of few values: free ones would have no end."""
    path = half_billion()
    phrases = {"project": PROJECTS, "dates": DAYS, "percent": PARTS}
    tools = (
        _tool("add_activities", "Log days on a project, in steps of 25 % of a day.", phrases),
        _tool("delete_entries", "Delete what was logged on days.", {"dates": DAYS, "project": PROJECTS}),
        _tool("add_absence", "Log days off.", {"reason": ("paid_leave", "rtt", "sick"), "dates": DAYS}),
    )
    with Reading(path) as reading:
        system, missing = f"{INSTRUCTIONS}\n\n# Notes\n", 0
        for _ in range(4):
            told = f"{system}{' again' * missing}."
            task = Task("0.5B shape", path, tools, told, CONTEXT_TOKENS, manners=MANNERS)
            found = shared(*(reading.ids(messages, tools) for messages in (task.warm(), _other(task))))
            if found == SHARED_TOKENS:
                break
            missing = max(missing + SHARED_TOKENS - found, 0)
    return task


def _other(task: Task) -> list[Message]:
    return [*task.warm()[:1], Message(Speaker.USER, said(0, 0))]


TASKS: Mapping[str, Callable[[], Task]] = {"builtin": builtin_task, "half-billion": half_billion_task}


def _tool(name: str, about: str, values: Mapping[str, Sequence[str]]) -> ToolSchema:
    properties = {key: {"type": "string", "enum": list(allowed)} for key, allowed in values.items()}
    parameters: dict[str, Any] = {"type": "object", "properties": properties, "required": list(values)}
    return ToolSchema(name, about, {**parameters, "additionalProperties": False})


class _Reasons:
    """All that the tools' schemas want to know of a ledger."""

    def absence_reasons(self) -> Sequence[Any]:
        return ABSENCE_REASONS


class _Situation:
    ledger = _Reasons()
