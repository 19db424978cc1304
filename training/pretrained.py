"""Where training begins: the first layers and the commonest words of a model that has read a great deal of English.

A model that starts from nothing knows the verbs of its banks of sentences and no others. SmolLM2-135M (Hugging Face,
Apache-2.0) has met "scrap" and "dentist" among their neighbours. First layers are a better start than random numbers
(Sanyal et al., "Inheritune: Training Smaller Yet More Attentive Language Models", 2024). The rows of its words stay as
they are: trained, only those that dialogues have would move away from their neighbours.
`scripts/base-model.sh` fetches the file.
"""

from dataclasses import replace
from pathlib import Path

import torch
from gguf import GGUFReader
from tokenizers import Tokenizer, pre_tokenizers
from torch import Tensor

from training.checkpoint import Account, State
from training.export import BASE
from training.model import Llama
from training.restore import shape_of, weights_of
from training.stored import assembled, field
from training.vocabulary import ASSISTANT, CALL_TOKENS, CONTROL, END, TOOL, USER

LAYERS = 6
MERGES = 24_000
"""Of the base model's 48,900, which stand in the order of how common they were in what it read."""
QUIETER = 0.2
"""Of the last norm: scores of a cut model are as strong as the whole one's, and wrong."""
LIKE = {END: "<|im_end|>", USER: "Ġuser", ASSISTANT: "Ġassistant", TOOL: "Ġtool"}
"""Our mark -> the base model's token whose row it begins with."""


def begin(path: Path, account: Account, layers: int = LAYERS, merges: int = MERGES) -> State:
    """A model and tokenizer made of the beginning of the base model in `path`, ready for training."""
    reader = GGUFReader(path)
    tokens: list[str] = field(reader, "tokenizer.ggml.tokens")
    joins: list[str] = field(reader, "tokenizer.ggml.merges")[:merges]
    rows = {token: number for number, token in enumerate(tokens)}
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [*(letter for letter in alphabet if letter in rows), *(join.replace(" ", "") for join in joins)]
    added = [*CONTROL, *CALL_TOKENS, *(letter for letter in alphabet if letter not in rows)]
    weights = weights_of(reader)
    embedding = weights["embedding.weight"]
    pieces = assembled(words, joins)
    begun = [_begun(embedding, rows, pieces, token) for token in added]
    weights["embedding.weight"] = torch.stack(begun)
    weights["embedding.kept"] = embedding[[rows[word] for word in words]]
    shape = replace(shape_of(reader), vocabulary=len(added) + len(words), layers=layers, context=2048, kept=len(words))
    model = Llama(shape)
    model.load_state_dict({name: weights[name] for name in model.state_dict()})
    model.norm.weight.data *= QUIETER
    account.base = f"the first {layers} of {shape_of(reader).layers} layers of {BASE}"
    account.kept = shape.kept
    return State(model, assembled([*added, *words], joins, (*CONTROL, *CALL_TOKENS)), account)


def _begun(embedding: Tensor, rows: dict[str, int], pieces: Tokenizer, token: str) -> Tensor:
    """The first row of a token that the base model has not: that of one like it, or the mean of its pieces."""
    if token in LIKE:
        return embedding[rows[LIKE[token]]]
    known = [rows[piece] for piece in pieces.encode(token, add_special_tokens=False).tokens if piece in rows]
    return embedding[known].mean(0) if known else embedding.mean(0)
