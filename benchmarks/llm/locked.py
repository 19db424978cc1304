"""llama-cpp-python as it is meant to be used: one `Llama`, a lock around it, the same grammar, every token sampled."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from llama_cpp import Llama, LogitsProcessorList
from llguidance import LLMatcher
from numpy.typing import NDArray

from benchmarks.llm.asked import Question, Task
from benchmarks.llm.contestants import Told, Work
from benchmarks.llm.reading import Reading
from bot.llm.matchers import allowed
from bot.llm.native import start_backend
from bot.llm.spans import spoken
from bot.llm.vocabulary import Vocabulary


class CountingLlama(Llama):
    """Counts its calls of llama.cpp."""

    evaluations = computed = 0

    def eval(self, tokens: Sequence[int]) -> None:
        """As it is; `n_batch` tokens are one call."""
        self.evaluations += -(-len(tokens) // self.n_batch)
        self.computed += len(tokens)
        super().eval(tokens)


class Mask:
    """A logits processor: what the grammar does not allow is impossible."""

    def __init__(self, matcher: LLMatcher, vocabulary: Vocabulary, prompt: int) -> None:
        self._matcher, self._vocabulary, self._seen = matcher, vocabulary, prompt
        self._end = np.zeros(vocabulary.size, bool)
        self._end[list(vocabulary.ends)] = True
        self.sampled = 0

    def __call__(self, input_ids: NDArray[np.intc], scores: NDArray[np.single]) -> NDArray[np.single]:
        """The scores behind these tokens."""
        self._matcher.consume_tokens([int(token) for token in input_ids[self._seen :]])
        self._seen = len(input_ids)
        self.sampled += 1
        may = self._end if self._matcher.is_stopped() else allowed(self._matcher, self._vocabulary.size)
        scores[~may] = -np.inf
        return scores


class Locked:
    """Everybody waits for everybody before them."""

    def __init__(self, task: Task, reading: Reading, llama: CountingLlama) -> None:
        self._task, self._reading, self._llama = task, reading, llama
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Told:
        """See `Contestant`."""
        began = time.perf_counter()
        prompt = self._reading.ids(question.messages, self._task.tools)
        matcher = self._reading.matcher(self._task.tools, spoken(question.messages))
        mask = Mask(matcher, self._reading.vocabulary, len(prompt))
        with self._lock:
            heard = [(time.perf_counter(), piece) for piece in self._pieces(prompt, mask)]
        took = time.perf_counter() - began
        call = self._reading.call_in("".join(piece for _, piece in heard).encode())
        useful = self._reading.useful(call)
        return Told(heard[0][0] - began, took, mask.sampled, mask.sampled - 1, useful, call)

    def warm_up(self) -> None:
        """Compute a prompt that others begin like."""
        self._llama.eval(self._reading.ids(self._task.warm(), self._task.tools))

    def work(self) -> Work:
        """See `Contestant`."""
        return Work(self._llama.evaluations, self._llama.computed)

    def _pieces(self, prompt: list[int], mask: Mask) -> Iterator[str]:
        processors = LogitsProcessorList([mask])
        stream: Any = self._llama.create_completion(
            prompt, temperature=0, max_tokens=self._task.context_tokens // 4, logits_processor=processors, stream=True
        )
        for part in stream:
            yield part["choices"][0]["text"]


@contextmanager
def locked(task: Task, reading: Reading, users: int, threads: int) -> Iterator[Locked]:
    """A fresh one. Its cache is its own: what the last prompt and this one begin with alike is not computed again."""
    start_backend()
    llama = CountingLlama(
        str(task.path), n_ctx=task.context_tokens, n_threads=threads, n_threads_batch=threads, verbose=False
    )
    contestant = Locked(task, reading, llama)
    try:
        contestant.warm_up()
        yield contestant
    finally:
        llama.close()
