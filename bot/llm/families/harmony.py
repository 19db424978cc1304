"""gpt-oss (harmony): every part of an answer has a channel; only the channel `final` is for the person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.conversation import Message, ToolCall
from bot.llm.families.format import Calls, Framed, broken, new_id
from bot.llm.families.json_calls import json_object
from bot.llm.families.shapes import one_call_each
from bot.llm.grammar import arguments_rules, quoted
from bot.llm.marks import Marks
from bot.llm.spans import span_rules
from bot.ports import ToolSchema

_PART = "<|start|>assistant"
_CHANNEL, _MESSAGE, _END, _CONSTRAIN = "<|channel|>", "<|message|>", "<|end|>", "<|constrain|>"
_TO = r"\s*to=functions\.(?P<{}>[^\s<]+)\s*"
_PLACE = r"<\|channel\|>(?:commentary|analysis)\s*"
_HEAD = re.compile(
    rf"(?:{_TO.format('role')}{_PLACE}|{_PLACE}{_TO.format('channel')})(?:<\|constrain\|>)?\s*(?:json)?\s*<\|message\|>"
)


@dataclass(frozen=True)
class HarmonyCalls(Calls):
    """` to=functions.NAME<|channel|>commentary json<|message|>{…}`, or the name behind the channel; one an answer.

    What the model says in the channels `analysis` and `commentary` is reasoning: nobody sees it.
    """

    marks: Marks = Marks(  # noqa: RUF009 (it is frozen)
        _PART,
        begun=_PART,
        heading=f"{_PART}{_CHANNEL}final{_MESSAGE}",
        thoughts=(
            (f"{_PART}{_CHANNEL}analysis{_MESSAGE}", _END),
            (f"{_PART}{_CHANNEL}commentary{_MESSAGE}", _END),
        ),
        separator="",
        ending=_END,
        never=("<|start|>", _CHANNEL, _MESSAGE, "<|call|>", "<|return|>", _CONSTRAIN),
        most=1,
        mixed=False,
    )
    told: bool = True

    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """See `Calls`."""
        place, json_ = quoted(f"{_CHANNEL}commentary"), f'" " {quoted(_CONSTRAIN)}? {quoted(f"json{_MESSAGE}")}'
        calls = []
        for number, tool in enumerate(tools):
            name = quoted(f" to=functions.{tool.name}")
            calls.append(f"({name} {place} | {place} {name}) {json_} arguments_{number}")
        rules = [
            rule
            for number, tool in enumerate(tools)
            for rule in arguments_rules(f"arguments_{number}", tool, spaced=True, copied=bool(said))
        ]
        counts = {count for tool in tools for count in tool.spans.values()}
        return calls, rules + (span_rules(said, counts) if said and counts else [])

    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """See `Calls`."""
        head = _HEAD.match(text)
        if head is None:
            raise broken(text)
        arguments, rest = json_object(text[head.end() :], text)
        return ToolCall(new_id(), head["role"] or head["channel"], arguments), rest

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """See `CallFormat`."""
        return one_call_each(messages), tools
