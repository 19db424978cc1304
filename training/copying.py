"""Starts a model with the circuit that copies, instead of waiting for it to emerge from millions of tokens.

Two layers do it, as found in trained transformers (Olsson et al., "In-context Learning and Induction Heads", 2022): in
`EARLIER` two heads look at the token before and note what it is; in `LATER` all heads look for places whose note is the
token at hand, and copy what stands there. It is only where training begins: every weight stays free to change. Before
any training, such a model continues a repeated piece of random tokens rightly 93 times of 100.
"""

import math

import torch
from torch import Tensor

from training.model import Block, Llama

EARLIER, LATER = 0, 2
NOTE = 32
"""Dimensions of one note: those of a head that the rotary embedding hardly turns within a hundred tokens."""
DEVIATION = 0.04
"""Of the numbers in the embedding."""
CONSTANT = 6.0
"""The first number of every embedding, in deviations of the others: something a head can rely on."""
NOTED, COPIED = 2.0, 4.0
"""How strongly notes and copies are written, in deviations."""
BACK, MATCH = 18.0, 1.5
"""How sharply heads look at the token before, and for a note."""


@torch.no_grad()
def implant(model: Llama) -> None:
    """Set the embedding and the attention of two blocks; the other blocks add nothing yet."""
    width, notes = model.shape.width, 2 * NOTE
    token, note = slice(1, width - notes), slice(width - notes, width)
    generator = torch.Generator().manual_seed(11)
    torch.nn.init.normal_(model.embedding.weight, std=DEVIATION, generator=generator)
    model.embedding.weight[:, 0] = CONSTANT * DEVIATION
    model.embedding.weight[:, note] = 0
    for name, weight in model.blocks.named_parameters():
        if name.endswith(("output.weight", "down.weight")):
            weight.zero_()
    earlier, later = model.blocks[EARLIER], model.blocks[LATER]
    assert isinstance(earlier, Block)
    assert isinstance(later, Block)
    directions = torch.linalg.qr(torch.randn(width - notes - 1, width - notes - 1, generator=generator))[0]
    for number in range(2):
        _look_back(earlier, number, model.shape.rope_base)
        _write_note(earlier, number, token, note.start + number * NOTE, directions)
    for number in range(model.shape.heads):
        which = number * 2 // model.shape.heads
        _look_for_note(later, number, token, note.start + which * NOTE, directions[which * NOTE : (which + 1) * NOTE])
        _copy(later, number, token, directions)


def _look_back(block: Block, number: int, base: float) -> None:
    """Queries and keys, from the constant alone, that agree best at a distance of one token."""
    rows = _rows(block, number)
    width = len(rows)
    angles = base ** (-torch.arange(0, width, 2, dtype=torch.float32) / width)
    strength = torch.where(torch.arange(width // 2) < 10, 1.0, 0.1)
    constant = CONSTANT / math.sqrt(1 + CONSTANT**2 / block.query.weight.shape[1])
    block.query.weight[rows] = 0
    block.key.weight[rows] = 0
    block.query.weight[rows, 0] = torch.cat((strength, torch.zeros(width // 2))) * 3 / constant
    block.key.weight[rows, 0] = torch.cat((strength * angles.cos(), strength * angles.sin())) * BACK / constant


def _write_note(block: Block, number: int, token: slice, place: int, directions: Tensor) -> None:
    """Carry some directions of the token over to a place that embeddings leave empty."""
    rows = _rows(block, number)
    block.value.weight[rows] = 0
    block.value.weight[rows[:NOTE], token] = directions[number * NOTE : (number + 1) * NOTE]
    block.output.weight[range(place, place + NOTE), rows[:NOTE]] = NOTED * DEVIATION


def _look_for_note(block: Block, number: int, token: slice, place: int, directions: Tensor) -> None:
    """Queries made of the token at hand, keys made of the note about the token before."""
    rows = _rows(block, number)
    half = len(rows) // 2
    slow = [*rows[half - NOTE // 2 : half], *rows[len(rows) - NOTE // 2 :]]
    block.query.weight[rows] *= 0.1
    block.key.weight[rows] *= 0.1
    block.query.weight[slow, token] = MATCH * directions
    block.key.weight[slow, range(place, place + NOTE)] = MATCH


def _copy(block: Block, number: int, token: slice, directions: Tensor) -> None:
    """Add this head's share of the token that it looks at to the prediction."""
    rows = _rows(block, number)
    share = len(directions) // block.heads
    part = directions[number * share : (number + 1) * share]
    block.value.weight[rows] = 0
    block.value.weight[rows[:share], token] = part
    block.output.weight[token, rows[:share]] = COPIED * DEVIATION * part.T


def _rows(block: Block, number: int) -> list[int]:
    """The rows of one head."""
    width = block.query.weight.shape[0] // block.heads
    return list(range(number * width, (number + 1) * width))
