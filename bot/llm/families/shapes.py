"""What some templates demand of a conversation, and ours need not fulfil: each function makes it so.

A template that raises for a legal conversation would leave a person without an answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.llm.shaped import Mark, Marked, Shaped
from bot.ports import ToolSchema

_ID_LENGTH = 9
_WORDLESS = Message(Speaker.ASSISTANT, "OK.")
"""Stands where the assistant answered with calls only, and the person went on."""
_SILENT = Message(Speaker.USER, "...")


def taking_turns(messages: Sequence[Message]) -> list[Message]:
    """The person speaks first, and nobody twice in a row; a call and its results do not count as speaking.

    What the assistant said before the person said anything goes to the system message.
    """
    opening = next((at for at, m in enumerate(messages) if m.speaker is Speaker.USER), len(messages))
    system = [m.text for m in messages[:opening] if m.speaker is Speaker.SYSTEM]
    said = [f"You have said: {m.text}" for m in messages[:opening] if m.speaker is Speaker.ASSISTANT and m.text]
    head = [Message(Speaker.SYSTEM, "\n\n".join([*system, *said]))] if system or said else []
    return heard([*head, *_joined(messages[opening:])])


def heard(messages: Sequence[Message]) -> list[Message]:
    """A conversation in which the person says nothing (one that is only counted) gets a message of theirs."""
    spoke = any(message.speaker is Speaker.USER for message in messages)
    return [*messages, *([] if spoke else [_SILENT])]


def _joined(messages: Sequence[Message]) -> Iterator[Message]:
    """Neighbours of one speaker become one message, across calls too; what is empty falls away."""
    spoken: Message | None = None
    held: list[Message] = []
    for message in messages:
        if message.calls or message.speaker is Speaker.TOOL:
            held.append(message)
        elif message.text:
            again = spoken is not None and spoken.speaker is message.speaker
            if spoken is not None and again and not (held and message.speaker is Speaker.USER):
                spoken = replace(spoken, text=f"{spoken.text}\n\n{message.text}")
                continue
            yield from ([spoken] if spoken else [])
            yield from held
            yield from ([_WORDLESS] if again else [])
            spoken, held = message, []
    yield from ([spoken] if spoken else [])
    yield from held


def one_call_each(messages: Sequence[Message]) -> list[Message]:
    """Several calls of one message become several messages, each followed by its own result."""
    results = {m.call_id: m for m in messages if m.speaker is Speaker.TOOL}
    split: list[Message] = []
    moved: set[str] = set()
    for message in messages:
        if len(message.calls) < 2:
            split += [] if message.speaker is Speaker.TOOL and message.call_id in moved else [message]
            continue
        for number, call in enumerate(message.calls):
            split.append(replace(message, text="" if number else message.text, calls=(call,)))
            split += [results[call.id]] if call.id in results else []
            moved.add(call.id)
    return split


def nine_letter_ids(messages: Sequence[Message]) -> list[Message]:
    """Every id of a call has nine letters and digits; others are replaced, the same one by the same."""
    return [
        replace(
            message,
            calls=tuple(replace(call, id=_nine(call.id)) for call in message.calls),
            call_id=None if message.call_id is None else _nine(message.call_id),
        )
        for message in messages
    ]


def _nine(name: str) -> str:
    if len(name) == _ID_LENGTH and name.isalnum() and name.isascii():
        return name
    return hashlib.sha256(name.encode()).hexdigest()[:_ID_LENGTH]


def without_system(messages: Sequence[Message]) -> list[Message]:
    """What the system message says stands before the person's first words."""
    system = "\n\n".join(m.text for m in messages if m.speaker is Speaker.SYSTEM)
    rest = [m for m in messages if m.speaker is not Speaker.SYSTEM]
    if not system:
        return rest
    if rest and rest[0].speaker is Speaker.USER:
        return [replace(rest[0], text=f"{system}\n\n{rest[0].text}"), *rest[1:]]
    return [Message(Speaker.USER, system), *rest]


def arguments_as_text(messages: Sequence[Message]) -> list[Message]:
    """Arguments as a JSON string, for a template that adds them to other strings."""
    return [shaped(m, tool_calls=[_call(call) for call in m.calls]) if m.calls else m for m in messages]


def _call(call: ToolCall) -> dict[str, Any]:
    function = {"name": call.tool, "arguments": as_json(call.arguments)}
    return {"id": call.id, "type": "function", "function": function}


def calls_in_text(messages: Sequence[Message], written: Callable[[Sequence[ToolCall]], Sequence[str]]) -> list[Message]:
    """Calls stand in the assistant's words as it wrote them, for a template that shows nothing else of a message."""
    return [
        shaped(replace(m, calls=()), content=Marked((m.text, *written(m.calls)))) if m.calls else m for m in messages
    ]


def json_list(opened: str, closed: str) -> Callable[[Sequence[ToolCall]], list[str]]:
    """Writes calls as one JSON list between two marks."""

    def written(calls: Sequence[ToolCall]) -> list[str]:
        listed = [{"name": call.tool, "arguments": dict(call.arguments)} for call in calls]
        return [Mark(opened), as_json(listed), Mark(closed)]

    return written


def shaped(message: Message, **extra: Any) -> Shaped:
    """The message with these entries in place of what every template gets."""
    before = message.extra if isinstance(message, Shaped) else {}
    same = {field.name: getattr(message, field.name) for field in fields(Message)}
    return Shaped(**same, extra={**before, **extra})


def with_system(messages: Sequence[Message]) -> list[Message]:
    """The conversation with a system message, empty where it had none."""
    has_one = bool(messages) and messages[0].speaker is Speaker.SYSTEM
    return list(messages) if has_one else [Message(Speaker.SYSTEM), *messages]


def as_json(value: Any) -> str:
    """JSON as `tojson` of a template writes it."""
    return json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)


def functions(tools: Sequence[ToolSchema]) -> list[dict[str, Any]]:
    """The tools as bare functions."""
    return [{"name": t.name, "description": t.description, "parameters": dict(t.parameters)} for t in tools]
