"""What all call formats share: how an answer is taken apart, and what it becomes when it cannot be."""

from __future__ import annotations

import re
import uuid
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.conversation import Message, ToolCall
from bot.errors import ModelRefused
from bot.llm.grammar import answer_grammar
from bot.llm.marks import Marks
from bot.ports import ModelReply, ToolSchema

Framed = tuple[Sequence[Message], Sequence[ToolSchema]]
_SHOWN = 80


class CallFormat(Protocol):
    """How one family answers."""

    @property
    def marks(self) -> Marks:
        """What cuts an answer into reasoning, words and calls."""
        ...

    @property
    def opener(self) -> str:
        """What starts a call. Words never hold it."""
        ...

    @property
    def told(self) -> bool:
        """False when the template does not show the tools in this form: then the messages say it all."""
        ...

    def grammar(
        self, tools: Sequence[ToolSchema], *, reasoning: bool, said: Sequence[str] = (), required: bool = False
    ) -> str:
        """The llguidance grammar of an answer; `reasoning` when the prompt ends inside a reasoning block.

        Arguments that are copied are spans of the texts in `said`; without any, they are free. With `required` the
        answer is a call.
        """
        ...

    def parse(self, answer: str, *, reasoning: bool, tools: Sequence[ToolSchema] = ()) -> ModelReply:
        """Words and calls of a whole answer, reasoning left out. Raises ModelRefused for a broken call.

        Where a format does not say whether `5` is a number or a text, the schemas of `tools` do.
        """
        ...

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """The messages and the tools as the template must get them."""
        ...


@dataclass(frozen=True)
class Calls(ABC):
    """A call format: what a family writes after a call's start is read and allowed by the classes below it."""

    marks: Marks

    @property
    def opener(self) -> str:
        """See `CallFormat`."""
        return self.marks.call

    @abstractmethod
    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """Alternatives of what follows a call's start, and the rules that they need."""

    @abstractmethod
    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """The call at the start of `text` (its start is gone) and what follows it. Raises ModelRefused."""

    def grammar(
        self, tools: Sequence[ToolSchema], *, reasoning: bool, said: Sequence[str] = (), required: bool = False
    ) -> str:
        """See `CallFormat`."""
        bodies, rules = self.bodies(tools, said)
        return "\n".join([answer_grammar(self.marks, bodies, reasoning=reasoning, required=required), *rules])

    def parse(self, answer: str, *, reasoning: bool, tools: Sequence[ToolSchema] = ()) -> ModelReply:
        """See `CallFormat`."""
        words, rest = parted(answer, self.marks, reasoning=reasoning)
        schemas = {tool.name: tool.parameters for tool in tools}
        calls: list[ToolCall] = []
        while rest is not None:
            call, rest = self.read(rest, schemas)
            calls.append(call)
            rest = after_a_call(rest, self.marks)
        return ModelReply(words, tuple(calls))


def parted(answer: str, marks: Marks, *, reasoning: bool) -> tuple[str, str | None]:
    """The words of an answer, and what follows its first call's start; None where it has no call."""
    opened = marks.thoughts[0][0] if reasoning and marks.thoughts else ""
    whole = without_thoughts(opened + marks.begun + answer, marks)
    if marks.heading and whole:
        if not whole.startswith(marks.heading):
            return "", _after_start(whole, marks)
        whole = whole.removeprefix(marks.heading)
    at = min((found for mark in marks.starts if (found := whole.find(mark)) >= 0), default=None)
    words = (whole if at is None else whole[:at]).strip()
    words = words.removesuffix(marks.ending).strip()
    if any(mark in words for mark in marks.never):
        raise broken(words)
    return words, None if at is None else _after_start(whole[at:], marks)


def _after_start(text: str, marks: Marks) -> str:
    bare = text.removeprefix(marks.prefix)
    start = marks.call + marks.opening
    if not bare.startswith(start):
        raise broken(text)
    return bare.removeprefix(start)


def without_thoughts(answer: str, marks: Marks) -> str:
    """The answer without the reasoning at its start; a block that was never closed reaches to the end."""
    blocks = "|".join(rf"\s*{re.escape(opened)}.*?(?:{re.escape(closed)}|\Z)" for opened, closed in marks.thoughts)
    return re.sub(rf"\A(?:{blocks})*", "", answer, flags=re.DOTALL) if blocks else answer


def after_a_call(rest: str, marks: Marks) -> str | None:
    """What follows the next call's start; None where there is no further call. Raises ModelRefused."""
    left = rest.strip().removesuffix(marks.ending)
    if left == marks.closing:
        return None
    more = rest.lstrip().removeprefix(marks.separator.strip()).lstrip()
    if not more.startswith(marks.further.lstrip()):
        raise ModelRefused(f"The model wrote something after a tool call: {left[:_SHOWN]!r}.")
    return more.removeprefix(marks.further.lstrip())


def tidy(value: Any) -> Any:
    """Strings stripped (some models start each with a space), without control characters and half surrogate pairs."""
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", whole).strip()
    if isinstance(value, dict):
        return {tidy(key): tidy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return value


def new_id() -> str:
    """Nine letters and digits: some templates accept nothing else."""
    return uuid.uuid4().hex[:9]


def broken(text: str) -> ModelRefused:
    """What a call becomes that cannot be read."""
    return ModelRefused(f"The model began a tool call that cannot be read: {text[:_SHOWN]!r}.")
