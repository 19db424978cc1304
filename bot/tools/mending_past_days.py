"""Days that are over: "i was sick thursday", said on a Monday, is no day that is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.conversation import ToolCall
from bot.phrases import is_weekdays
from bot.tools.grounding import without_names
from bot.tools.marks import days_named
from bot.tools.past_days import OVER, is_over, is_plan, spans_over
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import stands

_TOO = re.compile(r"\b(?:too|also|as well|aussi|pareil|same)\b", re.IGNORECASE)
_A_WEEK = timedelta(days=7)


def with_days_that_are_over(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Each new call on weekdays that the words say are over, on those of last week; and what is said after that of a
    line that waits there. None of them where another call has one of these days within its own of this week.

    Days that a waiting line has, or leaves out, are that line's: it is what the words are about.
    """
    bare = without_names(text, situation.ledger.projects(), situation.today)
    over = [call for call in calls if _is_over(call, bare, situation)]
    others = [_days(call, situation) for call in calls if call not in over]
    if any(
        days and min(days) <= day <= max(days) for days in others for call in over for day in _days(call, situation)
    ):
        return list(calls)
    return [
        replace(call, arguments={**call.arguments, "dates": f"{call.arguments['dates']} {OVER}"})
        if call in over
        else call
        for call in calls
    ]


def _days(call: ToolCall, situation: Situation) -> tuple[date, ...]:
    return days_named(str(call.arguments.get("dates") or ""), situation.today)


def _is_over(call: ToolCall, bare: str, situation: Situation) -> bool:
    dates, days = str(call.arguments.get("dates") or ""), set(_days(call, situation))
    if call.tool not in ADDING or not is_weekdays(dates) or not days:
        return False
    if set(days_named(f"{dates} {OVER}", situation.today)) != {day - _A_WEEK for day in days}:
        return False  # not every list is read so
    waiting = {day for line in situation.pending for day in line.change.days}
    phrases = [line.phrases.get("dates", "") for line in situation.pending]
    if waiting & days or stands(dates, [phrase for phrase in phrases if not phrase.endswith(OVER)]):
        return False
    if not call.arguments.get(REPLACES) and is_over(dates, bare, situation.today):
        return True
    return _is_of_what_waits(days, waiting, bare, situation)


def _is_of_what_waits(days: set[date], waiting: set[date], bare: str, situation: Situation) -> bool:
    """ "Oops, it was vela friday", "thursday too": of a line that was put on last week because it was over."""
    week_before = {day - _A_WEEK for day in days}
    if not waiting or min(days) <= situation.today or is_plan(bare) or not _is_told(situation):
        return False
    monday = min(week_before) - timedelta(days=min(week_before).weekday())
    if not all(monday <= day < monday + _A_WEEK for day in waiting):
        return False
    return week_before <= waiting or bool(_TOO.search(bare))


def _is_told(situation: Situation) -> bool:
    """True where one of the earlier messages speaks of weekdays that are over."""
    names = situation.ledger.projects()
    earlier = (without_names(text, names, situation.today) for text in situation.said[:-1])
    return any(spans_over(text, situation.today) for text in earlier)
