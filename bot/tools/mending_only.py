"""An amount that limits what its own sentence says: "Today: Rose, but only this morning."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places

_SENTENCE = re.compile(r"(?<=[.!?;\n])(?=\s)")
_ONLY = re.compile(
    r"\b(?:but |mais )?(?:only|just|seulement|juste|que)(?: for| in| the| le| la| l['’]| pour)*\s*$", re.IGNORECASE
)


def with_amounts_that_limit(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """Calls without an amount take the only one of the sentence in which they stand alone, behind an "only"."""
    sentences = [text] if len(calls) == 1 else _SENTENCE.split(text)
    return [_limited(call, calls, sentences) for call in calls]


def _limited(call: ToolCall, calls: Sequence[ToolCall], sentences: Sequence[str]) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call.tool not in ADDING or not dates or call.arguments.get("percent") or call.arguments.get(REPLACES):
        return call
    own = [sentence for sentence in sentences if places(dates, sentence)]
    others = [str(other.arguments.get("dates") or "") for other in calls if other is not call]
    if len(own) != 1 or any(other and places(other, own[0]) for other in others):
        return call
    amounts = amounts_in(own[0])
    found = places(amounts[0], own[0]) if len(amounts) == 1 else []
    if len(found) != 1 or "?" in own[0] or not _ONLY.search(_before(amounts[0], own[0], found[0][0])):
        return call
    return replace(call, arguments={**call.arguments, "percent": amounts[0]})


def _before(amount: str, sentence: str, start: int) -> str:
    """What stands before the amount, with an "only" that is part of it."""
    return f"{sentence[:start]}only" if amount.casefold().startswith("only ") else sentence[:start]
