"""Time, and timers. The whole sandbox asks a `Clock`, so a test can let three seconds pass without waiting for them."""

import asyncio
import heapq
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

Cancel = Callable[[], None]


class Clock(Protocol):
    """Seconds since the epoch, and callbacks that run on the calling event loop when their time has come."""

    def time(self) -> float: ...

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Cancel: ...


class SystemClock:
    """The machine's own clock."""

    def time(self) -> float:
        return time.time()

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Cancel:
        return asyncio.get_running_loop().call_later(seconds, callback).cancel


class ManualClock:
    """A clock that stands still until `advance` is called, from any thread but the sandbox's own."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self._now = start
        self._numbers = itertools.count()
        self._timers: list[tuple[float, int, asyncio.AbstractEventLoop, Callable[[], None]]] = []
        self._cancelled: set[int] = set()
        self._lock = threading.Lock()

    def time(self) -> float:
        return self._now

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Cancel:
        number = next(self._numbers)
        with self._lock:
            heapq.heappush(self._timers, (self._now + seconds, number, asyncio.get_running_loop(), callback))
        return lambda: self._cancelled.add(number)

    def advance(self, seconds: float) -> None:
        """Lets time pass; every timer that came due has run, in order, when this returns."""
        until = self._now + seconds
        while (timer := self._next_due(until)) is not None:
            due, number, loop, callback = timer
            self._now = max(self._now, due)
            if number not in self._cancelled and not loop.is_closed():
                _run_on(loop, callback)
        self._now = until

    def _next_due(self, until: float) -> tuple[float, int, asyncio.AbstractEventLoop, Callable[[], None]] | None:
        with self._lock:
            return heapq.heappop(self._timers) if self._timers and self._timers[0][0] <= until else None


def _run_on(loop: asyncio.AbstractEventLoop, callback: Callable[[], None]) -> None:
    done: Future[None] = Future()

    def run() -> None:
        try:
            callback()
        finally:
            done.set_result(None)

    loop.call_soon_threadsafe(run)
    done.result(timeout=10)


async def pause(clock: Clock, seconds: float) -> None:
    """`asyncio.sleep` by the given clock."""
    over = asyncio.get_running_loop().create_future()
    clock.call_later(seconds, lambda: None if over.done() else over.set_result(None))
    await over
