"""Templates of sentences: a tiny grammar compiled once at import and expanded with a seeded generator.

Syntax of a template: `<rule>` another rule, `[a|b|]` one of the alternatives, `{P}` a slot with its little words
("on friday", "the zephyr project"), `{p}` the slot's bare value. An expansion is a list of (text, slot or None) parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Parts = list[tuple[str, Any]]
Rnd = Callable[[], float]
T = TypeVar("T")


def pick(rnd: Rnd, options: Sequence[T]) -> T:
    """One of the options; several times faster than `random.choice`."""
    return options[int(rnd() * len(options))]


_TOKEN = re.compile(r"<[a-z_0-9]+>|\{[A-Za-z0-9]+\}|[\[\]|]|[^<{\[\]|]+")


class Slot:
    """A value that a call may copy, and the little words around it. `value` can change until the text is finished."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def put(self, rnd: Rnd, out: Parts) -> None:
        """Append the value with its little words."""
        out.append((self.value, self))


class _Ref:
    __slots__ = ("bare", "key")

    def __init__(self, name: str) -> None:
        self.bare = name[0].islower()
        self.key = name.upper()


class Grammar:
    """Named rules; every rule is a list of templates."""

    def __init__(self, *rule_sets: Mapping[str, Sequence[str]]) -> None:
        self._rules: dict[str, list[tuple[Any, ...]]] = {}
        texts: dict[str, Sequence[str]] = {}
        for rules in rule_sets:
            for name, templates in rules.items():
                if name in texts:
                    raise ValueError(f"rule {name} is defined twice")
                texts[name] = templates
        for name in texts:
            self._rules[name] = []
        for name, templates in texts.items():
            self._rules[name].extend(self.compile(t) for t in templates)
        self.sizes = {name: len(found) for name, found in self._rules.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._rules

    def compile(self, template: str) -> tuple[Any, ...]:
        """A template as the tree that `walk` reads."""
        tokens = _TOKEN.findall(template)
        if "".join(tokens) != template:
            raise ValueError(f"bad template: {template!r}")
        branches, rest = self._sequence(tokens, 0)
        if rest != len(tokens) or len(branches) != 1:
            raise ValueError(f"unbalanced template: {template!r}")
        return branches[0]

    def _sequence(self, tokens: list[str], at: int) -> tuple[list[tuple[Any, ...]], int]:
        branches: list[tuple[Any, ...]] = []
        here: list[Any] = []
        while at < len(tokens) and tokens[at] != "]":
            token = tokens[at]
            at += 1
            if token == "|":
                branches.append(tuple(here))
                here = []
            elif token == "[":
                inner, at = self._sequence(tokens, at)
                if at >= len(tokens):
                    raise ValueError(f"unbalanced template: {''.join(tokens)!r}")
                at += 1
                here.append(inner)
            elif token[0] == "<":
                if token[1:-1] not in self._rules:
                    raise ValueError(f"unknown rule {token} in {''.join(tokens)!r}")
                here.append(self._rules[token[1:-1]])
            elif token[0] == "{":
                here.append(_Ref(token[1:-1]))
            else:
                here.append(token)
        branches.append(tuple(here))
        return branches, at

    def expand(self, rnd: Rnd, rule: str, slots: Mapping[str, Slot | None] | None = None) -> Parts:
        """One random expansion of `rule`. A slot that is missing or None renders as nothing."""
        out: Parts = []
        choices = self._rules[rule]
        _walk(choices[int(rnd() * len(choices))], rnd, slots or {}, out)
        return out

    def walk(self, tree: tuple[Any, ...], rnd: Rnd, slots: Mapping[str, Slot | None]) -> Parts:
        """An expansion of a compiled template."""
        out: Parts = []
        _walk(tree, rnd, slots, out)
        return out

    def pick(self, rnd: Rnd, rule: str) -> tuple[Any, ...]:
        """One template of a rule, to be expanded more than once."""
        choices = self._rules[rule]
        return choices[int(rnd() * len(choices))]

    def text(self, rnd: Rnd, rule: str) -> str:
        """One random expansion of a rule without slots."""
        return "".join([t for t, _ in self.expand(rnd, rule)])


def _walk(sequence: tuple[Any, ...], rnd: Rnd, slots: Mapping[str, Slot | None], out: Parts) -> None:
    for node in sequence:
        kind = type(node)
        if kind is str:
            out.append((node, None))
        elif kind is list:
            _walk(node[int(rnd() * len(node))], rnd, slots, out)
        else:
            slot = slots.get(node.key)
            if slot is None:
                continue
            if node.bare:
                out.append((slot.value, slot))
            else:
                slot.put(rnd, out)
