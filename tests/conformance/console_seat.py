"""The platform suite's person at a console: a terminal that is written down, at which a test types ahead."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from bot.domain.conversation import Person
from bot.errors import UserFacingError
from bot.platforms.console.journal import Journal
from bot.platforms.console.listeners import Listeners, TypedLine
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.terminal import CLEAR_LINE, Terminal
from tests.conformance.seat import EMAIL, NAME, NOW
from tests.fakes import FakeClock
from tests.unit.platforms.conftest import FakeAssistant

UNREACHABLE = "it cannot be reached just now"


class Output(io.StringIO):
    """What a terminal receives; it can be away for one message."""

    def __init__(self) -> None:
        super().__init__()
        self.is_broken = False

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.is_broken:
            self.is_broken = False
            raise OSError(UNREACHABLE)
        return super().write(text)


class ScriptedTerminal(Terminal):
    """A terminal at which a test has typed ahead."""

    def __init__(self, output: Output) -> None:
        super().__init__(output, output)
        self.typed_ahead: list[str] = []

    def ask(self, prompt: str) -> str:
        if not self.typed_ahead:
            raise EOFError
        self.show(prompt.replace("[", "\\["))
        return self.typed_ahead.pop(0)


class ConsoleSeat:
    """The console with a terminal that is written down."""

    nowhere: Mapping[str, str] = {"person": "nobody@example.org"}

    def __init__(self, folder: Path) -> None:
        self.folder, self.output = folder, Output()
        self.files = folder / "files"
        self.files.mkdir(exist_ok=True)
        self.terminal = ScriptedTerminal(self.output)
        self.platform = self.restarted()
        self.assistant = FakeAssistant()
        self.listeners = Listeners(self.assistant, self.platform, FakeClock(NOW), frozenset({"feedback"}))

    @property
    def me(self) -> Person:
        return Person(EMAIL, EMAIL, NAME, "Europe/Paris", "en-GB")

    @property
    def address(self) -> Mapping[str, str]:
        return self.platform.address

    def restarted(self) -> ConsolePlatform:
        return ConsolePlatform(self.me, {EMAIL: self.me}, self.terminal, self.journal, self.files)

    @property
    def journal(self) -> Journal:
        """What was printed, as the file has it."""
        return Journal(self.folder / "journal.jsonl")

    def break_sending(self) -> None:
        self.output.is_broken = True

    def reads(self) -> str:
        shown = re.sub(r"\x1b\[[\d;]*m", "", self.output.getvalue())
        return "\n".join(line.split(CLEAR_LINE)[-1] for line in shown.split("\n"))

    def reads_home(self) -> str:
        return self.reads()

    @property
    def status(self) -> str:
        return self.reads().split("\n")[-1]

    def obeyed(self) -> list[str]:
        left = re.sub(r"\x1b\[[\d;]*m|\r\x1b\[K", "", self.output.getvalue())
        return re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)

    def says(self, text: str, *, deliveries: int = 1) -> None:
        line = TypedLine(uuid4().hex, text, self.platform.snapshot)
        for _ in range(deliveries):
            self.listeners.typed(line)

    def clicks(self, verb: str, line: int) -> None:
        self.types({"approve_all": "A", "undo": f"u{line}", "same": f"s{line}"}.get(verb, f"a{line}"))

    def declines(self, line: int, reason: str) -> None:
        self.types(f"d{line}", reason)

    def edits(self, line: int, days: Sequence[str]) -> str:
        self.types(f"e{line}", "", *days[:1], "", "", *days[1:], "a")
        return self.reads()

    def chooses(self, number: int) -> None:
        self.types(str(number))

    def judges(self, verdict: str) -> None:
        self.types(f"/{verdict}")

    def asks_for_month(self, kind: str) -> None:
        self.types(f"/{kind} 2026-11")

    def asks_for_file(self, kind: str) -> None:
        self.types(f"/export {kind} 2026-11")

    def files_seen(self) -> list[tuple[str, bytes]]:
        return sorted((path.name, path.read_bytes()) for path in self.files.iterdir())

    def types(self, text: str, *more: str) -> None:
        """Type a line, and what is asked for after it."""
        self.terminal.typed_ahead = list(more)
        try:
            self.says(text)
        except UserFacingError as error:
            self.terminal.show(str(error))


@contextmanager
def console_seat(folder: Path) -> Iterator[ConsoleSeat]:
    """The console."""
    yield ConsoleSeat(folder)
