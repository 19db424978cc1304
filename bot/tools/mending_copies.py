"""Where a copy goes: the "to" of "copy week 40 to week 41" is no range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.marks import days_named
from bot.tools.situation import Situation

_ONTO = re.compile(r"\s*(?:to|onto|into|vers|sur|à|a|au)\s+(?:the\s+|la\s+|le\s+)?(?=\S)", re.IGNORECASE)


def onto_other_days(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """Copies whose days begin with their source, as a range would: only what stands behind the "to" is filled."""
    return [_onto(call, situation) for call in calls]


def _onto(call: ToolCall, situation: Situation) -> ToolCall:
    source, dates = (str(call.arguments.get(name) or "").strip() for name in ("source", "dates"))
    if call.tool != "copy_entries" or not source or not dates.casefold().startswith(source.casefold()):
        return call
    onto = _ONTO.match(dates, len(source))
    if onto is None or not days_named(dates[onto.end() :], situation.today):
        return call
    return replace(call, arguments={**call.arguments, "dates": dates[onto.end() :]})
