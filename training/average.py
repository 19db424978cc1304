"""Mixes a training with the released model that it began with: `python -m training.average NEW.pt OLD.gguf MIXED.pt`.

A training on other sentences learns them and forgets a little; the mean of the weights before and after keeps more of
both than either (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022). It only makes sense between
neighbours: a training with `--start` and the file that it started from. The mixed model is validated and exported as
any other.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from training.checkpoint import State, load, save
from training.growing import grown
from training.model import Llama, Shape
from training.restore import restore


def mixed(new: State, old: State, share: float) -> State:
    """The model with `share` (0 to 1) of the new weights, and the rest of the old ones.

    An old one with fewer blocks is grown first, as the training did that began with it. ValueError when they are no
    neighbours: other shapes, or another tokenizer.
    """
    begun = grown_alike(old.model, new.model.shape)
    if new.model.shape != begun.shape or new.tokenizer.to_str() != old.tokenizer.to_str():
        raise ValueError("the two models have other shapes or tokenizers: neither began with the other")
    before = begun.state_dict()
    weights = {name: share * weight + (1 - share) * before[name] for name, weight in new.model.state_dict().items()}
    new.model.load_state_dict(weights)
    told = f"{new.account.machine}; then averaged with what it began with, {share:.0%} of the new weights"
    return State(
        new.model, new.tokenizer, replace(new.account, machine=told, validation={})
    )  # that was another model's


def grown_alike(model: Llama, shape: Shape) -> Llama:
    """The model with as many blocks as the shape has; as it is where that is not all that differs."""
    differs_in_blocks = shape.layers > model.shape.layers and replace(model.shape, layers=shape.layers) == shape
    return grown(model, shape.layers, shape.hidden) if differs_in_blocks else model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("new", type=Path, help="a checkpoint")
    parser.add_argument("old", type=Path, help="the F16 file that its training started from")
    parser.add_argument("into", type=Path, help="the checkpoint to write")
    parser.add_argument("--share", type=float, default=0.5, help="how much of the new one")
    options = parser.parse_args()
    save(options.into, mixed(load(options.new), restore(options.old), options.share))


if __name__ == "__main__":
    main()
