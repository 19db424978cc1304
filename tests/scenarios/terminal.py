"""`tally chat` in a process of its own, with a person who types into its standard input and reads what it prints."""

from __future__ import annotations

import codecs
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from bot.app import open_database
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.settings import Settings
from tests.scenarios.workplace import LUCAS, PATIENCE

ROOT = Path(__file__).parents[2]


class Session:
    """A running `tally chat`. Waiting is on what it prints."""

    def __init__(self, process: subprocess.Popen[bytes], typed: IO[bytes], printed: IO[bytes]) -> None:
        self.process = process
        self.printed = ""
        self._typed, self._printed = typed, printed
        self._read = 0
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._collect, daemon=True)
        self._reader.start()

    def _collect(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")()
        with suppress(OSError):  # a terminal whose other side is gone
            while piece := os.read(self._printed.fileno(), 4096):
                with self._more:
                    self.printed += decoder.decode(piece)
                    self._more.notify_all()

    def type(self, line: str, *, end: str = "\n") -> None:
        """Type a line and Enter."""
        self._typed.write(f"{line}{end}".encode())
        self._typed.flush()

    def reads(self, text: str) -> None:
        """Wait until this is printed, below whatever was waited for before."""
        with self._more:
            assert self._more.wait_for(lambda: text in self.printed[self._read :], PATIENCE), self.printed
            self._read = self.printed.index(text, self._read) + len(text)

    def says(self, line: str, answer: str) -> None:
        """Type a line and wait for the answer."""
        self.type(line)
        self.reads(answer)

    def ends(self) -> str:
        """End the input and wait for the program to leave by itself; everything that it printed."""
        self._typed.close()
        assert self.process.wait(PATIENCE) == 0, self.printed
        self._reader.join()
        return self.printed

    def pull_the_plug(self) -> None:
        """SIGKILL: nothing is finished, nothing is noted."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._reader.join()


@contextmanager
def _killed_at_the_end(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.kill()
        process.wait()


class Desk:
    """A database with the sample company in it and empty reports, which outlives the sessions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(database_url=f"sqlite:///{folder / 'tally.db'}")
        engine = open_database(self.settings, migrate=True)
        company = sample_company(datetime.now(UTC).date())
        LocalLedger(engine).load(replace(company, entries=(), submitted=()))
        engine.dispose()

    @contextmanager
    def chat(self, who: str = LUCAS) -> Iterator[Session]:
        """`tally chat --as who` on pipes. Whatever is left of it at the end is killed."""
        process = self._process(who, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert process.stdin is not None
        assert process.stdout is not None
        with _killed_at_the_end(process), process.stdin as typed, process.stdout as printed:
            yield Session(process, typed, printed)

    @contextmanager
    def at_terminal(self) -> Iterator[Session]:
        """The same on a (pseudo) terminal."""
        ours, theirs = pty.openpty()
        process = self._process(LUCAS, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        with (
            os.fdopen(os.dup(ours), "wb", 0) as typed,
            os.fdopen(ours, "rb", 0) as printed,
            _killed_at_the_end(process),
        ):
            yield Session(process, typed, printed)

    def _process(self, who: str, **streams: int) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "TALLY_DATABASE_URL": self.settings.database_url,
            "TALLY_MODEL": "builtin",
            "TALLY_MODEL_THREADS": "1",
            "TERM": "xterm-256color",
            "TZ": "Europe/Paris",
        }
        command = [sys.executable, "-m", "bot", "chat", *(["--as", who] if who else [])]
        return subprocess.Popen(command, env=environment, cwd=self.folder, **streams)

    def entries(self, who: str = LUCAS) -> list[tuple[date, str, int]]:
        """What stands in somebody's reports, read from the database itself."""
        engine = open_database(self.settings)
        found = LocalLedger(engine).entries(who, date(2020, 1, 1), date(2100, 1, 1))
        engine.dispose()
        return [(entry.day, entry.subject, entry.percent) for entry in found]
