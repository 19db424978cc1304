"""The threads that work: some for the inbox, one for the outbox. They wait on a bell instead of polling busily."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from bot.errors import StoreError, TallyError
from bot.handlers.applying import recover
from bot.handlers.desk import Desk
from bot.handlers.inbox import Stranded, work_off_one
from bot.handlers.outbox import send_some

log = structlog.get_logger(__name__)
LOOK_AGAIN_S = 2.0  # without a bell: what was postponed, what another replica left, a platform that came back


class Bell:
    """Rung when there is something to do: each ring wakes one of those who wait, or is heard by the next who would."""

    def __init__(self, listeners: int = 1) -> None:
        self._listeners = listeners
        self._rings = 0
        self._changed = threading.Condition()

    @property
    def rings_left(self) -> int:
        """How often it can be waited for without waiting."""
        return self._rings

    def ring(self) -> None:
        """Wake one who waits."""
        with self._changed:
            self._rings = min(self._rings + 1, self._listeners)
            self._changed.notify()

    def wait(self) -> None:
        """Sleep until it rings, LOOK_AGAIN_S at most."""
        with self._changed:
            if self._changed.wait_for(lambda: self._rings > 0, LOOK_AGAIN_S):
                self._rings -= 1


class Workers:
    """Started once; `stop` lets every thread finish what it has in hand."""

    def __init__(self, desk: Desk, inbox_threads: int) -> None:
        self._desk = desk
        self._inbox_threads = inbox_threads
        self._inbox_bell = Bell(inbox_threads)
        self._outbox_bell = Bell()
        self._stopping = threading.Event()
        self._threads = [
            *(threading.Thread(target=self._work_inbox, name=f"inbox-{n + 1}") for n in range(inbox_threads)),
            threading.Thread(target=self._work_outbox, name="outbox"),
        ]

    def start(self) -> None:
        """Take up what a crash left, then work."""
        released = self._desk.store.release()
        recovered = recover(self._desk)
        if released or recovered:
            log.info("taken up after a stop", events=released, approved=recovered)
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There is something more in the inbox or the outbox."""
        self.arrived()
        self._outbox_bell.ring()

    def arrived(self) -> None:
        """There is something more in the inbox."""
        self._inbox_bell.ring()

    def stop(self) -> None:
        """Finish what is in hand, then end."""
        self._stopping.set()
        for _ in range(self._inbox_threads):
            self.wake()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _work_inbox(self) -> None:
        while not self._stopping.is_set():
            try:
                worked = self._survived(work_off_one)
            except Stranded as stranded:
                worked = self._put_back(stranded.event_id)
            if worked:
                self._outbox_bell.ring()
            else:
                self._inbox_bell.wait()

    def _put_back(self, event_id: str) -> bool:
        """Keep an event in hand until the database takes it back. At a stop it stays marked, and `release` finds it."""
        while not self._stopping.is_set():
            self._stopping.wait(LOOK_AGAIN_S)
            try:
                self._desk.store.postpone(event_id)
            except TallyError:
                continue
            return True
        return False

    def _work_outbox(self) -> None:
        while not self._stopping.is_set():
            if not self._survived(send_some):
                self._outbox_bell.wait()

    def _survived(self, work: Callable[[Desk], int]) -> int:
        """Do one piece of work. A thread outlives whatever the database or a bug throws; it looks again later."""
        try:
            return work(self._desk)
        except Stranded:
            raise
        except StoreError as error:
            log.warning("the database takes nothing", error=str(error))
            return 0
        except Exception:
            log.exception("a worker stumbled")
            return 0
