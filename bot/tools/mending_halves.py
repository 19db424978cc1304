"""Mornings of one thing and afternoons of another: "support mornings mon-wed, harvest afternoons, thursday vela".

The days are said once for both. A model gives the second half the next days of the message, or those of the month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.tools.marks import days_named
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_EACH = r"(?:every|each|all the|chaque|tous les|les)\s+"
_MORNINGS = re.compile(
    rf"\b(?:{_EACH})?(?:mornings|matins)\b|\b(?:every|each|chaque)\s+(?:morning|matin)\b", re.IGNORECASE
)
_AFTERNOONS = re.compile(
    rf"\b(?:{_EACH})?(?:afternoons|apr[eè]s[- ]midis?|aprems)\b|\b(?:every|each|chaque)\s+(?:afternoon|aprem)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[,;:.\n]|\b(?:and|et|then|puis|while)\b", re.IGNORECASE)


def with_the_days_of_both_halves(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls, the half whose part of the message names no days on the days of the other half."""
    morning, afternoon = ([call for call in calls if _has(call, half)] for half in (_MORNINGS, _AFTERNOONS))
    if len(morning) != 1 or len(afternoon) != 1 or morning[0] is afternoon[0]:
        return list(calls)
    for one, other, half in ((morning[0], afternoon[0], _AFTERNOONS), (afternoon[0], morning[0], _MORNINGS)):
        part = _part_of(other, text)
        dates = str(one.arguments.get("dates") or "")
        its_own = days_in(half.sub(" ", part), situation.today)
        if half.search(part) and not its_own and days_named(dates, situation.today):
            same = replace(other, arguments={**other.arguments, "dates": dates})
            return [same if call is other else call for call in calls]
    return list(calls)


def _has(call: ToolCall, half: re.Pattern[str]) -> bool:
    said = call.tool == "add_activities" and not call.arguments.get(REPLACES)
    return said and bool(half.search(str(call.arguments.get("percent") or "")))


def _part_of(call: ToolCall, text: str) -> str:
    """The part of the message around the call's project, where that is named once; its name is blanked out."""
    named = places(str(call.arguments.get("project") or ""), text)
    if len(named) != 1:
        return ""
    start, end = named[0]
    edges = [edge.end() for edge in _EDGE.finditer(text, 0, start)]
    behind = _EDGE.search(text, end)
    return f"{text[edges[-1] if edges else 0 : start]} {text[end : behind.start() if behind else len(text)]}"
