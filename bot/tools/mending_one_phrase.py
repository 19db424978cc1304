"""A week that goes on behind its first days: "gull last week mon-wed, and thursday i was down with flu".

That reads as one phrase, so that thursday is last week's too; and so it is in "gull last week mon-wed, vela thursday",
where the weekdays go on in the same sentence. A model gives each call its part, and one without the week would be about
this week, or was never said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import Span, days_in, is_weekdays
from bot.tools.grounding import without_names
from bot.tools.marks import days_named, days_under
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places
from bot.tools.weeks_said import NAMED_WEEK

_STOP = re.compile(r"[.;!?\n]|\b(?:then|now|puis|ensuite|maintenant)\b", re.IGNORECASE)


_PAST = re.compile(r"\b(?:last|previous|past|pass[ée]e|derni[èe]re|avant)\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(
    r"\b(?:ll|will|going to|gonna|(?:am|m) (?:off|taking|away|out|on)|serai|prends|prendrai|vais|suis|since|depuis)\b"
)
_DONE_ALREADY = re.compile(r"\b(?:was|were|did|had|worked|etais|etait|ai|ete|since|depuis)\b")


def with_parts_of_a_phrase(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls, bare weekdays in the week of the phrase that they are a part of, or go on from."""
    if len(calls) < 2:
        return list(calls)
    spans = days_in(without_names(text, situation.ledger.projects(), situation.today), situation.today)
    apart = _without_the_next_ones(calls, text, situation)
    return [_in_its_week(call, spans, text, situation) for call in apart]


def _in_its_week(call: ToolCall, spans: Sequence[Span], text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    standing = places(dates, text) if is_weekdays(dates) else []
    if call.tool not in ADDING or call.arguments.get(REPLACES) or len(standing) != 1:
        return call
    start, end = standing[0]
    inside = [span for span in spans if span.start < start and end <= span.end]
    own = _week_of(inside[0], start) if inside else ""
    week = own or _week_before(spans, start, text, situation)
    within = days_under(week, dates, situation.today) if week else ""
    days = set(days_named(within, situation.today))
    named = set(days_named(inside[0].text if own else spans[0].text, situation.today)) if days else set()
    goes_on = days <= named if own else bool(named) and min(days) > max(named)
    return replace(call, arguments={**call.arguments, "dates": within}) if days and goes_on else call


def _week_of(span: Span, start: int) -> str:
    """The week that a phrase names before this place of the message."""
    week = NAMED_WEEK.search(span.text)
    return week.group() if week and span.start + week.end() <= start else ""


def _week_before(spans: Sequence[Span], start: int, text: str, situation: Situation) -> str:
    """The week of the first days of the sentence ("last week mon-wed"), where only weekdays follow."""
    before = [span for span in spans if span.end <= start]
    if not before or _STOP.search(text[before[0].end :]) or not all(is_weekdays(s.text) for s in spans[1:]):
        return ""
    week, behind = _week_of(before[0], start), plain(text[before[0].end :])
    if (_STILL_TO_COME if _PAST.search(week) else _DONE_ALREADY).search(behind):
        return ""  # "gull last week mon-wed, i'll be off on friday"
    whole = set(days_named(week, situation.today)) if week else set()
    return week if set(days_named(before[0].text, situation.today)) < whole else ""


def _without_the_next_ones(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Gull last week mon and tue, wednesday sick": what ends a phrase and is another call's is not this one's."""
    ends = [str(call.arguments.get("dates") or "") for call in calls if not call.arguments.get("percent")]
    return [_without_its_end(call, ends, text, situation) for call in calls]


def _without_its_end(call: ToolCall, ends: Sequence[str], text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call.arguments.get("percent") or len(places(dates, text)) != 1 or not NAMED_WEEK.search(dates):
        return call
    for end in ends:
        kept = dates.removesuffix(end).rstrip() if end and end != dates and is_weekdays(end) else dates
        if kept != dates and kept.endswith(",") and days_named(kept, situation.today):
            return replace(call, arguments={**call.arguments, "dates": kept.rstrip(", ")})
    return call
