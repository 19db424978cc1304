"""A workplace on a Wednesday for each scenario."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.workplace import GUEST, WEDNESDAY, Colleague, Workplace, open_workplace


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """The whole bot with the built-in model, connected to the sandbox. What the sandbox refused fails the scenario."""
    with open_workplace(tmp_path, WEDNESDAY, GUEST) as opened:
        yield opened


@pytest.fixture
def lucas(workplace: Workplace) -> Colleague:
    """The employee who talks to the bot."""
    return workplace.lucas
