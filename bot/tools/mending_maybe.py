"""Days that are not decided: "sick today. maybe tomorrow as well", "malade jeudi, peut-être aussi vendredi".

They are no part of what is asked for now, and nothing is put on them. Of "wed or thu next week" one is meant: which one
is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.phrases.spans import Span
from bot.tools.marks import days_named
from bot.tools.open_days import either_spans, open_days
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES

_MAYBE = re.compile(
    r"\b(?:maybe|perhaps|possibly|peut[- ][eê]tre|[ée]ventuellement)\s+"
    r"(?:(?:also|even|on|for|aussi|m[eê]me|encore|pour|le)\s+)*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|;|&|\+|\b(?:and|et|then|puis|plus)\b)\s*", re.IGNORECASE)


def without_undecided_days(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls without days that stand right behind a "maybe"; one about nothing else is left as it is.

    It is left to be asked about or declined: the person may have meant just these days.
    """
    calls = _without_either(calls, text, situation)
    spans = days_in(text, situation.today)
    open_days = [span for span in spans if is_open(span, text)]
    sure = {day for span in spans if span not in open_days for day in days_named(span.text, situation.today)}
    undecided = {day for span in open_days for day in days_named(span.text, situation.today)} - sure
    return [_without(call, undecided, situation) for call in calls] if undecided else list(calls)


def is_open(span: Span, text: str) -> bool:
    """True for the tomorrow of "maybe tomorrow"."""
    return bool(_MAYBE.search(text[: span.start]))


def _without_either(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls without days of which only one is meant; what is then the same is one call."""
    spans = days_in(text, situation.today)
    pairs = either_spans(text, situation.today)
    either = {day for pair in pairs for span in pair for day in days_named(span.text, situation.today)}
    settled = [span for span in spans if not any(span in pair for pair in pairs)]  # "wed or thu, no wait thu"
    either -= {day for span in settled for day in days_named(span.text, situation.today)}
    beside = [part for one, other in pairs for part in (_JOINED.split(one.text)[-1], _JOINED.split(other.text)[0])]
    choice = set(open_days(text, situation.today, ()))
    either |= choice
    nearest = choice.union(*(days_named(part, situation.today) for part in beside))
    found: list[ToolCall] = []
    for call in calls:
        dates = str(call.arguments.get("dates") or "")
        days = set(days_named(dates, situation.today))
        is_one_of_them = (days & nearest and days <= either) or either_spans(dates, situation.today)
        if call.tool in ADDING and is_one_of_them and not call.arguments.get(REPLACES):
            call = replace(call, arguments={name: v for name, v in call.arguments.items() if name != "dates"})
        if not any(call.tool == other.tool and call.arguments == other.arguments for other in found):
            found.append(call)
    return found if pairs else list(calls)


def _without(call: ToolCall, undecided: set[date], situation: Situation) -> ToolCall:
    parts = [part for part in _JOINED.split(str(call.arguments.get("dates") or "")) if part]
    kept = [part for part in parts if not set(days_named(part, situation.today)) & undecided]
    if call.tool not in ADDING or call.arguments.get(REPLACES) or not kept or len(kept) == len(parts):
        return call
    if any(not days_named(part, situation.today) for part in kept):
        return call
    return replace(call, arguments={**call.arguments, "dates": ", ".join(kept)})
