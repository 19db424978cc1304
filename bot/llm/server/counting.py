"""How many tokens a prompt has, and how many may be: as the server says it, else as can be guessed with caution.

vLLM counts a conversation with its tools (`/tokenize`); llama-server makes the text of it (`/apply-template`) and
counts that. Others, such as Ollama, count nothing: then three bytes are taken for a token. English has four, French and
JSON somewhat more than three; too many only means that an old turn is told in facts a little earlier.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from bot.errors import ModelError
from bot.llm.server.faults import Passing
from bot.llm.server.wire import Wire

BYTES = 3
FEWEST = 6
"""Bytes that a token has at most, over a whole prompt: what is too long even so is surely too long."""
FRAME = 8  # tokens around a message
SILENT_S = 5.0  # for counting; a guess is at hand
Body = Mapping[str, Any]


def guessed(body: Body) -> int:
    """Rather too many than too few."""
    return ceil(_bytes(body) / BYTES) + FRAME * len(body["messages"])


def at_least(body: Body) -> int:
    """Surely not more than there are."""
    return _bytes(body) // FEWEST


def _bytes(body: Body) -> int:
    told = [body["messages"], body.get("tools", [])]
    return len(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


class Counting:
    """Counts with what the server has for it, which is found out once."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._lock = threading.Lock()
        self._ways: tuple[Callable[[Body], int | None], ...] = (self._as_vllm, self._as_llama_server)

    def exact(self, body: Body) -> int | None:
        """The number of tokens, or None where the server does not say it. Never raises: there is always a guess."""
        with self._lock:
            ways = self._ways
        for way in ways:
            try:
                found = way(body)
            except Passing:
                return None
            except ModelError:
                found = None
            if found is not None:
                self._keep((way,))
                return found
        self._keep(())
        return None

    def _keep(self, ways: tuple[Callable[[Body], int | None], ...]) -> None:
        with self._lock:
            self._ways = ways

    def _as_vllm(self, body: Body) -> int | None:
        asked = {key: body[key] for key in ("model", "messages", "tools", "chat_template_kwargs") if key in body}
        return _number(self._wire.post(f"{self._wire.root}/tokenize", asked, SILENT_S), "count")

    def _as_llama_server(self, body: Body) -> int | None:
        prompt = self._wire.post(f"{self._wire.root}/apply-template", body, SILENT_S)
        if not (isinstance(prompt, dict) and isinstance(prompt.get("prompt"), str)):
            return None
        asked = {"content": prompt["prompt"], "add_special": True, "parse_special": True}
        counted = self._wire.post(f"{self._wire.root}/tokenize", asked, SILENT_S)
        tokens = counted.get("tokens") if isinstance(counted, dict) else None
        return len(tokens) if isinstance(tokens, list) and tokens else None


def _number(answer: Any, key: str) -> int | None:
    value = answer.get(key) if isinstance(answer, dict) else None
    return value if isinstance(value, int) and value > 0 else None


def context_of(model: Mapping[str, Any]) -> int | None:
    """How many tokens a model of `/v1/models` sees at once, as vLLM (`max_model_len`) or llama-server (`n_ctx`) say."""
    meta = model.get("meta")
    return _number(model, "max_model_len") or _number(meta, "n_ctx")
