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
_WEEKS = range(3, 8)  # days; a week with holidays in it, or with its weekend


def within_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Every day" alone would be of the whole month: the only week that is named before it says of which."""
    return [_within(call, text, situation) for call in calls]


def _within(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    every, standing = _EVERY_DAY.match(dates), places(dates, text)
    if every is None or len(standing) != 1:
        return call
    before = [span.text for span in days_in(text[: standing[0][0]], situation.today)]
    weeks = [phrase for phrase in before if len(days_named(phrase, situation.today)) in _WEEKS]
    if len(weeks) != 1:
        return call
    whole = f"{weeks[0]}{dates[every.end() :]}"
    days = set(days_named(whole, situation.today))
    if not days or not days <= set(days_named(weeks[0], situation.today)):
        return call
    return replace(call, arguments={**call.arguments, "dates": whole})
