"""Answers of random weights under a grammar: whatever is well-formed in them comes from the grammar alone."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path

import llama_cpp
import numpy as np
from llguidance import LLMatcher

from bot.llm.matchers import allowed
from bot.llm.native import start_backend
from bot.llm.vocabulary import Vocabulary

_BATCH = 512
_LONGEST = 900


class RandomModel:
    """A file with random weights. It computes a prompt once, and any number of answers behind it."""

    def __init__(self, path: Path) -> None:
        start_backend()
        parameters = llama_cpp.llama_model_default_params()
        parameters.use_extra_bufts = False
        self._model = llama_cpp.llama_model_load_from_file(str(path).encode(), parameters)
        assert self._model
        self.vocabulary = Vocabulary(llama_cpp.llama_model_get_vocab(self._model))
        context = llama_cpp.llama_context_default_params()
        context.n_ctx, context.n_batch, context.n_ubatch = 4096, _BATCH, _BATCH
        context.n_threads = context.n_threads_batch = 1
        self._context = llama_cpp.llama_init_from_model(self._model, context)
        self._prompt: list[int] = []
        self._ids: dict[bytes, int] = {}
        for token, piece in enumerate(self.vocabulary.pieces):
            self._ids.setdefault(piece, token)
        self._longest = max(map(len, self._ids))

    def read(self, prompt: Sequence[str]) -> None:
        """Compute a prompt; answers follow it."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), True)
        self._prompt = self.vocabulary.encode(prompt)
        self._decode(self._prompt)

    def answer(self, matcher: LLMatcher, beginning: str, seed: int) -> bytes:
        """An answer that begins so and ends where the grammar ends it, or where an end was drawn."""
        random = np.random.default_rng(seed)
        memory = llama_cpp.llama_get_memory(self._context)
        llama_cpp.llama_memory_seq_rm(memory, 0, len(self._prompt) - 1, -1)
        written = self.tokens(beginning)
        assert matcher.consume_tokens(written), (beginning, matcher.get_error())
        logits = self._decode([self._prompt[-1], *written])
        while not matcher.is_stopped():
            may = np.flatnonzero(allowed(matcher, self.vocabulary.size))
            token = int(may[np.argmax(logits[may] + random.gumbel(size=len(may)))])
            if token in self.vocabulary.ends:
                break
            assert matcher.consume_token(token), matcher.get_error()
            new = [token, *matcher.compute_ff_tokens()]
            assert matcher.consume_tokens(new[1:])
            written += new
            assert len(written) < _LONGEST, self.text(written)
            logits = self._decode(new)
        assert matcher.is_accepting() or matcher.is_stopped(), self.text(written)
        return self.text(written)

    def text(self, tokens: Sequence[int]) -> bytes:
        """What stands in tokens."""
        return b"".join(self.vocabulary.pieces[token] for token in tokens)

    def tokens(self, text: str) -> list[int]:
        """The longest tokens that spell a text, control tokens among them."""
        raw, at, found = text.encode(), 0, []
        while at < len(raw):
            size = next(n for n in range(min(self._longest, len(raw) - at), 0, -1) if raw[at : at + n] in self._ids)
            found.append(self._ids[raw[at : at + size]])
            at += size
        return found

    def close(self) -> None:
        """Free the memory."""
        llama_cpp.llama_free(self._context)
        llama_cpp.llama_model_free(self._model)

    def _decode(self, tokens: Sequence[int]) -> np.ndarray:
        for start in range(0, len(tokens), _BATCH):
            part = list(tokens[start : start + _BATCH])
            ids = (llama_cpp.llama_token * len(part))(*part)
            assert llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(ids, len(part))) == 0
        logits = llama_cpp.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(
            ctypes.cast(logits, ctypes.POINTER(ctypes.c_float)), shape=(self.vocabulary.size,)
        ).copy()
