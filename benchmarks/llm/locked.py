"""llama-cpp-python as it is meant to be used: one `Llama` and a lock around it, every token sampled.

`plain` has the grammar that the package itself makes of a JSON schema; `locked` is given the engine's instead, which
costs less for each token than llama.cpp's own sampler of grammars.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from llama_cpp import Llama, LlamaGrammar, LogitsProcessorList
from llama_cpp.llama_grammar import json_schema_to_gbnf
from llguidance import LLMatcher
from numpy.typing import NDArray

from benchmarks.llm.asked import Question, Task
from benchmarks.llm.contestants import Told, Work
from benchmarks.llm.reading import Reading, call_within
from bot.llm.matchers import allowed
from bot.llm.native import start_backend
from bot.llm.spans import spoken
from bot.llm.vocabulary import Vocabulary

Constrained = Callable[[Question, Sequence[int]], Mapping[str, Any]]
"""How an answer to a question with this prompt is kept to one call, as arguments of `Llama.create_completion`."""


class CountingLlama(Llama):
    """Counts its calls of llama.cpp, and the tokens that it chose."""

    evaluations = computed = sampled = 0

    def eval(self, tokens: Sequence[int]) -> None:
        """As it is; `n_batch` tokens are one call."""
        self.evaluations += -(-len(tokens) // self.n_batch)
        self.computed += len(tokens)
        super().eval(tokens)

    def sample(self, *given: Any, **named: Any) -> int:
        """As it is."""
        self.sampled += 1
        return int(super().sample(*given, **named))


class Mask:
    """A logits processor: what the grammar does not allow is impossible."""

    def __init__(self, matcher: LLMatcher, vocabulary: Vocabulary, prompt: int) -> None:
        self._matcher, self._vocabulary, self._seen = matcher, vocabulary, prompt
        self._end = np.zeros(vocabulary.size, bool)
        self._end[list(vocabulary.ends)] = True

    def __call__(self, input_ids: NDArray[np.intc], scores: NDArray[np.single]) -> NDArray[np.single]:
        """The scores behind these tokens."""
        self._matcher.consume_tokens([int(token) for token in input_ids[self._seen :]])
        self._seen = len(input_ids)
        may = self._end if self._matcher.is_stopped() else allowed(self._matcher, self._vocabulary.size)
        scores[~may] = -np.inf
        return scores


class Locked:
    """Everybody waits for everybody before them."""

    def __init__(self, task: Task, reading: Reading, llama: CountingLlama, constrained: Constrained) -> None:
        self._task, self._reading, self._llama, self._constrained = task, reading, llama, constrained
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Told:
        """See `Contestant`."""
        began = time.perf_counter()
        prompt = self._reading.ids(question.messages, self._task.tools)
        kept = self._constrained(question, prompt)
        with self._lock:
            before = self._llama.sampled
            heard = [(time.perf_counter(), piece) for piece in self._pieces(prompt, kept)]
            sampled = self._llama.sampled - before
        took = time.perf_counter() - began
        call = call_within("".join(piece for _, piece in heard))
        useful = self._reading.useful(call) if call else 0
        return Told(heard[0][0] - began, took, sampled, sampled - 1, useful, call)

    def warm_up(self) -> None:
        """Compute a prompt that others begin like."""
        self._llama.eval(self._reading.ids(self._task.warm(), self._task.tools))

    def work(self) -> Work:
        """See `Contestant`."""
        return Work(self._llama.evaluations, self._llama.computed)

    def _pieces(self, prompt: list[int], kept: Mapping[str, Any]) -> Iterator[str]:
        most = self._task.context_tokens // 4
        stream: Any = self._llama.create_completion(prompt, temperature=0, max_tokens=most, stream=True, **kept)
        for part in stream:
            yield part["choices"][0]["text"]


@contextmanager
def locked(task: Task, reading: Reading, users: int, threads: int) -> Iterator[Locked]:
    """A fresh one with the engine's grammar. Its cache is its own: what the last prompt and this one begin with alike
    is not computed again.
    """

    def masked(question: Question, prompt: Sequence[int]) -> Mapping[str, Any]:
        matcher = reading.matcher(task.tools, spoken(question.messages))
        return {"logits_processor": LogitsProcessorList([Mask(matcher, reading.vocabulary, len(prompt))])}

    with _opened(task, reading, threads, masked) as contestant:
        yield contestant


@contextmanager
def plain(task: Task, reading: Reading, users: int, threads: int) -> Iterator[Locked]:
    """A fresh one with the package's own grammar, made once: one call of any of the tools."""
    grammar = LlamaGrammar.from_string(own_grammar(task, reading))
    with _opened(task, reading, threads, lambda question, prompt: {"grammar": grammar}) as contestant:
        yield contestant


@contextmanager
def _opened(task: Task, reading: Reading, threads: int, constrained: Constrained) -> Iterator[Locked]:
    start_backend()
    llama = CountingLlama(
        str(task.path), n_ctx=task.context_tokens, n_threads=threads, n_threads_batch=threads, verbose=False
    )
    contestant = Locked(task, reading, llama, constrained)
    try:
        contestant.warm_up()
        yield contestant
    finally:
        llama.close()


def own_grammar(task: Task, reading: Reading) -> str:
    """What llama-cpp-python makes of the tools' schemas, between the marks that the model puts around a call."""
    calls = [
        {
            "type": "object",
            "properties": {"name": {"const": tool.name}, "arguments": tool.parameters},
            "required": ["name", "arguments"],
        }
        for tool in task.tools
    ]
    made = json_schema_to_gbnf(json.dumps({"oneOf": calls}))
    before, after = (json.dumps(mark) for mark in reading.around_a_call())
    named = re.sub(r"^root ::=", "call ::=", made, flags=re.MULTILINE)
    return f"root ::= {before} call {after}\n{named}"
