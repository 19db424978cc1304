"""The weeks that words name: "last week", "la semaine prochaine", "week 42"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.tools.marks import days_named, days_under

NAMED_WEEK = re.compile(
    r"\b(?:(?:last|next|this|coming|following|previous|past) week|week \d{1,2}|cette semaine|semaine \d{1,2}"
    r"|semaine (?:prochaine|pass[ée]e|derni[èe]re|pro|suivante|d['’]avant))\b",
    re.IGNORECASE,
)
IS_DONE = re.compile(
    r"\b(?:done|finished|over|fine|good|ok|okay|thanks|thx|merci|bon|fini[es]?|termin[ée]e?|fait)\s*[,:]", re.IGNORECASE
)
"""What takes leave of a week: "last week is done, gull monday"."""
MOST_DAYS = 5
"""Of a week: Monday to Friday."""


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def the_week(days: Iterable[date]) -> date | None:
    """The Monday of the only week that has all of the days; None where they are in several, or none."""
    mondays = {monday_of(day) for day in days}
    return mondays.pop() if len(mondays) == 1 else None


def in_week(dates: str, monday: date, texts: Sequence[str], today: date) -> str:
    """The weekdays of a phrase as days of that week, in words of the texts; empty where none of them names it."""
    for text in reversed(texts):
        for week in NAMED_WEEK.finditer(text):
            within = days_under(week.group(), dates, today)
            if within and the_week(days_named(within, today)) == monday:
                return within
    return ""
