"""Sequences and cache from the memory that is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ModelError
from bot.llm.fitting import MOST_SEQUENCES, CacheNeeds, Fit, fit, free_memory

QWEN_4B = CacheNeeds(layers=36, width=8 * 128)
GIB = 2**30


def test_a_token_of_a_model_of_4b_takes_144_kib() -> None:
    """36 layers, 8 heads of 128 numbers, keys and values, two bytes each; about half of that as whole numbers."""
    assert QWEN_4B.bytes_a_token == 147_456
    assert CacheNeeds(36, 1024, "q8_0").bytes_a_token == 78_336


def test_a_quarter_of_the_free_memory_is_for_conversations() -> None:
    assert fit(QWEN_4B, 4096, 4096, wanted=0, free=8 * GIB) == Fit(3, 3 * 4096)
    assert fit(QWEN_4B, 4096, 4096, wanted=0, free=400 * GIB).sequences == MOST_SEQUENCES


def test_what_is_wanted_is_given_and_one_conversation_fits_in_any_case() -> None:
    assert fit(QWEN_4B, 4096, 4096, wanted=20, free=8 * GIB) == Fit(20, 20 * 4096)
    assert fit(QWEN_4B, 4096, 4096, wanted=0, free=GIB) == Fit(1, 4096)


def test_short_conversations_share_a_cache_in_which_a_long_one_still_fits() -> None:
    """The built-in model's conversations are condensed at 400 tokens, and may have 2,048."""
    assert fit(CacheNeeds(6, 256), 900, 2048, wanted=0, free=8 * GIB) == Fit(16, 14_400)
    assert fit(CacheNeeds(6, 256), 900, 2048, wanted=1, free=8 * GIB) == Fit(1, 2048)


def test_each_has_a_part_to_itself_where_the_longest_of_all_fit() -> None:
    """Parts are whole multiples of 256 tokens, as llama.cpp makes them; nobody lends another one any."""
    small = CacheNeeds(8, 256)
    assert fit(small, 900, 2000, wanted=0, free=8 * GIB, apart=True) == Fit(16, 16 * 2048, apart=True)
    assert fit(small, 900, 2000, wanted=4, free=None, apart=True) == Fit(4, 4 * 2048, apart=True)
    assert fit(small, 900, 2000, wanted=16, free=GIB // 2, apart=True) == Fit(16, 14_400)
    assert fit(small, 900, 2000, wanted=0, free=8 * GIB) == Fit(16, 14_400)


def test_a_conversation_that_cannot_fit_says_so() -> None:
    with pytest.raises(ModelError, match=r"4.?096"):
        fit(QWEN_4B, 4096, 4096, wanted=0, free=100_000_000)


def test_free_memory_is_read_or_unknown(tmp_path: Path) -> None:
    report = tmp_path / "meminfo"
    report.write_text("MemTotal:       24000000 kB\nMemAvailable:   12000000 kB\n")
    assert free_memory(report) == 12_000_000 * 1024
    assert free_memory(tmp_path / "none") is None
