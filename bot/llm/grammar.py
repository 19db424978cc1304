"""What the model may write, as one llguidance grammar: words, or one to four calls that their schemas allow."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.llm.marks import THINK as THINK  # the engine asks for it here
from bot.llm.marks import Marks
from bot.llm.spans import copied_object
from bot.ports import ToolSchema

LONGEST_ARGUMENT = 200
"""Letters of a string argument whose schema names no limit: a phrase is copied, never a letter."""
_MOST_BLOCKS = 8


def answer_grammar(marks: Marks, call: Sequence[str], *, reasoning: bool, required: bool = False) -> str:
    """A Lark grammar for llguidance.

    `call` are alternatives of what follows a call's start; without any, only words are allowed. Words never hold a
    mark. Blocks of reasoning may come first; with `reasoning` the prompt has already opened one. With `required` the
    answer is calls and no words.
    """
    rules = _headed(marks, bool(call), required) if marks.heading else _plain(marks, bool(call), reasoning, required)
    rules += [f"WORDS: {_without(_outside(marks))}"]
    if marks.ending:
        rules += ["ended[lazy]: ENDED", f"ENDED: {_up_to(marks.ending, marks)}"]
    if call:
        rules += _calls(marks, call)
    return "\n".join(rules)


def _plain(marks: Marks, callable_: bool, reasoning: bool, required: bool) -> list[str]:
    """Rules of an answer whose words need no heading."""
    opened, closed = marks.thoughts[0] if marks.thoughts else ("", "")
    spoken = "now" if required and callable_ else _spoken(marks, callable_)
    thought = "" if not marks.thoughts else "thought " if reasoning else "thought? "
    rules = [f"start: {thought}{spoken}"]
    if thought:
        before = "" if reasoning else rf"\s*{pattern(opened)}"
        rules += [f"thought[lazy]: /{before}(?s:.*){pattern(closed)}/"]
    if required and callable_:
        rules += [f"now: NOW {_first(marks)}", f"NOW: /{_start(marks)}/"]
    return rules


def _headed(marks: Marks, callable_: bool, required: bool) -> list[str]:
    """Rules of an answer in which each part has a heading, all of which begin alike."""
    words = f"{_after(marks.heading, marks)} {_spoken(marks, callable_ and marks.mixed)}"
    calls = f"{_after(marks.call, marks)} {_first(marks)}"
    turns = [*([] if required and callable_ else [words]), *([calls] if callable_ else [])]
    rules = [f"turn: {' | '.join(turns)}"]
    if not marks.thoughts:
        return [f"start: {turns[0]}" if len(turns) == 1 else "start: turn", *rules[: len(turns) - 1]]
    blocks = [f"{_after(opened, marks)} hidden_{at}" for at, (opened, _) in enumerate(marks.thoughts)]
    hidden = [f"hidden_{at}[lazy]: /(?s:.*){pattern(closed)}/" for at, (_, closed) in enumerate(marks.thoughts)]
    start = f"start: (thought {quoted(marks.begun)}){{0,{_MOST_BLOCKS}}} turn"
    return [start, *rules, f"thought: {' | '.join(blocks)}", *hidden]


def _spoken(marks: Marks, callable_: bool) -> str:
    """Words, with or without calls behind them."""
    return f"(WORDS{' | ended' if marks.ending else ''}{' | calls' if callable_ else ''})"


def _calls(marks: Marks, call: Sequence[str]) -> list[str]:
    """Rules of calls; `open` is everything up to the end of the first one's start, words included."""
    separator = f"{quoted(marks.separator)}? " if marks.separator else ""
    further = [f"more: {separator}{quoted(marks.further)} call"] if marks.most > 1 else []
    words = [f"calls: open {_first(marks)}", "open[lazy]: OPEN", f"OPEN: {_opening(marks)}"]
    return [*(words if marks.mixed else []), *further, "call: " + "\n    | ".join(call)]


def _opening(marks: Marks) -> str:
    return f"WORDS /{_start(marks)}/" if marks.prefix else _up_to(marks.call, marks)


def _up_to(end: str, marks: Marks) -> str:
    """Words and then this mark."""
    others = [mark for mark in _outside(marks) if mark != end]
    if any(mark in end for mark in others):
        return f"WORDS /{pattern(end)}/"
    return rf"/(?s:.*){pattern(end)}/" + (f" & {_without(others)}" if others else "")


def _first(marks: Marks) -> str:
    """What follows the start: the first call and the others."""
    more = f"more{{0,{marks.most - 1}}}" if marks.most > 1 else ""
    closing, ending = quoted(marks.closing) if marks.closing else "", f"{quoted(marks.ending)}?" if marks.ending else ""
    opening = quoted(marks.opening) if marks.opening else ""
    return " ".join(filter(None, [opening, "call", more, closing, ending]))


def _start(marks: Marks) -> str:
    """A pattern for what starts the first call."""
    return (f"({pattern(marks.prefix)})?" if marks.prefix else "") + pattern(marks.call)


def _after(mark: str, marks: Marks) -> str:
    """The mark without what the prompt has of it already."""
    rest = mark.removeprefix(marks.begun)
    return quoted(rest) if rest else ""


def _outside(marks: Marks) -> list[str]:
    """What words may not hold."""
    blocks = [mark for pair in marks.thoughts for mark in pair]
    return list(dict.fromkeys([*blocks, *marks.never, *filter(None, [marks.ending]), *marks.starts]))


def arguments_rules(name: str, tool: ToolSchema, *, spaced: bool, copied: bool) -> list[str]:
    """Rules for one tool's arguments: JSON in the order of the schema, nothing that the schema does not name.

    With `copied`, the arguments of `tool.spans` are spans of what was said (`bot.llm.spans.span_rules`).
    """
    if not (copied and tool.spans):
        return [f"{name}: {json_rule(tool.parameters, spaced=spaced)}"]
    properties = tool.parameters.get("properties", {})
    values = {
        key: f'"\\"" SPANS_{tool.spans[key]} "\\""' if key in tool.spans else json_rule(schema, spaced=spaced)
        for key, schema in properties.items()
    }
    gaps = {"comma": ", ", "colon": ": "} if spaced else {"comma": ",", "colon": ":"}
    return copied_object(name, tool.parameters, values, **gaps)


def json_rule(schema: Mapping[str, Any], *, spaced: bool) -> str:
    """JSON that the schema allows, without any freedom in its white space."""
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
    return rf"/(?s:.*)/ & ~/(?s:.*)({'|'.join(map(pattern, marks))})(?s:.*)/"


def pattern(text: str) -> str:
    """`text` inside a regular expression between slashes."""
    return re.sub(r"[][(){}.*+?^$|\\/]", lambda found: "\\" + found.group(), text).replace("\n", r"\n")
