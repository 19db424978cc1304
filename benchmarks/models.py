"""Language models for measuring: one that needs no time, and a stopwatch around a real one."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.llm.builtin import COMFORTABLE_TOKENS
from bot.llm.llama import LlamaCppModel
from bot.ports import LanguageModel, ModelReply, PromptSize, ToolSchema

DROP = "forget it"
LETTERS_A_TOKEN, CONTEXT_TOKENS = 4, 3_584


class InstantModel(LanguageModel):
    """Understands "PROJECT on DAY" and "forget it", in no time: what is left of a turn is the bot's own work."""

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """The tool call for what the person said last."""
        said = next(message.text for message in reversed(messages) if message.speaker is Speaker.USER)
        if said == DROP:
            return ModelReply(calls=(ToolCall("drop", "discard", {}),))
        project, _, dates = said.partition(" on ")
        return ModelReply(calls=(ToolCall("add", "add_activities", {"project": project, "dates": dates}),))

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """About as long as for the built-in model, which is shown as much of a conversation."""
        said = [message for message in messages if message.speaker is not Speaker.SYSTEM]
        letters = sum(len(m.text) + sum(len(str(call.arguments)) for call in m.calls) for m in said)
        return PromptSize(letters // LETTERS_A_TOKEN, CONTEXT_TOKENS, COMFORTABLE_TOKENS)


@dataclass
class TimedModel(LanguageModel):
    """A real model, and for each answer with a tool call how long it took and how many tokens were sampled for it.

    For each answer in words, how long it took until the first of them was there.
    """

    model: LlamaCppModel
    reads_tools: bool = field(init=False)
    seconds: list[float] = field(default_factory=list)
    sampled: list[float] = field(default_factory=list)
    written: list[float] = field(default_factory=list)
    first_words: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reads_tools = self.model.reads_tools

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """The model's answer."""
        began, before = time.perf_counter(), self.model.written
        heard: list[float] = []

        def hear(piece: str) -> None:
            heard.append(time.perf_counter() - began)
            on_text(piece)

        reply = self.model.reply(messages, tools, hear, on_place, required=required)
        self.first_words += heard[:1]
        if reply.calls:
            done = self.model.written
            self.seconds.append(time.perf_counter() - began)
            self.sampled.append((done.sampled - before.sampled) / len(reply.calls))
            self.written.append((done.sampled + done.forced - before.sampled - before.forced) / len(reply.calls))
        return reply

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """As the model says."""
        return self.model.size(messages, tools)

    def forget(self) -> None:
        """Forget what was measured: it was the warm-up."""
        self.seconds, self.sampled, self.written, self.first_words = [], [], [], []
