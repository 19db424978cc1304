"""A conversation as OpenAI's API wants it.

Everything in it is untrusted: a person may type `<|im_end|>`, a project may be called so. A server makes one text of it
and reads control tokens out of that, so inside whatever looks like one a letter without width is put, and taken out of
what the model copies. In this process the prompt is cut there instead (`bot.llm.template`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.conversation import Message
from bot.llm.template import as_dicts
from bot.ports import ToolSchema

BREAK = "\u2060"  # WORD JOINER
_CONTROL = re.compile(
    r"(?=<\|[^|>\s]{1,40}\|>|</?(?:s|bos|eos|think|tool_call|tool_response|start_of_turn|end_of_turn)>|\[/?(?:INST|TOOL_\w+)\])"
)


def guarded(text: str) -> str:
    """`text` in which nothing is a control token."""
    plain = unguarded(text)
    return re.sub(_CONTROL.pattern + r"([<\[])", rf"\1{BREAK}", plain)


def unguarded(text: str) -> str:
    """The text without what `guarded` put into it."""
    return text.replace(BREAK, "")


def told(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """The messages; arguments are JSON in a string, as the API has them."""
    return [_told(message) for message in as_dicts(messages)]


def _told(message: Mapping[str, Any]) -> dict[str, Any]:
    shown = {**message, "content": guarded(message["content"])}
    shown.pop("parts", None)  # for a template that knows them; an API may refuse what it does not know
    if "tool_calls" in message:
        shown["tool_calls"] = [_called(call) for call in message["tool_calls"]]
    return shown


def _called(call: Mapping[str, Any]) -> dict[str, Any]:
    function = call["function"]
    given = function["arguments"]
    written = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
    return {**call, "function": {**function, "arguments": guarded(written)}}


def offered(tools: Sequence[ToolSchema]) -> list[dict[str, Any]]:
    """The tools."""
    return [
        {
            "type": "function",
            "function": {"name": tool.name, "description": tool.description, "parameters": dict(tool.parameters)},
        }
        for tool in tools
    ]
