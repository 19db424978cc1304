"""Writes one answer token by token: the model proposes, the grammar allows, what it forces is not sampled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from llguidance import LLMatcher
from numpy.typing import NDArray

from bot.errors import ModelRefused
from bot.llm.certainty import Draft, Step, step
from bot.llm.matchers import allowed
from bot.llm.native import Memory
from bot.llm.stream import WordStream
from bot.llm.vocabulary import Vocabulary


@dataclass(frozen=True)
class Written:
    """Tokens of answers: `sampled` one by one (the one that ends an answer included), or `forced` by the grammar."""

    sampled: int = 0
    forced: int = 0

    def plus(self, *, sampled: int = 0, forced: int = 0) -> Written:
        """With so many more."""
        return Written(self.sampled + sampled, self.forced + forced)


@dataclass(frozen=True)
class Choice:
    """How a token is taken from its logits."""

    temperature: float
    seed: int

    def begin(self) -> Callable[[NDArray[np.float32], NDArray[np.bool_]], int]:
        """A chooser for one answer: takes logits and which tokens are allowed."""
        random = np.random.default_rng(self.seed)

        def draw(logits: NDArray[np.float32], allowed: NDArray[np.bool_]) -> int:
            masked = np.where(allowed, logits, -np.inf)
            if self.temperature <= 0:
                return int(np.argmax(masked))
            return int(np.argmax(masked / self.temperature + random.gumbel(size=masked.size)))

        return draw


class Writer:
    """Writes answers of at most `max_tokens` tokens; `written` counts them."""

    def __init__(self, vocabulary: Vocabulary, choice: Choice, max_tokens: int) -> None:
        self._vocabulary = vocabulary
        self._choice = choice
        self._max_tokens = max_tokens
        self.written = Written()

    def write(
        self, memory: Memory, prompt: Sequence[int], beginning: Sequence[int], matcher: LLMatcher, words: WordStream
    ) -> Draft:
        """An answer, or the rest of one that begins with the tokens `beginning`."""
        if beginning and not matcher.consume_tokens(list(beginning)):
            raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
        for each in beginning:
            words.feed(self._vocabulary.pieces[each])
        draw = self._choice.begin()
        written: list[int] = []
        steps: list[Step] = []
        if beginning and matcher.is_stopped():
            return Draft(written, steps)
        logits = memory.begin([*prompt, *beginning])
        while len(beginning) + len(written) < self._max_tokens:
            may = allowed(matcher, self._vocabulary.size)
            token = draw(logits, may)
            steps.append(step(len(written), token, logits, may))
            self.written = self.written.plus(sampled=1)
            if token in self._vocabulary.ends:
                break
            if not matcher.consume_token(token):
                raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
            new = [token, *self._forced(matcher, [*beginning, *written, token])]
            new = new[: self._max_tokens - len(beginning) - len(written)]
            for each in new:
                words.feed(self._vocabulary.pieces[each])
            written += new
            self.written = self.written.plus(forced=len(new) - 1)
            if matcher.is_stopped():
                break
            logits = memory.go_on(new)
        if not words.speaking and not matcher.is_accepting():
            raise ModelRefused(f"The model did not come to an end within {self._max_tokens} tokens.")
        return Draft(written, steps)

    def _forced(self, matcher: LLMatcher, written: list[int]) -> list[int]:
        """Consumed tokens that the grammar forces; none where the tokenizer would cut the text otherwise."""
        forced: list[int] = matcher.compute_ff_tokens()
        if not forced or not self._vocabulary.is_canonical([*written, *forced]) or not matcher.consume_tokens(forced):
            return []
        return forced
