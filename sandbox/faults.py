"""Failures on request: what a test, or a person at the page, asks the sandbox to do wrong next."""

import dataclasses
from collections import defaultdict, deque
from collections.abc import Callable

ANY = "*"
"""In place of a method's name: whichever is called next."""

DUPLICATE, LATE_ACK, DROP, REFRESH = "duplicate", "late_ack", "drop", "refresh"
EVENT, CLICK = "events_api", "interactive"


@dataclasses.dataclass(frozen=True)
class Fault:
    """How one call of an API method goes wrong.

    kind: "status" (an HTTP status, 429 with Retry-After), "error" (`ok: false`), "drop" (the connection breaks before
    anything was done), "lose_answer" (done, but the connection breaks before the answer), "delay" (seconds, then as
    usual).
    """

    kind: str
    status: int = 500
    error: str = ""
    seconds: float = 0


class FaultPlan:
    """The faults that are still to come, by API method and by kind of payload; each is used once, in the order asked
    for. `used` is called after each, on the server's thread.
    """

    def __init__(self) -> None:
        self.used: Callable[[], None] = lambda: None
        self._calls: dict[str, deque[Fault]] = defaultdict(deque)
        self._payloads: dict[str, deque[str]] = defaultdict(deque)

    def rate_limit(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        """The next calls are answered 429, with `Retry-After` in seconds."""
        self._plan(method, times, Fault("status", status=429, seconds=retry_after))

    def server_error(self, method: str, times: int = 1, status: int = 500) -> None:
        """The next calls are answered with that HTTP status, and do nothing."""
        self._plan(method, times, Fault("status", status=status))

    def refuse(self, method: str, error: str, times: int = 1) -> None:
        """The next calls are answered `{"ok": false, "error": …}`, and do nothing."""
        self._plan(method, times, Fault("error", error=error))

    def drop(self, method: str, times: int = 1) -> None:
        """The connection of the next calls breaks before anything was done."""
        self._plan(method, times, Fault("drop"))

    def lose_answer(self, method: str, times: int = 1) -> None:
        """The next calls do their work, but the connection breaks before the answer arrives."""
        self._plan(method, times, Fault("lose_answer"))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """The next calls take that long, by the sandbox's clock."""
        self._plan(method, times, Fault("delay", seconds=seconds))

    def duplicate_event(self, times: int = 1) -> None:
        """The next events are delivered twice, each time with the same event_id."""
        self._payloads[EVENT].extend([DUPLICATE] * times)

    def late_ack(self, times: int = 1, of: str = EVENT) -> None:
        """The next payloads' first acknowledgement comes too late: an event is sent again, a click has failed."""
        self._payloads[of].extend([LATE_ACK] * times)

    def drop_socket(self, times: int = 1, of: str = EVENT) -> None:
        """The connection that takes the next payloads breaks right behind them."""
        self._payloads[of].extend([DROP] * times)

    def refresh_socket(self, times: int = 1, of: str = EVENT) -> None:
        """The app is asked to reconnect right behind the next payloads, as Slack does every few hours."""
        self._payloads[of].extend([REFRESH] * times)

    def next_call(self, method: str) -> Fault | None:
        """What goes wrong with this call of a method; None when nothing does."""
        for planned in (self._calls[method], self._calls[ANY]):
            if planned:
                fault = planned.popleft()
                self.used()
                return fault
        return None

    def next_payload(self, kind: str) -> str:
        """What goes wrong with this payload; "" when nothing does."""
        if not self._payloads[kind]:
            return ""
        fault = self._payloads[kind].popleft()
        self.used()
        return fault

    @property
    def planned(self) -> int:
        """How many are still to come."""
        return sum(map(len, [*self._calls.values(), *self._payloads.values()]))

    def clear(self) -> None:
        """Nothing more goes wrong."""
        self._calls.clear()
        self._payloads.clear()

    def _plan(self, method: str, times: int, fault: Fault) -> None:
        self._calls[method].extend([fault] * times)
