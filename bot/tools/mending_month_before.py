"""Numbers behind the month that something else of the message has: "gull all of november, sick on the 20th"; or that
heads it: "november: gull 2-6, vela 9-13".

A number alone would be a day of this month, and on the first days of a month people report the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Month
from bot.tools.asides import said_besides
from bot.tools.grounding import without_names
from bot.tools.marks import FEWEST_OF_A_MONTH, days_named
from bot.tools.month_before import of_the_month, only_month
from bot.tools.situation import Situation
from bot.tools.tool import ADDING
from bot.tools.utterance import places

_FRIDAY = 4
_ENDS = re.compile(r"\b(?:until|till?|end|fin|jusqu\w*)\W+(?:(?:the|of|de|du|la|à|en)\W+)*$", re.IGNORECASE)
"""Before a month that only ends something."""


@dataclass(frozen=True)
class _Named:
    """The month of a message, where it stands, and the days and phrases of it that other calls have."""

    month: Month
    match: re.Match[str]
    text: str
    days: tuple[date, ...] = ()
    phrases: tuple[str, ...] = ()


def with_the_month_before(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Each call on bare numbers, in the only month that the message names before them."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    match = only_month(bare)
    named = _named(match, calls, bare, situation.today) if match else None
    return [_within(call, named, situation.today) for call in calls] if named else list(calls)


def _named(match: re.Match[str], calls: Sequence[ToolCall], text: str, today: date) -> _Named | None:
    """The month that another call's days lie in, or that heads the message; None where it is said of anything else."""
    phrases = tuple(str(call.arguments.get("dates") or "") for call in calls)
    phrases = tuple(phrase for phrase in phrases if places(match.group(), phrase))
    if not phrases:
        heads = not said_besides(text[: match.start()]) and text[match.end() :].lstrip().startswith(":")
        months = {Month.of(day) for day in days_named(match.group(), today)} if heads else set()
        return _Named(months.pop(), match, text) if len(months) == 1 else None
    days = tuple(day for phrase in phrases for day in days_named(phrase, today))
    if len({Month.of(day) for day in days}) != 1 or _ENDS.search(text[: match.start()]):
        return None
    return _Named(Month.of(days[0]), match, text, days, phrases)


def _within(call: ToolCall, named: _Named, today: date) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call.tool not in ADDING or dates in named.phrases:
        return call
    within = of_the_month(dates, named.match, named.text)
    days = days_named(within, today) if within else ()
    if not days or {Month.of(day) for day in days} != {named.month}:
        return call
    is_excepted = any(places(dates, phrase) for phrase in named.phrases)
    if named.days and named.month > Month.of(today) and not is_excepted:
        return call  # "paid leave in january, gull 1 to 4"
    if named.days and len(named.days) < FEWEST_OF_A_MONTH and min(days) < max(named.days):
        return call  # "gull 26 to 30 november, vela 1 to 4": the numbers begin anew
    if any(day.weekday() > _FRIDAY for day in days) and any(d.weekday() <= _FRIDAY for d in days_named(dates, today)):
        return call  # a weekend there: it is this month after all
    return replace(call, arguments={**call.arguments, "dates": within})
