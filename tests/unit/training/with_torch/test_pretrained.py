"""A training begins with another model's first layers and commonest words, and leaves those words as they are."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from gguf import GGUFReader, GGUFWriter
from numpy_llama import NumpyLlama
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from training import rendering
from training.batches import Batch, assemble
from training.checkpoint import Account, State, load
from training.export import KINDS, describe, export, tensors
from training.model import Llama, Shape
from training.pretrained import begin
from training.restore import restore
from training.stored import assembled, field
from training.train import Training, arguments, some, texts
from training.validate import held_out
from training.vocabulary import CALL_TOKENS, CONTROL, END_ID, encode

GENERATOR = "training.dialogues:generate"
MARKS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
MERGES = 300
SHAPE = Shape(vocabulary=0, width=96, layers=4, heads=6, hidden=96, context=256, groups=3, rope_base=100_000.0)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file like SmolLM2's, but small: byte-level BPE that has not every byte, and heads that share their keys."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=900, show_progress=False, special_tokens=list(MARKS))
    made.train_from_iterator([*texts(GENERATOR, 300), " user assistant tool" * 50], trainer)
    described = json.loads(made.to_str())["model"]
    words = sorted(described["vocab"], key=described["vocab"].__getitem__)
    torch.manual_seed(3)
    model = Llama(Shape(**{**SHAPE.as_dict(), "vocabulary": len(words)}))
    path = tmp_path_factory.mktemp("base") / "base.gguf"
    _write(path, model, words, [" ".join(merge) for merge in described["merges"]])
    return path


def _write(path: Path, model: Llama, words: list[str], merges: list[str]) -> None:
    writer = GGUFWriter(path, "llama")
    describe(writer, model.shape, Account())
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(words)
    writer.add_token_merges(merges)
    for name, weight in tensors(State(model, Tokenizer(models.BPE()), Account())).items():
        writer.add_tensor(name, weight.numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@pytest.fixture
def begun(base: Path) -> State:
    return begin(base, Account(), layers=2, merges=MERGES)


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> argparse.Namespace:
    """Those of a training of a few steps."""
    short = ("--tokens", "6000", "--held-out", "10", "--batch", "1024", "--no-compile", "--device", "cpu", "--no-bf16")
    monkeypatch.setattr(sys, "argv", ["", "--out", str(tmp_path), *short])
    return arguments()


def _rows(base: Path) -> dict[str, np.ndarray]:
    """The row of each of the base model's tokens."""
    reader = GGUFReader(base)
    embedding = next(tensor.data for tensor in reader.tensors if tensor.name == "token_embd.weight")
    return dict(zip(field(reader, "tokenizer.ggml.tokens"), embedding, strict=True))


def test_words_keep_their_rows_and_what_is_new_begins_near_its_kind(base: Path, begun: State) -> None:
    rows, whole = _rows(base), begun.model.embedding.whole.detach().numpy()
    for word in ("Ġmonday", "Ġto", "a"):
        assert np.array_equal(whole[begun.tokenizer.token_to_id(word)], rows[word]), word
    assert np.array_equal(whole[END_ID], rows["<|im_end|>"])
    opener = encode(begun.tokenizer, "}}\n</tool_call>")
    assert len(opener) == 1
    assert np.allclose(
        whole[opener[0]], np.mean([rows[piece] for piece in _pieces(begun, opener[0])], axis=0), atol=1e-6
    )
    assert np.isfinite(whole).all()


def _pieces(state: State, number: int) -> list[str]:
    """How the tokens of words alone cut a token that is whole."""
    described = json.loads(state.tokenizer.to_str())["model"]
    words = sorted(described["vocab"], key=described["vocab"].__getitem__)
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in described["merges"]]
    return list(assembled(words, merges).encode(state.tokenizer.id_to_token(number), add_special_tokens=False).tokens)


def test_every_text_can_be_cut_and_put_together_again(begun: State) -> None:
    """Also with bytes that the base model has no token for."""
    for text in (" apollo lundi", " été à 日本 🙂 Á÷", *CONTROL, *CALL_TOKENS):
        ids = encode(begun.tokenizer, text)
        assert begun.tokenizer.decode(ids, skip_special_tokens=False) == text
        assert max(ids) < begun.model.shape.vocabulary


def test_training_moves_the_layers_and_the_new_rows_but_no_word(
    begun: State, options: argparse.Namespace, tmp_path: Path
) -> None:
    before = {name: weight.clone() for name, weight in begun.model.state_dict().items()}
    Training(begun, options).run()
    after = load(tmp_path / "last.pt")
    assert after.account.steps > 2
    assert after.account.base == "the first 2 of 4 layers of SmolLM2-135M-Instruct"
    changed = {name for name, weight in after.model.state_dict().items() if not torch.equal(weight, before[name])}
    assert changed == set(before) - {"embedding.kept"}


def test_scores_among_some_are_the_scores_of_those(begun: State) -> None:
    """The target of each place has the score that it has among all."""
    batch = _batch(begun)
    among, targets = some(batch, begun.model.shape)
    every, few = (begun.model(batch.ids, batch.wanted, which).detach() for which in (None, among))
    assert few.shape[1] <= every.shape[1]
    assert torch.equal(
        few.gather(1, targets[:, None]).round(decimals=4), every.gather(1, batch.targets[:, None]).round(decimals=4)
    )


def _batch(state: State) -> Batch:
    samples = held_out(state.tokenizer, rendering.generator(GENERATOR), 20)
    return assemble([sample for sample in samples if len(sample.ids) <= 96], 96)


@pytest.mark.parametrize(("kind", "near"), [("f16", 2e-3), ("q8_0", 2e-2)])
def test_a_released_one_can_be_trained_on(begun: State, tmp_path: Path, kind: str, near: float) -> None:
    """Shape, account and words come back; weights as near as their number format is."""
    export(begun, tmp_path / "model.gguf", KINDS[kind])
    back = restore(tmp_path / "model.gguf")
    assert back.model.shape == begun.model.shape
    assert back.account == begun.account
    for name, weight in begun.model.state_dict().items():
        assert (back.model.state_dict()[name] - weight).abs().max() <= near * weight.abs().max(), name


def test_heads_that_share_their_keys_mean_the_same_to_plain_arithmetic(begun: State, tmp_path: Path) -> None:
    export(begun, tmp_path / "model.gguf", KINDS["f16"])
    back = restore(tmp_path / "model.gguf").model
    ids = list(islice((token for sample in _batch(begun).ids.tolist() for token in sample), 60))
    here = back(torch.tensor([ids]), torch.arange(len(ids))).detach().numpy()
    there = NumpyLlama(GGUFReader(tmp_path / "model.gguf")).scores(ids)
    assert np.allclose(here, there, atol=1e-3)
