"""Phrases as months, for what is done with a whole report: "october", "my june report", "last month"."""

import re
from datetime import date
from typing import Final

from bot.phrases import calendar as cal
from bot.phrases import nodes as n
from bot.phrases.grammar import parse
from bot.phrases.reading import named_span
from bot.phrases.refusal import PhraseError
from bot.phrases.spelling import plain

_ABOUT_REPORTS: Final = re.compile(
    r"\b(?:mon|ma|mes|my|your|our|notre|'s)\s+(?=\w+\s+(?:report|timesheet|cra|sheet)|rapport|cra|feuille)"
    r"|\b(?:reports?|timesheets?|time reports?|rapports?|cra|compte[- ]rendu(?: d'activite)?|my|mine|month of)\b"
)


def read_month(phrase: str, today: date) -> tuple[int, int]:
    """Year and month that the phrase names, or in which its days lie. Raises PhraseError."""
    text = _ABOUT_REPORTS.sub(" ", plain(phrase))
    shown = " ".join(phrase.split())
    if not text.strip(" .,!?'\""):
        raise PhraseError('I do not know which month is meant. Try "this month", "october" or "2026-10".')
    try:
        nodes = [entry.node for entry in parse(text).entries]
        first, last = named_span(text, today)
    except PhraseError as error:
        if error.reason.startswith("I do not know which days"):
            reason = f'I do not know which month "{shown}" means. Try "this month", "october" or "2026-10".'
            raise PhraseError(reason) from error
        raise
    if len(nodes) == 1 and isinstance(nodes[0], n.Day) and nodes[0].numeral:
        raise PhraseError(f'I do not know which month "{shown}" is. Name it, for example "october" or "2026-10".')
    months = {(day.year, day.month) for day in cal.days_between((first, last))[:400]}
    if len(months) > 1:
        raise PhraseError(f'"{shown}" lies in more than one month. Name one, for example "october".')
    return months.pop()
