"""An absence on the days that something else leaves out: "apollo all week except wednesday when i was off sick".

A model often copies the days to the project only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.excepted import excepted
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES


def with_excepted_days(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The only absence that has no days gets those of the only exception, where its reason is said right behind."""
    bare_calls = [call for call in calls if _lacks_days(call)]
    if len(bare_calls) != 1:
        return calls
    days, reason = excepted(text, situation)
    if not days or reason != bare_calls[0].arguments["reason"]:
        return calls
    found = replace(bare_calls[0], arguments={**bare_calls[0].arguments, "dates": days})
    return [found if call is bare_calls[0] else call for call in calls]


def _lacks_days(call: ToolCall) -> bool:
    arguments = call.arguments
    return (
        call.tool == "add_absence"
        and bool(arguments.get("reason"))
        and not arguments.get("dates")
        and not arguments.get(REPLACES)
    )
