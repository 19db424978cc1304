"""How a model's file reads: prompts as tokens, the grammar of one call, how long a call is. The same for everybody."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import TracebackType

import numpy as np
from llguidance import LLMatcher

from bot.domain.conversation import Message, ToolCall
from bot.llm.families import CallFormat, family_of
from bot.llm.families.format import tidy
from bot.llm.families.json_calls import JsonCalls
from bot.llm.matchers import Grammars
from bot.llm.native import Weights
from bot.llm.template import ChatTemplate
from bot.llm.vocabulary import Vocabulary
from bot.ports import ToolSchema


@dataclass(frozen=True)
class OneCall(JsonCalls):
    """A family's call, exactly one, and no words: what `tool_choice: required` asks of a server."""

    def grammar(
        self, tools: Sequence[ToolSchema], *, reasoning: bool, said: Sequence[str] = (), required: bool = False
    ) -> str:
        """See `CallFormat`."""
        return super().grammar(tools, reasoning=reasoning, said=said, required=True)


def one_call(calls: CallFormat) -> OneCall:
    """The same format, narrowed: one call, no reasoning before it."""
    assert isinstance(calls, JsonCalls), "both models of this benchmark write JSON"
    given = {each.name: getattr(calls, each.name) for each in fields(calls)}
    return OneCall(**{**given, "marks": replace(calls.marks, most=1, thoughts=())})


def shared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many tokens both begin with."""
    length = min(len(one), len(other))
    differs = np.asarray(one[:length]) != np.asarray(other[:length])
    return int(differs.argmax()) if differs.any() else length


def call_within(answer: str) -> ToolCall | None:
    """The call that an answer is, however it is spaced; None where it is none."""
    try:
        read = json.loads(answer[answer.find("{") : answer.rfind("}") + 1])
        return ToolCall("read", read["name"], tidy(dict(read["arguments"])))
    except (ValueError, KeyError, TypeError):
        return None


class Reading:
    """A file's tokenizer, template and grammars, without a context to compute in."""

    def __init__(self, path: Path) -> None:
        self._weights = Weights(path, gpu_layers=0)
        self.vocabulary = Vocabulary(self._weights.vocabulary)
        source = self._weights.chat_template()
        assert source is not None, "both models of this benchmark have a chat template"
        self._template = ChatTemplate(source, control=self.vocabulary.control_strings())
        self._format = one_call(family_of(source).calls(source))
        self._grammars = Grammars(self._format, self.vocabulary.for_grammars())

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._weights.close()

    def ids(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> list[int]:
        """The prompt."""
        return self.vocabulary.encode(self._template.pieces(*self._format.framed(messages, tools)))

    def matcher(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> LLMatcher:
        """The grammar of one call."""
        return self._grammars.matcher(tools, said, reasoning=False)

    def around_a_call(self) -> tuple[str, str]:
        """What the model writes before and behind the object with a call's name and arguments."""
        written = self._format.written("name", "{}")
        return written[: written.index("{")], written[written.rindex("}") + 1 :]

    def useful(self, call: ToolCall) -> int:
        """Tokens of the call itself, without white space that means nothing: what a person gets for the wait."""
        gaps = (", ", ": ") if self._format.spaced else (",", ":")
        arguments = json.dumps(dict(call.arguments), ensure_ascii=False, separators=gaps)
        return len(self.vocabulary.encode([self._format.written(call.tool, arguments)]))
