"""Reads a model file back: training can go on from a released GGUF when its checkpoint is gone.

Weights come back as they were stored, 8-bit ones with what rounding took; the optimizer starts afresh.
"""

import json
from dataclasses import replace
from pathlib import Path

import torch
from gguf import GGUFReader, quants
from torch import Tensor

from training.checkpoint import Account, State
from training.export import ACCOUNT, NAMES
from training.model import Llama, Shape
from training.stored import field, tokenizer_of


def restore(path: Path) -> State:
    """The model, tokenizer and account of an exported file."""
    reader = GGUFReader(path)
    account = _account(reader)
    model = Llama(replace(shape_of(reader), kept=account.kept))
    weights = weights_of(reader)
    learning = model.shape.vocabulary - account.kept
    weights["embedding.weight"], weights["embedding.kept"] = weights["embedding.weight"].split((learning, account.kept))
    model.load_state_dict(weights)
    return State(model, tokenizer_of(reader), account)


def halved(weight: Tensor, heads: int) -> Tensor:
    """Rows back from llama.cpp's neighbours to our halves: the inverse of `training.export.paired`."""
    rows, width = weight.shape
    return weight.view(heads, rows // heads // 2, 2, width).transpose(1, 2).reshape(rows, width)


def shape_of(reader: GGUFReader) -> Shape:
    """The sizes of a llama-architecture file."""
    heads: int = field(reader, "llama.attention.head_count")
    return Shape(
        vocabulary=len(field(reader, "tokenizer.ggml.tokens")),
        width=field(reader, "llama.embedding_length"),
        layers=field(reader, "llama.block_count"),
        heads=heads,
        hidden=field(reader, "llama.feed_forward_length"),
        context=field(reader, "llama.context_length"),
        rope_base=field(reader, "llama.rope.freq_base"),
        groups=heads // (field(reader, "llama.attention.head_count_kv") or heads),
    )


def weights_of(reader: GGUFReader) -> dict[str, Tensor]:
    """The weights of a llama-architecture file under our names, in 32 bits."""
    ours = {theirs: name for name, theirs in NAMES.items()}
    shape = shape_of(reader)
    weights: dict[str, Tensor] = {}
    for tensor in reader.tensors:
        weight = torch.from_numpy(quants.dequantize(tensor.data, tensor.tensor_type).astype("float32"))
        parts = tensor.name.split(".")
        if parts[0] == "blk":
            name = ours[parts[2]]
            heads = shape.heads_of(name)
            weight = halved(weight, heads) if heads else weight
            weights[f"blocks.{parts[1]}.{name}.weight"] = weight
        else:
            weights[{"token_embd": "embedding", "output_norm": "norm"}[parts[0]] + ".weight"] = weight
    return weights


def _account(reader: GGUFReader) -> Account:
    stored = field(reader, ACCOUNT)
    return Account(**json.loads(stored)) if stored else Account()
