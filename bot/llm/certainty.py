"""How sure a model was of an answer, and where it nearly wrote something else.

A token's probability is the model's own, before the grammar rules any token out: where the grammar had to lead it away
from what it wanted to write, it was not sure.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Step:
    """One sampled token: where it stands in the answer, and the next likeliest that the grammar allowed there, if any.

    `chance` and `rival_chance` are natural logarithms of the model's own probabilities.
    """

    at: int
    chance: float
    rival: int | None
    rival_chance: float


@dataclass(frozen=True)
class Draft:
    """An answer as tokens (without the one that ends it), and the steps in which they were sampled."""

    tokens: list[int]
    steps: list[Step]

    @property
    def certainty(self) -> float:
        """The probability of the whole answer, 0 to 1; tokens that the grammar forces do not count."""
        return math.exp(self.chance)

    @property
    def chance(self) -> float:
        """Its natural logarithm."""
        return sum(step.chance for step in self.steps)


def step(at: int, token: int, logits: NDArray[np.float32], allowed: NDArray[np.bool_]) -> Step:
    """What is to be remembered of the choice of `token` at the place `at`."""
    total = _log_sum(logits)
    left = np.where(allowed, logits, -np.inf)
    left[token] = -np.inf
    rival = int(np.argmax(left))
    found = bool(np.isfinite(left[rival]))
    rival_chance = float(left[rival]) - total if found else -math.inf
    return Step(at, float(logits[token]) - total, rival if found else None, rival_chance)


def _log_sum(logits: NDArray[np.float32]) -> float:
    highest = float(np.max(logits))
    return highest + math.log(float(np.sum(np.exp(logits - highest, dtype=np.float64))))


def certainty_against(chance: float, other: float) -> float:
    """How probable an answer is if it can only be this or the other one, from the logarithms of their probabilities."""
    return 1 / (1 + math.exp(min(other - chance, 700.0)))


def closest(draft: Draft, most: int) -> list[Step]:
    """The steps at which another token was nearly as likely, the closest first."""
    rivalled = [step for step in draft.steps if step.rival is not None]
    return sorted(rivalled, key=lambda step: step.chance - step.rival_chance)[:most]


def alternatives(
    draft: Draft, go_on: Callable[[Sequence[Sequence[int]]], Sequence[Draft | None]], most: int
) -> Iterator[Draft]:
    """Other answers: up to a close step the same, there the rival, then whatever `go_on` adds to that beginning.

    `go_on` answers the rest of the answers that begin with these tokens, None for one that comes to no end.
    """
    near = closest(draft, most)
    beginnings = [[*draft.tokens[: step.at], step.rival] for step in near if step.rival is not None]
    for turn, beginning, rest in zip(near, beginnings, go_on(beginnings), strict=True):
        if rest is None:
            continue
        before = [step for step in draft.steps if step.at < turn.at]
        turned = Step(turn.at, turn.rival_chance, None, -math.inf)
        moved = [Step(s.at + len(beginning), s.chance, s.rival, s.rival_chance) for s in rest.steps]
        yield Draft([*beginning, *rest.tokens], [*before, turned, *moved])
