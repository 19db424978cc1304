"""How each family's template must be given a conversation: the last step before `bot.llm.template`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.llm.families.format import Framed
from bot.llm.families.shapes import (
    arguments_as_text,
    as_json,
    calls_in_text,
    functions,
    json_list,
    nine_letter_ids,
    one_call_each,
    shaped,
    taking_turns,
    with_system,
    without_system,
)
from bot.llm.plain import told_in_words
from bot.llm.shaped import Mark, Marked
from bot.ports import ToolSchema

if TYPE_CHECKING:
    from bot.llm.families.json_calls import Framing, JsonCalls

_SMOLLM_TOOLS = (
    "\n\n### Tools\n\nYou may call one or more functions to assist with the user query.\n"
    "You are provided with function signatures within <tools></tools> XML tags:\n\n<tools>\n",
    "\n</tools>\n\nFor each function call, return a json object with function name and arguments within "
    "<tool_call></tool_call> XML tags:\n",
    "<tool_call>",
    '\n{"name": <function-name>, "arguments": <args-json-object>}\n',
    "</tool_call>",
)


def single_calls(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """Llama 3: the person speaks first, and a message holds one call."""
    return one_call_each(taking_turns(messages)), tools


def mistral(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """The person and the assistant take turns, and ids have nine letters."""
    return nine_letter_ids(taking_turns(messages)), tools


def texts(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """Functionary 2 and 3.2: arguments are text."""
    return arguments_as_text(messages), tools


def function_calls(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """Functionary 1: a message holds one call under its older name, results come from a function, and the tools are
    told in a system message of their own."""
    names = {call.id: call.tool for message in messages for call in message.calls}
    told = [Message(Speaker.SYSTEM, _namespace(tools))] if tools else []
    return [*told, *(_older(message, names) for message in one_call_each(messages))], ()


def _older(message: Message, names: dict[str, str]) -> Message:
    if message.calls:
        call = message.calls[0]
        function = {"name": call.tool, "arguments": as_json(call.arguments)}
        return shaped(replace(message, calls=()), function_call=function, content=message.text or None)
    if message.speaker is Speaker.TOOL:
        return shaped(message, role="function", name=names.get(message.call_id or "", ""))
    return message


def _namespace(tools: Sequence[ToolSchema]) -> str:
    """The tools as TypeScript, as these models learnt them."""
    lines = ["// Supported function definitions that should be called when necessary.", "namespace functions {", ""]
    for tool in tools:
        needed = tool.parameters.get("required", ())
        lines += [f"// {tool.description}", f"type {tool.name} = (_: {{"]
        for name, schema in tool.parameters.get("properties", {}).items():
            options = " | ".join(as_json(option) for option in schema.get("enum", ())) or schema.get("type", "any")
            lines += [f"// {schema.get('description', '')}", f"{name}{'' if name in needed else '?'}: {options},"]
        lines += ["}) => any;", ""]
    return "\n".join([*lines, "} // namespace functions"])


def phi(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """Phi-4-mini: the tools are part of the system message, calls stand in the words."""
    told = calls_in_text(with_system(messages), json_list("<|tool_call|>", "<|/tool_call|>"))
    if tools:
        told[0] = shaped(told[0], tools=as_json(functions(tools)))
    return [shaped(m, role="tool_response") if m.speaker is Speaker.TOOL else m for m in told], ()


def told_in_tags(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
    """SmolLM3: what its template leaves out of tools and calls stands in the words, with the model's own tags."""

    def written(of: Sequence[ToolCall]) -> list[str]:
        parts = [_tagged(call) for call in of]
        return [part for tagged in parts for part in ("\n", *tagged)]

    told = calls_in_text(with_system(messages) if tools else messages, written)
    if tools:
        before, after, opened, example, ended = _SMOLLM_TOOLS
        listed = "\n".join(as_json(function) for function in functions(tools))
        parts = (told[0].text, before, listed, after, Mark(opened), example, Mark(ended))
        told[0] = shaped(told[0], content=Marked(parts))
    return told, ()


def _tagged(call: ToolCall) -> tuple[str, ...]:
    body = as_json({"name": call.tool, "arguments": dict(call.arguments)})
    return Mark("<tool_call>"), f"\n{body}\n", Mark("</tool_call>")


def told_in_words_for(template: str) -> Framing:
    """For any other template: everything in words, and no more than it takes."""

    def told(calls: JsonCalls, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        said = told_in_words(messages, tools, calls.written)
        if "must alternate" in template:
            said = taking_turns(said)
        return (without_system(said) if "System role not supported" in template else said), ()

    return told
