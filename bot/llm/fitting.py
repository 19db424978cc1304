"""How many conversations fit: sequences and cache from the memory that is free."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.errors import ModelError
from bot.words import say

MOST_SEQUENCES = 16
"""More answers at once than a home-grade card writes faster than one after the other."""
SHARE_OF_FREE = 0.25
"""Of the free memory, for the cache: the model, the program and everything else on the machine want some too."""
PART = 256
"""Tokens that llama.cpp rounds a sequence's part of the cache up to."""
_BYTES = {"f32": 4.0, "f16": 2.0, "q8_0": 34 / 32}


@dataclass(frozen=True)
class CacheNeeds:
    """What a model asks of its cache: numbers for each token, over all layers, and of which type they are kept."""

    layers: int
    width: int
    """Numbers of keys in a layer, for one token; there are as many of values."""
    cache_type: str = "f16"

    @property
    def bytes_a_token(self) -> float:
        """Bytes of cache for one token."""
        return 2 * self.layers * self.width * _BYTES[self.cache_type]


@dataclass(frozen=True)
class Fit:
    """Sequences, and tokens of the cache that they share, or of which each has its part."""

    sequences: int
    cache_tokens: int
    apart: bool = False


def fit(
    needs: CacheNeeds, conversation: int, longest: int, wanted: int, free: int | None, *, apart: bool = False
) -> Fit:
    """As many sequences as are wanted, or, where that is 0, as fit into the share of `free` bytes, `MOST_SEQUENCES` at
    most. `conversation` is how many tokens one usually has, `longest` how many it may have: that many fit in any case.
    With `apart`, each sequence has its part of the cache to itself where the longest conversation of each fits into
    that share.

    Raises ModelError when not even one conversation fits.
    """
    each = conversation * needs.bytes_a_token
    if free is not None and longest * needs.bytes_a_token > free:
        raise ModelError(say("model-memory-short", tokens=longest))
    sequences = wanted or (MOST_SEQUENCES if free is None else int(free * SHARE_OF_FREE / each) if each else 1)
    sequences = max(1, min(sequences, wanted or MOST_SEQUENCES))
    everything = sequences * -(-longest // PART) * PART
    if apart and (free is None or everything * needs.bytes_a_token <= free * SHARE_OF_FREE):
        return Fit(sequences, everything, apart=True)
    return Fit(sequences, max(longest, sequences * conversation))


def free_memory(report: Path = Path("/proc/meminfo")) -> int | None:
    """Bytes that the machine can give; None where it does not say (then everything is taken to fit)."""
    try:
        lines = report.read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration):
        return None
    return int(kilobytes) * 1024
