"""Days of which one is meant: "wed or thu next week", "lundi ou bien mardi"."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import pairwise

from bot.phrases import PhraseError, days_in, is_weekdays, read_days
from bot.phrases.spans import Span
from bot.tools.names import plain

_EITHER = re.compile(
    r"\W*\b(?:or|ou)\b"
    r"(?:\W+(?:maybe|perhaps|possibly|else|even|peut[- ][eê]tre|[ée]ventuellement|bien|on|for|the|le|pour))*\W*",
    re.IGNORECASE,
)


def either_spans(text: str, today: date) -> tuple[tuple[Span, Span], ...]:
    """The day phrases of which one or the other is meant, in pairs."""
    pairs = pairwise(days_in(text, today))
    return tuple(pair for pair in pairs if _EITHER.fullmatch(text[pair[0].end : pair[1].start]))


def open_days(text: str, today: date, holidays: Collection[date]) -> tuple[date, ...]:
    """The days between which a message leaves the choice, in the order of the calendar; none where it leaves none.

    In "wed or thu next week" both are of next week, as in "wed and thu next week". Longer spans are no choice between
    days, and nothing is open that is said again without the other: "wed or thu, no wait thu".
    """
    pairs, spans = either_spans(text, today), days_in(text, today)
    either = [span for span in spans if any(span in pair for pair in pairs)]
    if not either or {plain(span.text) for span in spans if span not in either} & {plain(s.text) for s in either}:
        return ()
    try:
        days = read_days(" and ".join(span.text for span in either), today, holidays).days
    except PhraseError:
        return ()
    return days if len(days) == len(either) else ()


def chosen_days(phrase: str, choice: Collection[date], days: Collection[date]) -> tuple[date, ...]:
    """Of the days of a choice those that bare weekdays name: the thursday of next week, where that stood to choose.

    `days`: what the phrase means by itself. None where it names a day that is no part of the choice.
    """
    if not is_weekdays(phrase):
        return ()
    named = {day.weekday() for day in days}
    meant = tuple(day for day in choice if day.weekday() in named)
    return meant if len(meant) == len(named) else ()
