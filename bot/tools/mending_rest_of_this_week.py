"""The rest of this week beside other days of it (`bot.tools.rest_of_week`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.rest_of_week import REST, all_but
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES


def with_the_rest_of_this_week(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """The only call with the rest of the week, on all days that the other calls do not have: theirs are whole days."""
    dates = {id(call): str(call.arguments.get("dates") or "") for call in calls}
    rests = [call for call in calls if REST.fullmatch(dates[id(call)])]
    others = [call for call in calls if call not in rests]
    if len(rests) != 1 or not others or any(call.tool not in ADDING or REPLACES in call.arguments for call in calls):
        return list(calls)
    if any(call.arguments.get("percent") for call in others) or not all(dates[id(call)] for call in others):
        return list(calls)
    left = all_but([dates[id(call)] for call in others], situation.today)
    return [
        replace(call, arguments={**call.arguments, "dates": left}) if call in rests and left else call for call in calls
    ]
