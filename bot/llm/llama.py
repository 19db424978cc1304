"""A language model in this process: llama.cpp, everybody's answers at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.conversation import Message
from bot.errors import ModelError, ModelFileError, ModelRefused, TallyError
from bot.llm.certainty import Draft
from bot.llm.engine import Counts, Engine, Place, Request
from bot.llm.families import family_of
from bot.llm.fitting import fit
from bot.llm.matchers import Grammars
from bot.llm.native import Context, ContextSize, Weights
from bot.llm.other_answers import OtherAnswers
from bot.llm.spans import spoken
from bot.llm.stream import WordStream
from bot.llm.template import ChatTemplate
from bot.llm.vocabulary import Vocabulary
from bot.llm.writing import Answer, Choice, Written
from bot.ports import ModelReply, PromptSize, ToolSchema
from bot.words import say

CERTAINTY = "tally.certainty"
"""Metadata of a model file: below this probability of its calls other readings are looked for (training.calibrate)."""


@dataclass(frozen=True)
class _Asked:
    """What one answer is made from."""

    prompt: Sequence[int]
    tools: Sequence[ToolSchema]
    said: Sequence[str]
    reasoning: bool
    required: bool = False


class LlamaCppModel:
    """A GGUF file behind the `LanguageModel` port. Threads are served together; `close` frees the memory."""

    def __init__(
        self,
        path: Path,
        *,
        context_tokens: int = 8192,
        sequences: int = 4,
        cache_tokens: int | None = None,
        free_memory: int | None = None,
        cache_type: str = "f16",
        gpu_layers: int = 0,
        threads: int = 2,
        seed: int = 0,
        temperature: float = 0.0,
        max_tokens: int = 512,
        comfortable_tokens: int | None = None,
        patience_s: float | None = None,
        now: Callable[[], float] = time.monotonic,
        on_progress: Callable[[float], None] | None = None,
    ) -> None:
        """Load the model; `on_progress` is told how much of it is there, 0 to 1. Raises ModelFileError, or ModelError
        when the memory is too small.

        Writing: `temperature` 0 takes the likeliest token; otherwise the same prompt and `seed` give the same answer.
        Below the certainty that the file's metadata names (`tally.certainty`), a reply says what else it may be. An
        answer that takes longer than `patience_s` seconds is an error.
        Room: a conversation is never longer than the model was made for; an answer has at most `max_tokens`, and at
        most half of the context. A prompt is comfortable up to `comfortable_tokens`, and to four fifths of the longest
        one. As many answers are written at once as there are `sequences` (0: as fit into a part of `free_memory`
        bytes); they share a cache of `cache_tokens` (where none is named, with room for a conversation each).
        """
        self._counting = threading.Lock()
        self._weights = Weights(Path(path), gpu_layers=gpu_layers, on_progress=on_progress)
        self._engine: Engine | None = None
        each = min(context_tokens, self._weights.trained_context)
        self._max_tokens = min(max_tokens, each // 2)
        self._choice = (temperature, seed)
        self._patience_s, self._now = patience_s, now
        self.longest_prompt = each - self._max_tokens
        """How many tokens a prompt may have, as `count` counts them."""
        self._comfortable = min(comfortable_tokens or self.longest_prompt, self.longest_prompt * 4 // 5)
        usual = min(comfortable_tokens + self._max_tokens, each) if comfortable_tokens else each
        try:
            needs = self._weights.cache_needs(cache_type)
            may_be_apart = not (cache_tokens or self._weights.on_gpu or self._weights.is_recurrent)
            self.fit = fit(needs, usual, each, sequences, free_memory, apart=may_be_apart)
            """Sequences, and tokens of the cache that they share, or of which each has its part."""
            cache = max(cache_tokens or self.fit.cache_tokens, each)
            size = ContextSize(cache, threads, self.fit.sequences, cache_type, self.fit.apart)
            self._vocabulary = Vocabulary(self._weights.vocabulary)
            self._template = _template(self._weights, self._vocabulary, path)
            family = family_of(self._template.source)
            self._format = family.calls(self._template.source)
            self.reads_tools = self._template.shows_tools or not self._format.told
            self._grammars = Grammars(self._format, self._vocabulary.for_grammars(self._format.marks.all))
            self.certain = float(self._weights.metadata(CERTAINTY) or 0)
            """How probable an answer with calls has to be against each other one, so that nobody has to be asked."""
            self.facts = {
                "model": self._weights.metadata("general.name") or Path(path).stem,
                "kind": self._weights.description,
                "family": family.name,
                "device": "GPU" if self._weights.on_gpu else f"processor, {threads} threads",
                "context": each,
                "sequences": self.fit.sequences,
                "cache": f"{cache} tokens, {cache_type}, {'apart' if size.apart else 'shared'}",
            }
            """What is told at start, and by `tally doctor`."""
            self._engine = Engine(Context(self._weights, size), whole=self._weights.is_recurrent, now=now)
        except BaseException:
            self._weights.close()
            raise

    @property
    def computed_tokens(self) -> int:
        """How many tokens were computed so far, prompts and answers together."""
        return self.counts.computed

    @property
    def counts(self) -> Counts:
        """What the engine did so far."""
        return self._open().counts

    @property
    def written(self) -> Written:
        """How the tokens of the answers came about, over all of them."""
        return self._open().written

    def count(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> int:
        """How many tokens the prompt for these messages has. Raises ModelError as `reply` does."""
        return len(self._encoded(self._pieces(messages, tools)))

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """How long the prompt is, and how long it may be."""
        return PromptSize(self.count(messages, tools), self.longest_prompt, self._comfortable)

    def warm_up(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> None:
        """Compute a prompt that others begin like, and keep it. Raises ModelError as `reply` does."""
        asked = self._asked(messages, tools)
        answer = self._answer(asked, (), most=1)
        request = Request(asked.prompt, answer)
        self._open().submit(request)
        self._listen(request, lambda _: None, lambda _: None)
        self._open().pin(request)

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """Answer; the pieces that `on_text` gets are the reply's text. Raises ModelError.

        `on_place` is told how many are served first, whenever that changes: 0 when it is this one's turn. With
        `required` the answer is calls.
        """
        asked = replace(self._asked(messages, tools), required=required and bool(tools))
        words = WordStream(self._format.marks, on_text, reasoning=asked.reasoning)
        request = self._request(asked)
        self._written_by(request, words, on_place or (lambda _: None))
        if not words.speaking and not request.answer.is_whole:
            raise self._endless()
        words.finish()
        draft = request.answer.draft
        reply = replace(self._parsed(draft, asked), text=words.text)
        if asked.required and not reply.calls:  # it never stopped thinking
            raise self._endless()
        if not reply.calls:
            return reply
        others = OtherAnswers(
            reply, draft, lambda beginnings: self._rests(asked, beginnings), lambda other: self._parsed(other, asked)
        )
        reply = replace(reply, look_again=others.looked_at_again)
        return reply if draft.certainty >= self.certain else others.in_doubt(reply, self.certain)

    # --- one answer -----------------------------------------------------------------------------------------------

    def _asked(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> _Asked:
        pieces = self._pieces(messages, tools)
        prompt = self._encoded(pieces)
        if len(prompt) > self.longest_prompt:
            raise ModelRefused(
                f"The conversation is too long for the model: {len(prompt)} tokens, {self.longest_prompt} fit."
            )
        opened = tuple(opener for opener, _ in self._format.marks.thoughts[:1])
        reasoning = "".join(pieces[-1:]).rstrip().endswith(opened)
        return _Asked(prompt, tools, spoken(messages), reasoning)

    def _answer(self, asked: _Asked, beginning: Sequence[int], most: int | None = None) -> Answer:
        matcher = self._grammars.matcher(asked.tools, asked.said, reasoning=asked.reasoning, required=asked.required)
        choice = Choice(*self._choice)
        most = most or self._max_tokens
        with self._counting:  # the tokenizer goes with the weights
            self._open()
            return Answer(self._vocabulary, choice, matcher, most, beginning, noting=self.certain > 0)

    def _request(self, asked: _Asked, beginning: Sequence[int] = (), *, brief: bool = False) -> Request:
        deadline = None if self._patience_s is None else self._now() + self._patience_s
        return Request(asked.prompt, self._answer(asked, beginning), deadline, brief=brief)

    def _written_by(self, request: Request, words: WordStream, on_place: Callable[[int], None]) -> None:
        """Have the request answered, and feed `words` with all of its answer. Raises what went wrong."""
        self._feed(words, request.answer)
        if not request.answer.done:
            self._open().submit(request)
            self._listen(request, words.feed, on_place)

    def _feed(self, words: WordStream, answer: Answer) -> None:
        """What needs no model: the engine tells only what follows."""
        for token in (*answer.beginning, *answer.opening):
            words.feed(self._vocabulary.pieces[token])

    def _listen(self, request: Request, on_bytes: Callable[[bytes], None], on_place: Callable[[int], None]) -> None:
        """Pass on what the engine tells, in this thread, until the answer ends. Raises what went wrong."""
        try:
            while (told := request.told.get()) is not None:
                if isinstance(told, TallyError):
                    raise told
                if isinstance(told, Place):
                    on_place(told.ahead)
                    continue
                for token in told:
                    on_bytes(self._vocabulary.pieces[token])
        except BaseException:
            if self._engine is not None:
                self._engine.cancel(request)
            raise

    def _endless(self) -> ModelRefused:
        return ModelRefused(f"The model did not come to an end within {self._max_tokens} tokens.")

    def _rests(self, asked: _Asked, beginnings: Sequence[Sequence[int]]) -> list[Draft | None]:
        """The rest of an answer behind each beginning, written side by side; None for one that comes to no end."""
        requests: list[Request | None] = []
        for beginning in beginnings:
            try:
                requests.append(self._request(asked, beginning, brief=True))
            except ModelRefused:
                requests.append(None)
        for request in requests:
            if request is not None and not request.answer.done:
                self._open().submit(request)
        try:
            return [None if request is None else self._rest(request, asked.reasoning) for request in requests]
        except BaseException:
            for request in filter(None, requests):
                self._open().cancel(request)
            raise

    def _rest(self, request: Request, reasoning: bool) -> Draft | None:
        silent = WordStream(self._format.marks, lambda _: None, reasoning=reasoning)
        self._feed(silent, request.answer)
        try:
            if not request.answer.done:
                self._listen(request, silent.feed, lambda _: None)
        except ModelRefused:
            return None
        return request.answer.draft if silent.speaking or request.answer.is_whole else None

    def _parsed(self, draft: Draft, asked: _Asked) -> ModelReply:
        answer = b"".join(self._vocabulary.pieces[token] for token in draft.tokens).decode("utf-8", "ignore")
        return self._format.parse(answer, reasoning=asked.reasoning, tools=asked.tools)

    def close(self) -> None:
        """Free the model's memory; `reply` raises ModelError from now on."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
            with self._counting:
                self._weights.close()

    def _pieces(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> list[str]:
        return self._template.pieces(*self._format.framed(messages, tools))

    def _encoded(self, pieces: Sequence[str]) -> list[int]:
        with self._counting:
            self._open()
            return self._vocabulary.encode(pieces)

    def _open(self) -> Engine:
        if self._engine is None:
            raise ModelError("The language model has been closed.")
        return self._engine


def _template(weights: Weights, vocabulary: Vocabulary, path: Path) -> ChatTemplate:
    source = weights.chat_template()
    if source is None:
        raise ModelFileError(say("model-without-template", path=str(path)))
    return ChatTemplate(source, bos=vocabulary.bos_text, eos=vocabulary.eos_text, control=vocabulary.control_strings())
