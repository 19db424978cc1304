"""What the console has printed, durably: one line of a file for each message, noted before it is printed.

A terminal cannot be asked what stands on it, so this is what `find` looks in. Noted before printing means: after a
crash in between, the next session finds the message, takes it as perhaps seen, and prints it marked as shown again. So
nothing is lost, and nothing is repeated without saying so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path


class Journal:
    """Names messages by their number in the file. A last line that a crash cut off counts as not written."""

    def __init__(self, file: Path) -> None:
        self._file = file
        known = list(_read(file))
        self._count = len(known)
        self._refs = {key: str(number) for number, key in enumerate(known, start=1)}

    def find(self, lane: str, message_id: str) -> str | None:
        """The name of a message in a conversation, or None when it was never noted."""
        return self._refs.get((lane, message_id))

    def note(self, lane: str, message_id: str) -> str:
        """Name a message, durably; one that is known keeps its name. Raises OSError."""
        known = self.find(lane, message_id)
        if known is not None:
            return known
        self._append(json.dumps([lane, message_id], ensure_ascii=False))
        self._count += 1
        self._refs[(lane, message_id)] = str(self._count)
        return str(self._count)

    def _append(self, line: str) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab") as file:
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())


def _read(file: Path) -> Iterator[tuple[str, str]]:
    """The messages in the order in which they were noted. What a crash cut off is cut off for good."""
    if not file.exists():
        return
    content = file.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if whole != content:
        with file.open("r+b") as cut:
            cut.truncate(len(whole))
    for line in whole.splitlines():
        yield _key(line.decode(errors="replace"))


def _key(line: str) -> tuple[str, str]:
    """Conversation and message; a line that is not whole (the disk was full) keeps its number and is nobody's."""
    try:
        lane, message_id = json.loads(line)
    except (ValueError, TypeError):
        return "", line
    return str(lane), str(message_id)
