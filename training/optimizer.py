"""How the weights move: Muon for the matrices of the blocks, AdamW for the embedding and the norms."""

from collections.abc import Iterable

from torch import Tensor, nn, optim

from training.model import Llama
from training.muon import Muon

DECAY = 0.2
"""The last share of the time, in which the steps shrink to nothing, where nobody says otherwise."""
WARM_UP = 60
"""Steps until the first full-size one."""


class Optimizer:
    """Both optimizers, with one learning-rate factor."""

    def __init__(self, model: Llama, matrix_rate: float, vector_rate: float, weight_decay: float = 0.05) -> None:
        matrices = [weight for weight in model.blocks.parameters() if weight.ndim == 2]
        chosen = {id(weight) for weight in matrices}
        others: Iterable[nn.Parameter] = [weight for weight in model.parameters() if id(weight) not in chosen]
        self._parts: list[tuple[optim.Optimizer, float]] = [
            (Muon(matrices, matrix_rate, weight_decay), matrix_rate),
            (optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.0, fused=True), vector_rate),
        ]
        self._model = model

    def step(self, factor: float) -> Tensor:
        """Clip, move by `factor` of the full rate, and forget the gradients; answers the gradient's norm."""
        norm = nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        for part, rate in self._parts:
            for group in part.param_groups:
                group["lr"] = rate * factor
            part.step()
            part.zero_grad(set_to_none=True)
        return norm

    def state(self) -> list[dict[str, object]]:
        """What a checkpoint keeps."""
        return [part.state_dict() for part, _ in self._parts]

    def restore(self, states: list[dict[str, object]]) -> None:
        """Go on from a checkpoint."""
        for (part, _), state in zip(self._parts, states, strict=True):
            part.load_state_dict(state)


def rate_factor(step: int, spent: float, budget: float, decay: float = DECAY) -> float:
    """Warm-up by steps, then full size, then down to nothing in the last part of the budget (both in one unit)."""
    warm = min(1.0, (step + 1) / WARM_UP)
    left = max(0.0, 1.0 - spent / budget)
    return warm * min(1.0, left / decay)
