"""Makes a trained model larger without changing what it says, so that training goes on with more room.

New blocks are copies of trained ones whose outputs are zero (Wu et al., "LLaMA Pro: Progressive LLaMA with Block
Expansion", 2024), and new units of a feed-forward layer are random ones that nothing reads yet (after Chen et al.,
"Net2Net", 2016): both add nothing until training moves them.
"""

from dataclasses import replace

import torch
from torch import Tensor

from training.model import Llama

DEVIATION = 0.04
"""Of new units, as in `training.model`."""


def grown(model: Llama, layers: int, hidden: int) -> Llama:
    """The same function with `layers` blocks and `hidden` units in each. ValueError when it would have to shrink."""
    shape = model.shape
    added = layers - shape.layers
    if added < 0 or hidden < shape.hidden or added > shape.layers:
        raise ValueError(f"{shape.layers} blocks of {shape.hidden} units cannot grow to {layers} of {hidden}")
    larger = Llama(replace(shape, layers=layers, hidden=hidden))
    weights = {name: weight for name, weight in model.state_dict().items() if not name.startswith("blocks.")}
    place = 0
    for number in range(shape.layers):
        prefix = f"blocks.{number}."
        block = {n.removeprefix(prefix): w for n, w in model.state_dict().items() if n.startswith(prefix)}
        wide = {name: _widened(name, weight, hidden) for name, weight in block.items()}
        weights |= {f"blocks.{place}.{name}": weight for name, weight in wide.items()}
        place += 1
        if (number + 1) * added // shape.layers > number * added // shape.layers:
            weights |= {f"blocks.{place}.{name}": _silent(name, weight) for name, weight in wide.items()}
            place += 1
    larger.load_state_dict(weights)
    return larger


def _widened(name: str, weight: Tensor, hidden: int) -> Tensor:
    """A weight of a block with more units: random rows for what feeds them, zeros for what reads them."""
    if name in ("gate.weight", "up.weight"):
        new = torch.empty(hidden - len(weight), weight.shape[1])
        return torch.cat((weight, torch.nn.init.normal_(new, std=DEVIATION)))
    if name == "down.weight":
        return torch.cat((weight, torch.zeros(len(weight), hidden - weight.shape[1])), 1)
    return weight.clone()


def _silent(name: str, weight: Tensor) -> Tensor:
    """A weight of a copied block that adds nothing."""
    return torch.zeros_like(weight) if name in ("output.weight", "down.weight") else weight.clone()
