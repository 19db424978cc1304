"""Writes tiny GGUF files with random weights: a llama of one layer, with a byte-level vocabulary or a real one."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGMLQuantizationType, GGUFValueType, GGUFWriter, TokenType, quants

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
    read = read_values(tokenizer)
    tokens, types = read[TOKENS], read["tokenizer.ggml.token_type"]
    words = tokens.count
    for text, kind in [*((t, TokenType.CONTROL) for t in control), *((t, TokenType.USER_DEFINED) for t in marks)]:
        spelled = struct.pack("<Q", len(text.encode())) + text.encode()
        if spelled not in tokens.body:
            tokens.body += spelled
            types.body += struct.pack("<i", kind)
            words += 1
    scores = read.get("tokenizer.ggml.scores")
    if scores is not None:
        scores.body += struct.pack("<f", 0) * (words - tokens.count)
    writer = _Splicer(path, "llama")
    _add_shape(writer, words)
    for name, value in read.items():
        if name.startswith("tokenizer.") and "template" not in name and "add_bos" not in name:
            if value.count == tokens.count:
                value.length = words
            writer.add_key_value(name, value, GGUFValueType(value.kind))
    writer.add_add_bos_token(False)
    _finish(writer, template, words, GGMLQuantizationType.F16, seed)
    return path


TOKENS = "tokenizer.ggml.tokens"


@dataclass
class Raw:
    """A value of a GGUF file as its bytes; `count` is the number of its items where it is a list, `length` the new
    one."""

    kind: int
    body: bytes
    item: int = 0
    count: int = -1
    length: int = -1

    def packed(self) -> bytes:
        """As it stands in a file."""
        items = struct.pack("<IQ", self.item, max(self.count, self.length)) if self.count >= 0 else b""
        return struct.pack("<I", self.kind) + items + self.body


class _Splicer(GGUFWriter):
    """A writer that takes values as bytes: packing a quarter of a million tokens one by one takes half a minute."""

    def _pack_val(self, val: Any, vtype: Any, add_vtype: bool, sub_type: Any = None) -> bytes:
        return val.packed() if isinstance(val, Raw) else super()._pack_val(val, vtype, add_vtype, sub_type)


def read_values(path: Path) -> dict[str, Raw]:
    """The metadata of a GGUF file."""
    raw = path.read_bytes()
    sizes = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
    values: dict[str, Raw] = {}
    at = 24
    for _ in range(struct.unpack_from("<Q", raw, 16)[0]):
        start = _past_text(raw, at)
        name, (kind,), at = raw[at + 8 : start].decode(), struct.unpack_from("<I", raw, start), start + 4
        if kind == GGUFValueType.ARRAY:
            item, count = struct.unpack_from("<IQ", raw, at)
            end = at = at + 12
            if item == GGUFValueType.STRING:
                for _ in range(count):
                    end = _past_text(raw, end)
            else:
                end += count * sizes[item]
            values[name] = Raw(kind, raw[at:end], item, count)
        else:
            end = _past_text(raw, at) if kind == GGUFValueType.STRING else at + sizes[kind]
            values[name] = Raw(kind, raw[at:end])
        at = end
    return values


def _past_text(raw: bytes, at: int) -> int:
    return at + 8 + int(struct.unpack_from("<Q", raw, at)[0])


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
