"""A session at the terminal: read a line, hand it on, wait until the bot is quiet, read the next one.

The terminal takes turns, so that an answer stands under what it answers. Where nothing comes for a long time (the model
or the ledger is away) the person gets the prompt back; the answer is printed above it when it is there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TypeVar
from uuid import uuid4

from rich.text import Text

from bot.errors import StoreError, TallyError, UserFacingError
from bot.platforms.console.listeners import PROMPT, QUIT, Listeners, TypedLine
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.text import one_line
from bot.platforms.console.typed import check_unmistakable
from bot.ports import Assistant, Clock
from bot.words import say, speaking

T = TypeVar("T")
LOOK_EVERY_S = 0.05
PATIENCE_S = 60.0


class Chat:
    """The console's connection: `start` and `stop` as of every platform, and `run`, which talks until the end."""

    def __init__(self, platform: ConsolePlatform, assistant: Assistant, clock: Clock, kinds: Collection[str]) -> None:
        self._platform, self._terminal, self._assistant = platform, platform.terminal, assistant
        self._listeners = Listeners(assistant, platform, clock, kinds)
        self._leaving = threading.Event()

    def start(self) -> None:
        """Ask for what is to be seen first."""
        with speaking(self._assistant.locale(self._platform.me)):
            self._terminal.show(Text(say("console-begin"), style="dim"))
        self._listeners.opened(uuid4().hex)

    def stop(self) -> None:
        """Take the status away."""
        self._leaving.set()
        self._terminal.passing("")

    def run(self) -> None:
        """Talk until /quit, the end of the input, Ctrl+C, or a terminal that is gone."""
        try:
            while self._spoken(self._one_line):
                pass
            self._spoken(self._say_goodbye)
        except (EOFError, KeyboardInterrupt):
            self._spoken(self._say_goodbye)
        except (OSError, ValueError):  # nobody is there to say goodbye to
            return

    def _spoken(self, do: Callable[[], T]) -> T:
        """Do it in the language that the person prefers, which they may change on the way."""
        with speaking(self._assistant.locale(self._platform.me)):
            return do()

    def _say_goodbye(self) -> None:
        with suppress(OSError, ValueError):
            self._terminal.show(Text(""), Text(say("console-bye"), style="dim"))

    def _one_line(self) -> bool:
        self._until_quiet()
        before = self._platform.snapshot
        text = self._terminal.ask(PROMPT)
        seen = self._platform.snapshot
        if text.strip().casefold() in QUIT:
            return False
        try:
            check_unmistakable(text, before, seen)
            self._listeners.typed(TypedLine(uuid4().hex, text, seen))
        except UserFacingError as error:
            self._terminal.show(Text(str(error), style="yellow"))
        except TallyError as error:
            self._terminal.show(Text(say("console-not-taken", why=one_line(str(error), 500)), style="red"))
        return True

    def _until_quiet(self) -> None:
        shown, since = self._terminal.shown, time.monotonic()
        while not self._is_quiet():
            if self._terminal.shown != shown:
                shown, since = self._terminal.shown, time.monotonic()
            elif time.monotonic() - since > PATIENCE_S:
                self._terminal.show(Text(say("console-still-working"), style="yellow"))
                return
            self._leaving.wait(LOOK_EVERY_S)
        self._terminal.passing("")

    def _is_quiet(self) -> bool:
        try:
            return self._assistant.is_quiet(self._platform.name, self._listeners.lane)
        except StoreError:  # a database that cannot be asked has said nothing yet
            return False
