"""Starts a model with the circuit that copies, instead of waiting for it to emerge from millions of tokens.

Two layers do it, as found in trained transformers (Olsson et al., "In-context Learning and Induction Heads", 2022): in
`EARLIER` two heads look at the token before and note it; in `LATER` four heads look for places whose note is the token
at hand, and copy what stands there. All of it is only where training begins; every weight stays free to change.
"""

import math

import torch

from training.model import Block, Llama

EARLIER, LATER = 0, 2
NOTE = 32
"""Dimensions of a note for one later head: those that the rotary embedding hardly turns within a hundred tokens."""
CONSTANT = 6.0
"""The first dimension of every embedding, in standard deviations of the others: something a head can rely on."""
DEVIATION = 0.04


@torch.no_grad()
def implant(model: Llama) -> None:
    """Set the embedding, and the heads of two blocks."""
    shape = model.shape
    generator = torch.Generator().manual_seed(11)
    words = shape.width - 2 * NOTE - 1
    basis = torch.linalg.qr(torch.randn(words, words, generator=generator))[0]
    token, note = slice(1, 1 + words), slice(1 + words, shape.width)
    torch.nn.init.normal_(model.embedding.weight, std=DEVIATION, generator=generator)
    model.embedding.weight[:, 0] = CONSTANT * DEVIATION
    model.embedding.weight[:, note] = 0
    for name, weight in model.blocks.named_parameters():
        if name.endswith(("output.weight", "down.weight")):
            weight.zero_()
    earlier, later = model.blocks[EARLIER], model.blocks[LATER]
    assert isinstance(earlier, Block)
    assert isinstance(later, Block)
    width = shape.head_width
    constant = CONSTANT / math.sqrt(1 + CONSTANT**2 / shape.width)
    for head in range(2):
        rows = slice(head * width, (head + 1) * width)
        _look_back(earlier, rows, shape.rope_base, constant)
        earlier.value.weight[rows] = 0
        earlier.value.weight[rows.start : rows.start + NOTE, token] = basis[head * NOTE : (head + 1) * NOTE]
        places = range(note.start + head * NOTE, note.start + (head + 1) * NOTE)
        earlier.output.weight[places, range(rows.start, rows.start + NOTE)] = 2.0 * DEVIATION
    half = width // 2
    slow = [*range(half - NOTE // 2, half), *range(width - NOTE // 2, width)]
    for head in range(shape.heads):
        rows = slice(head * width, (head + 1) * width)
        half_of_heads = head * 2 // shape.heads
        later.query.weight[rows] *= 0.1
        later.key.weight[rows] *= 0.1
        wanted = [rows.start + dimension for dimension in slow]
        later.query.weight[wanted, token] = K1 * basis[half_of_heads * NOTE : (half_of_heads + 1) * NOTE]
        places = range(note.start + half_of_heads * NOTE, note.start + (half_of_heads + 1) * NOTE)
        later.key.weight[wanted, places] = K1
        share = words // shape.heads
        part = basis[head * share : (head + 1) * share]
        later.value.weight[rows] = 0
        later.value.weight[rows.start : rows.start + share, token] = part
        later.output.weight[token, rows.start : rows.start + share] = 4.0 * DEVIATION * part.T


def _look_back(block: Block, rows: slice, base: float, constant: float) -> None:
    """Queries and keys that agree best at a distance of one."""
    width = rows.stop - rows.start
    half = width // 2
    angles = base ** (-torch.arange(0, width, 2, dtype=torch.float32) / width)
    strength = torch.where(torch.arange(half) < 10, 3.0, 0.3)
    query = torch.cat((strength, torch.zeros(half)))
    key = torch.cat((strength * angles.cos(), strength * angles.sin()))
    block.query.weight[rows] = 0
    block.key.weight[rows] = 0
    block.query.weight[rows, 0] = query / constant
    block.key.weight[rows, 0] = key * SHARP / constant


SHARP = 6.0

K1 = 1.5
