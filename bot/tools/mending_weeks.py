"""A week that is said first and holds for what follows: "this week was gull every day except wed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.phrases.spans import Span
from bot.tools.asides import said_besides
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import without_names
from bot.tools.marks import days_named, days_under
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places
from bot.tools.weeks_said import IS_DONE

_EVERY_DAY = re.compile(r"(?:on )?(?:every|each) (?:single )?day\b|tous les jours\b|chaque jour\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"[.;!?]|\b(?:sinon|otherwise|else|but|mais|rtt|sick|leave|off|malade|cong[eé]s?)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;!?]|\n")
_OPENING_WORDS = (
    """let think see remember well right so morning good evening bear with dear voyons alors bon donc attends"""
)
_OPENING = frozenset(_OPENING_WORDS.split())
_WEEK = re.compile(r"\b(?:weeks?|semaines?)\b", re.IGNORECASE)
_EXCEPT = re.compile(rf"\b({EXCEPT})\s+(?:(?:on|the|le|la)\s+)*$", re.IGNORECASE)
_EXCEPTED = re.compile(rf"\b(?:{EXCEPT})\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.;!?\n]\s*(?:(?:and |et )?(?:then|puis|ensuite|so)\s+)?", re.IGNORECASE)
_WEEKS = range(3, 8)  # days; a week with holidays in it, or with its weekend


def within_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Every day" alone would be of the whole month: the only week that is named before it says of which."""
    each = _excepted_within([_within(call, calls, text, situation) for call in calls], text, situation)
    return list(_under_the_week(_under_their_weeks(each, text, situation), text, situation))


def _under_their_weeks(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """ "Last week: gull monday to thursday. Then this week vela mon and tue": each week holds for what follows it.

    Every day that a call has must stand behind a week, and lie in it.
    """
    spans = days_in(text, situation.today)
    heads = [head for head in map(_last_sentence, spans) if _WEEK.search(head.text)]
    heads = [head for head in heads if len(days_named(head.text, situation.today)) in _WEEKS]
    if len(heads) < 2 or any(call.arguments.get(REPLACES) or not call.arguments.get("dates") for call in calls):
        return calls
    found = []
    for call in calls:
        dates = str(call.arguments["dates"])
        standing = places(dates, text)
        before = [head for head in heads if len(standing) == 1 and head.end <= standing[0][0]]
        within = days_under(before[-1].text, dates, situation.today) if before else ""
        if not within:
            return calls
        found.append(replace(call, arguments={**call.arguments, "dates": within}))
    return found


def _last_sentence(span: Span) -> Span:
    """The "this week" of "friday. Then this week", which reads as one phrase."""
    begun = [match.end() for match in _NEXT_SENTENCE.finditer(span.text)]
    at = begun[-1] if begun else 0
    return Span(span.start + at, span.end, span.text[at:])


def _excepted_within(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """ "Week of 20 july: gull, except wednesday = rtt": that wednesday is the week's, and gull has none on it."""
    if len(calls) != 2 or any(call.arguments.get(REPLACES) for call in calls):
        return calls
    whole, part = (str(call.arguments.get("dates") or "") for call in calls)
    standing = places(part, text)
    days = set(days_named(part, situation.today))
    within = days_under(whole, part, situation.today) if whole and part else ""
    exception = _EXCEPT.search(text[: standing[0][0]]) if len(standing) == 1 else None
    if not within or exception is None or days & set(days_named(whole, situation.today)):
        return calls
    if _EXCEPTED.search(whole):
        return calls  # the model left them out itself
    rest = f"{whole} {exception[1]} {part}"
    if len(days) != 1 or not set(days_named(rest, situation.today)) < set(days_named(whole, situation.today)):
        return calls
    first, second = calls
    return [
        replace(first, arguments={**first.arguments, "dates": rest}),
        replace(second, arguments={**second.arguments, "dates": within}),
    ]


def _under_the_week(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """ "Last week I did, let me see, monday on gull": the days of all calls are that week's.

    Nothing of its own may be said of the week, and no call have it or any other week.
    """
    spans = days_in(text, situation.today)
    head = spans[0] if spans and len(days_named(spans[0].text, situation.today)) in _WEEKS else None
    if head is None or len(spans) < 2 or _SENTENCE_END.search(text[head.end : spans[1].start]):
        return calls
    if IS_DONE.search(text[head.end : spans[1].start]):
        return calls
    bare = without_names(text, situation.ledger.projects(), situation.today)
    if said_besides(bare[: head.start]) - _OPENING or said_besides(bare[head.end : spans[1].start]) - _OPENING:
        return calls
    if any(_WEEK.search(span.text) or len(days_named(span.text, situation.today)) in _WEEKS for span in spans[1:]):
        return calls
    dated = [call for call in calls if call.arguments.get("dates")]
    if any(_WEEK.search(str(call.arguments["dates"])) for call in dated):
        return calls
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
