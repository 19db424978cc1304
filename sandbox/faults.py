"""Failures on request: what a test asks the sandbox to do wrong next."""

import dataclasses
from collections import defaultdict, deque


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
    """The faults that are still to come, by API method and for events; each is used once, in the order asked for."""

    def __init__(self) -> None:
        self._calls: dict[str, deque[Fault]] = defaultdict(deque)
        self._events: deque[str] = deque()

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
        self._events.extend(["duplicate"] * times)

    def next_call(self, method: str) -> Fault | None:
        planned = self._calls.get(method)
        return planned.popleft() if planned else None

    def next_event(self) -> str:
        return self._events.popleft() if self._events else ""

    def _plan(self, method: str, times: int, fault: Fault) -> None:
        self._calls[method].extend([fault] * times)
