"""Values that are no JSON: text between marks of a family's own, lists and objects of them.

`Values` makes the rules of a grammar for them, `Reader` reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.llm.families.format import broken
from bot.llm.grammar import LONGEST_ARGUMENT, json_rule, pattern, quoted
from bot.llm.spans import members, span_rules
from bot.ports import ToolSchema

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_NAME = r"""\s*(["']?)([^\s"'(){}\[\]=:,<>]+)\1\s*"""
_MOST_ITEMS = 8


@dataclass(frozen=True)
class Notation:
    """How a family writes values. Text stands between `opened` and `closed`, and nothing in it is escaped, when `raw`;
    else it is JSON's text, or Python's between single quotes."""

    opened: str = '"'
    closed: str = '"'
    raw: bool = False
    comma: str = ", "
    colon: str = ": "
    words: tuple[str, str, str] = ("True", "False", "None")

    def literal(self, value: Any) -> str:
        """The value as it is written."""
        if isinstance(value, str):
            return f"{self.opened}{value}{self.closed}" if self.raw else json.dumps(value, ensure_ascii=False)
        if value is None or isinstance(value, bool):
            return self.words[2 if value is None else 1 - int(value)]
        if isinstance(value, Mapping):
            pairs = (f"{self.key(name)}{self.colon}{self.literal(item)}" for name, item in value.items())
            return "{" + self.comma.join(pairs) + "}"
        if isinstance(value, (list, tuple)):
            return "[" + self.comma.join(map(self.literal, value)) + "]"
        return json.dumps(value)

    def key(self, name: str) -> str:
        """A key of an object."""
        return name if self.raw else json.dumps(name, ensure_ascii=False)


class Values:
    """Gathers the rules of values: `of` names what stands for one, `rules` are those that it needs."""

    def __init__(self, notation: Notation, said: Sequence[str]) -> None:
        self._notation = notation
        self._said = said
        self._rules: dict[str, str] = {}
        self._counts: set[int] = set()
        self._objects = 0

    def rules(self) -> list[str]:
        """Everything that `of` and `arguments` have named."""
        spans = span_rules(self._said, self._counts, raw=self._notation.raw) if self._counts else []
        return [f"{name}: {body}" for name, body in self._rules.items()] + spans

    def arguments(self, name: str, tool: ToolSchema, *, begins: str, ends: str = "", comma: str | None = None) -> str:
        """What stands for a tool's arguments; `begins` is written before each value, with the argument's name."""
        written = {
            key: (begins.format(key), f"{self.of(schema, tool.spans.get(key, 0))} {quoted(ends) if ends else ''}")
            for key, schema in tool.parameters.get("properties", {}).items()
        }
        self._add(members(name, tool.parameters, written, comma=self._notation.comma if comma is None else comma))
        return f"{name}_first_0"

    def of(self, schema: Mapping[str, Any], spans: int = 0) -> str:
        """What stands for a value that this schema allows; text that is copied from what was said has `spans`."""
        if "enum" in schema or "const" in schema:
            options = schema.get("enum", [schema.get("const")])
            return "(" + " | ".join(quoted(self._notation.literal(option)) for option in options) + ")"
        kind = schema.get("type", "string")
        if kind == "string":
            return self._copied(spans) if spans and self._said else self._text(schema)
        if kind == "boolean":
            return f"({quoted(self._notation.words[0])} | {quoted(self._notation.words[1])})"
        if kind == "array":
            return self._array(schema)
        if kind == "object":
            return self._object(schema)
        return json_rule(schema, spaced=False)

    def _text(self, schema: Mapping[str, Any]) -> str:
        least, most = schema.get("minLength", 0), schema.get("maxLength", LONGEST_ARGUMENT)
        bounds = f"{{{least},{most}}}"
        if self._notation.raw:
            self._rules[f"text_{least}_{most}[lazy]"] = f"/(?s:.){bounds}{pattern(self._notation.closed)}/"
            return f"{quoted(self._notation.opened)} text_{least}_{most}"
        self._rules[f"QUOTED_{least}_{most}"] = rf"""/'([^'\\\x00-\x1f]|\\['\\n]){bounds}'/"""
        bounded = {"type": "string", "minLength": least, "maxLength": most}
        return f"({json_rule(bounded, spaced=False)} | QUOTED_{least}_{most})"

    def _copied(self, count: int) -> str:
        self._counts.add(count)
        if self._notation.raw:
            self._rules[f"copied_{count}[lazy]"] = f"COPIED_{count}"
            self._rules[f"COPIED_{count}"] = f"SPANS_{count} /{pattern(self._notation.closed)}/"
            return f"{quoted(self._notation.opened)} copied_{count}"
        self._rules[f"PLAIN_{count}"] = rf"SPANS_{count} & /[^'\\]*/"
        return rf""" ("\"" SPANS_{count} "\"" | "'" PLAIN_{count} "'")"""

    def _array(self, schema: Mapping[str, Any]) -> str:
        item = self.of(schema.get("items", {}))
        least, most = schema.get("minItems", 0), schema.get("maxItems", _MOST_ITEMS)
        more = f"({quoted(self._notation.comma)} {item}){{{max(least - 1, 0)},{max(most - 1, 0)}}}"
        return f'"[" ({item} {more}){"" if least else "?"} "]"'

    def _object(self, schema: Mapping[str, Any]) -> str:
        name = f"object_{self._objects}"
        self._objects += 1
        properties = schema.get("properties", {})
        written = {
            key: (self._notation.key(key) + self._notation.colon, self.of(inner)) for key, inner in properties.items()
        }
        self._add(members(name, schema, written, comma=self._notation.comma))
        return f'"{{" {name}_first_0 "}}"'

    def _add(self, rules: Sequence[str]) -> None:
        for rule in rules:
            name, _, body = rule.partition(": ")
            self._rules[name] = body


class Reader:
    """Reads values one after another; raises ModelRefused where there is none."""

    def __init__(self, text: str, notation: Notation) -> None:
        self._text = text
        self._notation = notation
        self._at = 0

    @property
    def rest(self) -> str:
        """What was not read yet."""
        return self._text[self._at :]

    def take(self, mark: str) -> bool:
        """Step over `mark` and the spaces before it; False when something else stands there."""
        at = self._past_spaces()
        if not self._text.startswith(mark, at):
            return False
        self._at = at + len(mark)
        return True

    def name(self, ends: str) -> str:
        """A bare or quoted name and what ends it."""
        found = re.compile(_NAME + re.escape(ends)).match(self._text, self._at)
        if found is None:
            raise broken(self._text)
        self._at = found.end()
        return found[2]

    def pairs(self, colon: str, closed: str) -> dict[str, Any]:
        """Names and values up to what closes them."""
        read: dict[str, Any] = {}
        while not self.take(closed):
            if read and not self.take(","):
                raise broken(self._text)
            name = self.name(colon)
            read[name] = self.value()
        return read

    def value(self) -> Any:
        """The next value."""
        if self._notation.raw and self.take(self._notation.opened):
            return self._until(self._notation.closed)
        if self.take("["):
            return self._items()
        if self.take("{"):
            return self.pairs(self._notation.colon.strip(), "}")
        for word, meant in (
            *zip(self._notation.words, (True, False, None), strict=True),
            ("true", True),
            ("false", False),
            ("null", None),
        ):
            if self.take(word):
                return meant
        return self._number() if self._text[self._past_spaces() :][:1] not in ("'", '"') else self._string()

    def _items(self) -> list[Any]:
        items: list[Any] = []
        while not self.take("]"):
            if items and not self.take(","):
                raise broken(self._text)
            items.append(self.value())
        return items

    def _until(self, closed: str) -> str:
        text, found, _ = self._text[self._at :].partition(closed)
        if not found:
            raise broken(self._text)
        self._at += len(text) + len(closed)
        return text

    def _number(self) -> int | float:
        found = _NUMBER.match(self._text, self._past_spaces())
        if found is None:
            raise broken(self._text)
        self._at = found.end()
        number: int | float = json.loads(found[0])
        return number

    def _string(self) -> str:
        """JSON's text between double quotes; between single ones a backslash keeps the next sign."""
        at = self._past_spaces()
        try:
            if self._text[at] == '"':
                text, self._at = json.JSONDecoder(strict=False).raw_decode(self._text, at)
                return str(text)
        except ValueError as error:
            raise broken(self._text) from error
        found = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL).match(self._text, at)
        if found is None:
            raise broken(self._text)
        self._at = found.end()
        return re.sub(r"\\(.)", lambda sign: {"n": "\n", "t": "\t"}.get(sign[1], sign[1]), found[1], flags=re.DOTALL)

    def _past_spaces(self) -> int:
        at = self._at
        while self._text[at : at + 1].isspace():
            at += 1
        return at
