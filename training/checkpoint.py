"""What is kept of a training: weights, optimizer, tokenizer and the account of what was done."""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.model import Llama, Shape


@dataclass
class Account:
    """What a training has done so far; it ends up in the model file's metadata."""

    steps: int = 0
    seconds: float = 0.0
    tokens: int = 0
    learnt_tokens: int = 0
    released_tokens: int = 0
    """Tokens of earlier trainings, when this one began with a released model."""
    base: str = ""
    """What of which other model this one began with; nothing for one that was trained from random numbers."""
    kept: int = 0
    """`Shape.kept`, which a GGUF has no other place for."""
    dialogues: int = 0
    seed: int = 1
    machine: str = ""
    validation: dict[str, float] = field(default_factory=dict)


@dataclass
class State:
    """A model with its tokenizer, ready to go on or to be exported."""

    model: Llama
    tokenizer: Tokenizer
    account: Account
    optimizer: list[dict[str, Any]] | None = None


def save(path: Path, state: State) -> None:
    """Write a checkpoint; a crash in the middle leaves the one before."""
    content = {
        "shape": state.model.shape.as_dict(),
        "weights": state.model.state_dict(),
        "tokenizer": state.tokenizer.to_str(),
        "account": asdict(state.account),
        "optimizer": state.optimizer,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    torch.save(content, unfinished)
    unfinished.replace(path)


def load(path: Path) -> State:
    """Read a checkpoint."""
    content = torch.load(path, map_location="cpu", weights_only=True)
    model = Llama(Shape(**content["shape"]))
    model.load_state_dict(content["weights"])
    return State(model, Tokenizer.from_str(content["tokenizer"]), Account(**content["account"]), content["optimizer"])
