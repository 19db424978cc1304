"""How model families write a tool call: one table, looked up by what stands in the chat template.

To add a family: one entry in `FAMILIES`. Where its calls are a name and JSON between fixed strings, `JsonCalls` is all
it takes; otherwise write another `CallFormat` with the same members.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.conversation import Message, ToolCall
from bot.errors import ModelRefused
from bot.llm.grammar import THINK, THOUGHT, answer_grammar, arguments_rules, quoted
from bot.llm.plain import told_in_words
from bot.llm.spans import span_rules
from bot.ports import ModelReply, ToolSchema

Framed = tuple[Sequence[Message], Sequence[ToolSchema]]


class CallFormat(Protocol):
    """How one family answers."""

    @property
    def opener(self) -> str:
        """What starts a call. Words never hold it."""
        ...

    @property
    def told(self) -> bool:
        """False when the template does not ask for this form of call: then the messages say it all."""
        ...

    def grammar(self, tools: Sequence[ToolSchema], *, reasoning: bool, said: Sequence[str] = ()) -> str:
        """The llguidance grammar of an answer; `reasoning` when the prompt ends inside a reasoning block.

        Arguments that are copied are spans of the texts in `said`; without any, they are free.
        """
        ...

    def parse(self, answer: str, *, reasoning: bool) -> ModelReply:
        """Words and calls of a whole answer, reasoning left out. Raises ModelRefused for a broken call."""
        ...

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """The messages and the tools as the template must get them."""
        ...


@dataclass(frozen=True)
class JsonCalls:
    """Calls of the form `opener before NAME between {arguments} after`, `separator` between two of them."""

    opener: str
    before: str
    between: str
    after: str
    separator: str = "\n"
    spaced: bool = False
    never: tuple[str, ...] = ()
    """What words may not hold, besides the opener."""
    told: bool = True
    """False when the template does not ask for this form of call: then the messages must say it all."""

    def grammar(self, tools: Sequence[ToolSchema], *, reasoning: bool, said: Sequence[str] = ()) -> str:
        """See `CallFormat`."""
        calls = [
            f"{quoted(self.before + tool.name + self.between)} arguments_{number} {quoted(self.after)}"
            for number, tool in enumerate(tools)
        ]  # one alternative a tool
        rules = [
            rule
            for number, tool in enumerate(tools)
            for rule in arguments_rules(f"arguments_{number}", tool, spaced=self.spaced, copied=bool(said))
        ]
        counts = {count for tool in tools for count in tool.spans.values()}
        spans = span_rules(said, counts) if said and counts else []
        answer = answer_grammar(self.opener, calls, self.separator, reasoning=reasoning, never=self.never)
        return "\n".join([answer, *rules, *spans])

    def parse(self, answer: str, *, reasoning: bool) -> ModelReply:
        """See `CallFormat`."""
        spoken = without_reasoning(answer, reasoning=reasoning)
        words, opened, rest = spoken.partition(self.opener)
        calls: list[ToolCall] = []
        while opened:
            call, rest = self._call(rest)
            calls.append(call)
            left, opened, rest = rest.partition(self.opener)
            if left.strip():
                raise ModelRefused(f"The model wrote something after a tool call: {left.strip()[:80]!r}.")
        return ModelReply(words.strip(), tuple(calls))

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """See `CallFormat`."""
        return (messages, tools) if self.told else (told_in_words(messages, tools, self._written), ())

    def _written(self, name: str, arguments: str) -> str:
        return f"{self.opener}{self.before}{name}{self.between}{arguments}{self.after}"

    def _call(self, text: str) -> tuple[ToolCall, str]:
        """The call at the start of `text` (the opener is gone) and what follows it."""
        name, found, rest = text.removeprefix(self.before).partition(self.between)
        try:
            arguments, end = json.JSONDecoder().raw_decode(rest)
        except ValueError as error:
            raise _broken(text) from error
        if not found or not text.startswith(self.before) or not rest.startswith(self.after, end):
            raise _broken(text)
        if not isinstance(arguments, dict):
            raise _broken(text)
        return ToolCall(_new_id(), name, tidy(arguments)), rest[end + len(self.after) :]


def without_reasoning(answer: str, *, reasoning: bool) -> str:
    """The answer without the `<think>` block at its start; one that was never closed reaches to the end."""
    whole = THINK + answer if reasoning else answer
    return re.sub(rf"\A\s*{THINK}.*?(?:{THOUGHT}|$)", "", whole, flags=re.DOTALL)


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


@dataclass(frozen=True)
class Family:
    """One entry of the table: `recognises` reads a chat template, `calls` makes the format that it asks for."""

    name: str
    recognises: Callable[[str], bool]
    calls: Callable[[str], CallFormat]


def family_of(template: str) -> Family:
    """The first entry that recognises the template (the last one recognises any)."""
    return next(family for family in FAMILIES if family.recognises(template))


def _unescaped(template: str) -> str:
    """The template with its string literals as they are written out."""
    return template.replace('\\"', '"').replace("\\n", "\n")


def _hermes(template: str) -> CallFormat:
    gap = "" if '"name":"' in _unescaped(template) else " "
    return JsonCalls(
        opener="<tool_call>",
        before=f'\n{{"name":{gap}"',
        between=f'",{gap}"arguments":{gap}',
        after="}\n</tool_call>",
        never=("</tool_call>",),
        spaced=bool(gap),
    )


def _untold(template: str) -> CallFormat:
    return JsonCalls('{"name": "', "", '", "arguments": ', "}", spaced=True, told=False)


def _is_hermes(template: str) -> bool:
    """JSON between the tags; others put XML there, and one wants its tools under another name."""
    others = ("<arg_key>", "<function=", "<parameter=", "xml_tools")
    return "<tool_call>" in template and '"name"' in _unescaped(template) and not any(map(template.count, others))


FAMILIES = (
    Family("hermes", _is_hermes, _hermes),
    Family("json", lambda template: True, _untold),
)
"""Qwen 2.5 and 3, Hermes, Granite 4, the built-in model; then whatever else, which is told in words what to write."""


def _new_id() -> str:
    """Nine letters and digits: some templates accept nothing else."""
    return uuid.uuid4().hex[:9]


def _broken(text: str) -> ModelRefused:
    return ModelRefused(f"The model began a tool call that cannot be read: {text[:80]!r}.")
