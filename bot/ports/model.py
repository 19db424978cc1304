"""What understands the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.conversation import Message, ToolCall


@dataclass(frozen=True)
class ToolSchema:
    """What the model is told of a tool; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class ModelReply:
    """What the model said: words, or calls (then `text` is what stood before them)."""

    text: str = ""
    calls: tuple[ToolCall, ...] = ()


class LanguageModel(Protocol):
    """Messages and tools in, text or tool calls out, streamed. Safe to call from several threads."""

    def reply(
        self, messages: Sequence[Message], tools: Sequence[ToolSchema], on_text: Callable[[str], None]
    ) -> ModelReply:
        """Answer; `on_text` gets each piece of text as it is written. Raises ModelError."""
        ...

    def fits(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> bool:
        """True when the prompt leaves room for an answer in the model's context."""
        ...
