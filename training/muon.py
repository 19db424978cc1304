"""Muon (Keller Jordan, https://kellerjordan.github.io/posts/muon/) in the number format that the machine is fast in.

`torch.optim.Muon` orthogonalises in bf16 whatever the processor; without bf16 instructions that took eleven times as
long as the rest of a step together. Matrices of one shape are orthogonalised in one batch here.
"""

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn, optim

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""Of the quintic iteration; tuned by Jordan for a steep start."""
ITERATIONS = 5
MOMENTUM = 0.95


def bf16_is_fast(device: torch.device | None = None) -> bool:
    """True on a GPU and on a processor with instructions for bf16 (a processor: AVX-512 BF16 or AMX)."""
    if device is not None and device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


class Muon(optim.Optimizer):
    """Momentum, orthogonalised; the size of a step is that of AdamW (0.2 in root mean square, times the rate)."""

    def __init__(self, matrices: Iterable[nn.Parameter], rate: float, weight_decay: float) -> None:
        super().__init__(matrices, {"lr": rate, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self) -> None:  # type: ignore[override]  # no closure is ever given
        """Move every matrix that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[tuple[int, ...], list[nn.Parameter]] = defaultdict(list)
            for matrix in group["params"]:
                if matrix.grad is not None:
                    by_shape[tuple(matrix.shape)].append(matrix)
            for matrices in by_shape.values():
                self._move(matrices, group["lr"], group["weight_decay"])

    def _move(self, matrices: list[nn.Parameter], rate: float, weight_decay: float) -> None:
        moves = orthogonal(torch.stack([self._momentum(matrix) for matrix in matrices]))
        size = 0.2 * max(matrices[0].shape) ** 0.5
        for matrix, move in zip(matrices, moves.to(matrices[0].dtype), strict=True):
            matrix.mul_(1 - rate * weight_decay).add_(move, alpha=-rate * size)

    def _momentum(self, matrix: nn.Parameter) -> Tensor:
        """Nesterov's: the gradient mixed with its moving average."""
        gradient = matrix.grad
        assert gradient is not None
        state = self.state[matrix]
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = torch.zeros_like(gradient)
        average: Tensor = state["momentum_buffer"]
        average.lerp_(gradient, 1 - MOMENTUM)
        return gradient.lerp(average, MOMENTUM)


def orthogonal(batch: Tensor) -> Tensor:
    """Each matrix of (count, rows, columns) with its singular values moved to about 1 (Newton-Schulz)."""
    a, b, c = COEFFICIENTS
    tall = batch.shape[1] > batch.shape[2]
    moved: Tensor = batch.transpose(1, 2) if tall else batch
    moved = moved.bfloat16() if bf16_is_fast(batch.device) else moved.float()
    moved = moved / moved.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(ITERATIONS):
        gram = moved @ moved.transpose(1, 2)
        moved = a * moved + (b * gram + c * gram @ gram) @ moved
    return moved.transpose(1, 2) if tall else moved
