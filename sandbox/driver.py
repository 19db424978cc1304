"""Hands for Python tests: start the sandbox, be a person, wait for what happens.

    with running_sandbox([{"id": "U1", "name": "ana", …}]) as sandbox:
        app = App(client=WebClient(sandbox.bot_token, base_url=sandbox.api_url))
        …
        ana = sandbox.person("U1")
        ana.say("hello")
        reply = ana.wait_for(lambda message: "hello" in message["text"])

Everything runs over the sandbox's own server, on its own thread; nothing sleeps: waiting is on a condition that every
change notifies.
"""

import contextlib
import copy
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sandbox.clock import Clock
from sandbox.faults import FaultPlan
from sandbox.interactivity import NotThere
from sandbox.people import Bot, Person
from sandbox.person import PersonAtDesk
from sandbox.server import ServerThread
from sandbox.socket_mode import Delivery
from sandbox.standin import ApiCall, StandIn
from sandbox.state import Json

__all__ = ["NotThere", "PersonAtDesk", "Sandbox", "running_sandbox"]


@contextlib.contextmanager
def running_sandbox(
    people: Iterable[Person | Mapping[str, Any]], clock: Clock | None = None, bot: Bot | None = None, port: int = 0
) -> Iterator["Sandbox"]:
    """A sandbox that listens on 127.0.0.1 until the block is left. `port` 0: any free one."""
    sandbox = Sandbox(people, clock, bot, port)
    try:
        yield sandbox
    finally:
        sandbox.close()


class Sandbox:
    """The control object: where it listens, what happened, and which failures are to come (`faults`)."""

    def __init__(
        self,
        people: Iterable[Person | Mapping[str, Any]],
        clock: Clock | None = None,
        bot: Bot | None = None,
        port: int = 0,
    ) -> None:
        self.standin = StandIn(people, bot, clock)
        self._server = ServerThread(self.standin, port=port)

    @property
    def url(self) -> str:
        """The page's address."""
        return self.standin.url

    @property
    def api_url(self) -> str:
        """What `WebClient` takes as `base_url`."""
        return f"{self.standin.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.standin.workspace.bot.bot_token

    @property
    def app_token(self) -> str:
        return self.standin.workspace.bot.app_token

    @property
    def faults(self) -> FaultPlan:
        return self.standin.faults

    @property
    def deliveries(self) -> list[Delivery]:
        """Every payload sent to the app so far, with its attempts and outcome."""
        with self.standin.workspace.condition:
            return list(self.standin.socket_mode.deliveries)

    @property
    def calls(self) -> list[ApiCall]:
        """Every answered call of a Web API method so far."""
        with self.standin.workspace.condition:
            return list(self.standin.calls)

    @property
    def problems(self) -> list[str]:
        """What Slack would have refused, or a person would have seen fail.

        A test of a well-behaved app ends with none.
        """
        with self.standin.workspace.condition:
            return list(self.standin.workspace.problems)

    def forgive(self, problem: str) -> None:
        """Takes a problem off the list that the test itself brought about. Raises ValueError when it is none."""
        with self.standin.workspace.condition:
            self.standin.workspace.problems.remove(problem)

    @property
    def connections(self) -> int:
        """How many Socket Mode connections take payloads."""
        return len([connection for connection in self.standin.socket_mode.connections if not connection.draining])

    def person(self, user_id: str) -> PersonAtDesk:
        return PersonAtDesk(self.standin, self._server, self.standin.workspace.desks[user_id])

    def file(self, file_id: str) -> bytes:
        """The bytes of a file that the bot showed."""
        with self.standin.workspace.condition:
            shown = self.standin.uploads.shown(file_id)
        if shown is None or shown.content is None:
            raise NotThere(f"no file {file_id} was shown")
        return shown.content

    def events(self, event_type: str) -> list[Json]:
        """The events of one type that were sent to the app (duplicates included, repeated attempts not)."""
        found = [delivery.payload["event"] for delivery in self.deliveries if delivery.kind == "events_api"]
        return [copy.deepcopy(event) for event in found if event["type"] == event_type]

    def wait_until(self, condition: Callable[[], Any], timeout: float = 10) -> Any:
        """Waits until `condition()` is true, and returns its value.

        It is asked anew after every change. Raises TimeoutError.
        """
        with self.standin.workspace.condition:
            result = self.standin.workspace.condition.wait_for(condition, timeout)
        if not result:
            raise TimeoutError(f"nothing of the kind within {timeout} s; problems: {self.problems}")
        return result

    def wait_for_connection(self, timeout: float = 10) -> None:
        """Waits until the app has a Socket Mode connection."""
        self.wait_until(lambda: self.connections > 0, timeout)

    def deliver(self, event: Json) -> None:
        """Sends the app an event as it stands: another bot's message, somebody joining, whatever Slack may send."""
        self._server.call(self._now(lambda: self.standin.events.anything(event)))

    def unfurl(self, user_id: str, ts: str) -> None:
        """Shows what a link in somebody's message leads to."""
        desk = self.standin.workspace.desks[user_id]
        message = desk.find(ts)
        assert message is not None, f"there is no message {ts}"
        self._server.call(self._now(lambda: self.standin.events.unfurl(desk, message)))

    def refresh_sockets(self, reason: str = "refresh_requested") -> None:
        """Asks the app to reconnect, as Slack does now and then."""
        self._server.call(self._now(lambda: self.standin.socket_mode.ask_to_reconnect(reason)))

    def drop_sockets(self) -> None:
        """Breaks all connections without a word."""
        self._server.call(self._now(self.standin.socket_mode.drop_all))

    def disconnect(self, handler: Any) -> None:
        """Closes a Bolt `SocketModeHandler` (of the websocket_client adapter) at once.

        Its own `close()` takes one second, or ten: the SDK's threads wait for news that cannot come any more, from
        its queue and from a socket that was closed already. So they are told to stop, and woken.
        """
        ended = threading.Event()
        handler.client.on_close_listeners.append(lambda _: ended.set())
        handler.client.auto_reconnect_enabled = False
        if handler.client.is_connected():
            handler.client.current_session.keep_running = False
            self._server.call(self.standin.socket_mode.ping())
            ended.wait(timeout=5)
        handler.client.closed = True
        handler.client.enqueue_message("{}")
        handler.close()

    def call(self, action: Callable[[], Any]) -> Any:
        """Does something to the stand-in on its own thread, and waits for it."""
        return self._server.call(self._now(action))

    def close(self) -> None:
        self._server.close()

    async def _now(self, action: Callable[[], Any]) -> Any:
        return action()
