"""Time and public holidays."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Time, so that a test can hold it still."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Holidays(Protocol):
    """Public holidays by country."""

    def between(self, country: str, first: date, last: date) -> frozenset[date]:
        """The public holidays of a country from `first` to `last`, both included."""
        ...
