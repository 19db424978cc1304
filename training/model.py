"""A llama-architecture decoder in PyTorch, small enough to be trained on a laptop's processor.

RoPE turns the halves of a head (dimension i with i + d/2); the export reorders the rows to the neighbouring pairs that
llama.cpp expects. The embedding is also the output matrix.
"""

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Shape:
    """The sizes of a model."""

    vocabulary: int
    width: int = 256
    layers: int = 6
    heads: int = 4
    hidden: int = 704
    context: int = 2048
    rope_base: float = 10000.0
    epsilon: float = 1e-5
    groups: int = 1
    """Heads of queries that share one head of keys and values."""
    kept: int = 0
    """The last so many rows of the embedding stay as they are: a pretrained model's words, also those not met here."""

    @property
    def head_width(self) -> int:
        """Dimensions of one attention head."""
        return self.width // self.heads

    def heads_of(self, part: str) -> int:
        """How many heads a block's part has that the rotary embedding turns; 0 for every other part."""
        return {"query": self.heads, "key": self.heads // self.groups}.get(part, 0)

    def as_dict(self) -> dict[str, Any]:
        """The fields, for a checkpoint."""
        return asdict(self)


class Block(nn.Module):
    """Attention, then a gated feed-forward layer, each on a normalised copy of the stream."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.groups = shape.heads, shape.groups
        shared = shape.width // shape.groups
        self.attention_norm = nn.RMSNorm(shape.width, shape.epsilon)
        self.query = nn.Linear(shape.width, shape.width, bias=False)
        self.key = nn.Linear(shape.width, shared, bias=False)
        self.value = nn.Linear(shape.width, shared, bias=False)
        self.output = nn.Linear(shape.width, shape.width, bias=False)
        self.forward_norm = nn.RMSNorm(shape.width, shape.epsilon)
        self.gate = nn.Linear(shape.width, shape.hidden, bias=False)
        self.up = nn.Linear(shape.width, shape.hidden, bias=False)
        self.down = nn.Linear(shape.hidden, shape.width, bias=False)

    def attend(self, stream: Tensor, cosine: Tensor, sine: Tensor, mask: Tensor) -> Tensor:
        """The stream (batch, length, width) after attention."""
        batch, length, width = stream.shape
        heads = (batch, length, -1, width // self.heads)
        normed = self.attention_norm(stream)
        # Turned together: of keys turned alone torch 2.13's compiler made gradients that are no numbers.
        both = torch.cat((self.query(normed).view(heads), self.key(normed).view(heads)), 2).transpose(1, 2)
        query, key = _turn(both, cosine, sine).split((self.heads, self.heads // self.groups), 1)
        key = key.repeat_interleave(self.groups, 1)
        value = self.value(normed).view(heads).transpose(1, 2).repeat_interleave(self.groups, 1)
        # For rows this short, writing the scores out is twice as fast as the fused kernel on a processor.
        scores = (query @ key.transpose(2, 3)).float() * (width // self.heads) ** -0.5 + mask
        mixed = scores.softmax(3).to(value.dtype) @ value
        added: Tensor = self.output(mixed.transpose(1, 2).reshape(batch, length, width))
        return stream + added

    def feed(self, stream: Tensor) -> Tensor:
        """The stream after the feed-forward layer."""
        normed = self.forward_norm(stream)
        added: Tensor = self.down(functional.silu(self.gate(normed)) * self.up(normed))
        return stream + added

    def forward(self, stream: Tensor, cosine: Tensor, sine: Tensor, mask: Tensor) -> Tensor:
        """Both halves of the block."""
        return self.feed(self.attend(stream, cosine, sine, mask))


class Rows(nn.Module):
    """The embedding, which is also the output matrix: rows that learn, and after them those that are kept."""

    kept: Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(shape.vocabulary - shape.kept, shape.width))
        self.register_buffer("kept", torch.zeros(shape.kept, shape.width))

    @property
    def whole(self) -> Tensor:
        """All rows (vocabulary, width)."""
        return torch.cat((self.weight, self.kept))

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of these tokens."""
        learning = len(self.weight)
        if not len(self.kept):
            return functional.embedding(ids, self.weight)
        changed = functional.embedding(ids.clamp(max=learning - 1), self.weight)
        same = functional.embedding((ids - learning).clamp(min=0), self.kept)
        return torch.where((ids < learning)[..., None], changed, same)

    def scores(self, stream: Tensor, among: Tensor | None = None) -> Tensor:
        """How well tokens fit the stream (places, width): every token, or of the kept ones only those `among`."""
        kept = self.kept if among is None else self.kept[among]
        return torch.cat((functional.linear(stream, self.weight), functional.linear(stream, kept)), 1)


class Llama(nn.Module):
    """The whole model."""

    cosine: Tensor
    sine: Tensor

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = Rows(shape)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.width, shape.epsilon)
        half = torch.arange(0, shape.head_width, 2, dtype=torch.float32) / shape.head_width
        angles = torch.outer(torch.arange(shape.context, dtype=torch.float32), shape.rope_base**-half)
        self.register_buffer("cosine", torch.cat((angles, angles), 1).cos(), persistent=False)
        self.register_buffer("sine", torch.cat((-angles, angles), 1).sin(), persistent=False)
        self._initialise()

    def _initialise(self) -> None:
        deviation = 0.02
        nn.init.normal_(self.embedding.weight, std=deviation)
        for name, weight in self.blocks.named_parameters():
            if weight.ndim == 2:
                last = name.endswith(("output.weight", "down.weight"))
                nn.init.normal_(weight, std=deviation / (2 * self.shape.layers) ** 0.5 if last else 0.04)

    def forward(self, ids: Tensor, wanted: Tensor, among: Tensor | None = None) -> Tensor:
        """Scores for the token after each wanted place; places count through the flattened ids (batch, length).

        `among`: of the tokens whose rows are kept, score only these.
        """
        length = ids.shape[1]
        cosine, sine = self.cosine[:length], self.sine[:length]
        mask = torch.full((length, length), -torch.inf, device=ids.device).triu(1)
        stream = self.embedding(ids)
        for block in self.blocks[:-1]:
            stream = block(stream, cosine, sine, mask)
        last = self.blocks[-1]
        assert isinstance(last, Block)
        stream = last.attend(stream, cosine, sine, mask).flatten(0, 1)[wanted]
        return self.embedding.scores(self.norm(last.feed(stream)), among)


def _turn(heads: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Rotary embedding of (batch, heads, length, head width)."""
    first, second = heads.chunk(2, dim=-1)
    cosine, sine = cosine.to(heads.dtype), sine.to(heads.dtype)
    return heads * cosine + torch.cat((second, first), dim=-1) * sine
