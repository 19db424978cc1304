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
from bot.tools.past_days import OVER, is_over, spans_over
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import stands

_TOO = re.compile(r"\b(?:too|also|as well|aussi|pareil|same)\b|^\W*(?:and|et|plus)\b", re.IGNORECASE)
_A_WEEK = timedelta(days=7)


def with_days_that_are_over(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """Each new call on weekdays that the words say are over, on those of last week; and what is said after that of a
    line that waits there.

    Days that a waiting line has, or leaves out, are that line's: it is what the words are about.
    """
    bare = without_names(text, situation.ledger.projects(), situation.today)
    return tuple(
        replace(call, arguments={**call.arguments, "dates": f"{call.arguments['dates']} {OVER}"})
        if _is_over(call, bare, situation)
        else call
        for call in calls
    )


def _is_over(call: ToolCall, bare: str, situation: Situation) -> bool:
    dates, today = str(call.arguments.get("dates") or ""), situation.today
    if call.tool not in (*ADDING, "delete_entries") or not is_weekdays(dates):
        return False
    days = set(days_named(dates, today))
    waiting = {day for line in situation.pending for day in line.change.days}
    phrases = [line.phrases.get("dates", "") for line in situation.pending]
    if waiting & days or stands(dates, [phrase for phrase in phrases if not phrase.endswith(OVER)]):
        return False
    if not call.arguments.get(REPLACES) and is_over(dates, bare, today):
        return True
    return _is_of_what_waits(days, waiting, bare, situation)


def _is_of_what_waits(days: set[date], waiting: set[date], bare: str, situation: Situation) -> bool:
    """ "Oops, it was vela friday", "and thursday too": of a line that was put on last week because it was over."""
    week_before = {day - _A_WEEK for day in days}
    if not waiting or not days or min(days) <= situation.today or not any(_told(situation)):
        return False
    monday = min(week_before) - timedelta(days=min(week_before).weekday())
    if not all(monday <= day < monday + _A_WEEK for day in waiting):
        return False
    return week_before <= waiting or bool(_TOO.search(bare))


def _told(situation: Situation) -> list[bool]:
    """For each of the earlier messages, whether it speaks of weekdays that are over."""
    names = situation.ledger.projects()
    earlier = (without_names(text, names, situation.today) for text in situation.said[:-1])
    return [bool(spans_over(text, situation.today)) for text in earlier]
