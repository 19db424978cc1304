"""The stand-in as a whole: the parts, and how they hold together.

The server gives it a wire, the driver a pair of hands.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.clock import Clock, SystemClock
from sandbox.events import Events
from sandbox.faults import FaultPlan
from sandbox.interactivity import Interactivity
from sandbox.modals import Modals
from sandbox.people import Bot, Person, people_from
from sandbox.responses import Responses
from sandbox.socket_mode import SocketMode
from sandbox.state import Json, Workspace
from sandbox.tickets import Tickets
from sandbox.trouble import Trouble
from sandbox.uploads import Uploads


@dataclasses.dataclass(frozen=True)
class ApiCall:
    """One answered call of a Web API method, for tests to look at."""

    method: str
    arguments: Mapping[str, Any]
    answer: Json


class StandIn:
    """Slack, as far as one app in direct messages can tell."""

    def __init__(
        self, people: Iterable[Person | Mapping[str, Any]], bot: Bot | None = None, clock: Clock | None = None
    ) -> None:
        self.workspace = Workspace(people_from(people), bot or Bot(), clock or SystemClock())
        self.faults = FaultPlan()
        self.trouble = Trouble(self.faults, self.workspace)
        self.calls: list[ApiCall] = []
        self.socket_mode = SocketMode(self.workspace, self.faults)
        self.events = Events(self.workspace, self.socket_mode)
        self.tickets = Tickets(self.workspace)
        self.modals = Modals(self.workspace)
        self.uploads = Uploads(self.workspace)
        self.responses = Responses(self.workspace, self.events)
        self.interactivity = Interactivity(self.workspace, self.socket_mode, self.tickets, self.modals, self.responses)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end; known once the server has started."""
        return self.tickets.base_url

    def listens_at(self, url: str) -> None:
        self.tickets.base_url = url

    def called(self, call: ApiCall) -> None:
        with self.workspace.changing():
            self.calls.append(call)
        if not call.answer["ok"]:
            details = "; ".join(call.answer.get("response_metadata", {}).get("messages", []))
            self.workspace.problem(f"{call.method}: {call.answer['error']}{' ' if details else ''}{details}")
