"""llama.cpp through its low-level bindings: a loaded file and the memory of one sequence.

Everything that touches a C pointer is here. The parameters are chosen so that no processor crashes: with "extra
buffers" a quantised model dies in `ggml_backend_amx_mul_mat` on AMX processors (llama.cpp pull request 26954).
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from bot.errors import ModelError, ModelFileError
from bot.words import say

_log = logging.getLogger(__name__)
_MAGIC = b"GGUF"
_BATCH = 512
_TOLD = (1, 2, 3)
"""llama.cpp's levels info, warning and error; its own debug level names every tensor."""


class Weights:
    """A model file in memory. `pointer` and `vocabulary` are None once it is closed."""

    def __init__(self, path: Path, *, gpu_layers: int) -> None:
        """Load `path`; raises ModelFileError with what to do when that is impossible."""
        _require_gguf(path)
        start_backend()
        parameters = llama_cpp.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers
        parameters.use_extra_bufts = False
        pointer = llama_cpp.llama_model_load_from_file(str(path).encode(), parameters)
        if not pointer:
            raise ModelFileError(say("model-unloadable", path=str(path)))
        self.pointer: Any = pointer
        self.vocabulary: Any = llama_cpp.llama_model_get_vocab(pointer)

    def chat_template(self) -> str | None:
        """The template in the file (the one for tools where there are two), or None."""
        for name in (b"tool_use", None):
            found = llama_cpp.llama_model_chat_template(self.pointer, name)
            if found:
                return bytes(found).decode()
        return None

    def metadata(self, name: str) -> str | None:
        """A value of the file's metadata as text, or None."""
        room = ctypes.create_string_buffer(256)
        length = llama_cpp.llama_model_meta_val_str(self.pointer, name.encode(), room, len(room))
        return room.value.decode("utf-8", "replace") if length >= 0 else None

    @property
    def trained_context(self) -> int:
        """How many tokens the model was made for."""
        return int(llama_cpp.llama_model_n_ctx_train(self.pointer))

    def close(self) -> None:
        """Free the memory; nothing may use the model afterwards."""
        if self.pointer is not None:
            llama_cpp.llama_model_free(self.pointer)
            self.pointer = self.vocabulary = None


@dataclass(frozen=True)
class ContextSize:
    """Tokens of a context, and processor threads that compute it."""

    tokens: int
    threads: int


class Memory:
    """The KV cache of one sequence: it knows what it holds, so that a known beginning is never computed again."""

    def __init__(self, weights: Weights, size: ContextSize) -> None:
        """Reserve the memory; raises ModelError when there is not enough of it."""
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx = size.tokens
        parameters.n_batch = parameters.n_ubatch = min(_BATCH, size.tokens)
        parameters.n_seq_max = 1
        parameters.n_threads = parameters.n_threads_batch = size.threads
        self._context: Any = llama_cpp.llama_init_from_model(weights.pointer, parameters)
        if not self._context:
            raise ModelError(say("model-memory-short", tokens=size.tokens))
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._words = int(llama_cpp.llama_vocab_n_tokens(weights.vocabulary))
        self._held: list[int] = []
        self.computed = 0
        """How many tokens were computed so far, over all answers."""

    def begin(self, prompt: Sequence[int]) -> NDArray[np.float32]:
        """The logits after `prompt`; what it shares with what is held is not computed again."""
        shared = next(
            (at for at, (new, old) in enumerate(zip(prompt, self._held, strict=False)) if new != old),
            min(len(prompt), len(self._held)),
        )
        shared = min(shared, len(prompt) - 1)
        if not llama_cpp.llama_memory_seq_rm(self._memory, 0, shared, -1):  # a recurrent model cannot go back a little
            self.forget()
            shared = 0
        del self._held[shared:]
        return self.go_on(prompt[shared:])

    def go_on(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """The logits after what is held and then `tokens` (at least one). Raises ModelError."""
        for start in range(0, len(tokens), _BATCH):
            part = list(tokens[start : start + _BATCH])
            ids = (llama_cpp.llama_token * len(part))(*part)
            status = llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(ids, len(part)))
            if status != 0:
                self.forget()
                raise ModelError(f"llama.cpp could not compute the answer (status {status}): the context may be full.")
            self._held += part
            self.computed += len(part)
        logits = llama_cpp.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(logits, shape=(self._words,)).copy()

    def forget(self) -> None:
        """Hold nothing."""
        llama_cpp.llama_memory_clear(self._memory, True)
        self._held = []

    def close(self) -> None:
        """Free the memory."""
        if self._context is not None:
            llama_cpp.llama_free(self._context)
            self._context = None


@cache
def start_backend() -> None:
    """Start llama.cpp once for the whole program, its own messages sent to this module's log at level debug."""
    llama_cpp.llama_log_set(_to_log, ctypes.c_void_p(0))
    llama_cpp.llama_backend_init()


@llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
def _to_log(level: int, text: bytes, user_data: object) -> None:
    """Referenced by the module for as long as llama.cpp may call it: a collected callback crashes the process."""
    line = text.decode("utf-8", "replace").rstrip()
    if line and level in _TOLD:
        _log.debug("llama.cpp: %s", line)


def _require_gguf(path: Path) -> None:
    if path.is_dir():
        raise ModelFileError(say("model-is-folder", path=str(path)))
    if not path.is_file():
        raise ModelFileError(say("model-missing", path=str(path)))
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_MAGIC))
    except OSError as error:
        raise ModelFileError(say("model-unreadable", path=str(path), why=error.strerror or "")) from error
    if beginning != _MAGIC:
        raise ModelFileError(say("model-not-gguf", path=str(path)))
