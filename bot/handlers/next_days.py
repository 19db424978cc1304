"""The days that come next after those of a written line, as far as there is room on them for the same.

One day leads to the next working day that has room; a whole week, or some days of one, to the same of the next week.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar import week_of, working_days
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import FULL_DAY, Entry, Month
from bot.handlers.desk import Desk

REPEATABLE = frozenset({"add_activities", "add_absence"})
SOON = 7  # calendar days in which the next day with room is looked for


@dataclass(frozen=True)
class Room:
    """What stands on days or waits for them, and the months in which nothing more can be written."""

    entries: tuple[Entry, ...]
    submitted: Collection[Month]

    def has(self, entry: Entry, day: date) -> bool:
        """True when the same as `entry` may stand on `day` as well."""
        there = [e for e in self.entries if e.day == day]
        fits = sum(e.percent for e in there) + entry.percent <= FULL_DAY
        return fits and all(e.subject != entry.subject for e in there) and Month.of(day) not in self.submitted


def room_on(owner: str, days: Collection[date], desk: Desk) -> Room:
    """Look at these days of somebody's."""
    waiting = desk.store.proposals(owner=owner, states=(ProposalState.PENDING, ProposalState.APPROVED))
    added = (entry for p in waiting for entry in p.change.added)
    books = desk.books(owner, sorted({Month.of(day) for day in days}))
    return Room((*desk.entries_on(owner, sorted(days)), *added), books.submitted)


def next_days(written: Sequence[Proposal], desk: Desk) -> Mapping[str, tuple[date, ...]]:
    """By proposal the days for which the same can be proposed; a proposal without any is left out."""
    repeatable = [p for p in written if p.tool in REPEATABLE and p.change.added]
    wanted = {p.id: _candidates(p, desk) for p in repeatable}
    everything = {day for days in wanted.values() for day in days}
    if not everything:
        return {}
    room = room_on(repeatable[0].owner, everything, desk)
    found = {p.id: _with_room(p, wanted[p.id], room) for p in repeatable}
    return {id_: days for id_, days in found.items() if days}


def _with_room(proposal: Proposal, days: Sequence[date], room: Room) -> tuple[date, ...]:
    free = tuple(day for day in days if room.has(proposal.change.added[0], day))
    return free[:1] if len(proposal.change.days) == 1 else free


def _candidates(proposal: Proposal, desk: Desk) -> tuple[date, ...]:
    """The working days that come next: after one day those of a week, after a week those of the next one that are
    meant. A line over more than a week has none."""
    days = proposal.change.days
    week, soon = week_of(days[0]), timedelta(days=SOON)
    if days[-1] not in week:
        return ()
    employee = desk.ledger.employee(proposal.owner)
    holidays = desk.holidays.between(employee.country if employee else "", week[0], week[-1] + soon)
    if len(days) == 1:
        return working_days((days[0] + timedelta(days=n) for n in range(1, SOON + 1)), holidays)
    is_whole = set(working_days(week, holidays)) <= set(days)
    meant = {day.weekday() for day in days}
    following = working_days((day + soon for day in week), holidays)
    return tuple(day for day in following if is_whole or day.weekday() in meant)
