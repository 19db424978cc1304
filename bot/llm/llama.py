"""A language model in this process: llama.cpp, one answer at a time."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from llguidance import LLMatcher, LLTokenizer
from llguidance.numpy import allocate_token_bitmask, fill_next_token_bitmask
from numpy.typing import NDArray

from bot.domain.conversation import Message
from bot.errors import ModelError, ModelFileError, ModelRefused
from bot.llm.families import CallFormat, family_of
from bot.llm.grammar import THINK
from bot.llm.native import ContextSize, Memory, Weights
from bot.llm.stream import WordStream
from bot.llm.template import ChatTemplate
from bot.llm.vocabulary import Vocabulary
from bot.ports import ModelReply, PromptSize, ToolSchema
from bot.words import say

_KEPT_GRAMMARS = 16
"""Few sets of tools are in use at a time (a user's, an administrator's, none)."""


class LlamaCppModel:
    """A GGUF file behind the `LanguageModel` port. Threads take turns; `close` frees the memory."""

    def __init__(
        self,
        path: Path,
        *,
        context_tokens: int = 8192,
        gpu_layers: int = 0,
        threads: int = 2,
        seed: int = 0,
        temperature: float = 0.0,
        max_tokens: int = 512,
        comfortable_tokens: int | None = None,
    ) -> None:
        """Load the model. `temperature` 0 takes the likeliest token; otherwise the same prompt and `seed` give the same
        answer. A context is never longer than the model was made for; an answer has at most `max_tokens`, and at most
        half of the context. A prompt is comfortable up to `comfortable_tokens`, and to four fifths of the longest one.
        Raises ModelFileError, or ModelError when the memory is too small.
        """
        self._choice = Choice(temperature, seed)
        self._lock = threading.Lock()
        self._counting = threading.Lock()
        self._weights = Weights(Path(path), gpu_layers=gpu_layers)
        self._memory: Memory | None = None
        size = ContextSize(min(context_tokens, self._weights.trained_context), threads)
        self._max_tokens = min(max_tokens, size.tokens // 2)
        self.longest_prompt = size.tokens - self._max_tokens
        """How many tokens a prompt may have, as `count` counts them."""
        self._comfortable = min(comfortable_tokens or self.longest_prompt, self.longest_prompt * 4 // 5)
        self.written = Written()
        """How the tokens of the answers came about, over all of them."""
        try:
            self._vocabulary = Vocabulary(self._weights.vocabulary)
            self._template = _template(self._weights, self._vocabulary, path)
            self._format = family_of(self._template.source).calls(self._template.source)
            self.reads_tools = self._template.shows_tools or not self._format.told
            self._grammars = Grammars(self._format, self._vocabulary.for_grammars())
            self._memory = Memory(self._weights, size)
        except BaseException:
            self._weights.close()
            raise

    @property
    def computed_tokens(self) -> int:
        """How many tokens were computed so far, prompts and answers together."""
        return self._open().computed

    def count(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> int:
        """How many tokens the prompt for these messages has. Raises ModelError as `reply` does."""
        pieces = self._pieces(messages, tools)
        with self._counting:
            self._open()
            return len(self._vocabulary.encode(pieces))

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """How long the prompt is, and how long it may be."""
        return PromptSize(self.count(messages, tools), self.longest_prompt, self._comfortable)

    def reply(
        self, messages: Sequence[Message], tools: Sequence[ToolSchema], on_text: Callable[[str], None]
    ) -> ModelReply:
        """Answer; the pieces that `on_text` gets are the reply's text. Raises ModelError."""
        pieces = self._pieces(messages, tools)
        reasoning = "".join(pieces[-1:]).rstrip().endswith(THINK)
        with self._lock:
            memory = self._open()
            prompt = self._vocabulary.encode(pieces)
            if len(prompt) > self.longest_prompt:
                raise ModelRefused(
                    f"The conversation is too long for the model: {len(prompt)} tokens, {self.longest_prompt} fit."
                )
            words = WordStream(self._format.opener, on_text, reasoning=reasoning)
            matcher = self._grammars.matcher(tools, reasoning=reasoning)
            tokens = self._write(memory, prompt, matcher, words)
        words.finish()
        answer = b"".join(self._vocabulary.pieces[token] for token in tokens).decode("utf-8", "ignore")
        return replace(self._format.parse(answer, reasoning=reasoning), text=words.text)

    def close(self) -> None:
        """Free the model's memory; `reply` raises ModelError from now on."""
        with self._lock, self._counting:
            if self._memory is not None:
                self._memory.close()
                self._memory = None
                del self._grammars
                self._weights.close()

    def _pieces(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> list[str]:
        return self._template.pieces(*self._format.framed(messages, tools))

    def _open(self) -> Memory:
        if self._memory is None:
            raise ModelError("The language model has been closed.")
        return self._memory

    def _write(self, memory: Memory, prompt: Sequence[int], matcher: LLMatcher, words: WordStream) -> list[int]:
        """The tokens of the answer, without the one that ends it."""
        draw = self._choice.begin()
        written: list[int] = []
        logits = memory.begin(prompt)
        while len(written) < self._max_tokens:
            token = draw(logits, _allowed(matcher, self._vocabulary.size))
            self.written = self.written.plus(sampled=1)
            if token in self._vocabulary.ends:
                break
            if not matcher.consume_token(token):
                raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
            new = [token, *self._forced(matcher, [*written, token])][: self._max_tokens - len(written)]
            for each in new:
                words.feed(self._vocabulary.pieces[each])
            written += new
            self.written = self.written.plus(forced=len(new) - 1)
            if matcher.is_stopped():
                break
            logits = memory.go_on(new)
        if not words.speaking and not matcher.is_accepting():
            raise ModelRefused(f"The model did not come to an end within {self._max_tokens} tokens.")
        return written

    def _forced(self, matcher: LLMatcher, written: list[int]) -> list[int]:
        """Consumed tokens that the grammar forces; none where the tokenizer would cut the text otherwise."""
        forced: list[int] = matcher.compute_ff_tokens()
        if not forced or not self._vocabulary.is_canonical([*written, *forced]) or not matcher.consume_tokens(forced):
            return []
        return forced


@dataclass(frozen=True)
class Written:
    """Tokens of answers: `sampled` one by one (the one that ends an answer included), or `forced` by the grammar."""

    sampled: int = 0
    forced: int = 0

    def plus(self, *, sampled: int = 0, forced: int = 0) -> Written:
        """With so many more."""
        return Written(self.sampled + sampled, self.forced + forced)


class Grammars:
    """Compiled grammars, one for each set of tools; compiling takes longer than a short answer."""

    def __init__(self, calls: CallFormat, tokenizer: LLTokenizer) -> None:
        self._calls = calls
        self._tokenizer = tokenizer
        self._compiled: dict[str, LLMatcher] = {}

    def matcher(self, tools: Sequence[ToolSchema], *, reasoning: bool) -> LLMatcher:
        """A fresh matcher for an answer with these tools. Raises ModelError when a schema cannot be compiled."""
        key = json.dumps([reasoning, [[tool.name, dict(tool.parameters)] for tool in tools]])
        if key not in self._compiled:
            grammar = LLMatcher.grammar_from_lark(self._calls.grammar(tools, reasoning=reasoning))
            matcher = LLMatcher(self._tokenizer, grammar, log_level=0)
            if matcher.is_error():
                raise ModelError(f"The tools' schemas cannot be made a grammar: {matcher.get_error()}.")
            if len(self._compiled) >= _KEPT_GRAMMARS:
                self._compiled.clear()
            self._compiled[key] = matcher
        return self._compiled[key].deep_copy()


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


def _allowed(matcher: LLMatcher, size: int) -> NDArray[np.bool_]:
    """One truth value for each token."""
    bits = allocate_token_bitmask(1, size)
    fill_next_token_bitmask(matcher, bits)
    if matcher.is_error():
        raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
    return np.unpackbits(bits[0].view(np.uint8), bitorder="little")[:size].astype(bool)


def _template(weights: Weights, vocabulary: Vocabulary, path: Path) -> ChatTemplate:
    source = weights.chat_template()
    if source is None:
        raise ModelFileError(say("model-without-template", path=str(path)))
    return ChatTemplate(source, bos=vocabulary.bos_text, eos=vocabulary.eos_text, control=vocabulary.control_strings())
