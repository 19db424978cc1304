"""Calls as XML, one tag for each argument: Qwen 3.5, Qwen3-Coder."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.conversation import Message, ToolCall
from bot.llm.families.format import Calls, Framed, broken, new_id, tidy
from bot.llm.families.shapes import heard
from bot.llm.families.values import Notation, Values
from bot.llm.grammar import json_rule, quoted
from bot.llm.marks import Marks
from bot.ports import ToolSchema

TAGS = ("</tool_call>", "<function=", "</function>", "<parameter=", "</parameter>")
_ENDS = "\n</parameter>\n"
_TEXT = Notation(opened="", closed=_ENDS, raw=True)
_CALL = re.compile(r"\s*<function=([^>\n]+)>\n(.*?)</function>\s*</tool_call>", re.DOTALL)
_PARAMETER = re.compile(r"<parameter=([^>\n]+)>\n(.*?)\n</parameter>\n", re.DOTALL)


@dataclass(frozen=True)
class XmlCalls(Calls):
    """`<function=NAME>`, then `<parameter=KEY>`, the value and `</parameter>`, a line each. Text stands as it is."""

    marks: Marks = Marks("<tool_call>", never=TAGS)  # noqa: RUF009 (it is frozen)
    told: bool = True

    def bodies(self, tools: Sequence[ToolSchema], said: Sequence[str]) -> tuple[list[str], list[str]]:
        """See `Calls`."""
        values = _Values(_TEXT, said)
        calls = []
        for number, tool in enumerate(tools):
            arguments = values.arguments(f"arguments_{number}", tool, begins="<parameter={}>\n", comma="")
            name = quoted(f"\n<function={tool.name}>\n")
            calls.append(f"{name} {arguments} {quoted('</function>' + chr(10) + '</tool_call>')}")
        return calls, values.rules()

    def read(self, text: str, schemas: Mapping[str, Mapping[str, Any]]) -> tuple[ToolCall, str]:
        """See `Calls`."""
        found = _CALL.match(text)
        if found is None:
            raise broken(text)
        properties = schemas.get(found[1], {}).get("properties", {})
        arguments: dict[str, Any] = {}
        at = 0
        for parameter in _PARAMETER.finditer(found[2]):
            if found[2][at : parameter.start()].strip():
                raise broken(text)
            arguments[parameter[1]] = _meant(parameter[2], properties.get(parameter[1], {}))
            at = parameter.end()
        if found[2][at:].strip():
            raise broken(text)
        return ToolCall(new_id(), found[1], tidy(arguments)), text[found.end() :]

    def framed(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> Framed:
        """See `CallFormat`."""
        return heard(messages), tools


class _Values(Values):
    """Text up to the end of its tag; everything else is JSON, which cannot hold that end."""

    def of(self, schema: Mapping[str, Any], spans: int = 0) -> str:
        """See `Values`."""
        if _is_text(schema):
            return super().of(schema, spans)
        return f"{json_rule(schema, spaced=True)} {quoted(_ENDS)}"


def _is_text(schema: Mapping[str, Any]) -> bool:
    options = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if options is not None:
        return all(isinstance(option, str) for option in options)
    return bool(schema.get("type", "string") == "string")


def _meant(text: str, schema: Mapping[str, Any]) -> Any:
    """The value: only a schema tells whether `5` is a number."""
    if _is_text(schema):
        return text
    try:
        return json.loads(text.replace("True", "true").replace("False", "false") if "bool" in str(schema) else text)
    except ValueError:
        return text
