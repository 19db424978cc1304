"""The same thing twice on the same days: a doubled entry is the worst that a card can hold.

"Gull the whole week, even friday" is the whole week, once. "I filled nothing this week. It is all gull, monday to
today" has two phrases for the days of one thing, of which the second is meant. And what has its amount once more
without one is said with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.conversation import ToolCall
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.subjects import Subject, known_subject
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places

_SENTENCE_END = re.compile(r"[.!?;\n]")
_CORRECTING = re.compile(
    r"\b(?:no|non|nope|actually|rather|i mean|wait|sorry|en fait|enfin|plutot|pardon|je veux dire)\b"
)
_MEANT = re.compile(r"\b(?:i (?:mean|meant)|je (?:veux|voulais) dire)\b", re.IGNORECASE)


def without_doubles(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls without those that put once more on a day what another one puts there."""
    left = list(calls)
    for call in calls:
        others = [other for other in left if other is not call]
        if call in left and any(_is_in(call, other, text, situation) for other in others):
            left.remove(call)
    return left


def _is_in(call: ToolCall, other: ToolCall, text: str, situation: Situation) -> bool:
    """True where the other one says all that this one does, or takes the place of its longer time."""
    subject = _subject(call, situation)
    if not subject or subject != _subject(other, situation):
        return False
    days, others = _days(call, situation), _days(other, situation)
    amount, others_amount = call.arguments.get("percent"), other.arguments.get("percent")
    if days and days == others:
        return not amount
    if amount or others_amount or not days or not others:
        return False
    if _is_taken_back(call, other, text):
        return True
    if days < others:
        return not _is_narrowed(other, call, text)
    return others < days and _is_narrowed(call, other, text)


def _is_taken_back(call: ToolCall, other: ToolCall, text: str) -> bool:
    """True for the monday of "sick on monday, no, I mean tuesday and wednesday"."""
    meant = _MEANT.search(text)
    first, second = (places(str(c.arguments.get("dates") or ""), text) for c in (call, other))
    if meant is None or not first or not second:
        return False
    return all(end <= meant.start() for _, end in first) and all(start >= meant.end() for start, _ in second)


def _is_narrowed(longer: ToolCall, shorter: ToolCall, text: str) -> bool:
    """True for a longer time that only leads to the shorter one behind it: "ill this week, monday to today", or a
    sentence before that says nothing of the thing itself."""
    ends = [end for _, end in places(str(longer.arguments.get("dates") or ""), text)]
    starts = [start for start, _ in places(str(shorter.arguments.get("dates") or ""), text)]
    if len(ends) != 1 or len(starts) != 1 or starts[0] < ends[0]:
        return False
    between = text[ends[0] : starts[0]]
    ends_there = bool(_SENTENCE_END.search(between))
    if _CORRECTING.search(plain(between)) or not (plain(between) or ends_there):
        return True
    name = str(longer.arguments.get("project") or "")
    lead = re.split(_SENTENCE_END, text[: ends[0]])[-1]
    return bool(name) and ends_there and not places(name, lead)


def _subject(call: ToolCall, situation: Situation) -> Subject | None:
    """None for what is no new line, and for what is not known."""
    is_new = call.tool in ADDING and not call.arguments.get(REPLACES)
    return known_subject(call, situation) if is_new else None


def _days(call: ToolCall, situation: Situation) -> set[date]:
    return set(days_named(str(call.arguments.get("dates") or ""), situation.today))
