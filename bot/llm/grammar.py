"""What the model may write, as one llguidance grammar: words, or one to four calls that their schemas allow."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.llm.spans import copied_object
from bot.ports import ToolSchema

THINK, THOUGHT = "<think>", "</think>"
THINK_MARKS = (THINK, THOUGHT)
MOST_CALLS = 4
LONGEST_ARGUMENT = 200
"""Letters of a string argument whose schema names no limit: a phrase is copied, never a letter."""


def answer_grammar(opener: str, call: Sequence[str], separator: str, *, reasoning: bool, never: Sequence[str]) -> str:
    """A Lark grammar for llguidance.

    `call` are alternatives of what follows `opener` in one call; without any, only words are allowed. `separator` may
    stand between two calls. Words never hold the opener or a string of `never`. A block `<think>…</think>` may come
    first; with `reasoning` the prompt has already opened it.
    """
    thought = r"/(?s:.*)<\/think>/" if reasoning else r"/\s*<think>(?s:.*)<\/think>/"
    marks = [*THINK_MARKS, *never]
    rules = [
        f"start: thought{'' if reasoning else '?'} (WORDS{' | calls' if call else ''})",
        f"thought[lazy]: {thought}",
        f"WORDS: {_without([*marks, opener])}",
    ]
    if call:
        rules += [
            f"calls: open call more{{0,{MOST_CALLS - 1}}}",
            f"more: {quoted(separator)}? {quoted(opener)} call",
            "open[lazy]: OPEN",
            rf"OPEN: /(?s:.*){_pattern(opener)}/ & {_without(marks)}",
            "call: " + "\n    | ".join(call),
        ]
    return "\n".join(rules)


def arguments_rules(name: str, tool: ToolSchema, *, spaced: bool, copied: bool) -> list[str]:
    """Rules for one tool's arguments: JSON in the order of the schema, nothing that the schema does not name.

    With `copied`, the arguments of `tool.spans` are spans of what was said (`bot.llm.spans.span_rules`).
    """
    if not (copied and tool.spans):
        return [f"{name}: {_json(tool.parameters, spaced=spaced)}"]
    properties = tool.parameters.get("properties", {})
    values = {
        key: f'"\\"" SPANS_{tool.spans[key]} "\\""' if key in tool.spans else _json(schema, spaced=spaced)
        for key, schema in properties.items()
    }
    gaps = {"comma": ", ", "colon": ": "} if spaced else {"comma": ",", "colon": ":"}
    return copied_object(name, tool.parameters, values, **gaps)


def _json(schema: Mapping[str, Any], *, spaced: bool) -> str:
    separators = {"item_separator": ", ", "key_separator": ": "} if spaced else {}
    guidance = {"whitespace_flexible": False, **separators}
    return "%json " + json.dumps({**closed(schema), "x-guidance": guidance}, ensure_ascii=False)


def closed(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema without room for what it does not name: other properties, endless strings."""
    tight = dict(schema)
    if tight.get("type") == "object" or "properties" in tight:
        tight.setdefault("type", "object")
        tight.setdefault("additionalProperties", False)
        tight["properties"] = {name: closed(inner) for name, inner in tight.get("properties", {}).items()}
    if tight.get("type") == "string" and not tight.keys() & {"enum", "const", "pattern", "format", "maxLength"}:
        tight["maxLength"] = LONGEST_ARGUMENT
    return tight


def quoted(text: str) -> str:
    """`text` as a string of the grammar."""
    return json.dumps(text)


def _without(marks: Sequence[str]) -> str:
    """Any text that holds none of `marks`: one complement, for several of them are beyond the lexer's limits."""
    return rf"/(?s:.*)/ & ~/(?s:.*)({'|'.join(map(_pattern, marks))})(?s:.*)/"


def _pattern(text: str) -> str:
    """`text` inside a regular expression between slashes."""
    return re.sub(r"[][(){}.*+?^$|\\/]", lambda found: "\\" + found.group(), text).replace("\n", r"\n")
