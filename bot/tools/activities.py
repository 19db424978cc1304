"""Putting projects on days, taking entries off them, and copying days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from bot.domain.ability import Ability
from bot.domain.calendar import is_working_day
from bot.domain.proposal import Change
from bot.domain.timesheet import FULL_DAY, Entry, Project
from bot.phrases import Reading
from bot.tools import wording
from bot.tools.named_slots import ProjectName
from bot.tools.situation import Draft, Refused, Situation
from bot.tools.slots import Days, Percent, Reason
from bot.tools.tool import needing, writes
from bot.words import say


@writes
def add_activities(
    situation: Situation,
    *,
    project: Annotated[Project, ProjectName()],
    dates: Annotated[Reading, Days()],
    percent: Annotated[int, Percent()] = FULL_DAY,
) -> Draft:
    """Put a project on days of the person's own report. One call for each project and amount."""
    added = tuple(Entry(situation.email, day, percent, project=project.code) for day in dates.days)
    return Draft(Change(situation.email, added=added), project.title, f"{percent} %", day_warnings(dates, situation))


@needing(Ability.REMOVE)
@writes
def delete_entries(
    situation: Situation,
    *,
    dates: Annotated[Reading, Days()],
    project: Annotated[Project | None, ProjectName()] = None,
    reason: Annotated[str | None, Reason()] = None,
) -> Draft:
    """Take entries off days of the person's own report: all of them, or those of one project or one absence reason."""
    entries = situation.ledger.entries(situation.email, dates.days[0], dates.days[-1])
    code = project.code if project else reason
    removed = tuple(e for e in entries if e.day in dates.days and (code is None or e.subject == code))
    what = project.title if project else (_label(reason, situation) if reason else say("delete-everything"))
    if not removed:
        raise Refused(_nothing_to_delete("" if code is None else what, wording.days(dates.days)))
    return Draft(Change(situation.email, removed=removed), say("delete-title", what=what), _amount(removed))


def _nothing_to_delete(what: str, days: str) -> str:
    return say("delete-nothing-of", what=what, days=days) if what else say("delete-nothing", days=days)


def _amount(entries: Sequence[Entry]) -> str:
    percents = {entry.percent for entry in entries}
    return f"{percents.pop()} %" if len(percents) == 1 else ""


def _label(reason: str, situation: Situation) -> str:
    return next((wording.reason(r) for r in situation.ledger.absence_reasons() if r.code == reason), reason)


def day_warnings(dates: Reading, situation: Situation) -> tuple[str, ...]:
    """The days that were named outright and are weekends or public holidays, and the public holidays that a range
    leaves out: a sentence for each kind."""
    holidays = situation.holidays(dates.days[0], dates.days[-1])
    odd = [day for day in dates.days if day in dates.named and not is_working_day(day, holidays)]
    free, weekend = [day for day in odd if day in holidays], [day for day in odd if day not in holidays]
    return (*_holidays(free), *_weekends(weekend), *left_out(dates))


def left_out(dates: Reading) -> tuple[str, ...]:
    """The public holidays that a range leaves out, in one sentence; nothing where there are none."""
    free = dates.left_out
    return (say("holidays-left-out", count=len(free), days=wording.days(free)),) if free else ()


def _holidays(days: Sequence[date]) -> tuple[str, ...]:
    if len(days) > 1:
        return (say("days-are-holidays", days=wording.days(days)),)
    return tuple(say("day-is-holiday", day=wording.day(day)) for day in days)


def _weekends(days: Sequence[date]) -> tuple[str, ...]:
    if len(days) > 1:
        return (say("days-are-weekends", days=wording.days(days)),)
    return tuple(say("day-is-weekend", day=wording.day(day)) for day in days)
