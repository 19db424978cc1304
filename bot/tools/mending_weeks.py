"""A week that is said first and holds for what follows: "this week was gull every day except wed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.tools.marks import days_named
from bot.tools.situation import Situation
from bot.tools.utterance import places

_EVERY_DAY = re.compile(r"(?:on )?(?:every|each) (?:single )?day\b|tous les jours\b|chaque jour\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"[.;!?]|\b(?:sinon|otherwise|else|but|mais|rtt|sick|leave|off|malade|cong[eé]s?)\b", re.IGNORECASE
)
_WEEKS = range(3, 8)  # days; a week with holidays in it, or with its weekend


def within_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Every day" alone would be of the whole month: the only week that is named before it says of which."""
    return [_within(call, calls, text, situation) for call in calls]


def _within(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    every, standing = _EVERY_DAY.match(dates), places(dates, text)
    if every is None or len(standing) != 1:
        return call
    start, end = standing[0]
    spans = days_in(text, situation.today)
    weeks = [s for s in spans if s.end <= start and len(days_named(s.text, situation.today)) in _WEEKS]
    if len(weeks) != 1 or any(s.start < end < s.end for s in spans) or _ELSEWHERE.search(text[weeks[0].end : start]):
        return call
    week = weeks[0].text
    if any(week in str(other.arguments.get("dates") or "") for other in calls if other is not call):
        return call
    whole = f"{week}{dates[every.end() :]}"
    days = set(days_named(whole, situation.today))
    if not days or not days <= set(days_named(week, situation.today)):
        return call
    return replace(call, arguments={**call.arguments, "dates": whole})
