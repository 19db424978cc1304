"""What every contestant can do: answer one question, safely from several threads, and say what it has done so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from benchmarks.llm.asked import Question
from bot.domain.conversation import ToolCall


@dataclass(frozen=True)
class Told:
    """One answer. Times are in seconds from the question; `useful` are tokens of the call itself."""

    first_s: float
    took_s: float
    sampled: int
    written: int
    useful: int
    call: ToolCall | None = None


@dataclass(frozen=True)
class Work:
    """Sums since the start: calls of `llama_decode`, tokens computed in them; of the engine alone also the rest.

    `due` are the tokens that had to be computed, counted from what was held before each prompt; `computing_s` and
    `beside_s` are the seconds of its thread inside llama.cpp and outside.
    """

    evaluations: int = 0
    computed: int = 0
    due: int = 0
    computing_s: float = 0.0
    beside_s: float = 0.0

    def since(self, before: Work) -> Work:
        """What was done in between."""
        return Work(
            self.evaluations - before.evaluations,
            self.computed - before.computed,
            self.due - before.due,
            self.computing_s - before.computing_s,
            self.beside_s - before.beside_s,
        )


class Contestant(Protocol):
    """A way to have a model answer."""

    def ask(self, question: Question) -> Told:
        """Answer, and measure that."""
        ...

    def work(self) -> Work:
        """Everything so far."""
        ...
