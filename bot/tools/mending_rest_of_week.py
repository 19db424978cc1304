"""The other days of a week that is named: "next week gull mon and tue, vela the rest".

"The rest" alone is an amount, and "the rest of the week" would be that of this week. A message that is a list of things
with their days, one of them with the rest, is read as a list in which the rest is the days that nothing else has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in, is_weekdays
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import without_names
from bot.tools.marks import days_named, days_under
from bot.tools.mending_lists import as_listed
from bot.tools.mending_shares import is_beside
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places
from bot.tools.weeks_said import NAMED_WEEK

_REST = re.compile(
    r"\b(?:(?:all )?the (?:rest|remainder)(?: of (?:the|that) (?:week|days))?|(?:all )?the (?:other|remaining) days"
    r"|(?<=[,;.] )rest|(?:tout )?le reste(?: de (?:la|cette) semaine| des jours)?|(?:tous )?les autres jours)\b"
    r"(?!\s+(?:of|de|du|d['’])\b)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(rf"\s*,?\s*\b(?:{EXCEPT})\s+(?:(?:on|the|le|la)\s+)*", re.IGNORECASE)
_WHICH_IS = re.compile(
    r"\s+(?:(?:which|that) (?:is|was|will be)|(?:when|where) i(?:['’]?m| am| was|['’]?ll be| will be)(?: on| off)?"
    r"|qui (?:est|[ée]tait|sera)(?: en)?|o[uù] je (?:suis|serai|[ée]tais)(?: en)?)\s+",
    re.IGNORECASE,
)
"""Between the exception and what it is: "except friday which is rtt"."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def rest_of_the_week_listed(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """The calls of a list with the rest of a named week in it; None for any other message."""
    weeks, rests = list(NAMED_WEEK.finditer(text)), list(_REST.finditer(text))
    if len(weeks) != 1 or len(rests) != 1 or "?" in text or weeks[0].start() > rests[0].start():
        return None
    week, rest = weeks[0].group(), rests[0]
    if amounts_in(f"{text[: rest.start()]} {text[rest.end() :]}") or any(_has_an_amount(call) for call in calls):
        return None  # "last week gull 75% on monday and vela the rest" is of the day
    others = _other_days(text, week, rest, situation)
    within = [days_under(week, dates, situation.today) for dates in others]
    if not others or not all(within):
        return None
    taken = {day for dates in within for day in days_named(dates, situation.today)}
    left = f"{week} except {', '.join(others)}"
    days = days_named(left, situation.today)
    if not days or set(days) != set(days_named(week, situation.today)) - taken:
        return None
    words = " ".join(_WEEKDAYS[day.weekday()] for day in days)
    excepting = _EXCEPT.match(text, rest.end())
    behind = _WHICH_IS.sub(" ", text[excepting.end() :], 1) if excepting else text[rest.end() :]
    listed = f"{text[: rest.start()]}{words}{', ' if excepting else ''}{behind}"
    made = as_listed(calls, listed, replace(situation, said=(*situation.said[:-1], listed)))
    if made:
        return tuple(_with_left(call, words, left) for call in made)
    return _in_order(calls, rest, left, within, text, situation)


def _in_order(
    calls: Sequence[ToolCall], rest: re.Match[str], left: str, within: Sequence[str], text: str, situation: Situation
) -> tuple[ToolCall, ...] | None:
    """The calls where only their days are wrong: the one whose project stands beside the rest has that, and the others
    have the other days in the order of the message."""
    beside = [
        call
        for call in calls
        if any(is_beside(rest, at, text) for at in places(str(call.arguments.get("project")), text))
    ]
    others = [call for call in calls if call not in beside]
    if len(beside) != 1 or len(others) != len(within) or any(call.arguments.get(REPLACES) for call in calls):
        return None
    if any(call.tool not in ADDING or call.arguments.get("percent") for call in calls):
        return None
    days = iter(within)
    return tuple(
        replace(call, arguments={**call.arguments, "dates": left if call is beside[0] else next(days)})
        for call in calls
    )


def _has_an_amount(call: ToolCall) -> bool:
    return bool(call.arguments.get("percent"))


def _other_days(text: str, week: str, rest: re.Match[str], situation: Situation) -> list[str]:
    """The weekdays of the message beside its week; nothing where it has any other days."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    blanked = bare.replace(week, "\n" * len(week), 1)
    blanked = blanked[: rest.start()] + "\n" * len(rest.group()) + blanked[rest.end() :]
    found = [_EXCEPT.split(span.text)[-1] for span in days_in(blanked, situation.today)]
    return found if all(is_weekdays(dates) for dates in found) else []


def _with_left(call: ToolCall, words: str, left: str) -> ToolCall:
    is_rest = words in str(call.arguments.get("dates") or "")
    return replace(call, arguments={**call.arguments, "dates": left}) if is_rest else call
