"""An absence on the days that something else leaves out: "apollo all week except wednesday when i was off sick".

A model often copies the days to the project only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.tools.excepted import excepted
from bot.tools.marks import days_named
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places


def with_excepted_days(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The only absence that has no days of its own gets those of the only exception, where its reason is said right
    behind."""
    bare_calls = [call for call in calls if _lacks_days(call, calls, text, situation)]
    if len(bare_calls) != 1:
        return calls
    days, reason = excepted(text, situation)
    if not days or reason != bare_calls[0].arguments["reason"]:
        return calls
    found = replace(bare_calls[0], arguments={**bare_calls[0].arguments, "dates": days})
    return [found if call is bare_calls[0] else call for call in calls]


def _lacks_days(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> bool:
    """True for an absence without days, with none that can be read ("that day"), or with those of other work, which
    were said only once."""
    dates = str(call.arguments.get("dates") or "")
    if call.tool != "add_absence" or not call.arguments.get("reason") or call.arguments.get(REPLACES):
        return False
    others = [str(other.arguments.get("dates") or "") for other in calls if other is not call]
    borrowed = dates in others and len(places(dates, text)) < 2 and not call.arguments.get("percent")
    return not days_named(dates, situation.today) or borrowed
