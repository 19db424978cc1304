"""The terminal itself: what is printed, the one line that says what the bot is doing, and what is typed.

Pictures are printed by the outbox's thread while a person may be typing: then they are put above the line, which is
drawn again. Without a terminal (a pipe) there are no colours, no status and no preview, and what is read is echoed, so
that the same input always leaves the same text.
"""

from __future__ import annotations

import importlib
import io
import shutil
import sys
import threading
from typing import Any, TextIO

from rich.console import Console, RenderableType

from bot.platforms.console.text import clean, one_line

WIDTH = 100  # columns without a terminal
CLEAR_LINE = "\r\x1b[K"


class Terminal:
    """Standard input and output, or whatever a test gives instead."""

    def __init__(self, typed: TextIO | None = None, output: TextIO | None = None) -> None:
        self._typed, self._output = typed or sys.stdin, output or sys.stdout
        self.is_terminal = self._typed.isatty() and self._output.isatty()
        self._console = _console(self.is_terminal)
        self._editor: Any = None
        self._lock = threading.RLock()
        self._prompt = ""
        self._passing = False
        self.shown = 0  # how often something was printed that stays

    def prepare(self) -> None:
        """Take on line editing; letters that the output's encoding lacks are printed as question marks."""
        if isinstance(self._output, io.TextIOWrapper):
            self._output.reconfigure(errors="replace")
        if self.is_terminal:
            self._editor = importlib.import_module("readline")  # being imported gives `input` its keys

    def show(self, *pictures: RenderableType) -> None:
        """Print something that stays. Raises OSError or ValueError when the output is gone."""
        with self._lock:
            text = self._painted(pictures)
            above = CLEAR_LINE if self.is_terminal and (self._passing or self._prompt) else "\n" if self._prompt else ""
            typed = self._editor.get_line_buffer() if self._prompt and self._editor else ""
            self._write(f"{above}{text}{self._prompt}{typed}")
            self._passing = False
            self.shown += 1

    def passing(self, text: str) -> None:
        """Show one line until something else is shown; an empty text takes it away. A courtesy: never raises."""
        with self._lock:
            if not self.is_terminal or self._prompt or not (text or self._passing):
                return
            line = one_line(text, _columns() - 2) if text else ""
            try:
                self._write(CLEAR_LINE + line)
            except (OSError, ValueError):
                return
            self._passing = bool(text)

    def ask(self, prompt: str) -> str:
        """A line of what is typed, without its end. Raises EOFError when there will be none."""
        return self._ask_person(prompt) if self.is_terminal else self._ask_pipe(prompt)

    def _ask_pipe(self, prompt: str) -> str:
        with self._lock:
            self._write(prompt)
            self._prompt = prompt
        try:
            line = self._typed.readline()
        finally:
            self._prompt = ""
        with self._lock:
            self._write(f"{clean(line).rstrip()}\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _ask_person(self, prompt: str) -> str:
        with self._lock:
            self.passing("")
            self._prompt = prompt
        try:
            return input(prompt)
        finally:
            self._prompt = ""

    def _painted(self, pictures: tuple[RenderableType, ...]) -> str:
        if self.is_terminal:
            self._console.width = _columns()
        with self._console.capture() as captured:
            for picture in pictures:
                self._console.print(picture)
        return captured.get()

    def _write(self, text: str) -> None:
        self._output.write(text)
        self._output.flush()


def _console(is_terminal: bool) -> Console:
    """What lays pictures out; it prints nothing itself, for a print that failed must not be printed by the next one."""
    return Console(
        file=io.StringIO(),
        width=WIDTH,
        force_terminal=is_terminal,
        color_system="auto" if is_terminal else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _columns() -> int:
    return max(20, shutil.get_terminal_size((WIDTH, 24)).columns)
