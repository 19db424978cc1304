"""Writes a checkpoint as GGUF: `python -m training.export training/out/last.pt bot/llm/builtin/tally-builtin.gguf`."""

import argparse
import datetime
import json
from dataclasses import asdict
from pathlib import Path

import gguf
import numpy as np
import torch
from gguf import GGMLQuantizationType, GGUFWriter, TokenType
from torch import Tensor

from training.checkpoint import Account, State, load
from training.model import Shape
from training.rendering import TEMPLATE
from training.vocabulary import CALL_TOKENS, CONTROL, END_ID

VERSION = "6"
BASE = "SmolLM2-135M-Instruct"
"""The model whose first layers ours may begin with; Apache-2.0 as well."""
ACCOUNT = "tally.training"
"""Metadata: the account of the training, as JSON."""
KINDS = {"f16": GGMLQuantizationType.F16, "q8_0": GGMLQuantizationType.Q8_0}
NAMES = {
    "attention_norm": "attn_norm",
    "query": "attn_q",
    "key": "attn_k",
    "value": "attn_v",
    "output": "attn_output",
    "forward_norm": "ffn_norm",
    "gate": "ffn_gate",
    "up": "ffn_up",
    "down": "ffn_down",
}
"""Our part of a block -> llama.cpp's."""


def paired(weight: Tensor, heads: int) -> Tensor:
    """Rows reordered from halves (i, i + d/2) to the neighbours (2i, 2i + 1) that llama.cpp turns."""
    rows, width = weight.shape
    return weight.view(heads, 2, rows // heads // 2, width).transpose(1, 2).reshape(rows, width)


def tensors(state: State) -> dict[str, Tensor]:
    """The weights under llama.cpp's names. No output matrix: the embedding serves."""
    model = state.model
    named = {"token_embd.weight": model.embedding.whole.detach(), "output_norm.weight": model.norm.weight.detach()}
    for name, weight in model.blocks.state_dict().items():
        number, part, _ = name.split(".")
        heads = model.shape.heads_of(part)
        named[f"blk.{number}.{NAMES[part]}.weight"] = paired(weight, heads) if heads else weight
    return named


def describe(writer: GGUFWriter, shape: Shape, account: Account) -> None:
    """What the file is and how it came to be."""
    minutes = round(account.seconds / 60)
    begun = f"begun with {account.base}; " if account.base else "from random weights; "
    begun += f"after {account.released_tokens / 1e6:.1f} M of an earlier version, " if account.released_tokens else ""
    writer.add_name("Tally built-in")
    writer.add_version(VERSION)
    writer.add_license("apache-2.0")
    if account.base:
        writer.add_base_model_count(1)
        writer.add_base_model_name(0, BASE)
        writer.add_base_model_organization(0, "Hugging Face")
    writer.add_languages(["en", "fr"])
    writer.add_description(
        "Turns time-report messages into tool calls. Trained on synthetic dialogues, "
        f"{begun}{account.tokens / 1e6:.1f} M tokens, {account.dialogues} dialogues, {minutes} minutes on "
        f"{account.machine}, {datetime.datetime.now(datetime.UTC).date().isoformat()}."
    )
    writer.add_string(ACCOUNT, json.dumps(asdict(account)))
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads // shape.groups)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_rope_dimension_count(shape.head_width)
    writer.add_vocab_size(shape.vocabulary)


def add_tokenizer(writer: GGUFWriter, state: State) -> None:
    """Vocabulary, merges and chat template."""
    model = json.loads(state.tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].__getitem__)
    tokens += [f"[unused{number}]" for number in range(state.model.shape.vocabulary - len(tokens))]
    types = [
        TokenType.CONTROL if token in CONTROL else TokenType.USER_DEFINED if token in CALL_TOKENS else TokenType.NORMAL
        for token in tokens
    ]
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(merges)
    writer.add_eos_token_id(END_ID)
    writer.add_eot_token_id(END_ID)
    writer.add_pad_token_id(END_ID)
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE.read_text(encoding="utf-8"))


def export(state: State, path: Path, kind: GGMLQuantizationType) -> None:
    """Write the file; norms stay in 32 bits."""
    unfinished = path.with_suffix(".part")
    writer = GGUFWriter(unfinished, "llama")
    describe(writer, state.model.shape, state.account)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0 if kind is KINDS["q8_0"] else gguf.LlamaFileType.MOSTLY_F16)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    add_tokenizer(writer, state)
    for name, weight in tensors(state).items():
        values = weight.to(torch.float32).contiguous().numpy()
        if values.ndim == 1:
            writer.add_tensor(name, values)
        elif kind is KINDS["f16"]:
            writer.add_tensor(name, values.astype(np.float16))
        else:
            writer.add_tensor(name, gguf.quants.quantize(values, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    unfinished.replace(path)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("gguf", type=Path)
    parser.add_argument("--type", choices=KINDS, default="f16", help="how matrices are stored")
    options = parser.parse_args()
    export(load(options.checkpoint), options.gguf, KINDS[options.type])
    print(f"{options.gguf}: {options.gguf.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
