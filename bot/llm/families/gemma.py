"""Gemma 4: `<|tool_call>call:name{key:<|"|>text<|"|>}<tool_call|>`, reasoning in a channel of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.llm.families.format import Calls, Framed, broken, new_id, tidy
from bot.llm.families.shapes import shaped
from bot.llm.families.values import Notation, Reader, Values
from bot.llm.grammar import quoted
from bot.llm.marks import Marks
from bot.ports import ToolSchema

_QUOTE = '<|"|>'
_GEMMA = Notation(opened=_QUOTE, closed=_QUOTE, raw=True, comma=",", colon=":", words=("true", "false", "null"))
_START, _END = "<|tool_call>", "<tool_call|>"


@dataclass(frozen=True)
class GemmaCalls(Calls):
    """Arguments in the order of the alphabet, as the template writes them, and text between marks of its own."""

    marks: Marks = Marks(  # noqa: RUF009 (it is frozen)
        _START,
        thoughts=(("<|channel>", "<channel|>"),),
        separator="",
        never=(_END, "<|tool_response>", "<tool_response|>", _QUOTE),
    )
    told: bool = True
    gathered: bool = False
    """True where the template wants results inside the message that holds their calls."""

    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """See `Calls`."""
        values = Values(_GEMMA, said)
        calls = []
        for number, tool in enumerate(map(_ordered, tools)):
            arguments = values.arguments(f"arguments_{number}", tool, begins="{}:")
            calls.append(f"{quoted(f'call:{tool.name}{{')} {arguments} {quoted('}' + _END)}")
        return calls, values.rules()

    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """See `Calls`."""
        reader = Reader(text, _GEMMA)
        if not reader.take("call:"):
            raise broken(text)
        name = reader.name("{")
        arguments = reader.pairs(":", "}")
        if not reader.take(_END):
            raise broken(text)
        return ToolCall(new_id(), name, tidy(arguments)), reader.rest

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """Words beside calls are left out: the template would end the model's turn behind them."""
        wordless = [replace(m, text="") if m.calls else m for m in messages]
        return (_gathered(wordless) if self.gathered else wordless), tools


def _ordered(tool: ToolSchema) -> ToolSchema:
    properties = tool.parameters.get("properties", {})
    ordered = {key: properties[key] for key in sorted(properties, key=str.lower)}
    return replace(tool, parameters={**tool.parameters, "properties": ordered})


def _gathered(messages: Sequence[Message]) -> list[Message]:
    """Each message with calls holds their results, and the words that followed them."""
    results = {m.call_id: m.text for m in messages if m.speaker is Speaker.TOOL}
    gathered: list[Message] = []
    for message in messages:
        if message.speaker is Speaker.TOOL:
            continue
        if not message.calls:
            gathered.append(message)
            continue
        told = [{"name": call.tool, "response": results[call.id]} for call in message.calls if call.id in results]
        gathered.append(shaped(message, tool_responses=told))
    return gathered
