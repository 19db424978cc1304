"""A language model in this process: llama.cpp, one answer at a time."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from llguidance import LLMatcher

from bot.domain.conversation import Message
from bot.errors import ModelError, ModelFileError, ModelRefused
from bot.llm.certainty import Draft, alternatives, certainty_against
from bot.llm.families import family_of
from bot.llm.grammar import THINK
from bot.llm.matchers import Grammars
from bot.llm.native import ContextSize, Memory, Weights
from bot.llm.spans import spoken
from bot.llm.stream import WordStream
from bot.llm.template import ChatTemplate
from bot.llm.vocabulary import Vocabulary
from bot.llm.writing import Choice, Writer, Written
from bot.ports import ModelReply, PromptSize, ToolSchema
from bot.words import say

CERTAINTY = "tally.certainty"
"""Metadata of a model file: below this probability of its calls other readings are looked for (training.calibrate)."""
_NEAR_STEPS = 4
"""Places of an answer at which another token is tried; each costs a few decode calls, and only in doubt."""


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
        Below the certainty that the file's metadata names (`tally.certainty`), a reply says what else it may be.
        Raises ModelFileError, or ModelError when the memory is too small.
        """
        self._lock = threading.Lock()
        self._counting = threading.Lock()
        self._weights = Weights(Path(path), gpu_layers=gpu_layers)
        self._memory: Memory | None = None
        size = ContextSize(min(context_tokens, self._weights.trained_context), threads)
        self._max_tokens = min(max_tokens, size.tokens // 2)
        self.longest_prompt = size.tokens - self._max_tokens
        """How many tokens a prompt may have, as `count` counts them."""
        self._comfortable = min(comfortable_tokens or self.longest_prompt, self.longest_prompt * 4 // 5)
        try:
            self._vocabulary = Vocabulary(self._weights.vocabulary)
            self._writer = Writer(self._vocabulary, Choice(temperature, seed), self._max_tokens)
            self._template = _template(self._weights, self._vocabulary, path)
            self._format = family_of(self._template.source).calls(self._template.source)
            self.reads_tools = self._template.shows_tools or not self._format.told
            self._grammars = Grammars(self._format, self._vocabulary.for_grammars())
            self._memory = Memory(self._weights, size)
            self.certain = float(self._weights.metadata(CERTAINTY) or 0)
            """How probable an answer with calls has to be against each other one, so that nobody has to be asked."""
        except BaseException:
            self._weights.close()
            raise

    @property
    def computed_tokens(self) -> int:
        """How many tokens were computed so far, prompts and answers together."""
        return self._open().computed

    @property
    def written(self) -> Written:
        """How the tokens of the answers came about, over all of them."""
        return self._writer.written

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
            matcher = self._grammars.matcher(tools, spoken(messages), reasoning=reasoning)
            draft = self._writer.write(memory, prompt, (), matcher, words)
            words.finish()
            reply = replace(self._parsed(draft, reasoning=reasoning), text=words.text)
            if not reply.calls or draft.certainty >= self.certain:
                return reply
            fresh = partial(self._grammars.matcher, tools, spoken(messages), reasoning=reasoning)
            return self._with_others(reply, draft, memory, prompt, fresh, reasoning=reasoning)

    def _with_others(
        self,
        reply: ModelReply,
        draft: Draft,
        memory: Memory,
        prompt: Sequence[int],
        fresh: Callable[[], LLMatcher],
        *,
        reasoning: bool,
    ) -> ModelReply:
        """The reply with what else the model may have meant."""

        def go_on(beginning: Sequence[int]) -> Draft | None:
            matcher, silent = fresh(), WordStream(self._format.opener, lambda _: None, reasoning=reasoning)
            try:
                return self._writer.write(memory, prompt, beginning, matcher, silent)
            except ModelRefused:
                return None

        found: dict[str, tuple[float, ModelReply]] = {_content(reply): (0.0, reply)}
        for other in alternatives(draft, go_on, _NEAR_STEPS):
            try:
                read = self._parsed(other, reasoning=reasoning)
            except ModelRefused:
                continue
            content = _content(read)
            if content not in found or found[content][0] < other.chance:
                found[content] = other.chance, read
        del found[_content(reply)]
        ranked = sorted(found.values(), key=lambda pair: -pair[0])
        certainties = [certainty_against(draft.chance, chance) for chance, _ in ranked]
        near = [other for certainty, (_, other) in zip(certainties, ranked, strict=True) if certainty < self.certain]
        return replace(reply, others=tuple(near), certainty=certainties[0] if ranked else 1.0)

    def _parsed(self, draft: Draft, *, reasoning: bool) -> ModelReply:
        answer = b"".join(self._vocabulary.pieces[token] for token in draft.tokens).decode("utf-8", "ignore")
        return self._format.parse(answer, reasoning=reasoning)

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


def _content(reply: ModelReply) -> str:
    """What an answer comes to: its calls without their ids; all words are the same."""
    return json.dumps([[call.tool, dict(call.arguments)] for call in reply.calls], sort_keys=True)


def _template(weights: Weights, vocabulary: Vocabulary, path: Path) -> ChatTemplate:
    source = weights.chat_template()
    if source is None:
        raise ModelFileError(say("model-without-template", path=str(path)))
    return ChatTemplate(source, bos=vocabulary.bos_text, eos=vocabulary.eos_text, control=vocabulary.control_strings())
