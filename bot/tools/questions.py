"""How a question is put: with buttons, of which there is room for few, or with the candidates named in words."""

from __future__ import annotations

from bot.tools.situation import Unclear
from bot.words import say


def with_buttons(unclear: Unclear) -> tuple[str, tuple[str, ...]]:
    """The question and its buttons; what there is no button for is counted, so that nobody takes it for missing."""
    left = len(unclear.choices) - unclear.most
    more = [say("choices-more", count=left)] if left > 0 else []
    return " ".join([unclear.question, *more]), unclear.choices[: unclear.most]


def in_words(unclear: Unclear) -> str:
    """The question beside others: a button would not say which one it answers."""
    if not unclear.between:
        return unclear.question
    return f"{unclear.question} {_named(unclear.choices, unclear.most)}"


def _named(choices: tuple[str, ...], most: int) -> str:
    left = len(choices) - most
    if left > 0:
        return say("choices-named-more", named=", ".join(choices[:most]), count=left)
    return say("choices-named", others=", ".join(choices[:-1]), last=choices[-1])
