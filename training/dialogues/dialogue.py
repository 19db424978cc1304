"""A dialogue in the format of docs/model-language.md, and the builder that keeps line numbers and statuses right."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from training.dialogues.grammar import Slot
from training.dialogues.noise import Voice

ORDER: dict[str, tuple[str, ...]] = {
    "add_activities": ("project", "dates", "percent", "replaces"),
    "add_absence": ("reason", "dates", "percent", "replaces"),
    "delete_entries": ("dates", "project", "reason", "replaces"),
    "copy_entries": ("source", "dates", "replaces"),
    "submit_report": ("month", "replaces"),
    "withdraw_report": ("month", "replaces"),
    "assign_project": ("project", "employee", "replaces"),
    "create_project": ("code", "name", "client", "replaces"),
    "add_employee": ("name", "lastname", "email", "role", "replaces"),
    "get_report": ("month", "employee"),
    "get_my_projects": (),
    "get_all_projects": (),
    "get_all_employees": (),
    "get_missing_reports": ("month",),
    "get_dates_of_week": ("week",),
    "discard": (),
}
"""The tools and their arguments, in the contract's order."""

READS = frozenset(name for name in ORDER if name.startswith("get_"))

Message = dict[str, Any]


@dataclass(frozen=True)
class Dialogue:
    """`train[i]` is True where message i is written by the model."""

    messages: list[Message]
    train: list[bool]
    kind: str


@dataclass
class Call:
    """A call before it is written down. Values are slots until the user's text is finished."""

    name: str
    args: dict[str, Slot | str | None] = field(default_factory=dict)

    def plain(self) -> dict[str, str]:
        """The arguments that were said, as strings, in the contract's order. An empty slot was not said."""
        found = {}
        for key in ORDER[self.name]:
            value = self.args.get(key)
            text = value if value is None or type(value) is str else value.value  # type: ignore[union-attr]
            if text:
                found[key] = text
        return found


def call(tool: str, /, **args: Slot | str | None) -> Call:
    return Call(tool, args)


@dataclass
class Line:
    """A pending line of a card."""

    number: int
    name: str
    args: dict[str, str]
    tool_index: int


class Enough(Exception):
    """The dialogue ends here: what would come next would leave the latest correction outside the training."""


class Talk:
    """Builds one dialogue. Statuses change as in the real history: a tool message is rewritten, and model messages that
    were written before the change, and would now stand after a status they never saw, are no longer trained on."""

    def __init__(self, rng: random.Random, voice: Voice) -> None:
        self.rng = rng
        self.rnd = rng.random
        self.voice = voice
        self.messages: list[Message] = []
        self.train: list[bool] = []
        self.named: list[tuple[str, str]] = []
        """Projects and colleagues that were made up for it, spoken of or not: the kind and the name as typed."""
        self.pending: dict[int, Line] = {}
        self.top = 0
        self._changes: list[tuple[int, str]] = []
        self._ids = 0

    def pick(self, options: Sequence[Any]) -> Any:
        return options[int(self.rnd() * len(options))]

    def chance(self, probability: float) -> bool:
        return self.rnd() < probability

    def _add(self, message: Message, train: bool) -> None:
        self.messages.append(message)
        self.train.append(train)

    def user(self, text: str) -> None:
        self._settle()
        self._add({"role": "user", "content": text}, False)

    def code(self, text: str) -> None:
        """A text that the program writes."""
        self._add({"role": "assistant", "content": text}, False)

    def says(self, text: str) -> None:
        """A text that the model writes."""
        self._add({"role": "assistant", "content": text}, True)

    def calls(self, calls: Sequence[Call], asks: Sequence[str | None] | None = None) -> list[Line]:
        """The model's calls and their statuses. `asks[i]` is the status of call i; None: what the call's kind gives.

        Returns the lines that are pending now.
        """
        written: list[dict[str, Any]] = []
        for made in calls:
            self._ids += 1
            function = {"name": made.name, "arguments": made.plain()}
            written.append({"id": f"c{self._ids}", "type": "function", "function": function})
        self._add({"role": "assistant", "content": "", "tool_calls": written}, True)
        lines: list[Line] = []
        asked = False
        for i, entry in enumerate(written):
            status = asks[i] if asks else None
            name, args = entry["function"]["name"], entry["function"]["arguments"]
            if status is None:
                if name == "discard":
                    status = "done"
                elif name in READS:
                    status = "ok"
                else:
                    line = self._line(name, args)
                    lines.append(line)
                    status = f"pending {line.number}"
            else:
                asked = True
            self._add({"role": "tool", "tool_call_id": entry["id"], "content": status}, False)
            if lines and lines[-1].tool_index < 0:
                lines[-1].tool_index = len(self.messages) - 1
        if lines and not asked and len(lines) == len(calls):
            self.code("On the card.")
        return lines

    def _line(self, name: str, args: dict[str, str]) -> Line:
        if not self.pending:
            self.top = 0
        replaced = args.get("replaces")
        self.top += 1
        line = Line(self.top, name, {k: v for k, v in args.items() if k != "replaces"}, -1)
        if replaced is not None:
            old = self.pending.pop(int(replaced))
            self._changes.append((old.tool_index, f"superseded {replaced}"))
        self.pending[line.number] = line
        return line

    def decide(self, statuses: dict[int, str]) -> None:
        """What became of pending lines, at once: `{1: "applied 1"}`."""
        for number, status in statuses.items():
            line = self.pending.pop(number)
            self._changes.append((line.tool_index, status))
        self._settle()

    def drop(self) -> None:
        """`discard` was called: nothing is pending from the next turn on."""
        for line in self.pending.values():
            self._changes.append((line.tool_index, f"superseded {line.number}"))
        self.pending.clear()

    def _settle(self) -> None:
        if (
            self._changes
            and self.train[min(index for index, _ in self._changes) + 1 :].count(True)
            and self.rnd() < 0.6
        ):
            raise Enough
        for index, status in self._changes:
            self.messages[index]["content"] = status
            for i in range(index + 1, len(self.messages)):
                self.train[i] = False
        self._changes.clear()

    @property
    def last(self) -> Line:
        return self.pending[max(self.pending)]

    def done(self, kind: str) -> Dialogue:
        return Dialogue(self.messages, self.train, kind)
