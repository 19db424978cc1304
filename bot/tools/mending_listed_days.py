"""Days that a model took too few or too many of, or took although nobody knows them yet.

- "forge yest and today" with "today" alone: all of the only list of days;
- "23/9 and 24/9 paid leave, 30/9 rtt" with "30/9 and 24/9": what stands nowhere as one phrase loses the other's day;
- "today is gull until lunch, after lunch vela" with "until lunch" for Vela's days: an amount is no day;
- "half a day of nimbus somewhere next week": which day is asked for, the week is not filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import FULL_DAY
from bot.phrases import amounts_in, days_in
from bot.tools.marks import days_named
from bot.tools.mending_negation import denies
from bot.tools.situation import Situation
from bot.tools.skeletons import percent_of
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_JOINED = re.compile(r"\s*(?:,|;|&|\+|\b(?:and|et|then|puis|plus)\b)\s*(?:and |et )?", re.IGNORECASE)
_JOINS = re.compile(rf"{_JOINED.pattern}$", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\b(?:somewhere|sometime|some ?day or other|at some point|whenever|quelque part|n['’ ]importe quel jour)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[,;:!?\n]|[.](?=\s|$)")


def with_days_as_listed(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the days that the words list for them, and without days that are still open."""
    calls = _with_days_for_amounts(calls, text, situation)
    if len(calls) == 1:
        calls = [_with_all(calls[0], text, situation)]
    return [_without_open(_without_anothers(call, calls, text, situation), text, situation) for call in calls]


def _with_days_for_amounts(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """Where a part of a day stands for days, the days are the only ones that are named before it."""
    return [
        replace(call, arguments={**call.arguments, "dates": meant})
        if call.tool in ADDING and (meant := _days_before(str(call.arguments.get("dates") or ""), text, situation))
        else call
        for call in calls
    ]


def _days_before(amount: str, text: str, situation: Situation) -> str:
    """The only day phrase before an amount that is no full day; empty where it is none, or stands twice."""
    found = places(amount, text) if amount and amounts_in(amount) == (amount,) else []
    if len(found) != 1 or days_named(amount, situation.today) or percent_of(amount) == FULL_DAY:
        return ""
    before = days_in(text[: found[0][0]], situation.today)
    return before[0].text if len(before) == 1 else ""


def _with_all(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """The only call takes the only list of the message, of which it has the end."""
    dates, spans = str(call.arguments.get("dates") or ""), days_in(text, situation.today)
    if call.tool not in ADDING or call.arguments.get(REPLACES) or len(spans) != 1 or not dates or denies(text):
        return call
    whole = spans[0].text
    before = whole[: -len(dates)] if whole.casefold().endswith(dates.casefold()) else ""
    if not _JOINS.search(before) or not set(days_named(dates, situation.today)) < set(
        days_named(whole, situation.today)
    ):
        return call
    return replace(call, arguments={**call.arguments, "dates": whole})


def _without_anothers(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    """A list that a model put together, without the parts that another call has and that are said only once."""
    dates = str(call.arguments.get("dates") or "")
    parts = [part for part in _JOINED.split(dates) if part]
    if call.tool not in ADDING or len(parts) < 2 or stands(dates, [text]):
        return call
    others = [str(other.arguments.get("dates") or "") for other in calls if other is not call]
    theirs = [part for part in parts if len(places(part, text)) == 1 and any(places(part, other) for other in others)]
    own = [part for part in parts if part not in theirs]
    if not theirs or len(own) != 1 or not days_named(own[0], situation.today):
        return call
    return replace(call, arguments={**call.arguments, "dates": own[0]})


def _without_open(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    found = places(dates, text) if dates else []
    if call.tool not in ADDING or len(found) != 1 or len(days_named(dates, situation.today)) < 2:
        return call
    start, end = found[0]
    ahead, behind = _EDGE.split(text[:start])[-1], _EDGE.split(text[end:])[0]
    if not _SOMEWHERE.search(ahead) and not _SOMEWHERE.search(behind):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "dates"})
