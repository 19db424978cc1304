"""A training of a few steps on the processor: it writes what it should, stops, and goes on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from bot.llm.builtin import builtin_model
from training import rendering
from training.batches import assemble
from training.checkpoint import Account, State, load
from training.model import Llama, Shape
from training.muon import Muon
from training.train import Training, arguments, beginning, texts
from training.validate import best_device, held_out, judge
from training.vocabulary import learn

GENERATOR = "training.dialogues:generate"
SHAPE = Shape(vocabulary=640, width=64, layers=1, heads=1, hidden=64, context=1024)
Options = Callable[..., argparse.Namespace]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return learn(texts(GENERATOR, 300), SHAPE.vocabulary)


@pytest.fixture
def state(tokenizer: Tokenizer) -> State:
    torch.manual_seed(5)
    return State(Llama(SHAPE), tokenizer, Account())


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Options:
    """The command line's options for a very short training."""

    def made(*more: str) -> argparse.Namespace:
        short = ("--minutes", "0.02", "--held-out", "10", "--batch", "1024", "--no-compile", "--device", "cpu")
        monkeypatch.setattr(sys, "argv", ["", "--out", str(tmp_path), *short, *more])
        return arguments()

    return made


def test_a_training_leaves_a_checkpoint_its_numbers_and_their_picture(
    state: State, options: Options, tmp_path: Path
) -> None:
    """And validates at its end."""
    Training(state, options()).run()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["last.pt", "loss.csv", "loss.png", "validation.csv"]
    steps = (tmp_path / "loss.csv").read_text().splitlines()
    account = load(tmp_path / "last.pt").account
    assert account.steps == len(steps) > 0
    assert steps[-1].split(",")[0] == str(account.steps)
    assert set(account.validation) == {"calls", "words"}
    assert (tmp_path / "validation.csv").read_text().split(",")[0] == str(account.steps)


def test_a_stopped_training_goes_on_where_it_stood(state: State, options: Options, tmp_path: Path) -> None:
    """Stopped before its first step it validates nothing; resumed it counts on; once it is over it trains no more."""
    first = Training(state, options())
    first.stop()
    first.run()
    assert not (tmp_path / "validation.csv").exists()
    again = options("--resume", str(tmp_path / "last.pt"))
    Training(beginning(again), again).run()
    done = load(tmp_path / "last.pt").account
    assert done.seconds >= 1.2
    over = Training(beginning(again), again)
    over.run()
    assert over.account.steps == done.steps
    assert not over.stopped


def test_a_released_model_begins_a_training_of_its_own(options: Options) -> None:
    """Its tokens are remembered; its steps and its time are not."""
    begun = beginning(options("--start", str(builtin_model()))).account
    assert (begun.steps, begun.tokens, begun.seconds, begun.dialogues) == (0, 0, 0.0, 0)


def test_the_device_is_the_best_there_is_unless_one_is_named(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """And bf16 goes by it."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert best_device() == "cuda"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert best_device() == "cpu"
    assert options().device == "cpu"
    assert options("--no-bf16").bf16 is False


def test_a_model_makes_everything_on_the_device_of_its_batch(state: State) -> None:
    """No tensor of the forward pass is left on the processor. It is no proof that a GPU computes it."""
    samples = [rendering.sample(state.tokenizer, d) for d in islice(_dialogues(), 3)]
    batch = assemble(samples, max(len(sample.ids) for sample in samples) + 1)
    away = torch.device("meta")
    scores = state.model.to(away)(batch.to(away).ids, batch.to(away).wanted)
    assert scores.shape == (len(batch.targets), SHAPE.vocabulary)
    assert scores.device == away


def test_a_step_makes_its_gradients_and_moves_on_the_device_of_the_model(state: State) -> None:
    """Backwards, clipped, and Muon's move, where a tensor left on the processor would be refused."""
    samples = [rendering.sample(state.tokenizer, d) for d in islice(_dialogues(), 3)]
    batch = assemble(samples, max(len(sample.ids) for sample in samples) + 1).to(torch.device("meta"))
    model = state.model.to("meta")
    torch.autograd.backward(functional.cross_entropy(model(batch.ids, batch.wanted).float(), batch.targets))
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    Muon([weight for weight in model.blocks.parameters() if weight.ndim == 2], 1e-3, 0.05).step()
    assert all(weight.grad is not None and weight.grad.is_meta for weight in model.parameters())
    with pytest.raises(RuntimeError, match="meta"):
        model(batch.ids.new_zeros(batch.ids.shape, device="cpu"), batch.wanted)


def test_a_batch_on_the_processor_is_not_copied(state: State) -> None:
    """So a training there does what it did before there were devices."""
    batch = assemble([rendering.sample(state.tokenizer, next(_dialogues()))], 256)
    same = batch.to(torch.device("cpu"))
    assert same.ids is batch.ids
    assert same.wanted is batch.wanted
    assert same.targets is batch.targets


def test_answers_are_judged_by_the_likeliest_tokens(state: State) -> None:
    """A model that knows nothing gets no call right; all answers are judged."""
    samples = held_out(state.tokenizer, rendering.generator(GENERATOR), 12)
    answers = judge(state.model, samples, rows=5)
    assert len(answers) >= 12
    assert not any(answer.right for answer in answers if answer.calls)


def _dialogues() -> Iterator[rendering.Dialogue]:
    return rendering.dialogues(rendering.generator(GENERATOR), "device")
