"""The person's own words as a grammar: an argument that is copied can be nothing but a span of what was said.

It keeps a small model from misspelling a name or inventing one, and costs some 0.1 ms a token. It only helps: what
the person said, and what merely stands in the conversation, is told apart by the check in code (bot.tools.grounding).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.domain.conversation import Message, Speaker

BORDER = "\x00"
"""Stands between two texts, so that no span reaches over; it can never be written."""
_CHUNK = re.compile(r"\w+|[^\w]", re.DOTALL)


def spoken(messages: Iterable[Message]) -> tuple[str, ...]:
    """Everything that an argument may be copied from: words of the person, options that were shown, earlier calls."""
    texts: dict[str, None] = {}
    for message in messages:
        if message.speaker in (Speaker.USER, Speaker.ASSISTANT) and message.text:
            texts[message.text] = None
        for call in message.calls:
            texts.update((value, None) for value in call.arguments.values() if isinstance(value, str) and value)
    return tuple(texts)


def span_rules(texts: Sequence[str], counts: Iterable[int], *, raw: bool = False) -> list[str]:
    """A terminal `SPANS_n` for each count: up to n spans of whole words, joined by a comma or a space.

    A space may stand first (some models begin every string with one). The words are as JSON writes them inside a
    string; `raw`, as they are.
    """
    rules = [f"SPAN: %regex {json.dumps({'substring_chunks': list(_chunks(texts, raw=raw))})}"]
    for count in sorted(set(counts)):
        more = f"(/(, | )/ SPAN){{0,{count - 1}}}" if count > 1 else ""
        rules.append(rf"SPANS_{count}: / ?/ SPAN {more} & /[^\x00]*[^ \x00][^\x00]*/")
    return rules


def _chunks(texts: Sequence[str], *, raw: bool) -> Iterator[str]:
    """Words and single signs."""
    for text in texts:
        chunks: list[str] = _CHUNK.findall(text)
        yield from chunks if raw else (json.dumps(chunk, ensure_ascii=False)[1:-1] for chunk in chunks)
        yield BORDER


def copied_object(
    name: str, schema: Mapping[str, object], values: Mapping[str, str], *, comma: str, colon: str
) -> list[str]:
    """Rules for a JSON object in the order of its schema. `name`: the first rule's; `values`: each property's rule."""
    written = {key: (json.dumps(key, ensure_ascii=False) + colon, value) for key, value in values.items()}
    return [f'{name}: "{{" {name}_first_0 "}}"', *members(name, schema, written, comma=comma)]


def members(
    name: str, schema: Mapping[str, object], written: Mapping[str, tuple[str, str]], *, comma: str
) -> list[str]:
    """Rules for the properties of an object; `NAME_first_0` stands for them all, `comma` between two of them.

    `written`: how each property begins, and the rule of the rest. What is not required may be left out.
    """
    names = list(written)
    needed = schema.get("required") or ()
    assert isinstance(needed, (list, tuple))
    rules = []
    for kind, before in (("first", ""), ("more", comma)):
        for at, property_ in enumerate(names):
            begins, value = written[property_]
            taken = f"{json.dumps(before + begins, ensure_ascii=False)} {value} {name}_more_{at + 1}"
            left_out = "" if property_ in needed else f" | {name}_{kind}_{at + 1}"
            rules.append(f"{name}_{kind}_{at}: {taken}{left_out}")
        rules.append(f'{name}_{kind}_{len(names)}: ""')
    return rules
