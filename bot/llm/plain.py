"""For models whose template knows no tools: the tools, the calls and their results told in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.domain.conversation import Message, Speaker
from bot.ports import ToolSchema


def told_in_words(
    messages: Sequence[Message], tools: Sequence[ToolSchema], written: Callable[[str, str], str]
) -> list[Message]:
    """The conversation with system, user and assistant text only; neighbours of one speaker become one message.

    `written` is a call as the model writes it, from its name and its arguments in JSON.
    """
    told = _with_tools(messages, tools, written("NAME", "{…}")) if tools else list(messages)
    plain = [_in_words(message, written) for message in told]
    return list(_joined(plain))


def _with_tools(messages: Sequence[Message], tools: Sequence[ToolSchema], example: str) -> list[Message]:
    lines = [
        json.dumps(
            {"name": tool.name, "description": tool.description, "arguments": dict(tool.parameters)}, ensure_ascii=False
        )
        for tool in tools
    ]
    text = f"Answer in words, or call tools, one call a line, nothing else: {example}\nThe tools:\n" + "\n".join(lines)
    if messages and messages[0].speaker is Speaker.SYSTEM:
        return [replace(messages[0], text=f"{messages[0].text}\n\n{text}"), *messages[1:]]
    return [Message(Speaker.SYSTEM, text), *messages]


def _in_words(message: Message, written: Callable[[str, str], str]) -> Message:
    if message.calls:
        calls = [written(call.tool, json.dumps(dict(call.arguments), ensure_ascii=False)) for call in message.calls]
        return Message(Speaker.ASSISTANT, "\n".join(filter(None, [message.text, *calls])))
    if message.speaker is Speaker.TOOL:
        return Message(Speaker.USER, f"Result: {message.text}")
    return message


def _joined(messages: Sequence[Message]) -> Iterator[Message]:
    for speaker, said in groupby(messages, key=lambda message: message.speaker):
        yield Message(speaker, "\n".join(message.text for message in said))
