"""A model that has grown says what it said before, and everything new in it can learn."""

from __future__ import annotations

import pytest
import torch

from training.growing import grown
from training.model import Llama, Shape

SHAPE = Shape(vocabulary=90, width=128, layers=4, heads=2, hidden=96, context=64)
IDS = torch.randint(0, 90, (3, 20), generator=torch.Generator().manual_seed(2))
WANTED = torch.arange(60)


@pytest.fixture
def model() -> Llama:
    torch.manual_seed(5)
    return Llama(SHAPE)


@pytest.mark.parametrize(("layers", "hidden"), [(4, 96), (4, 160), (5, 96), (6, 192), (8, 128)])
def test_a_grown_model_says_the_same(model: Llama, layers: int, hidden: int) -> None:
    larger = grown(model, layers, hidden)
    assert (larger.shape.layers, larger.shape.hidden) == (layers, hidden)
    assert torch.allclose(larger(IDS, WANTED), model(IDS, WANTED), atol=1e-5)


def test_what_is_new_learns_from_the_second_step_on(model: Llama) -> None:
    """What is silent gets a gradient at once, and what feeds it as soon as it has moved."""
    larger = grown(model, 6, 160)
    for _ in range(2):
        larger.zero_grad()
        larger(IDS, WANTED).square().mean().backward()
        with torch.no_grad():
            for weight in larger.parameters():
                weight.sub_(weight.grad, alpha=0.1)
    for name, weight in larger.named_parameters():
        assert weight.grad is not None
        assert weight.grad.abs().sum() > 0, name
        if name.endswith("down.weight"):
            assert weight.grad[:, 96:].abs().sum() > 0, name


@pytest.mark.parametrize(("layers", "hidden"), [(3, 96), (4, 64), (9, 96)])
def test_no_model_shrinks_or_more_than_doubles(model: Llama, layers: int, hidden: int) -> None:
    with pytest.raises(ValueError, match="cannot grow"):
        grown(model, layers, hidden)
