"""A model file of random weights in the shape of Qwen 2.5 0.5B, with that family's real tokenizer and template.

Both come from llama-cpp-python's own source distribution (`scripts/llama-source.sh`). The file is kept outside the
project: it says nothing, and is a gigabyte long.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import llama_cpp
import numpy as np
from gguf import GGMLQuantizationType, GGUFReader, GGUFWriter, TokenType

ROOT = Path(__file__).parents[2]
CACHE = Path.home() / ".cache/tally"
LAYERS, WIDTH, HEADS, KV_HEADS, FEED, CONTEXT = 24, 896, 14, 2, 4864, 32_768
TEMPLATE = "Qwen-Qwen2.5-7B-Instruct.jinja"
_MARKS = {151_657: "<tool_call>", 151_658: "</tool_call>"}
"""Tokens that Qwen 2.5 has and the tokenizer of Qwen 2, which is what there is, has not."""
_END = "<|im_end|>"


def half_billion() -> Path:
    """The file, written when there is none yet: that takes half a minute."""
    path = CACHE / "models" / f"random-0.5b-f16-{llama_cpp.__version__}.gguf"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        _write(part, _models())
        part.rename(path)
    return path


def _models() -> Path:
    """The folder of templates and tokenizers, fetched when it is not there."""
    kept = Path(os.environ.get("TALLY_SOURCES") or CACHE / "sdist")
    found = kept / f"models-{llama_cpp.__version__}"
    if not found.is_dir():
        script = ["bash", str(ROOT / "scripts/llama-source.sh"), str(Path(sys.executable).parent), str(kept)]
        subprocess.run([*script, llama_cpp.__version__], check=True, stdout=subprocess.DEVNULL)
    return found


def _write(path: Path, models: Path) -> None:
    writer = GGUFWriter(path, "qwen2")
    words = _add_tokenizer(writer, models / "ggml-vocab-qwen2.gguf")
    writer.add_chat_template((models / "templates" / TEMPLATE).read_text())
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(1e6)
    writer.add_vocab_size(words)
    _add_weights(writer, words)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_tokenizer(writer: GGUFWriter, source: Path) -> int:
    read = {name: found.contents() for name, found in GGUFReader(source).fields.items() if name.startswith("tokenizer")}
    tokens, types = list(read["tokenizer.ggml.tokens"]), list(read["tokenizer.ggml.token_type"])
    for token, mark in _MARKS.items():
        tokens[token], types[token] = mark, int(TokenType.USER_DEFINED)
    writer.add_tokenizer_model(read["tokenizer.ggml.model"])
    writer.add_tokenizer_pre(read["tokenizer.ggml.pre"])
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(read["tokenizer.ggml.merges"])
    writer.add_eos_token_id(tokens.index(_END))
    writer.add_add_bos_token(False)
    return len(tokens)


def _add_weights(writer: GGUFWriter, words: int) -> None:
    random = np.random.default_rng(0)
    kv = WIDTH // HEADS * KV_HEADS

    def add(name: str, *shape: int) -> None:
        values = random.standard_normal(shape, np.float32) * np.float32(0.02)
        writer.add_tensor(f"{name}.weight", values.astype(np.float16), raw_dtype=GGMLQuantizationType.F16)

    def add_plain(name: str, values: np.ndarray) -> None:
        writer.add_tensor(name, values.astype(np.float32))

    add("token_embd", words, WIDTH)
    add_plain("output_norm.weight", np.ones(WIDTH))
    for layer in (f"blk.{number}" for number in range(LAYERS)):
        for name, wide in (("attn_q", WIDTH), ("attn_k", kv), ("attn_v", kv)):
            add(f"{layer}.{name}", wide, WIDTH)
            add_plain(f"{layer}.{name}.bias", np.zeros(wide))
        add(f"{layer}.attn_output", WIDTH, WIDTH)
        add(f"{layer}.ffn_gate", FEED, WIDTH)
        add(f"{layer}.ffn_up", FEED, WIDTH)
        add(f"{layer}.ffn_down", WIDTH, FEED)
        add_plain(f"{layer}.attn_norm.weight", np.ones(WIDTH))
        add_plain(f"{layer}.ffn_norm.weight", np.ones(WIDTH))
