"""Days that count as said although their phrase stands in no message as a whole: code has put it together from words of
one message or of several. Each rule looks for those words itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.tools.days_left import (
    day_of_a_but_clause,
    days_left_said,
    days_of_a_month_said,
    days_of_a_week_said,
    days_to_another_end_said,
    week_of_a_project_said,
)
from bot.tools.grounding import Calendar, days_said
from bot.tools.month_before import days_of_the_month_before_said
from bot.tools.past_days import days_over_said
from bot.tools.rest_of_week import rest_of_week_said


def said_in_other_words(
    phrase: str, days: Sequence[date], texts: Sequence[str], today: date, holidays: Collection[date]
) -> bool:
    """True where the texts (newest last, without the names of projects) say these days in one of the known ways."""
    return (
        day_of_a_but_clause(days, texts, today, holidays)
        or days_left_said(phrase, days, texts, today, holidays)
        or days_to_another_end_said(phrase, texts, today)
        or days_of_a_week_said(phrase, days, texts, today)
        or days_of_a_month_said(phrase, days, texts, today)
        or days_of_the_month_before_said(phrase, days, texts, today)
        or _all_but_of_a_month(phrase, days, texts, today, holidays)
        or days_over_said(phrase, texts, today)
        or rest_of_week_said(phrase, days, texts, today)
        or week_of_a_project_said(phrase, texts)
    )


def _all_but_of_a_month(
    phrase: str, days: Sequence[date], texts: Sequence[str], today: date, holidays: Collection[date]
) -> bool:
    """True for "all november except fridays of november", where a text says "all november gull, fridays vela"."""
    whole, excepting, taken = phrase.partition(" except ")
    calendar = Calendar(today, holidays)
    meant, out = calendar.days(whole), calendar.days(taken)
    if not excepting or not out or set(days) != meant - out:
        return False
    is_said = days_said(whole, sorted(meant), texts, today, holidays)
    return is_said and days_of_the_month_before_said(taken, out, texts, today)
