"""Phrases as months, for what is done with a whole report: "october", "my june report", "last month"."""

import re
from datetime import date
from typing import Final

from bot.phrases import calendar as cal
from bot.phrases import nodes as n
from bot.phrases.grammar import parse
from bot.phrases.reading import named_span
from bot.phrases.refusal import DaysUnknown, PhraseError
from bot.phrases.spelling import plain
from bot.words import say

_ABOUT_REPORTS: Final = re.compile(
    r"\b(?:mon|ma|mes|my|your|our|notre|'s)\s+(?=\w+\s+(?:report|timesheet|cra|sheet)|rapport|cra|feuille)"
    r"|\b(?:reports?|timesheets?|time reports?|rapports?|cra|compte[- ]rendu(?: d'activite)?|my|mine|month of)\b"
)


def read_month(phrase: str, today: date) -> tuple[int, int]:
    """Year and month that the phrase names, or in which its days lie. Raises PhraseError."""
    text = _ABOUT_REPORTS.sub(" ", plain(phrase))
    shown = " ".join(phrase.split())
    if not text.strip(" .,!?'\""):
        raise PhraseError(say("month-not-named"))
    try:
        nodes = [entry.node for entry in parse(text).entries]
        first, last = named_span(text, today)
    except DaysUnknown as error:
        raise PhraseError(say("month-unknown", phrase=shown)) from error
    if len(nodes) == 1 and isinstance(nodes[0], n.Day) and nodes[0].numeral:
        raise PhraseError(say("month-only-number", phrase=shown))
    months = {(day.year, day.month) for day in cal.days_between((first, last))[:400]}
    if len(months) > 1:
        raise PhraseError(say("month-several", phrase=shown))
    return months.pop()
