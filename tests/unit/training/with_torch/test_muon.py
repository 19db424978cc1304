"""Muon in whatever number format: matrices are orthogonalised, and a step is PyTorch's own within rounding."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import Tensor, nn, optim

from training.model import Llama, Shape
from training.muon import Muon, bf16_is_fast, orthogonal
from training.optimizer import Optimizer

SHAPES = ((16, 16), (48, 16), (16, 48))
BF16_ERROR = 0.03
"""PyTorch rounds to 8 bits in every iteration."""


@pytest.fixture(autouse=True)
def _seeded() -> None:
    torch.manual_seed(3)


def _pairs() -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Matrices of three shapes, two of each, twice the same."""
    ours = [nn.Parameter(torch.randn(shape)) for shape in SHAPES for _ in range(2)]
    return ours, [nn.Parameter(weight.detach().clone()) for weight in ours]


def _give(gradients: list[Tensor], *groups: list[nn.Parameter]) -> None:
    for group in groups:
        for weight, gradient in zip(group, gradients, strict=True):
            weight.grad = gradient.clone()


@pytest.mark.parametrize("shape", SHAPES)
def test_singular_values_move_to_about_one(shape: tuple[int, int]) -> None:
    """Of square, tall and wide matrices, also where they lie far apart."""
    batch = torch.randn(3, *shape) @ torch.diag(torch.logspace(0, -1, shape[1]))
    values = torch.linalg.svdvals(orthogonal(batch).float())
    assert values.min() > 0.4
    assert values.max() < 1.3


def test_matrices_of_one_batch_do_not_touch_each_other() -> None:
    """And a matrix of nothing stays one."""
    batch = torch.stack([torch.randn(8, 24), torch.zeros(8, 24), torch.randn(8, 24)])
    together = orthogonal(batch)
    assert not together[1].any()
    for matrix, moved in zip(batch, together, strict=True):
        torch.testing.assert_close(orthogonal(matrix[None])[0], moved, atol=1e-2, rtol=1e-2)


def test_a_tall_matrix_is_its_transpose_moved() -> None:
    """So that the small product is computed."""
    tall = torch.randn(1, 40, 8)
    torch.testing.assert_close(orthogonal(tall), orthogonal(tall.transpose(1, 2)).transpose(1, 2))


def test_steps_are_those_of_pytorch() -> None:
    """Momentum, decay and the size of a step over several steps, with its `match_rms_adamw`."""
    ours, theirs = _pairs()
    begin = [weight.detach().clone() for weight in ours]
    muon = Muon(ours, 0.02, 0.05)
    reference = optim.Muon(theirs, lr=0.02, weight_decay=0.05, adjust_lr_fn="match_rms_adamw")
    for _ in range(4):
        _give([torch.randn_like(weight) for weight in ours], ours, theirs)
        muon.step()
        reference.step()
    for one, other, first in zip(ours, theirs, begin, strict=True):
        moved, wanted = one.detach() - first, other.detach() - first
        assert (moved - wanted).norm() < BF16_ERROR * wanted.norm()


def test_a_checkpoint_of_pytorchs_muon_goes_on_here() -> None:
    """Trainings that began before this module did are resumed with their momentum."""
    ours, theirs = _pairs()
    reference = optim.Muon(theirs, lr=0.02, weight_decay=0.05, adjust_lr_fn="match_rms_adamw")
    _give([torch.randn_like(weight) for weight in ours], theirs)
    reference.step()
    muon = Muon(ours, 0.02, 0.05)
    muon.load_state_dict(copy.deepcopy(reference.state_dict()))
    for one, other in zip(ours, theirs, strict=True):
        assert torch.equal(muon.state[one]["momentum_buffer"], reference.state[other]["momentum_buffer"])


def test_a_matrix_without_a_gradient_stays() -> None:
    """No decay either."""
    matrix = nn.Parameter(torch.randn(4, 4))
    before = matrix.detach().clone()
    Muon([matrix], 0.1, 0.5).step()
    assert torch.equal(matrix, before)


def test_the_optimizer_goes_on_exactly_where_it_stood() -> None:
    """From its state, with both of its parts."""
    model = Llama(Shape(vocabulary=32, width=64, layers=1, heads=1, hidden=64, context=16))
    other = copy.deepcopy(model)
    optimizer = Optimizer(model, 0.01, 0.01)
    gradients = [torch.randn_like(weight) for weight in model.parameters()]
    _give(gradients, list(model.parameters()))
    optimizer.step(1.0)
    other.load_state_dict(model.state_dict())
    restored = Optimizer(other, 0.01, 0.01)
    restored.restore(copy.deepcopy(optimizer.state()))  # type: ignore[arg-type]
    _give(gradients, list(model.parameters()), list(other.parameters()))
    optimizer.step(0.5)
    restored.step(0.5)
    for one, two in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.equal(one, two)


def test_bf16_is_a_question_of_the_device() -> None:
    """The answer for a processor does not depend on whether it is named."""
    assert bf16_is_fast() == bf16_is_fast(torch.device("cpu"))
