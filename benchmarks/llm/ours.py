"""The engine of this project, made to answer with one call, and to remember what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks.llm.asked import Question, Task
from benchmarks.llm.contestants import Told, Work
from benchmarks.llm.reading import Reading, one_call, shared
from bot.llm.engine import Request
from bot.llm.llama import LlamaCppModel
from bot.llm.matchers import Grammars

_SETTLED_S = 0.02
"""The engine adds a call to its counts just after it has told the tokens that came of it."""


class CallingModel(LlamaCppModel):
    """The engine behind the port. `last` is the newest request of this thread, and when its first token was told."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._grammars = Grammars(one_call(self._format), self._vocabulary.for_grammars())
        self.certain = 0.0  # others do not look for second thoughts either
        self._here = threading.local()

    @property
    def last(self) -> tuple[Request, float]:
        """What this thread asked last."""
        return self._here.request, self._here.first

    def _listen(self, request: Request, on_bytes: Callable[[bytes], None], on_place: Callable[[int], None]) -> None:
        self._here.request, self._here.first = request, 0.0

        def hear(piece: bytes) -> None:
            self._here.first = self._here.first or time.perf_counter()
            on_bytes(piece)

        super()._listen(request, hear, on_place)


class Ours:
    """Many users at once on one engine."""

    def __init__(self, task: Task, reading: Reading, model: CallingModel) -> None:
        self._task, self._reading, self._model = task, reading, model
        self._held: dict[int, Sequence[int]] = {}
        self._due = 0
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Told:
        """See `Contestant`."""
        began = time.perf_counter()
        reply = self._model.reply(question.messages, self._task.tools, lambda _: None)
        took = time.perf_counter() - began
        request, first = self._model.last
        answer = request.answer
        computed = answer.tokens[: len(answer.tokens) - len(request.pending)]
        with self._lock:
            held = shared(self._held.get(question.user, ()), request.prompt[:-1])
            self._due += len(request.prompt) - held + len(computed)
            self._held[question.user] = [*request.prompt, *computed]
        (call,) = reply.calls
        useful = self._reading.useful(call)
        return Told(first - began, took, answer.written.sampled, len(answer.tokens), useful, call)

    def work(self) -> Work:
        """See `Contestant`. What a first turn had to compute is not counted: others may have begun like it."""
        time.sleep(_SETTLED_S)
        counts = self._model.counts
        return Work(counts.calls, counts.computed, self._due, counts.computing_s, counts.beside_s)


@contextmanager
def ours(task: Task, reading: Reading, users: int, threads: int) -> Iterator[Ours]:
    """A fresh engine with a sequence for each user, and one for what all prompts begin with."""
    each = task.context_tokens
    model = CallingModel(task.path, context_tokens=each, sequences=users + 1, threads=threads, max_tokens=each // 4)
    try:
        model.warm_up(task.warm(), task.tools)
        yield Ours(task, reading, model)
    finally:
        model.close()
