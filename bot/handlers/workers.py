"""The threads that work: some for the inbox, one for the outbox. They wait on a bell instead of polling busily."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from bot.handlers.applying import recover
from bot.handlers.desk import Desk
from bot.handlers.inbox import work_off_one
from bot.handlers.outbox import send_some

log = structlog.get_logger(__name__)
LOOK_AGAIN_S = 2.0  # without a bell: what was postponed, what another replica left, a platform that came back


class Bell:
    """Rung when there is something to do."""

    def __init__(self) -> None:
        self._rung = threading.Event()

    def ring(self) -> None:
        """Wake whoever waits."""
        self._rung.set()

    def wait(self) -> None:
        """Sleep until it rings, LOOK_AGAIN_S at most."""
        self._rung.wait(LOOK_AGAIN_S)
        self._rung.clear()


class Workers:
    """Started once; `stop` lets every thread finish what it has in hand."""

    def __init__(self, desk: Desk, inbox_threads: int) -> None:
        self._desk = desk
        self._inbox_bells = [Bell() for _ in range(inbox_threads)]
        self._outbox_bell = Bell()
        self._stopping = threading.Event()
        self._threads = [
            *(threading.Thread(target=self._work_inbox, args=(b,), name=f"inbox-{n}") for n, b in self._numbered()),
            threading.Thread(target=self._work_outbox, name="outbox"),
        ]

    def _numbered(self) -> list[tuple[int, Bell]]:
        return list(enumerate(self._inbox_bells, start=1))

    def start(self) -> None:
        """Take up what a crash left, then work."""
        released = self._desk.store.release()
        recovered = recover(self._desk)
        if released or recovered:
            log.info("taken up after a stop", events=released, approved=recovered)
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There is something in the inbox or the outbox."""
        for bell in self._inbox_bells:
            bell.ring()
        self._outbox_bell.ring()

    def stop(self) -> None:
        """Finish what is in hand, then end."""
        self._stopping.set()
        self.wake()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _work_inbox(self, bell: Bell) -> None:
        while not self._stopping.is_set():
            if self._survived(work_off_one):
                self._outbox_bell.ring()
            else:
                bell.wait()

    def _work_outbox(self) -> None:
        while not self._stopping.is_set():
            if not self._survived(send_some):
                self._outbox_bell.wait()

    def _survived(self, work: Callable[[Desk], int]) -> int:
        """Do one piece of work. A thread outlives whatever the database or a bug throws; it looks again later."""
        try:
            return work(self._desk)
        except Exception:
            log.exception("a worker stumbled")
            return 0
