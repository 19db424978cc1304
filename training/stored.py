"""What a released GGUF says of itself: single fields of its metadata, and its tokenizer. Needs no PyTorch."""

from typing import Any

from gguf import GGUFReader
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

from training.vocabulary import CALL_TOKENS, CONTROL


def field(reader: GGUFReader, name: str) -> Any:
    """The value of one piece of metadata, or None."""
    found = reader.get_field(name)
    return None if found is None else found.contents()


def tokenizer_of(reader: GGUFReader) -> Tokenizer:
    """The tokenizer that the file was exported with: it cuts every text into the same ids."""
    tokens = field(reader, "tokenizer.ggml.tokens")
    merges = [tuple(merge.split(" ")) for merge in field(reader, "tokenizer.ggml.merges")]
    used = {token: number for number, token in enumerate(tokens) if not token.startswith("[unused")}
    tokenizer = Tokenizer(models.BPE(vocab=used, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in (*CONTROL, *CALL_TOKENS)])
    return tokenizer
