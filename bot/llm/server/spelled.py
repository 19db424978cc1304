"""Calls that stand in words. A server that does not know its model's form of call passes it on as text.

Such text is never shown to a person as an answer. It is read where it plainly says a tool and arguments, in whichever
family's form; where it does not, the model is asked again. What is told apart is only a beginning: `CALL` finds where
words end and something that wants to be a call begins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.llm.server.faults import Unreadable

TAGS = r"<\|?/?\s*(?:tool_?calls?|function|python_tag)|\[/?\s*(?:TOOL_CALLS?|AVAILABLE_TOOLS)|functools\["
KEYS = r"name|tool|tool_name|function|tool_calls|arguments|parameters|type"
NAMES = ("name", "tool", "tool_name", "function")
ARGUMENTS = ("arguments", "parameters", "args", "input")
SHOWN = 120  # letters of what could not be read that the model is shown again
_FUNCTION = re.compile(
    r"<function=\s*[\"']?([\w.-]+)[\"']?\s*>(.*?)(?=</function>|<function=|</tool_call>|\Z)", re.DOTALL
)
_PARAMETER = re.compile(r"<parameter=\s*[\"']?([\w.-]+)[\"']?\s*>(.*?)</parameter>", re.DOTALL)
_NAME_BEFORE = re.compile(r"([A-Za-z_][\w-]*)(?:\[ARGS\]|\s|[(=:\"'>])*(?:<\|[^|]*\|>\s*(?:json)?\s*)*\Z")


@dataclass(frozen=True)
class Spelled:
    """A call as it was written: a name, and the arguments."""

    tool: str
    arguments: Mapping[str, Any]


def calls_in(text: str, known: Collection[str]) -> tuple[str, list[Spelled]]:
    """The words before the first call, and the calls; `known` are the tools that were offered.

    Raises Unreadable when something looks like a call and is none: half of what was meant would be worse than nothing.
    """
    begins = _call_pattern(known).search(text)
    if begins is None:
        return text, []
    words, rest = text[: begins.start()], text[begins.start() :]
    calls = _functions(rest) or list(_in_json(rest, known))
    if not calls or len(calls) < max(map(rest.count, ("<tool_call>", "<function="))):
        raise _unreadable(rest)
    return re.sub(r"```(?:json)?\s*\Z", "", words), calls


def _call_pattern(known: Collection[str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, known)) or r"(?!)"
    no_words = "|".join(re.escape(name) for name in known if "_" in name) or r"(?!)"  # "I can discard (drop) it"
    return re.compile(
        rf"""{TAGS}
        | [\[{{]\s*(?:\{{\s*)?["'](?:{KEYS})["']\s*:
        | \{{[^{{}}]{{0,200}}?["'](?:name|tool|function)["']\s*:
        | ```[^`]*?(?:{names})   # a block of code about a tool
        | \bto=functions\.
        | \b(?:{names})(?:\(|\s*[{{\[])
        | \b(?:{no_words})\s*\(""",
        re.IGNORECASE | re.VERBOSE,
    )


def _in_json(text: str, known: Collection[str]) -> Iterator[Spelled]:
    """Every call that stands as JSON: with its name inside, or right before it."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        try:
            value, at = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            raise _unreadable(text[start:]) from error
        inside = list(_named_inside(value, known))
        before = _NAME_BEFORE.search(text[:start])
        if inside:
            yield from inside
        elif before and before.group(1) in known:
            yield Spelled(before.group(1), value)
        else:
            raise _unreadable(text[start:])


def _named_inside(value: Any, known: Collection[str]) -> Iterator[Spelled]:
    """The calls of a JSON object that names its tool, or holds such objects."""
    if not isinstance(value, dict):
        return
    if isinstance(value.get("tool_calls"), list):
        for inner in value["tool_calls"]:
            yield from _named_inside(inner, known)
    elif isinstance(value.get("function"), dict):
        yield from _named_inside(value["function"], known)
    else:
        name = next((value[key] for key in NAMES if isinstance(value.get(key), str)), "")
        given = next((value[key] for key in ARGUMENTS if key in value), None)
        if name and (given is not None or name in known):
            yield Spelled(name, arguments_of({} if given is None else given))


def _functions(text: str) -> list[Spelled]:
    """Calls such as `<function=NAME><parameter=KEY>value</parameter></function>`, or with JSON inside."""
    calls = []
    for name, inside in _FUNCTION.findall(text):
        given = {key: value.strip() for key, value in _PARAMETER.findall(inside)}
        if len(given) < inside.count("<parameter="):
            raise _unreadable(inside)
        calls.append(Spelled(name, given or arguments_of(inside)))
    return calls


def arguments_of(written: Any) -> dict[str, Any]:
    """The arguments as a server or a model gives them: an object, or one as text, even as text of text.

    An empty text means none. Raises Unreadable for anything else.
    """
    value = written
    for _ in range(2):
        if isinstance(value, str):
            try:
                value = json.loads(value) if value.strip() else {}
            except (ValueError, RecursionError) as error:
                raise _unreadable(str(written)) from error
    if not isinstance(value, dict):
        raise _unreadable(str(written))
    return value


def _unreadable(text: str) -> Unreadable:
    return Unreadable(f"This is no tool call with one JSON object as its arguments: {text[:SHOWN]!r}.", text)
