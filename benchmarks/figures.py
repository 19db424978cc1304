"""A figure: what was measured, its unit, and the most (or least) that is promised; and how many of each thing to do."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much is done for each figure. The defaults are those of `make bench`."""

    warm_up: int = 30
    events: int = 300
    stored: int = 4_000
    stored_before: int = 100_000
    model_turns: int = 60
    starts: int = 3
    turns_for_memory: int = 20
    companies: tuple[int, ...] = (1, 10, 100, 1_000)
    months: int = 24


SMALL = Size(
    warm_up=1,
    events=3,
    stored=40,
    stored_before=100,
    model_turns=2,
    starts=1,
    turns_for_memory=2,
    companies=(1, 3),
    months=2,
)
"""Enough to see that every figure is produced; too little to mean anything."""


@dataclass(frozen=True)
class Figure:
    """One number. `most` is the target that it should not exceed, None where nothing is promised."""

    name: str
    value: float
    unit: str
    most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.most is None else self.value <= self.most


def percentiles(
    name: str, seconds: Sequence[float], *, p50: float | None = None, p99: float | None = None
) -> tuple[Figure, Figure]:
    """The median and the 99th percentile of durations, in milliseconds, with their targets."""
    milliseconds = sorted(1000 * second for second in seconds)
    last = milliseconds[min(len(milliseconds) - 1, int(0.99 * len(milliseconds)))]
    return Figure(f"{name}, p50", statistics.median(milliseconds), "ms", p50), Figure(f"{name}, p99", last, "ms", p99)
