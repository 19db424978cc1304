"""A training goes on from a released file: what was exported comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer

from bot.llm.builtin import builtin_model
from training import rendering
from training.checkpoint import Account, State, load, save
from training.export import KINDS, export, paired
from training.model import Llama, Shape
from training.restore import halved, restore
from training.train import texts
from training.vocabulary import CALL_TOKENS, CONTROL, encode, learn

GENERATOR = "training.dialogues:generate"
SHAPE = Shape(vocabulary=640, width=128, layers=2, heads=2, hidden=160, context=128)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return learn(texts(GENERATOR, 300), SHAPE.vocabulary - 40)  # some ids stay unused


@pytest.fixture
def state(tokenizer: Tokenizer) -> State:
    torch.manual_seed(5)
    account = Account(steps=7, seconds=61.5, tokens=900, dialogues=12, machine="here", validation={"calls": 0.5})
    return State(Llama(SHAPE), tokenizer, account)


def test_rows_go_to_llama_cpps_order_and_back() -> None:
    weight = torch.randn(256, 64)
    assert torch.equal(halved(paired(weight, 4), 4), weight)
    assert torch.equal(paired(halved(weight, 4), 4), weight)


def test_an_exported_model_comes_back_as_it_was_stored(state: State, tmp_path: Path) -> None:
    """Weights to 16 bits, shape, tokenizer and account to the letter; no optimizer."""
    export(state, tmp_path / "model.gguf", KINDS["f16"])
    back = restore(tmp_path / "model.gguf")
    assert back.model.shape == SHAPE
    assert back.account == state.account
    assert back.optimizer is None
    for name, weight in state.model.state_dict().items():
        stored = weight if weight.ndim == 1 else weight.half().float()
        assert torch.equal(back.model.state_dict()[name], stored), name
    for dialogue, _ in zip(rendering.dialogues(rendering.generator(GENERATOR), "restore"), range(50), strict=False):
        text = rendering.render(dialogue.messages)
        assert encode(back.tokenizer, text) == encode(state.tokenizer, text)


def test_an_export_of_what_came_back_is_the_same_file(state: State, tmp_path: Path) -> None:
    """Nothing wears off, however often a training goes on from a release."""
    export(state, tmp_path / "one.gguf", KINDS["f16"])
    export(restore(tmp_path / "one.gguf"), tmp_path / "two.gguf", KINDS["f16"])
    assert (tmp_path / "one.gguf").read_bytes() == (tmp_path / "two.gguf").read_bytes()


def test_a_checkpoint_comes_back_whole(state: State, tmp_path: Path) -> None:
    save(tmp_path / "last.pt", state)
    back = load(tmp_path / "last.pt")
    assert back.account == state.account
    assert back.tokenizer.to_str() == state.tokenizer.to_str()
    for name, weight in state.model.state_dict().items():
        assert torch.equal(back.model.state_dict()[name], weight)


def test_the_shipped_file_can_be_trained_on() -> None:
    """It is a whole model of this architecture."""
    back = restore(builtin_model())
    assert all(encode(back.tokenizer, text) == [number] for number, text in enumerate((*CONTROL, *CALL_TOKENS)))
    scores = back.model(torch.tensor([[1, 5, 6]]), torch.tensor([2]))
    assert scores.isfinite().all()
