"""What the model is told of a turn: what the person is told, but always in English, whatever they speak.

A conversation reads the same to the model for everybody, as it was trained; the person reads their own language. So the
sentences of a turn are made twice, from the same calls: once for the message, once for the conversation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.handlers.calls import Outcome
from bot.words import ENGLISH, language, speaking

T = TypeVar("T")


def in_english(made: Callable[[], T]) -> T:
    """What `made` returns when English is spoken."""
    with speaking(ENGLISH):
        return made()


def told(outcomes: Sequence[Outcome], again: Callable[[], Sequence[Outcome]]) -> Sequence[Outcome]:
    """The outcomes as the model reads them; `again` makes them once more. What moved meanwhile stays as it was."""
    if language() == ENGLISH:
        return outcomes
    return [new if type(new) is type(old) else old for old, new in zip(outcomes, in_english(again), strict=True)]
