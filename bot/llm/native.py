"""llama.cpp through its low-level bindings: a loaded file, and the KV cache of its sequences.

Everything that touches a C pointer is here. The parameters are chosen so that no processor crashes: with "extra
buffers" a quantised model dies in `ggml_backend_amx_mul_mat` on AMX processors (llama.cpp pull request 26954).
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from bot.errors import ModelError, ModelFileError
from bot.llm.fitting import CacheNeeds
from bot.words import say

_log = logging.getLogger(__name__)
_MAGIC = b"GGUF"
BATCH = 512
"""Tokens that are computed in one call: more of them would make everybody wait longer for the next one."""
CACHE_TYPES = {
    "f32": llama_cpp.GGML_TYPE_F32,
    "f16": llama_cpp.GGML_TYPE_F16,
    "q8_0": llama_cpp.GGML_TYPE_Q8_0,
}
_TOLD = (1, 2, 3)
"""llama.cpp's levels info, warning and error; its own debug level names every tensor."""


class Weights:
    """A model file in memory. `pointer` and `vocabulary` are None once it is closed."""

    def __init__(self, path: Path, *, gpu_layers: int, on_progress: Callable[[float], None] | None = None) -> None:
        """Load `path`; `on_progress` is told how much of it is there, 0 to 1.

        Raises ModelFileError with what to do when that is impossible.
        """
        _require_gguf(path)
        start_backend()
        parameters = llama_cpp.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers
        parameters.use_extra_bufts = False
        if on_progress:
            told = llama_cpp.llama_progress_callback(lambda done, _: bool(on_progress(done) or True))
            parameters.progress_callback = told
        pointer = llama_cpp.llama_model_load_from_file(str(path).encode(), parameters)
        if not pointer:
            raise ModelFileError(say("model-unloadable", path=str(path)))
        self.pointer: Any = pointer
        self.on_gpu = gpu_layers != 0 and bool(llama_cpp.llama_supports_gpu_offload())
        """True when layers are computed on a GPU."""
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

    def cache_needs(self, cache_type: str) -> CacheNeeds:
        """What its cache takes. Models whose layers differ take less than this says."""
        heads, kept = llama_cpp.llama_model_n_head(self.pointer), llama_cpp.llama_model_n_head_kv(self.pointer)
        key = self.metadata(f"{self.metadata('general.architecture')}.attention.key_length")
        width = int(key) if key else llama_cpp.llama_model_n_embd(self.pointer) // max(heads, 1)
        return CacheNeeds(int(llama_cpp.llama_model_n_layer(self.pointer)), width * int(kept), cache_type)

    @property
    def description(self) -> str:
        """Architecture, size and type of numbers, as llama.cpp puts it: "qwen2 0.5B F16"."""
        room = ctypes.create_string_buffer(128)
        llama_cpp.llama_model_desc(self.pointer, room, len(room))
        return room.value.decode("utf-8", "replace")

    @property
    def is_recurrent(self) -> bool:
        """True for a model with a state that cannot be taken back a little (Mamba, and mixtures with it)."""
        recurrent, hybrid = llama_cpp.llama_model_is_recurrent, llama_cpp.llama_model_is_hybrid
        return bool(recurrent(self.pointer) or hybrid(self.pointer))

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
    """Tokens that a context holds, over all its sequences together, and processor threads that compute it."""

    tokens: int
    threads: int
    sequences: int = 1
    cache_type: str = "f16"
    """Numbers of the cache, of `CACHE_TYPES`: smaller ones hold more conversations, and answer a little otherwise."""
    apart: bool = False
    """Every sequence has its part of the tokens to itself. A token then looks at its own conversation only; else
    llama.cpp computes its attention over everybody's, and throws the others' away."""


def _flash_attention(weights: Weights, size: ContextSize) -> int:
    """On a GPU, or for a cache of whole numbers, which needs it.

    On a processor it sums in 16 bits: how a prompt was cut up and who else was in the call moved logits by 2e-3 (in
    1 of 60 answers another token), where without it they agree to 3e-6.
    """
    wanted = weights.on_gpu or size.cache_type == "q8_0"
    return int(llama_cpp.LLAMA_FLASH_ATTN_TYPE_AUTO if wanted else llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED)


class Batch:
    """Tokens to be computed in one call: `capacity` of them at most. Each stands in one sequence at one position."""

    def __init__(self, capacity: int) -> None:
        self.size = 0
        self.tokens = np.zeros(capacity, np.int32)
        self.positions = np.zeros(capacity, np.int32)
        self.sequences = np.zeros(capacity, np.int32)
        self.counts = np.ones(capacity, np.int32)
        self.wanted = np.zeros(capacity, np.int8)
        first, width = self.sequences.ctypes.data, self.sequences.itemsize
        self.pointers = np.array([first + width * place for place in range(capacity)], np.uintp)

    @property
    def room(self) -> int:
        """How many tokens may be added."""
        return len(self.tokens) - self.size

    def add(self, tokens: Sequence[int], position: int, sequence: int, *, wanted: bool) -> int:
        """Add tokens that follow each other from `position` on; with `wanted` the logits after the last are computed.

        Returns the row of the last one, for `Context.logits`.
        """
        end = self.size + len(tokens)
        here = slice(self.size, end)
        self.tokens[here] = tokens
        self.positions[here] = np.arange(position, position + len(tokens))
        self.sequences[here] = sequence
        self.wanted[here] = 0
        self.wanted[end - 1] = wanted
        self.size = end
        return end - 1

    def native(self) -> Any:
        """As llama.cpp takes it; it points into this object."""
        integers = ctypes.POINTER(ctypes.c_int32)
        return llama_cpp.llama_batch(
            n_tokens=self.size,
            token=self.tokens.ctypes.data_as(integers),
            embd=None,
            pos=self.positions.ctypes.data_as(integers),
            n_seq_id=self.counts.ctypes.data_as(integers),
            seq_id=ctypes.cast(self.pointers.ctypes.data, ctypes.POINTER(integers)),
            logits=self.wanted.ctypes.data_as(ctypes.POINTER(ctypes.c_int8)),
        )


class Context:
    """A KV cache of several sequences. For one thread at a time.

    Sequences that are not apart share all of it, and what one copies from another takes no room.
    """

    def __init__(self, weights: Weights, size: ContextSize) -> None:
        """Reserve the memory; raises ModelError when there is not enough of it."""
        parameters = llama_cpp.llama_context_default_params()
        parameters.n_ctx = size.tokens
        parameters.n_batch = parameters.n_ubatch = min(BATCH, size.tokens)
        parameters.n_seq_max = size.sequences
        parameters.kv_unified = not size.apart
        parameters.flash_attn_type = _flash_attention(weights, size)
        parameters.type_k = parameters.type_v = CACHE_TYPES[size.cache_type]
        parameters.n_threads = parameters.n_threads_batch = size.threads
        self._context: Any = llama_cpp.llama_init_from_model(weights.pointer, parameters)
        if not self._context:
            raise ModelError(say("model-memory-short", tokens=size.tokens))
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._words = int(llama_cpp.llama_vocab_n_tokens(weights.vocabulary))
        self.sequences, self._apart = size.sequences, size.apart
        self.capacity = min(BATCH, size.tokens)
        """How many tokens one call may compute."""

    def compute(self, batch: Batch) -> bool:
        """Compute the tokens. False, and nothing is changed, when the cache has no room. Raises ModelError."""
        status = llama_cpp.llama_decode(self._context, batch.native())
        if status not in (0, 1):
            raise ModelError(f"llama.cpp could not compute the answer (status {status}).")
        return bool(status == 0)

    def logits(self, row: int) -> NDArray[np.float32]:
        """What `compute` found after the token in this row of the batch; it holds until the next call."""
        found = llama_cpp.llama_get_logits_ith(self._context, row)
        return np.ctypeslib.as_array(found, shape=(self._words,))

    def copy(self, source: int, target: int, length: int) -> None:
        """Have an empty sequence begin as another one does."""
        if not self._apart:
            llama_cpp.llama_memory_seq_cp(self._memory, source, target, 0, length)
            return
        llama_cpp.llama_memory_seq_cp(self._memory, source, target, -1, -1)  # between parts it copies all or aborts
        self.cut(target, length)

    def cut(self, sequence: int, length: int) -> bool:
        """Forget what a sequence holds behind its first `length` tokens.

        False when it could not: a recurrent model cannot go back a little.
        """
        return bool(llama_cpp.llama_memory_seq_rm(self._memory, sequence, length, -1))

    def forget(self) -> None:
        """Hold nothing."""
        llama_cpp.llama_memory_clear(self._memory, True)

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
