"""Calls as Python writes them, in a list: LFM2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.conversation import Message, ToolCall
from bot.llm.families.format import Calls, Framed, broken, new_id, tidy
from bot.llm.families.shapes import calls_in_text
from bot.llm.families.values import Notation, Reader, Values
from bot.llm.grammar import quoted
from bot.llm.marks import Marks
from bot.llm.shaped import Mark
from bot.ports import ToolSchema

_START, _END = "<|tool_call_start|>", "<|tool_call_end|>"
_PYTHON = Notation()


@dataclass(frozen=True)
class PythonicCalls(Calls):
    """`<|tool_call_start|>[name(key="value"), …]<|tool_call_end|>`.

    Not every template of the family shows the calls of a message, so they are put into its text.
    """

    marks: Marks = Marks(  # noqa: RUF009 (it is frozen)
        _START, opening="[", separator="", again=", ", closing=f"]{_END}", never=(_END,)
    )
    told: bool = True

    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """See `Calls`."""
        values = Values(_PYTHON, said)
        calls = []
        for number, tool in enumerate(tools):
            arguments = values.arguments(f"arguments_{number}", tool, begins="{}=")
            calls.append(f'{quoted(tool.name + "(")} {arguments} ")"')
        return calls, values.rules()

    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """See `Calls`."""
        reader = Reader(text, _PYTHON)
        name = reader.name("(")
        arguments = reader.pairs("=", ")")
        if not reader.rest:
            raise broken(text)
        return ToolCall(new_id(), name, tidy(arguments)), reader.rest

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """See `CallFormat`."""
        return calls_in_text(messages, _written), tools


def _written(calls: Sequence[ToolCall]) -> list[str]:
    listed = (
        f"{call.tool}({', '.join(f'{key}={_PYTHON.literal(value)}' for key, value in call.arguments.items())})"
        for call in calls
    )
    return [Mark(_START), f"[{', '.join(listed)}]", Mark(_END)]
