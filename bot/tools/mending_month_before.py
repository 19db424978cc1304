"""Numbers behind the month that something else of the message has: "gull all of november, sick on the 20th"; or that
heads it: "november: gull 2-6, vela 9-13".

A number alone would be a day of this month, and on the first days of a month people report the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Month
from bot.tools.asides import said_besides
from bot.tools.marks import days_named
from bot.tools.month_before import of_the_month, only_month
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places

_FRIDAY = 4


def with_the_month_before(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Each call on bare numbers, in the only month that the message names before them."""
    named = only_month(text)
    if named is None:
        return list(calls)
    month = _month_of(named, calls, text, situation)
    if month is None:
        return list(calls)
    return [_within(call, named, month, text, situation) for call in calls]


def _month_of(named: re.Match[str], calls: Sequence[ToolCall], text: str, situation: Situation) -> Month | None:
    """The month that another call's days lie in, or that heads the message; None where it is said of anything else."""
    others = [call for call in calls if places(named.group(), str(call.arguments.get("dates") or ""))]
    if not others and said_besides(text[: named.start()]):
        return None
    phrases = [str(call.arguments["dates"]) for call in others] or [named.group()]
    months = {Month.of(day) for phrase in phrases for day in days_named(phrase, situation.today)}
    return months.pop() if len(months) == 1 else None


def _within(call: ToolCall, named: re.Match[str], month: Month, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call.tool not in ADDING or call.arguments.get(REPLACES):
        return call
    within = of_the_month(dates, named, text)
    days, alone = days_named(within, situation.today) if within else (), days_named(dates, situation.today)
    if not days or {Month.of(day) for day in days} != {month}:
        return call
    if all(day.weekday() > _FRIDAY for day in days) and any(day.weekday() <= _FRIDAY for day in alone):
        return call  # a weekend there: it is this month after all
    return replace(call, arguments={**call.arguments, "dates": within})
