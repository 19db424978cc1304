"""Writes tiny GGUF files with random weights: a llama of one layer, with a byte-level vocabulary or a real one."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFReader, GGUFWriter, TokenType, quants

WIDTH, FEED, CONTEXT = 64, 128, 32_768
CONTROL = ("<|end|>", "<|user|>", "<|assistant|>", "<|tool|>", "<|system|>")
CALLS = (
    '<tool_call>\n{"name":"add_activities","arguments":{',
    '<tool_call>\n{"name":"add_absence","arguments":{',
    '<tool_call>\n{"name":"discard","arguments":{',
    '"project":"',
    '"dates":"',
    '","dates":"',
    '","percent":"',
    '"reason":"',
    '"}}\n</tool_call>',
    "}}\n</tool_call>",
    "<think>",
    "</think>",
)
MERGES = ("a p", "o n", "m on", "Ġ mon", "d a", "da y", "Ġ ap")


def byte_letters() -> list[str]:
    """GPT-2's letter for each byte, in the order of the bytes."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return [chr(byte) if byte in shown else chr(256 + hidden.index(byte)) for byte in range(256)]


def write_model(
    path: Path,
    template: str | None,
    *,
    kind: GGMLQuantizationType = GGMLQuantizationType.F32,
    calls: Sequence[str] = CALLS,
    seed: int = 0,
) -> Path:
    """A loadable file at `path`; `template` None leaves the chat template out."""
    writer = GGUFWriter(path, "llama")
    tokens = [*CONTROL, *calls, *byte_letters(), *(merge.replace(" ", "") for merge in MERGES)]
    types = [TokenType.CONTROL] * len(CONTROL) + [TokenType.USER_DEFINED] * len(calls)
    types += [TokenType.NORMAL] * (len(tokens) - len(types))
    _add_shape(writer, len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(list(MERGES))
    writer.add_eos_token_id(0)
    writer.add_add_bos_token(False)
    _finish(writer, template, len(tokens), kind, seed)
    return path


def write_real(
    path: Path, tokenizer: Path, template: str, *, control: Sequence[str] = (), marks: Sequence[str] = (), seed: int = 0
) -> Path:
    """A loadable file with the tokens of a real model's GGUF, and of those that it does not have yet: `control` as
    control tokens, `marks` as user-defined ones. Half-precision weights: real vocabularies are long."""
    fields = GGUFReader(tokenizer).fields
    read = {name: field.contents() for name, field in fields.items() if name.startswith("tokenizer.")}
    tokens, types = list(read["tokenizer.ggml.tokens"]), list(read["tokenizer.ggml.token_type"])
    for text, kind in [*((t, TokenType.CONTROL) for t in control), *((t, TokenType.USER_DEFINED) for t in marks)]:
        if text in tokens:
            types[tokens.index(text)] = int(kind)
        else:
            tokens.append(text)
            types.append(int(kind))
    writer = GGUFWriter(path, "llama")
    _add_shape(writer, len(tokens))
    writer.add_tokenizer_model(read["tokenizer.ggml.model"])
    writer.add_tokenizer_pre(read.get("tokenizer.ggml.pre", "default"))
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    if "tokenizer.ggml.merges" in read:
        writer.add_token_merges(read["tokenizer.ggml.merges"])
    if "tokenizer.ggml.scores" in read:
        scores = list(read["tokenizer.ggml.scores"])
        writer.add_token_scores(scores + [0.0] * (len(tokens) - len(scores)))
    for name, add in (("bos", writer.add_bos_token_id), ("eos", writer.add_eos_token_id)):
        if f"tokenizer.ggml.{name}_token_id" in read:
            add(read[f"tokenizer.ggml.{name}_token_id"])
    writer.add_add_bos_token(False)
    _finish(writer, template, len(tokens), GGMLQuantizationType.F16, seed)
    return path


def _add_shape(writer: GGUFWriter, words: int) -> None:
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(FEED)
    writer.add_head_count(2)
    writer.add_head_count_kv(2)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(words)


def _finish(writer: GGUFWriter, template: str | None, words: int, kind: GGMLQuantizationType, seed: int) -> None:
    if template is not None:
        writer.add_chat_template(template)
    _add_weights(writer, words, kind, np.random.default_rng(seed))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_weights(writer: GGUFWriter, words: int, kind: GGMLQuantizationType, random: np.random.Generator) -> None:
    shapes = {
        "token_embd": (words, WIDTH),
        "output": (words, WIDTH),
        "blk.0.attn_q": (WIDTH, WIDTH),
        "blk.0.attn_k": (WIDTH, WIDTH),
        "blk.0.attn_v": (WIDTH, WIDTH),
        "blk.0.attn_output": (WIDTH, WIDTH),
        "blk.0.ffn_gate": (FEED, WIDTH),
        "blk.0.ffn_up": (FEED, WIDTH),
        "blk.0.ffn_down": (WIDTH, FEED),
    }
    for name, shape in shapes.items():
        weight = random.normal(0, 0.15, shape).astype(np.float32)
        stored = weight if kind is GGMLQuantizationType.F32 else quants.quantize(weight, kind)
        writer.add_tensor(f"{name}.weight", stored, raw_dtype=kind)
    for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        writer.add_tensor(f"{name}.weight", np.ones(WIDTH, dtype=np.float32))
