"""A seat at a platform: the platform itself, and the person at the other end, moved by a test.

A new platform joins the suite (`test_platform.py`) with a seat of its own and one entry in SEATS: a context manager
that yields a `Seat`. It runs against the real thing or a stand-in that refuses what the real one refuses, never against
a fake of the adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from tests.conformance.console_seat import console_seat
from tests.conformance.seat import Seat
from tests.conformance.slack_seat import slack_seat

SEATS: Mapping[str, Callable[[Path], AbstractContextManager[Seat]]] = {"slack": slack_seat, "console": console_seat}
