"""Writes one answer token by token: the model proposes, the grammar allows, what it forces is not sampled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from llguidance import LLMatcher
from numpy.typing import NDArray

from bot.errors import ModelRefused
from bot.llm.certainty import Draft, Step, step
from bot.llm.matchers import allowed
from bot.llm.vocabulary import Vocabulary


@dataclass(frozen=True)
class Written:
    """Tokens of answers: `sampled` one by one (the one that ends an answer included), or `forced` by the grammar."""

    sampled: int = 0
    forced: int = 0

    def plus(self, other: Written) -> Written:
        """Both together."""
        return Written(self.sampled + other.sampled, self.forced + other.forced)


class Choice:
    """How a token is taken from its logits: the likeliest at `temperature` 0, else drawn, the same for one `seed`."""

    def __init__(self, temperature: float, seed: int) -> None:
        self._temperature = temperature
        self._random = np.random.default_rng(seed)

    def draw(self, logits: NDArray[np.float32], may: NDArray[np.bool_]) -> int:
        """One of the tokens that are allowed."""
        if self._temperature > 0:
            masked = np.where(may, logits, -np.inf)
            return int(np.argmax(masked / self._temperature + self._random.gumbel(size=masked.size)))
        likeliest = int(np.argmax(logits))
        if may[likeliest]:
            return likeliest
        tokens = np.flatnonzero(may)
        return int(tokens[np.argmax(logits[tokens])])


class Answer:
    """One answer while it is written: `take` gets the logits after what was computed, and says what comes next."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        choice: Choice,
        matcher: LLMatcher,
        max_tokens: int,
        beginning: Sequence[int] = (),
        *,
        noting: bool = True,
    ) -> None:
        """An answer of at most `max_tokens` tokens, those that it must begin with included, but not those that the
        grammar forces behind these.

        With `noting` each choice is noted, for certainty. Raises ModelRefused when it cannot begin so.
        """
        if beginning and not matcher.consume_tokens(list(beginning)):
            raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
        self._vocabulary, self._choice, self._matcher = vocabulary, choice, matcher
        self._noting = noting
        self._steps: list[Step] = []
        self._whole_from = 0
        """From this token on the answer is cut into tokens as the tokenizer would cut it."""
        self.beginning = tuple(beginning)
        self.opening = tuple(self._forced([*beginning]))
        """What the grammar forces behind the beginning, whatever the model thinks: computed with the prompt."""
        self._most = max_tokens - len(beginning) + len(self.opening)
        self.tokens = list(self.opening)
        """What is written behind the beginning, without the token that ends an answer."""
        self.written = Written(forced=len(self.opening))
        self.done = matcher.is_stopped() or len(self.tokens) >= self._most

    @property
    def is_begun(self) -> bool:
        """True once the model was asked for a token."""
        return self.written.sampled > 0

    def take(self, logits: NDArray[np.float32]) -> list[int]:
        """The next tokens: a sampled one, and those that the grammar forces behind it; none at the answer's end."""
        may = allowed(self._matcher, self._vocabulary.size)
        token = self._choice.draw(logits, may)
        if self._noting:
            self._steps.append(step(len(self.tokens), token, logits, may))
        if token in self._vocabulary.ends:
            self.written = self.written.plus(Written(sampled=1))
            self.done = True
            return []
        if not self._matcher.consume_token(token):
            raise ModelRefused(f"The grammar of the answer failed: {self._matcher.get_error()}.")
        new = [token, *self._forced([*self.beginning, *self.tokens, token])]
        new = new[: self._most - len(self.tokens)]
        self.tokens += new
        self.written = self.written.plus(Written(sampled=1, forced=len(new) - 1))
        self.done = self._matcher.is_stopped() or len(self.tokens) >= self._most
        return new

    @property
    def is_whole(self) -> bool:
        """False when it was cut off in the middle of a call."""
        return bool(self._matcher.is_accepting())

    @property
    def draft(self) -> Draft:
        """What was written, and how."""
        return Draft(list(self.tokens), list(self._steps))

    def _forced(self, written: list[int]) -> list[int]:
        """Consumed tokens that the grammar forces; none where the tokenizer would cut the text otherwise.

        What the model itself cut otherwise before (`<` and `tool` for one token) is past mending and decides nothing:
        from there on, only what stands behind it is looked at.
        """
        forced: list[int] = self._matcher.compute_ff_tokens()
        if not forced:
            return []
        if not self._fits(written, forced):
            if self._vocabulary.is_canonical(written[self._whole_from :]):
                return []
            self._whole_from = len(written) - 1
            if not self._fits(written, forced):
                return []
        return forced if self._matcher.consume_tokens(forced) else []

    def _fits(self, written: list[int], forced: list[int]) -> bool:
        return self._vocabulary.is_canonical([*written[self._whole_from :], *forced])
