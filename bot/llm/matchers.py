"""Compiled grammars of answers, and which tokens they allow."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence

import numpy as np
from llguidance import LLMatcher, LLTokenizer
from llguidance.numpy import allocate_token_bitmask, fill_next_token_bitmask
from numpy.typing import NDArray

from bot.errors import ModelError, ModelRefused
from bot.llm.families import CallFormat
from bot.ports import ToolSchema

_KEPT_GRAMMARS = 16
"""Few sets of tools and words are in use at a time."""


class Grammars:
    """Compiled grammars, one for each set of tools; compiling takes longer than a short answer."""

    def __init__(self, calls: CallFormat, tokenizer: LLTokenizer) -> None:
        self._calls = calls
        self._tokenizer = tokenizer
        self._compiled: dict[str, LLMatcher] = {}
        self._lock = threading.Lock()

    def matcher(
        self, tools: Sequence[ToolSchema], said: Sequence[str], *, reasoning: bool, required: bool = False
    ) -> LLMatcher:
        """A fresh matcher for an answer with these tools, whose copied arguments are spans of the texts in `said`.

        With `required` the answer is calls and no words. Raises ModelError when a schema cannot be compiled.
        """
        described = [[tool.name, dict(tool.parameters), dict(tool.spans)] for tool in tools]
        key = json.dumps([reasoning, required, said, described])
        with self._lock:
            if key not in self._compiled:
                text = self._calls.grammar(tools, reasoning=reasoning, said=said, required=required)
                self._keep(key, text)
            return self._compiled[key].deep_copy()

    def _keep(self, key: str, text: str) -> None:
        matcher = LLMatcher(self._tokenizer, LLMatcher.grammar_from_lark(text), log_level=0)
        if matcher.is_error():
            raise ModelError(f"The tools' schemas cannot be made a grammar: {matcher.get_error()}.")
        if len(self._compiled) >= _KEPT_GRAMMARS:
            self._compiled.clear()
        self._compiled[key] = matcher


def allowed(matcher: LLMatcher, size: int) -> NDArray[np.bool_]:
    """One truth value for each token."""
    bits = allocate_token_bitmask(1, size)
    fill_next_token_bitmask(matcher, bits)
    if matcher.is_error():
        raise ModelRefused(f"The grammar of the answer failed: {matcher.get_error()}.")
    return np.unpackbits(bits[0].view(np.uint8), bitorder="little")[:size].astype(bool)
