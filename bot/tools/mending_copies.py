"""Where a copy goes: the "to" of "copy week 40 to week 41" is no range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.marks import days_named
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

OF_DAYS = ("add_activities", "add_absence")
_ONTO = re.compile(r"\s*(?:to|onto|into|vers|sur|à|a|au)\s+(?:the\s+|la\s+|le\s+)?(?=\S)", re.IGNORECASE)


def from_the_card(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """A copy of a day that so far only stands on the card: what waits for that day, once more on the other days."""
    return [made for call in calls for made in _as_on_the_card(call, situation)]


def _as_on_the_card(call: ToolCall, situation: Situation) -> list[ToolCall]:
    source = days_named(str(call.arguments.get("source") or ""), situation.today)
    dates = str(call.arguments.get("dates") or "")
    if call.tool != "copy_entries" or len(source) != 1 or not dates or call.arguments.get(REPLACES):
        return [call]
    if situation.ledger.entries(situation.email, source[0], source[0]):
        return [call]
    lines = [line for line in situation.pending if line.tool in OF_DAYS and source[0] in line.change.days]
    return [
        replace(call, id=f"{call.id}-{n}", tool=line.tool, arguments={**line.phrases, "dates": dates})
        for n, line in enumerate(lines)
    ] or [call]


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
