"""Half of each model is half of each weight, and strangers are not mixed."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from tokenizers import Tokenizer

from training.average import mixed, together
from training.checkpoint import Account, State
from training.model import Llama, Shape
from training.train import texts
from training.vocabulary import learn

SHAPE = Shape(vocabulary=640, width=64, layers=1, heads=1, hidden=96, context=64)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return learn(texts("training.dialogues:generate", 200), SHAPE.vocabulary - 40)


def filled(value: float, tokenizer: Tokenizer, shape: Shape = SHAPE) -> State:
    """A model whose every weight is `value`."""
    model = Llama(shape)
    with torch.no_grad():
        for weight in model.parameters():
            weight.fill_(value)
    return State(model, tokenizer, Account(steps=3))


@pytest.mark.parametrize(("share", "expected"), [(0.0, 1.0), (0.25, 1.5), (1.0, 3.0)])
def test_the_share_is_that_of_the_new_weights(tokenizer: Tokenizer, share: float, expected: float) -> None:
    state = mixed(filled(3.0, tokenizer), filled(1.0, tokenizer), share)
    weights = [weight.detach() for weight in state.model.parameters()]
    assert {value.item() for weight in weights for value in weight.unique()} == {expected}
    assert state.account.steps == 3


def test_strangers_are_not_mixed(tokenizer: Tokenizer) -> None:
    with pytest.raises(ValueError, match="neither began"):
        mixed(filled(3.0, tokenizer), filled(1.0, tokenizer, replace(SHAPE, hidden=128)), 0.5)


def test_a_training_that_grew_is_mixed_with_its_beginning_as_it_grew(tokenizer: Tokenizer) -> None:
    """New blocks say nothing in the old model: half of the new one's outputs is what is left of them."""
    old, new = filled(1.0, tokenizer), filled(3.0, tokenizer, replace(SHAPE, layers=2))
    weights = mixed(new, old, 0.5).model.state_dict()
    assert weights["blocks.0.down.weight"].unique().tolist() == [2.0]
    assert weights["blocks.1.down.weight"].unique().tolist() == [1.5]


def test_trainings_that_began_together_count_as_their_mean(tokenizer: Tokenizer) -> None:
    """And what each has learnt is counted."""
    state = together([filled(3.0, tokenizer), filled(1.0, tokenizer), filled(2.0, tokenizer)])
    assert {value.item() for weight in state.model.parameters() for value in weight.detach().unique()} == {2.0}
    assert state.account.steps == 9
    with pytest.raises(ValueError, match="same model"):
        together([filled(3.0, tokenizer), filled(1.0, tokenizer, replace(SHAPE, hidden=128))])
