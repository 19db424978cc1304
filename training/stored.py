"""What a released GGUF says of itself: single fields of its metadata, and its tokenizer. Needs no PyTorch."""

from collections.abc import Sequence
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
    known = [token for token in tokens if not token.startswith("[unused")]
    return assembled(known, field(reader, "tokenizer.ggml.merges"), (*CONTROL, *CALL_TOKENS))


def assembled(tokens: Sequence[str], merges: Sequence[str], whole: Sequence[str] = ()) -> Tokenizer:
    """A tokenizer of these tokens, whose ids are their places; `whole` are found in a text before it is cut."""
    known = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=known, merges=[_pair(merge) for merge in merges]))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(text, special=True, normalized=False) for text in whole])
    return tokenizer


def _pair(merge: str) -> tuple[str, str]:
    first, _, second = merge.partition(" ")
    return first, second
