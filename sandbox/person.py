"""One person at their desk, as the driver's user moves them."""

import copy
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeVar

from sandbox.actions import Actions
from sandbox.inputs import elements_of
from sandbox.interactivity import NotThere, Place
from sandbox.standin import StandIn
from sandbox.state import Desk, Json

Seen = TypeVar("Seen")


class Server(Protocol):
    """Whatever runs a coroutine on the sandbox's event loop and waits for it."""

    def call(self, work: Coroutine[Any, Any, Any], timeout: float = 15) -> Any: ...


class PersonAtDesk:
    """Acts return when the app has acknowledged; what the app does afterwards is waited for with `wait_for` and
    `wait_until`.
    """

    def __init__(self, standin: StandIn, server: Server, desk: Desk) -> None:
        self._standin = standin
        self._server = server
        self._desk = desk
        self._actions = Actions(standin)
        self.id = desk.person.id
        self.channel = desk.person.channel

    # What the person does

    def say(self, text: str, thread_ts: str | None = None) -> Json:
        """Writes to the bot; returns the message. Does not wait for the app."""
        return dict(self._do(self._actions.say(self._desk, text, thread_ts)))

    def share(self, name: str, text: str = "") -> Json:
        """Uploads a file, with words or without; returns the message."""
        return dict(self._do(self._actions.share(self._desk, name, text)))

    def edit(self, ts: str, text: str) -> None:
        self._do(self._actions.edit(self._desk, ts, text))

    def delete(self, ts: str) -> None:
        self._do(self._actions.delete(self._desk, ts))

    def click(self, action_id: str, message: Json | None = None, value: Any = None) -> str:
        """Clicks a button, or picks `value` in a select, a date, checkboxes …

        Looked for in `message` if given, else in the open modal, on the open Home tab, in the messages from the
        newest on. For a button, `value` says which of several with the same action_id. Returns "acknowledged" or why
        not; a `confirm` dialog is agreed to.
        """
        place, block = self._locate(action_id, message, value)
        where = {"ts": place.message.ts} if place.message else {"view_id": place.view.id if place.view else None}
        answer = self._do(self._actions.act(self._desk, action_id, block["block_id"], value=value, **where))
        return str(answer["outcome"])

    def enter(self, action_id: str, value: Any, message: Json | None = None) -> None:
        """Fills an input that tells the app nothing until it is submitted."""
        place, block = self._locate(action_id, message, None)
        where = {"ts": place.message.ts} if place.message else {"view_id": place.view.id if place.view else None}
        self._do(self._actions.enter(self._desk, action_id, block["block_id"], value=value, **where))

    def submit(self, values: dict[str, Any] | None = None, view: Json | None = None) -> dict[str, str]:
        """Fills fields of the open modal (by action_id or block_id) and submits it.

        Returns the errors shown, by block_id.
        """
        answer = self._do(self._actions.submit(self._desk, view["id"] if view else None, values))
        return dict(answer["errors"])

    def close_modal(self, *, clear: bool = False) -> None:
        self._do(self._actions.close(self._desk, None, clear))

    def open_home(self) -> None:
        self._do(self._actions.open(self._desk, "home"))

    def open_messages(self) -> None:
        self._do(self._actions.open(self._desk, "messages"))

    def slash(self, command: str, text: str = "", channel: Json | None = None) -> str:
        """Types a command here, or in another channel; returns "acknowledged" or why not."""
        return str(self._do(self._actions.slash(self._desk, command, text, channel))["outcome"])

    def shortcut(self, callback_id: str) -> str:
        return str(self._do(self._actions.shortcut(self._desk, callback_id))["outcome"])

    def pick(self, callback_id: str, message: Json, channel: Json | None = None) -> str:
        """Picks a shortcut from the menu of a message: one of those here, or any at all in another channel."""
        if channel is None:
            return str(self._do(self._actions.pick(self._desk, callback_id, message["ts"]))["outcome"])
        return str(self._do(self._actions.pick_elsewhere(self._desk, callback_id, message, channel))["outcome"])

    # What the person sees

    def messages(self) -> list[Json]:
        """The messages, oldest first, as Slack's JSON plus `ephemeral`, `delivery`, `streaming` and `state`."""
        return self._read(lambda: [message.for_page() for message in self._desk.messages])

    @property
    def view(self) -> Json | None:
        """The modal on top, with `errors`, `note` and `state.values`; None when none is open."""
        return self._read(lambda: self._desk.modals[-1].for_page() if self._desk.modals else None)

    @property
    def home(self) -> Json | None:
        return self._read(lambda: self._desk.home.for_page() if self._desk.home else None)

    @property
    def status(self) -> str:
        """The status line; "" when the bot is quiet."""
        return str(self._read(lambda: self._desk.status["text"]))

    @property
    def prompts(self) -> list[Json]:
        return list(self._read(lambda: self._desk.prompts))

    @property
    def failure(self) -> str:
        """The hint that the last interaction failed; "" when it did not."""
        return str(self._read(lambda: self._desk.failure))

    # Waiting

    def wait_for(self, predicate: Callable[[Json], Any], timeout: float = 10) -> Json:
        """The newest message of which the predicate is true, as soon as there is one.

        Raises TimeoutError, with what there was.
        """

        def newest() -> Json | None:
            return next((message for message in reversed(self.messages()) if predicate(message)), None)

        with self._standin.workspace.condition:
            found: Json | None = self._standin.workspace.condition.wait_for(newest, timeout)
        if found is None:
            seen = [message["text"] for message in self.messages()]
            raise TimeoutError(
                f"no such message within {timeout} s, only {seen}; problems: {self._standin.workspace.problems}"
            )
        return found

    def wait_for_reply(self, to: Json, timeout: float = 10) -> Json:
        """The first finished message of the bot after `to`."""
        bot = self._standin.workspace.bot.user_id

        def is_reply(message: Json) -> bool:
            return message["user"] == bot and message["ts"] > to["ts"] and not message["streaming"]

        self.wait_for(is_reply, timeout)
        return next(message for message in self.messages() if is_reply(message))

    def wait_until(self, predicate: Callable[["PersonAtDesk"], Any], timeout: float = 10) -> Any:
        """Waits until the predicate of this person is true (`lambda p: p.view`), and returns its value.

        Raises TimeoutError.
        """
        with self._standin.workspace.condition:
            result = self._standin.workspace.condition.wait_for(lambda: predicate(self), timeout)
        if not result:
            raise TimeoutError(f"nothing of the kind within {timeout} s; problems: {self._standin.workspace.problems}")
        return result

    def _locate(self, action_id: str, message: Json | None, value: Any) -> tuple[Place, Json]:
        wanted = value if isinstance(value, str) else None
        for place in self._places(message):
            found = place.find(action_id, None, wanted)
            if found is not None:
                return place, found[0]
        there = [element["action_id"] for place in self._places(message) for _, element in elements_of(place.blocks)]
        raise NotThere(f"{self._desk.person.name} sees no {action_id!r} with the value {value!r}, only {there}")

    def _places(self, message: Json | None) -> list[Place]:
        if message is not None:
            return [self._actions.place(self._desk, message["ts"], None)]
        places = [Place(view=self._desk.modals[-1])] if self._desk.modals else []
        if self._desk.home is not None and self._desk.tab == "home":
            places.append(Place(view=self._desk.home))
        return places + [Place(message=one) for one in reversed(self._desk.messages)]

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._server.call(work)

    def _read(self, what: Callable[[], Seen]) -> Seen:
        with self._standin.workspace.condition:
            return copy.deepcopy(what())
