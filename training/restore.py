"""Reads a model file back: training can go on from a released GGUF when its checkpoint is gone.

16-bit weights come back as they were stored; the optimizer starts afresh.
"""

import json
from pathlib import Path

import torch
from gguf import GGUFReader
from torch import Tensor

from training.checkpoint import Account, State
from training.export import ACCOUNT, NAMES
from training.model import Llama, Shape
from training.stored import field, tokenizer_of


def restore(path: Path) -> State:
    """The model, tokenizer and account of an exported F16 file. ValueError for a quantised one."""
    reader = GGUFReader(path)
    shape = _shape(reader)
    model = Llama(shape)
    model.load_state_dict(_weights(reader, shape))
    return State(model, tokenizer_of(reader), _account(reader))


def halved(weight: Tensor, heads: int) -> Tensor:
    """Rows back from llama.cpp's neighbours to our halves: the inverse of `training.export.paired`."""
    rows, width = weight.shape
    return weight.view(heads, rows // heads // 2, 2, width).transpose(1, 2).reshape(rows, width)


def _shape(reader: GGUFReader) -> Shape:
    return Shape(
        vocabulary=len(field(reader, "tokenizer.ggml.tokens")),
        width=field(reader, "llama.embedding_length"),
        layers=field(reader, "llama.block_count"),
        heads=field(reader, "llama.attention.head_count"),
        hidden=field(reader, "llama.feed_forward_length"),
        context=field(reader, "llama.context_length"),
        rope_base=field(reader, "llama.rope.freq_base"),
    )


def _weights(reader: GGUFReader, shape: Shape) -> dict[str, Tensor]:
    ours = {theirs: name for name, theirs in NAMES.items()}
    weights: dict[str, Tensor] = {}
    for tensor in reader.tensors:
        if tensor.tensor_type.name not in ("F16", "F32"):
            raise ValueError(f"{tensor.name} is {tensor.tensor_type.name}: training goes on from F16 files only")
        weight = torch.from_numpy(tensor.data.astype("float32"))
        parts = tensor.name.split(".")
        if parts[0] == "blk":
            name = ours[parts[2]]
            weight = halved(weight, shape.heads) if name in ("query", "key") else weight
            weights[f"blocks.{parts[1]}.{name}.weight"] = weight
        else:
            weights[{"token_embd": "embedding", "output_norm": "norm"}[parts[0]] + ".weight"] = weight
    return weights


def _account(reader: GGUFReader) -> Account:
    stored = field(reader, ACCOUNT)
    return Account(**json.loads(stored)) if stored else Account()
