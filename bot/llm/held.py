"""Which sequence of the KV cache holds which tokens: a conversation goes on, others share its beginning."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Tokens = NDArray[np.int32]
_TURNED = 4
"""Tokens at a prompt's end that its conversation's next prompt may have otherwise: what opens the answer. Another
conversation differs earlier: by what is said, and how that ends."""


@dataclass
class Held:
    """One sequence: its tokens, how long its last prompt was, and when it was used (a count, not a time)."""

    number: int
    tokens: list[int] = field(default_factory=list)
    prompt: int = 0
    used: int = 0


@dataclass(frozen=True)
class Plan:
    """Where a prompt is to be computed: in `target`, after its first `shared` tokens, which `source` holds.

    `source` is `target` itself where a conversation goes on.
    """

    target: int
    source: int
    shared: int


class HeldSequences:
    """The sequences of a cache. One may be pinned: it is copied from, and never given away."""

    def __init__(self, count: int, *, whole: bool = False) -> None:
        """`whole` for a model that cannot go back a little: only a beginning that is all of a sequence is shared."""
        self._held = [Held(number) for number in range(count)]
        self._whole = whole
        self._uses = 0
        self.pinned: int | None = None

    def __getitem__(self, number: int) -> Held:
        return self._held[number]

    def plan(self, prompt: Sequence[int], busy: Collection[int], *, brief: bool = False) -> Plan | None:
        """The best place for a prompt; None while every sequence is busy.

        The last token of a prompt is always computed: its logits begin the answer. A `brief` one leaves a conversation
        its sequence, where there is another one: nothing will follow it.
        """
        free = [held for held in self._held if held.number not in busy and held.number != self.pinned]
        if not free:
            return None
        wanted = np.asarray(prompt[:-1], np.int32)
        shares = {held.number: self._shared(held, wanted) for held in self._held}
        source = max(self._held, key=lambda held: (shares[held.number], held in free, held.used))
        shared = shares[source.number]
        if source in free and shared >= max(source.prompt - _TURNED, 1) and not brief:
            return Plan(source.number, source.number, shared)
        others = [held for held in free if held is not source or not shared] or free
        target = min(others, key=lambda held: held.used)
        return Plan(target.number, source.number if shared else target.number, shared)

    def take(self, number: int, tokens: Sequence[int], prompt: int) -> None:
        """A sequence holds these tokens from now on, as the beginning of a prompt of this length."""
        self._uses += 1
        self._held[number] = Held(number, list(tokens), prompt, self._uses)

    def drop(self, number: int) -> None:
        """A sequence holds nothing."""
        self._held[number] = Held(number)

    def oldest(self, busy: Collection[int]) -> int | None:
        """The sequence that was not used for longest, of those that hold something and may be given away."""
        free = [h for h in self._held if h.tokens and h.number not in busy and h.number != self.pinned]
        return min(free, key=lambda held: held.used).number if free else None

    def _shared(self, held: Held, wanted: Tokens) -> int:
        length = min(len(held.tokens), len(wanted))
        differs = np.asarray(held.tokens[:length], np.int32) != wanted[:length]
        shared = int(differs.argmax()) if differs.any() else length
        return shared if not self._whole or shared == len(held.tokens) else 0
