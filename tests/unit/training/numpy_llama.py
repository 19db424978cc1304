"""The shipped model as plain numpy, written from the paper's formulas: what llama.cpp computes is held against it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from gguf import GGUFReader, quants
from numpy.typing import NDArray

from training.stored import field

Array = NDArray[np.float32]


class NumpyLlama:
    """A llama-architecture GGUF with the embedding as output."""

    def __init__(self, reader: GGUFReader) -> None:
        self.weights = {
            tensor.name.removesuffix(".weight"): quants.dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
            for tensor in reader.tensors
        }
        self.layers: int = field(reader, "llama.block_count")
        self.heads: int = field(reader, "llama.attention.head_count")
        self.groups = self.heads // int(field(reader, "llama.attention.head_count_kv"))
        self.epsilon: float = field(reader, "llama.attention.layer_norm_rms_epsilon")
        self.base: float = field(reader, "llama.rope.freq_base")

    def scores(self, ids: Sequence[int]) -> Array:
        """For each place the scores of every token to come after it."""
        stream = self.weights["token_embd"][list(ids)]
        for layer in range(self.layers):
            part = {name: self.weights[f"blk.{layer}.{name}"] for name in PARTS}
            stream = stream + self._attention(self._normed(stream, part["attn_norm"]), part)
            normed = self._normed(stream, part["ffn_norm"])
            gate = normed @ part["ffn_gate"].T
            stream = stream + (gate / (1 + np.exp(-gate)) * (normed @ part["ffn_up"].T)) @ part["ffn_down"].T
        return self._normed(stream, self.weights["output_norm"]) @ self.weights["token_embd"].T

    def likeliest(self, ids: Sequence[int], start: int) -> list[int]:
        """Reading `ids`, the likeliest token at each place from `start` on: the same ids if they are greedy there."""
        return [int(token) for token in self.scores(ids[:-1])[start - 1 :].argmax(1)]

    def _normed(self, stream: Array, weight: Array) -> Array:
        return stream / np.sqrt((stream**2).mean(-1, keepdims=True) + self.epsilon) * weight

    def _attention(self, stream: Array, part: dict[str, Array]) -> Array:
        length, width = stream.shape
        query, key, value = ((stream @ part[name].T).reshape(length, -1, width // self.heads) for name in PARTS[1:4])
        query, key = self._turned(query), self._turned(key).repeat(self.groups, 1)
        value = value.repeat(self.groups, 1)
        scores = np.einsum("qhd,khd->hqk", query, key) / np.sqrt(width // self.heads)
        scores = np.where(np.tri(length, dtype=bool), scores, -np.inf)
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        return np.einsum("hqk,khd->qhd", shares, value).reshape(length, width) @ part["attn_output"].T

    def _turned(self, heads: Array) -> Array:
        """Each pair of neighbours turned by its place times its frequency."""
        length, _, width = heads.shape
        angles = np.outer(np.arange(length), self.base ** (-np.arange(0, width, 2) / width))[:, None, :]
        turned = (heads[..., 0::2] + 1j * heads[..., 1::2]) * np.exp(1j * angles)
        return np.stack((turned.real, turned.imag), -1).reshape(heads.shape).astype(np.float32)


PARTS = (
    *("attn_norm", "attn_q", "attn_k", "attn_v", "attn_output"),
    *("ffn_norm", "ffn_gate", "ffn_up", "ffn_down"),
)
