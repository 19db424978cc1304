"""What a person may see of an answer while it is written: words only, nothing of a call, nothing of reasoning."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from bot.llm.marks import Marks


class WordStream:
    """Gets the bytes of an answer token by token and passes its words on; `text` is what was passed on so far.

    Bytes of an unfinished letter, spaces at either end and anything that may be the start of a mark are held back.
    """

    def __init__(self, marks: Marks | str, on_text: Callable[[str], None], *, reasoning: bool) -> None:
        """`marks` may be no more than what starts a call; `reasoning`: the prompt has opened such a block."""
        self._marks = Marks(marks) if isinstance(marks, str) else marks
        self._on_text = on_text
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._until = self._marks.thoughts[0][1] if reasoning and self._marks.thoughts else ""
        self._heading = bool(self._marks.heading)
        self._waiting = self._marks.begun
        self._calling = False
        self._over = False
        self.text = ""

    def feed(self, piece: bytes) -> None:
        """The next bytes of the answer."""
        if self._calling or self._over:
            return
        self._waiting += self._decoder.decode(piece)
        while self._step():
            pass

    @property
    def speaking(self) -> bool:
        """True outside calls, reasoning and headings."""
        return not (self._calling or self._until or self._heading)

    def finish(self) -> None:
        """The answer has ended: what was held back as a possible mark was words after all."""
        if self.speaking and not self._over:
            self._say(self._waiting.rstrip())
        self._waiting = ""

    def _step(self) -> bool:
        """Handle one mark; False when none is complete."""
        if self._until:
            return self._leave_reasoning()
        if self._heading:
            return self._read_heading()
        ending = [self._marks.ending] if self._marks.ending else []
        ends = dict.fromkeys([*self._marks.starts, *ending], "") | dict(self._marks.thoughts)
        found = [(at, mark) for mark in ends if (at := self._waiting.find(mark)) >= 0]
        if not found:
            kept = _kept(self._waiting, tuple(ends))
            self._say(self._waiting[:kept])
            self._waiting = self._waiting[kept:]
            return False
        at, mark = min(found)
        self._say(self._waiting[:at].rstrip())
        self._waiting = self._waiting[at + len(mark) :]
        self._until = ends[mark]
        self._over = mark in ending
        self._calling = not (self._until or self._over)
        return bool(self._until)

    def _read_heading(self) -> bool:
        """Words, or reasoning, or else a call: nothing but its heading tells."""
        ends = {self._marks.heading: "", **dict(self._marks.thoughts)}
        mark = next((mark for mark in ends if self._waiting.startswith(mark)), None)
        if mark is None:
            self._calling = not any(mark.startswith(self._waiting) for mark in ends)
            return False
        self._waiting = self._waiting[len(mark) :]
        self._until = ends[mark]
        self._heading = bool(self._until)
        return True

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
