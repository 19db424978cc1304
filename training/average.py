"""Mixes a training with the released model that it began with: `python -m training.average NEW.pt OLD.gguf MIXED.pt`.

A training on other sentences learns them and forgets a little; the mean of the weights before and after keeps more of
both than either (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022). Several trainings that began with
the same file count as their mean (Wortsman et al., "Model soups", 2022): each can have a processor core of its own. It
only makes sense between neighbours: trainings with `--start` and the file that they started from. The mixed model is
validated and exported as any other.
"""

import argparse
from collections.abc import Sequence
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


def together(states: Sequence[State]) -> State:
    """The mean of trainings that began with the same model, with an account of all of them.

    ValueError when they are no neighbours: other shapes, or another tokenizer.
    """
    first = states[0]
    if any(s.model.shape != first.model.shape or s.tokenizer.to_str() != first.tokenizer.to_str() for s in states):
        raise ValueError("the trainings have other shapes or tokenizers: they did not begin with the same model")
    weights = [state.model.state_dict() for state in states]
    first.model.load_state_dict({name: sum(each[name] for each in weights) / len(weights) for name in weights[0]})
    added = ("steps", "seconds", "tokens", "learnt_tokens", "dialogues")
    summed = {name: sum(getattr(state.account, name) for state in states) for name in added}
    return State(first.model, first.tokenizer, replace(first.account, **summed, validation={}))


def grown_alike(model: Llama, shape: Shape) -> Llama:
    """The model with as many blocks as the shape has; as it is where that is not all that differs."""
    differs_in_blocks = shape.layers > model.shape.layers and replace(model.shape, layers=shape.layers) == shape
    return grown(model, shape.layers, shape.hidden) if differs_in_blocks else model


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("new", type=Path, nargs="+", help="a checkpoint, or several that began with the same file")
    parser.add_argument("old", type=Path, help="the F16 file that its training started from")
    parser.add_argument("into", type=Path, help="the checkpoint to write")
    parser.add_argument("--share", type=float, default=0.5, help="how much of the new one")
    options = parser.parse_args()
    new = together([load(path) for path in options.new])
    save(options.into, mixed(new, restore(options.old), options.share))


if __name__ == "__main__":
    main()
