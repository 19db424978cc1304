"""Fakes that implement the ports: a platform that remembers, a model that is told what to say, a moody ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.conversation import Message, Person, ToolCall
from bot.errors import LedgerError
from bot.ports import Home, ModelReply, Picture, PromptSize, ToolSchema, Write


class FakeClock:
    """A clock that a test moves."""

    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


class ScriptedModel:
    """Answers with what the test put into `script`, in order; remembers what it was shown."""

    def __init__(self, *script: ModelReply | Exception) -> None:
        self.script = list(script)
        self.prompts: list[list[Message]] = []
        self.offered: list[list[str]] = []
        self.reads_tools = True
        self.longest = self.comfortable = 1_000  # messages
        self.sized = 0

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        self.prompts.append(list(messages))
        self.offered.append([tool.name for tool in tools])
        answer = self.script.pop(0) if self.script else ModelReply("")
        if isinstance(answer, Exception):
            raise answer
        on_text(answer.text)
        return answer

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        self.sized += 1
        return PromptSize(len(messages), self.longest, min(self.comfortable, self.longest))


def calls(*wanted: tuple[str, dict[str, Any]]) -> ModelReply:
    """A reply that calls these tools."""
    return ModelReply(calls=tuple(ToolCall(f"c{n}", tool, arguments) for n, (tool, arguments) in enumerate(wanted)))


@dataclass
class FakePlatform:
    """Remembers what was posted, by message id; a test can make sending fail."""

    people: dict[str, Person]
    name: str = "fake"
    posted: dict[str, Picture] = field(default_factory=dict)
    updates: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    failing: Exception | None = None

    def person(self, person_id: str) -> Person:
        return self.people.get(person_id, Person(person_id, ""))

    def person_by_email(self, email: str) -> Person | None:
        return next((p for p in self.people.values() if p.email == email), None)

    def direct_address(self, person: Person) -> Mapping[str, str]:
        return {"channel": f"D-{person.id}"}

    def lane(self, address: Mapping[str, str]) -> str:
        return address["channel"]

    def post(self, address: Mapping[str, str], message_id: str, picture: Picture) -> str:
        if self.failing:
            raise self.failing
        assert message_id not in self.posted, "a message was posted twice"
        self.posted[message_id] = picture
        return f"ref-{message_id}"

    def update(self, address: Mapping[str, str], ref: str, message_id: str, picture: Picture) -> None:
        if self.failing:
            raise self.failing
        assert ref == f"ref-{message_id}"
        self.posted[message_id] = picture
        self.updates.append(message_id)

    def find(self, address: Mapping[str, str], message_id: str) -> str | None:
        return f"ref-{message_id}" if message_id in self.posted else None

    def status(self, address: Mapping[str, str], text: str) -> None:
        self.statuses.append(text)

    def keep_status(self) -> None:
        self.statuses.append("again")

    def preview(self, address: Mapping[str, str], text: str) -> None:
        self.statuses.append(text)

    def publish_home(self, home: Home) -> None:
        self.homes.append(home)


class LedgerThatGoesAway:
    """A ledger in front of another one. `away` makes writing fail before, `lost` after it was written; `in_between` is
    what happens right before the next write, such as what is written `elsewhere`."""

    def __init__(self, ledger: Any) -> None:
        self._ledger = ledger
        self.away = False
        self.lost = False
        self.in_between: Callable[[], object] | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def snapshot(self) -> LedgerThatGoesAway:
        return self

    def apply(self, writes: Sequence[Write]) -> None:
        if self.away:
            raise LedgerError("the ledger is away")
        happens, self.in_between = self.in_between, None
        if happens:
            happens()
        self._ledger.apply(writes)
        if self.lost:
            raise LedgerError("the answer was lost")

    def elsewhere(self, writes: Sequence[Write]) -> None:
        """Write as another program would."""
        self._ledger.apply(writes)
