"""What else a model may have meant by an answer with calls, found when somebody wants to know it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.errors import ModelError, ModelRefused
from bot.llm.certainty import Draft, alternatives, certainty_against
from bot.ports import ModelReply

_NEAR_STEPS = 4
"""Places of an answer at which another token is tried; each costs a few decode calls."""
_SURE = 0.999
"""Against an answer that is so certain another one is not looked at, whatever the first one lacks."""


@dataclass(frozen=True)
class OtherAnswers:
    """The other answers of one reply, computed once and only when they are asked for.

    `go_on` writes the rest of the answers that begin with these tokens (`bot.llm.certainty.alternatives`); `parse`
    reads one, and raises ModelRefused.
    """

    reply: ModelReply
    draft: Draft
    go_on: Callable[[Sequence[Sequence[int]]], Sequence[Draft | None]]
    parse: Callable[[Draft], ModelReply]

    def in_doubt(self, reply: ModelReply, certain: float) -> ModelReply:
        """The reply with those answers against which it is less certain than that. Raises ModelError."""
        near = tuple(other for certainty, other in self._ranked if certainty < certain)
        return replace(reply, others=near, certainty=self._ranked[0][0] if self._ranked else 1.0)

    def looked_at_again(self) -> list[ModelReply]:
        """All that may have been meant, the likeliest first; none where the engine cannot write them now: the reply
        stands without them."""
        try:
            return [other for certainty, other in self._ranked if certainty <= _SURE]
        except ModelError:
            return []

    @cached_property
    def _ranked(self) -> list[tuple[float, ModelReply]]:
        """Each with how certain the reply is against it."""
        found: dict[str, tuple[float, ModelReply]] = {_content(self.reply): (0.0, self.reply)}
        for other in alternatives(self.draft, self.go_on, _NEAR_STEPS):
            try:
                read = self.parse(other)
            except ModelRefused:
                continue
            content = _content(read)
            if content not in found or found[content][0] < other.chance:
                found[content] = other.chance, read
        del found[_content(self.reply)]
        ranked = sorted(found.values(), key=lambda pair: -pair[0])
        return [(certainty_against(self.draft.chance, chance), other) for chance, other in ranked]


def _content(reply: ModelReply) -> str:
    """What an answer comes to: its calls without their ids; all words are the same."""
    return json.dumps([[call.tool, dict(call.arguments)] for call in reply.calls], sort_keys=True)
