"""A week that is said first and holds for what follows: "this week was gull every day except wed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.tools.asides import said_besides
from bot.tools.marks import days_named, days_under
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_EVERY_DAY = re.compile(r"(?:on )?(?:every|each) (?:single )?day\b|tous les jours\b|chaque jour\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"[.;!?]|\b(?:sinon|otherwise|else|but|mais|rtt|sick|leave|off|malade|cong[eé]s?)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;!?]|\n")
_OPENING_WORDS = (
    """let think see remember well right so morning good evening bear with dear voyons alors bon donc attends"""
)
_OPENING = frozenset(_OPENING_WORDS.split())
_WEEKS = range(3, 8)  # days; a week with holidays in it, or with its weekend


def within_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Every day" alone would be of the whole month: the only week that is named before it says of which."""
    return list(_under_the_week([_within(call, calls, text, situation) for call in calls], text, situation))


def _under_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """ "Last week I did, let me see, monday on gull": the days of all calls are that week's.

    Nothing of its own may be said of the week, and no call have it or any other week.
    """
    spans = days_in(text, situation.today)
    head = spans[0] if spans and len(days_named(spans[0].text, situation.today)) in _WEEKS else None
    if head is None or len(spans) < 2 or _SENTENCE_END.search(text[head.end : spans[1].start]):
        return calls
    if said_besides(text[: head.start]) - _OPENING or said_besides(text[head.end : spans[1].start]) - _OPENING:
        return calls
    if any(len(days_named(span.text, situation.today)) in _WEEKS for span in spans[1:]):
        return calls
    dated = [call for call in calls if call.arguments.get("dates")]
    within = [days_under(head.text, str(call.arguments["dates"]), situation.today) for call in dated]
    whole = set(days_named(head.text, situation.today))
    if not all(dates and set(days_named(dates, situation.today)) <= whole for dates in within):
        return calls
    if any(call.arguments.get(REPLACES) or head.text in str(call.arguments["dates"]) for call in dated):
        return calls
    meant = {id(call): dates for call, dates in zip(dated, within, strict=True)}
    return [
        replace(call, arguments={**call.arguments, "dates": meant[id(call)]}) if id(call) in meant else call
        for call in calls
    ]


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
