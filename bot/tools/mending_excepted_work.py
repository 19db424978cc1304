"""Work on a day that something else leaves out: "next week bridge except tues thats sewer", "sauf vendredi, vendredi
c'est la garde".

A model reads the day without its week, forgets the work on it, or leaves it in what it is an exception of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in, is_weekdays
from bot.tools.asides import said_besides
from bot.tools.excepted import EXCEPT
from bot.tools.grounding import without_names
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named, days_under, projects_in
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES

_EXCEPTION = re.compile(rf"\b({EXCEPT}|but not|mais pas)\s+(?:(?:on|for|the|le|la|pour)\s+)*$", re.IGNORECASE)
_FIRST = re.compile(rf"({EXCEPT})\s+", re.IGNORECASE)
_EDGE = re.compile(r"[,;:!?\n]|[.](?=\s|$)|\b(?:and|et|but|mais|with|avec)\b", re.IGNORECASE)
_BETWEEN_WORDS = """thats that s is was it its i will be am on doing with for the which when where then there c ca cela
    est etait sera ce la le les l sur je suis serai etais fais pour et and"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())


@dataclass(frozen=True)
class _Exception:
    """The only exception of a message: its word, its days as typed, and where they end."""

    word: str
    dates: str
    end: int


def with_excepted_work(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the days of the only exception taken out of the range, and with what is said to be on them."""
    found = _exception(text, situation)
    if found is None or any(call.tool not in ADDING or call.arguments.get(REPLACES) for call in calls):
        return list(calls)
    if any(text[found.end :].lstrip().startswith(amount) for amount in amounts_in(text)):
        return list(calls)  # "except wed morning" leaves the afternoon
    ranges = [call for call in calls if _holds(call, found, situation)]
    if len(ranges) != 1:
        return list(calls)
    whole = _head(ranges[0])
    within = days_under(whole, found.dates, situation.today) if is_weekdays(found.dates) else found.dates
    out = set(days_named(within or found.dates, situation.today))
    if not out or not out < set(days_named(whole, situation.today)):
        return list(calls)
    rest = f"{whole} {found.word} {found.dates}"
    if set(days_named(rest, situation.today)) != set(days_named(whole, situation.today)) - out:
        return list(calls)
    meant = [_placed(call, ranges[0], rest, within or found.dates, situation) for call in calls]
    return [*meant, *_forgotten(calls, within or found.dates, text, found, situation)]


def _exception(text: str, situation: Situation) -> _Exception | None:
    """The days behind "except": in a span of their own, or as its beginning ("sauf vendredi")."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    found = []
    for span in days_in(bare, situation.today):
        inside = list(_FIRST.finditer(span.text))
        ahead = _EXCEPTION.search(bare[: span.start])
        if inside:
            found.append(_Exception(inside[-1][1], span.text[inside[-1].end() :].strip(), span.end))
        elif ahead:
            found.append(_Exception(ahead[1], span.text, span.end))
    return _said_once(found[0], situation) if len(found) == 1 and found[0].dates else None


def _said_once(found: _Exception, situation: Situation) -> _Exception:
    """The "wed" of "except wed, wed i was sick", which reads as one phrase."""
    first, _, rest = found.dates.partition(",")
    same = rest and days_named(first, situation.today) == days_named(rest, situation.today)
    return replace(found, dates=first) if same else found


def _head(call: ToolCall) -> str:
    """The days of a call without the exception that it has already."""
    dates = str(call.arguments.get("dates") or "")
    inside = list(_FIRST.finditer(dates))
    return dates[: inside[-1].start()].rstrip(" ,") if inside else dates


def _holds(call: ToolCall, found: _Exception, situation: Situation) -> bool:
    """True for a range that has the days of the exception in it, or leaves them out already."""
    whole = _head(call)
    days = set(days_named(whole, situation.today))
    out = set(days_named(found.dates, situation.today))
    within = set(days_named(days_under(whole, found.dates, situation.today), situation.today)) if whole else set()
    return len(days) > 2 and bool(out < days or (within and within < days))


def _placed(call: ToolCall, whole: ToolCall, rest: str, within: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call is whole and set(days_named(dates, situation.today)) == set(days_named(rest, situation.today)):
        return call
    if call is whole:
        return replace(call, arguments={**call.arguments, "dates": rest})
    weekdays = {day.weekday() for day in days_named(within, situation.today)}
    is_same = is_weekdays(dates) and {day.weekday() for day in _days(call, situation)} == weekdays
    return replace(call, arguments={**call.arguments, "dates": within}) if is_same else call


def _forgotten(
    calls: Sequence[ToolCall], within: str, text: str, found: _Exception, situation: Situation
) -> list[ToolCall]:
    """The project right behind the exception, where no call is about it: "sauf vendredi, vendredi c'est la garde"."""
    marks = [
        m
        for m in projects_in(text, loosely_named(text, situation), situation.ledger.projects())
        if m.start >= found.end
    ]
    called = [
        project
        for call in calls
        for project in candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    ]
    if not marks or marks[0].project in called:
        return []
    between = text[found.end : marks[0].start]
    again = {span.text for span in days_in(between, situation.today)}
    if any(set(days_named(said, situation.today)) != set(days_named(found.dates, situation.today)) for said in again):
        return []
    if set(plain(between).split()) - _BETWEEN - set(plain(" ".join(again)).split()):
        return []
    if said_besides(_EDGE.split(text[marks[0].end :])[0]) - _BETWEEN:
        return []  # "except friday with the vela people"
    return [ToolCall(f"{calls[0].id}-excepted", "add_activities", {"project": marks[0].text, "dates": within})]


def _days(call: ToolCall, situation: Situation) -> set[date]:
    return set(days_named(str(call.arguments.get("dates") or ""), situation.today))
