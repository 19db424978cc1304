"""Making a file of a month."""

from __future__ import annotations

from typing import Protocol

from bot.domain.month_sheet import FileKind, MonthSheet


class Exporter(Protocol):
    """Makes files. What stands in them is said in the language spoken now."""

    def file(self, sheet: MonthSheet, kind: FileKind) -> bytes:
        """The month as a file of this kind: the same sheet always gives the same bytes."""
        ...
