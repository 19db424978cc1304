"""Absences: paid leave, sickness and whatever other reasons the ledger knows."""

from __future__ import annotations

from typing import Annotated

from bot.domain.proposal import Change
from bot.domain.timesheet import FULL_DAY, Entry
from bot.phrases import Reading
from bot.tools import wording
from bot.tools.activities import day_warnings
from bot.tools.situation import Draft, Situation
from bot.tools.slots import Days, Percent, Reason
from bot.tools.tool import writes


@writes
def add_absence(
    situation: Situation,
    *,
    reason: Annotated[str, Reason()],
    dates: Annotated[Reading, Days()],
    percent: Annotated[int, Percent()] = FULL_DAY,
) -> Draft:
    """Mark days as absent on the person's own report: leave, sickness and the like."""
    added = tuple(Entry(situation.email, day, percent, reason=reason) for day in dates.days)
    label = next(wording.reason(r) for r in situation.ledger.absence_reasons() if r.code == reason)
    return Draft(Change(situation.email, added=added), label, f"{percent} %", day_warnings(dates, situation))
