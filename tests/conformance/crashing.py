"""Ledgers that die or lose their connection at any request or statement, and what really stands afterwards."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as ConnectionLost
from requests.exceptions import ReadTimeout
from sqlalchemy import event as engine_event
from urllib3 import Retry

from bot.domain.timesheet import Entry, Month
from bot.errors import LedgerError, LedgerRefused
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import Company
from bot.ledgers.v2.client import V2Client
from bot.ledgers.v2.ledger import v2_ledger
from bot.ports import Ledger, Write
from bot.store.database import open_engine
from tests.fakes import FakeClock
from tests.v2_server import V2Server

TIMEOUT_S = 5
LONG_AFTER = timedelta(minutes=5)
MONTHS = (Month(2026, 10), Month(2026, 11))


class Killed(BaseException):
    """The process died."""


@dataclass(frozen=True)
class Crash:
    """What happens at the `at`th thing that is done: before it is, or after it was, something goes wrong."""

    at: int
    after: bool
    how: type[BaseException] = Killed


CRASHES = (Killed, ConnectionLost, ReadTimeout)


class Fuse:
    """Counts what is done, and blows where it was told to."""

    def __init__(self) -> None:
        self.crash: Crash | None = None
        self.blown = False
        self._done = 0

    def set(self, crash: Crash | None) -> None:
        """Count anew."""
        self.crash, self.blown, self._done = crash, False, 0

    @contextmanager
    def around(self) -> Iterator[None]:
        """One thing that is done."""
        self._done += 1
        crash = self.crash if self.crash and self.crash.at == self._done else None
        self.blown = self.blown or crash is not None
        if crash and not crash.after:
            raise crash.how
        yield
        if crash:
            raise crash.how


class World(ABC):
    """A ledger whose program can die; `truth` is what stands behind it."""

    ledger: Ledger

    def __init__(self) -> None:
        self.fuse = Fuse()
        self.clock = FakeClock(datetime(2026, 11, 18, 9, 0, tzinfo=UTC))

    def restart(self) -> None:
        """A new program over the same database."""
        self.close()
        self._open()

    @abstractmethod
    def _open(self) -> None:
        """Begin."""

    @abstractmethod
    def close(self) -> None:
        """End."""

    def attempt(self, write: Write, crash: Crash | None) -> str:
        """One try to apply a write: written; why it was refused; or open, when it has to be tried again."""
        self.fuse.set(crash)
        try:
            self.ledger.apply((write,))
        except Killed:
            self.restart()
            return "open"
        except LedgerRefused as refusal:
            return str(refusal)
        except LedgerError:
            return "open"
        finally:
            self.fuse.crash = None
            self.clock.time += LONG_AFTER
        return "all is written"

    def standing(self, email: str) -> tuple[Entry, ...]:
        """What somebody's two months hold."""
        months = [self.ledger.report(email, month) for month in MONTHS]
        return tuple(replace(entry, proposal_id=None) for report in months for entry in report.entries)


class DyingEngine:
    """An engine whose connections go with the program, and whose statements are things that are done."""

    def __init__(self, database: Path, fuse: Fuse) -> None:
        self.engine = open_engine(f"sqlite:///{database}")
        self._connections: list[Any] = []

        @engine_event.listens_for(self.engine, "connect")
        def _(connection: Any, _: object) -> None:
            self._connections.append(connection)

        @engine_event.listens_for(self.engine, "before_cursor_execute")
        def _(*_: object) -> None:
            if fuse.crash is not None and fuse.crash.how is Killed:
                with fuse.around():
                    pass

    def close(self) -> None:
        """As the operating system does it: a transaction that is open is none."""
        self.engine.dispose()
        for connection in self._connections:
            connection.close()


class LocalWorld(World):
    """The built-in ledger; each statement is a thing that is done."""

    def __init__(self, database: Path, company: Company) -> None:
        super().__init__()
        self._database = database
        self._open()
        self.ledger.load(company)  # type: ignore[attr-defined]

    def _open(self) -> None:
        self._engine = DyingEngine(self._database, self.fuse)
        self.ledger = LocalLedger(self._engine.engine)

    def close(self) -> None:
        self._engine.close()


class CrashingTransport(HTTPAdapter):
    """Sends requests as long as the fuse holds."""

    def __init__(self, retry: Retry, fuse: Fuse) -> None:
        super().__init__(max_retries=retry)
        self._fuse = fuse

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """The answer, unless something goes wrong before or after."""
        with self._fuse.around():
            return super().send(request, *args, **kwargs)


class V2World(World):
    """The v2 ledger; each request, and each statement on the journal, is a thing that is done."""

    def __init__(self, database: Path, server: V2Server) -> None:
        super().__init__()
        self._database, self._server = database, server
        self._open()

    def _open(self) -> None:
        self._engine = DyingEngine(self._database, self.fuse)
        self._client = V2Client(self._server.url, TIMEOUT_S, lambda retry: CrashingTransport(retry, self.fuse))
        self.ledger = v2_ledger(self._client, "FR", self._engine.engine, self.clock, TIMEOUT_S)

    def close(self) -> None:
        self._client.close()
        self._engine.close()


def fresh(migrated: Path, folder: Path) -> Path:
    """A database of its own."""
    path = folder / "tally.db"
    shutil.copy(migrated, path)
    return path
