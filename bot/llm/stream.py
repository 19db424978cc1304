"""What a person may see of an answer while it is written: words only, nothing of a call, nothing of reasoning."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from bot.llm.grammar import THINK, THOUGHT


class WordStream:
    """Gets the bytes of an answer token by token and passes its words on; `text` is what was passed on so far.

    Bytes of an unfinished letter, spaces at either end and anything that may be the start of a mark are held back.
    """

    def __init__(self, opener: str, on_text: Callable[[str], None], *, reasoning: bool) -> None:
        self._opener = opener
        self._on_text = on_text
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._until = THOUGHT if reasoning else ""
        self._waiting = ""
        self._calling = False
        self.text = ""

    def feed(self, piece: bytes) -> None:
        """The next bytes of the answer."""
        if self._calling:
            return
        self._waiting += self._decoder.decode(piece)
        while self._step():
            pass

    @property
    def speaking(self) -> bool:
        """True outside calls and reasoning."""
        return not self._calling and not self._until

    def finish(self) -> None:
        """The answer has ended: what was held back as a possible mark was words after all."""
        if self.speaking:
            self._say(self._waiting.rstrip())
        self._waiting = ""

    def _step(self) -> bool:
        """Handle one mark; False when none is complete."""
        if self._until:
            return self._leave_reasoning()
        found = [(at, mark) for mark in (self._opener, THINK) if (at := self._waiting.find(mark)) >= 0]
        if not found:
            kept = _kept(self._waiting, (self._opener, THINK))
            self._say(self._waiting[:kept])
            self._waiting = self._waiting[kept:]
            return False
        at, mark = min(found)
        self._say(self._waiting[:at].rstrip())
        self._waiting = self._waiting[at + len(mark) :]
        self._calling = mark == self._opener
        self._until = "" if self._calling else THOUGHT
        return not self._calling

    def _leave_reasoning(self) -> bool:
        _, closed, rest = self._waiting.partition(self._until)
        if not closed:
            self._waiting = self._waiting[-len(self._until) :]
            return False
        self._until, self._waiting = "", rest
        return True

    def _say(self, words: str) -> None:
        spoken = words if self.text else words.lstrip()
        if spoken:
            self.text += spoken
            self._on_text(spoken)


def _kept(text: str, marks: tuple[str, ...]) -> int:
    """From where `text` is held back: spaces at the end, or the beginning of a mark with the spaces before it."""
    longest = max(map(len, marks))
    starts = (
        at for at in range(max(0, len(text) - longest + 1), len(text)) if any(m.startswith(text[at:]) for m in marks)
    )
    return len(text[: next(starts, len(text))].rstrip())
