"""Copying days: "same as last week", "copy monday to thursday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

from bot.domain.calendar import is_working_day, week_of, working_days
from bot.domain.proposal import Change
from bot.domain.timesheet import Entry
from bot.phrases import Reading
from bot.tools import wording
from bot.tools.activities import left_out
from bot.tools.situation import Draft, Refused, Situation, Unclear
from bot.tools.slots import Days
from bot.tools.tool import writes
from bot.words import say


class Assumed(Reading):
    """Days that nobody said."""


def this_week(situation: Situation) -> Reading:
    """The working days of the current week: where a copy of several days goes when nobody says where."""
    week = week_of(situation.today)
    return Assumed(working_days(week, situation.holidays(week[0], week[-1])), frozenset())


@writes
def copy_entries(
    situation: Situation,
    *,
    source: Annotated[Reading, Days("source", "The days to copy from")],
    dates: Annotated[Reading, Days("dates", "The days to fill; this week when not said")] = this_week,  # type: ignore[assignment]
) -> Draft:
    """Copy what stands on some days of the person's own report onto other days; without `dates`, onto this week."""
    if isinstance(dates, Assumed) and len(source.days) == 1:
        raise Unclear(say("ask-days"), argument="dates")  # one day onto a whole week is nobody's wish
    target = dates.days
    pairs = list(zip(target, _sources(source.days, target), strict=True))
    entries = situation.ledger.entries(situation.email, min(source.days), max(source.days))
    full = _taken(target, situation)
    added = tuple(
        replace(entry, day=day, proposal_id=None)
        for day, origin in pairs
        if day not in full
        for entry in entries
        if entry.day == origin
    )
    skipped, origins = (*full.values(), *left_out(dates)), wording.days(source.days)
    if not added:
        raise Refused(" ".join((say("copy-nothing", days=origins), *skipped)))
    return Draft(Change(situation.email, added=added), say("copy-title", days=origins), _amount(added), skipped)


def _sources(source: Sequence[date], target: Sequence[date]) -> list[date | None]:
    """For each target day its source: the only one there is, else the same weekday, else in order."""
    if len(source) == 1:
        return [source[0] for _ in target]
    by_weekday = {day.weekday(): day for day in source}
    if len(by_weekday) == len(source) and {day.weekday() for day in target} & set(by_weekday):
        return [by_weekday.get(day.weekday()) for day in target]
    return [source[n] if n < len(source) else None for n in range(len(target))]


def _taken(target: Sequence[date], situation: Situation) -> dict[date, str]:
    """The target days that are not filled, each with a sentence: a holiday, or something stands there already."""
    holidays = situation.holidays(min(target), max(target))
    standing = {e.day for e in situation.ledger.entries(situation.email, min(target), max(target))} - situation.emptied
    filled = {day: say("copy-skips-filled", day=wording.day(day)) for day in target if day in standing}
    free = [day for day in target if not is_working_day(day, holidays)]
    return filled | {day: say("copy-skips-free", day=wording.day(day)) for day in free}


def _amount(added: Sequence[Entry]) -> str:
    return wording.in_days(sum(entry.percent for entry in added))
