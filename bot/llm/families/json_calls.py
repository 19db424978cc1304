"""Calls whose arguments are JSON between fixed strings: most families."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.conversation import Message, ToolCall
from bot.llm.families.format import Calls, Framed, broken, new_id, tidy
from bot.llm.grammar import arguments_rules, quoted
from bot.llm.spans import span_rules
from bot.ports import ToolSchema

Framing = Callable[["JsonCalls", Sequence[Message], Sequence[ToolSchema]], Framed]


@dataclass(frozen=True)
class JsonCalls(Calls):
    """Calls of the form `before NAME label between {arguments} aside after`, each after its start (`marks`)."""

    before: str
    between: str
    after: str
    spaced: bool = False
    label: str = ""
    """A pattern of what may stand after the name and means nothing to us (an id)."""
    aside: str = ""
    """The same, after the arguments."""
    told: bool = True
    framing: Framing | None = None
    """How the messages must be changed for the template; None: not at all."""

    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """See `Calls`."""
        calls = [
            f"{self._named(tool.name)} arguments_{number} {self._ended()}"
            for number, tool in enumerate(tools)
            if self.marks.call + self.before + tool.name + self.between != self.marks.heading  # it would be words
        ]
        rules = [
            rule
            for number, tool in enumerate(tools)
            for rule in arguments_rules(f"arguments_{number}", tool, spaced=self.spaced, copied=bool(said))
        ]
        counts = {count for tool in tools for count in tool.spans.values()}
        return calls, rules + (span_rules(said, counts) if said and counts else [])

    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """See `Calls`."""
        named = re.match(
            rf"{re.escape(self.before)}(?P<name>[^\s\"<>()\[\]{{}}:]+)(?:{self.label})?{re.escape(self.between)}", text
        )
        if named is None:
            raise broken(text)
        arguments, rest = json_object(text[named.end() :], text)
        aside = re.match(self.aside, rest)
        rest = rest[aside.end() :] if aside else rest
        if not rest.startswith(self.after):
            raise broken(text)
        return ToolCall(new_id(), named["name"], arguments), rest[len(self.after) :]

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """See `CallFormat`."""
        return self.framing(self, messages, tools) if self.framing else (messages, tools)

    def written(self, name: str, arguments: str) -> str:
        """A call as the model writes it."""
        whole = f"{self.before}{name}{self.between}{arguments}{self.after}"
        return f"{self.marks.call}{self.marks.opening}{whole}{self.marks.closing}"

    def _named(self, name: str) -> str:
        if not self.label:
            return quoted(self.before + name + self.between)
        return f"{quoted(self.before + name)} /({self.label})?/ {quoted(self.between)}"

    def _ended(self) -> str:
        aside = f"/({self.aside})?/ " if self.aside else ""
        return aside + (quoted(self.after) if self.after else "")


def json_object(text: str, whole: str) -> tuple[dict[str, Any], str]:
    """The JSON object at the start of `text`, tidied, and what follows it. Raises ModelRefused, telling of `whole`."""
    try:
        arguments, end = json.JSONDecoder().raw_decode(text)
    except ValueError as error:
        raise broken(whole) from error
    if not isinstance(arguments, dict):
        raise broken(whole)
    return tidy(arguments), text[end:]
