"""A month at a glance: a row for each week, a sign beside each day, and below it what the signs mean and how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from bot.domain.card import ReportDay
from bot.words import say

# Of the characters that every monospace font has at the same width; told apart by shape, not by colour.
SIGNS = {"reported": "●", "partly": "½", "missing": "!", "absent": "○", "holiday": "*", "weekend": "–", "ahead": "·"}
ANY_MONDAY = date(2024, 1, 1)
WEEK = range(7)
CELL = 5
GAP = "  "


def month_grid(days: Sequence[ReportDay], today: date | None) -> str:
    """The grid, with the names of the weekdays above; empty for no days."""
    if not days:
        return ""
    weeks = [list(week) for _, week in groupby(days, key=lambda day: day.day.isocalendar()[:2])]
    return "\n".join([_heading(), *(_week(week, today) for week in weeks)])


def _heading() -> str:
    names = (say("calendar-weekday", day=ANY_MONDAY + timedelta(days=n)) for n in WEEK)
    return GAP.join(f" {name[: CELL - 1]}".ljust(CELL) for name in names).rstrip()


def _week(days: Sequence[ReportDay], today: date | None) -> str:
    found = {day.day.weekday(): day for day in days}
    return GAP.join(_cell(found[n], today) if n in found else " " * CELL for n in WEEK).rstrip()


def _cell(day: ReportDay, today: date | None) -> str:
    number, sign = f"{day.day.day:>2}", SIGNS.get(day.state, SIGNS["ahead"])
    return f"[{number}]{sign}" if day.day == today else f" {number} {sign}"


def legend(days: Sequence[ReportDay], today: date | None) -> str:
    """The signs that stand in the grid, with their meaning and how many there are; weekends are not counted."""
    counts = Counter(day.state for day in days)
    parts = [f"{sign} {_meaning(state, counts[state])}" for state, sign in SIGNS.items() if counts[state]]
    is_here = any(day.day == today for day in days)
    return "   ".join(parts) + (f"   {say('calendar-today')}" if is_here else "")


def _meaning(state: str, count: int) -> str:
    names = {
        "reported": say("state-reported"),
        "partly": say("state-partly"),
        "missing": say("state-missing"),
        "absent": say("state-absent"),
        "holiday": say("state-holiday"),
        "weekend": say("state-weekend"),
        "ahead": say("state-ahead"),
    }
    return names[state] if state == "weekend" else say("state-count", count=count, state=names[state])
