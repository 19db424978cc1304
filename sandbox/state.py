"""What stands in the workspace: direct messages, views, status lines, suggested prompts. Nothing here talks to anyone.

Only the server's event loop changes it, always inside `changing()`; other threads read under the same lock and wait
on its condition. Every change is told to the subscribers as a `Change`, which is what the page follows live.
"""

import contextlib
import dataclasses
import itertools
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sandbox.clock import Clock
from sandbox.inputs import Values, seed
from sandbox.people import Bot, Person
from sandbox.views import View

Json = dict[str, Any]


@dataclasses.dataclass
class Message:
    """A message as Slack returns it (`body`), and what only the sandbox knows about it.

    `delivery`: "" for a message that the bot has got or wrote itself, else "waiting" or "failed". `stream`: None, or
    whether it is open.
    """

    body: Json
    ephemeral: bool = False
    delivery: str = ""
    inputs: Values = dataclasses.field(default_factory=dict)
    streaming: bool | None = None
    streamed_at: float = 0.0

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    def set_blocks(self, blocks: Sequence[Json]) -> None:
        self.body["blocks"] = with_ids(blocks)
        self.inputs = seed(self.body["blocks"], self.inputs)

    def public(self, *, with_metadata: bool) -> Json:
        """The message as an API method returns it."""
        hidden = {"channel"} if with_metadata else {"channel", "metadata"}
        return {name: value for name, value in self.body.items() if name not in hidden}

    def for_page(self) -> Json:
        return {
            **self.body,
            "ephemeral": self.ephemeral,
            "delivery": self.delivery,
            "streaming": bool(self.streaming),
            "state": {"values": self.inputs},
        }


@dataclasses.dataclass
class Desk:
    """Everything that one person sees: the direct message with the bot, the Home tab, open modals."""

    person: Person
    messages: list[Message] = dataclasses.field(default_factory=list)
    modals: list[View] = dataclasses.field(default_factory=list)
    home: View | None = None
    tab: str = "messages"
    opened: bool = False
    statuses: dict[str, Json] = dataclasses.field(default_factory=dict)
    prompts: list[Json] = dataclasses.field(default_factory=list)
    prompts_title: str = ""
    failure: str = ""

    @property
    def status(self) -> Json:
        """The latest status line: `text` and `loading_messages`; an empty text when the bot is quiet."""
        return next(reversed(self.statuses.values()), {"text": "", "loading_messages": []})

    def find(self, ts: str) -> Message | None:
        return next((message for message in self.messages if message.ts == ts), None)

    def snapshot(self) -> Json:
        """All of it as JSON, for the page."""
        return {
            "person": self.person.id,
            "messages": [message.for_page() for message in self.messages],
            "modals": [view.for_page() for view in self.modals],
            "home": self.home.for_page() if self.home else None,
            "tab": self.tab,
            "status": self.status,
            "prompts": {"title": self.prompts_title, "prompts": self.prompts},
            "failure": self.failure,
        }


@dataclasses.dataclass(frozen=True)
class Change:
    """Something became different on a person's desk ("" for the whole workspace). Versions count up without gaps."""

    version: int
    person: str
    kind: str
    value: Any


class Workspace:
    """All desks, and the numbering of timestamps and ids."""

    def __init__(self, people: Sequence[Person], bot: Bot, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self.desks = {person.id: Desk(person) for person in people}
        self.problems: list[str] = []
        self.version = 0
        self.condition = threading.Condition(threading.RLock())
        self._subscribers: list[Callable[[Change], None]] = []
        self._last_ts = 0
        self._numbers = itertools.count(1)

    @property
    def people(self) -> list[Person]:
        return [desk.person for desk in self.desks.values()]

    def desk_of_channel(self, channel: str) -> Desk | None:
        """The desk whose direct message that is; a user id stands for the person's direct message, as in
        chat.postMessage.
        """
        return next((desk for desk in self.desks.values() if channel in {desk.person.channel, desk.person.id}), None)

    def new_ts(self) -> str:
        """A timestamp that no other message has, later than all before."""
        self._last_ts = max(self._last_ts + 1, int(self.clock.time() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        return f"{prefix}{next(self._numbers):06d}{secrets.token_hex(2).upper()}"

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Around every change: keeps readers out, and wakes whoever waits for one."""
        with self.condition:
            yield
            self.condition.notify_all()

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` with every change from now on; returns what ends that."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def tell(self, person: str, kind: str, value: Any) -> None:
        with self.changing():
            self.version += 1
            change = Change(self.version, person, kind, value)
        for listener in list(self._subscribers):
            listener(change)

    def problem(self, sentence: str, desk: Desk | None = None) -> None:
        """Notes something that Slack would have refused or that a person would have seen fail."""
        with self.changing():
            self.problems.append(sentence)
        if desk is not None:
            self.fail(desk, sentence)

    def fail(self, desk: Desk, sentence: str) -> None:
        """Shows a person that something went wrong; an empty sentence takes it away."""
        if desk.failure != sentence:
            with self.changing():
                desk.failure = sentence
            self.tell(desk.person.id, "failure", sentence)

    def post(self, desk: Desk, message: Message) -> None:
        with self.changing():
            desk.messages.append(message)
        self.tell(desk.person.id, "message", message.for_page())

    def changed(self, desk: Desk, message: Message) -> None:
        self.tell(desk.person.id, "message", message.for_page())

    def remove(self, desk: Desk, message: Message) -> None:
        with self.changing():
            desk.messages.remove(message)
        self.tell(desk.person.id, "message_deleted", message.ts)

    def set_status(self, desk: Desk, thread_ts: str, status: Json | None) -> None:
        """Shows a status line for a thread; None takes it away."""
        if status is None and thread_ts not in desk.statuses:
            return
        with self.changing():
            desk.statuses.pop(thread_ts, None)
            if status is not None:
                desk.statuses[thread_ts] = status
        self.tell(desk.person.id, "status", desk.status)

    def set_prompts(self, desk: Desk, title: str, prompts: list[Json]) -> None:
        with self.changing():
            desk.prompts, desk.prompts_title = prompts, title
        self.tell(desk.person.id, "prompts", {"title": title, "prompts": prompts})

    def views_changed(self, desk: Desk) -> None:
        self.tell(desk.person.id, "modals", [view.for_page() for view in desk.modals])


def with_ids(blocks: Sequence[Json]) -> list[Json]:
    """The blocks with a block_id each and an action_id for each element, made up where the app gave none."""
    result = []
    for block in blocks:
        block = {**block, "block_id": block.get("block_id") or secrets.token_hex(3)}
        for name in ("accessory", "element"):
            if name in block:
                block[name] = _with_action_id(block[name])
        if block["type"] in {"actions", "context_actions"}:
            block["elements"] = [_with_action_id(element) for element in block["elements"]]
        result.append(block)
    return result


def _with_action_id(element: Json) -> Json:
    return (
        element
        if element["type"] == "image"
        else {**element, "action_id": element.get("action_id") or secrets.token_hex(3)}
    )
