"""The rest of a week of which some days are named: "gull monday and tuesday, vela the rest of the week".

Alone, the rest of the week begins today (README of the evaluation). Beside days of the same week that include its
Monday it is all the others, and the Wednesday is not lost when somebody says so on a Thursday.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from bot.tools.marks import days_named
from bot.tools.utterance import stands
from bot.tools.weeks_said import monday_of

REST = re.compile(
    r"(?:(?:all|tout) )?(?:(?:the|le) )?(?:(?:rest|remainder) of (?:the|this) week|reste de (?:la|cette) semaine)",
    re.IGNORECASE,
)
_EXCEPT = " except "
_WHOLE = "this week"


def all_but(taken: Sequence[str], today: date) -> str:
    """The days of this week that nothing else has, in words; empty where these are not said so."""
    days = {day for phrase in taken for day in days_named(phrase, today)}
    monday = monday_of(today)
    if monday not in days or any(monday_of(day) != monday for day in days):
        return ""
    dates = f"{_WHOLE}{_EXCEPT}{', '.join(taken)}"
    left = days_named(dates, today)
    return dates if left and set(left) == set(days_named(_WHOLE, today)) - days else ""


def rest_of_week_said(phrase: str, days: Collection[date], texts: Sequence[str], today: date) -> bool:
    """True for "this week except monday, tuesday" where a text says these days, and the rest of the week."""
    whole, excepting, taken = phrase.partition(_EXCEPT)
    if whole != _WHOLE or not excepting or not days or set(days) - set(days_named(phrase, today)):
        return False
    return any(REST.search(text) and all(stands(part, [text]) for part in taken.split(", ")) for text in texts)
