"""A month that is said apart from its days: "et le 31 aussi, l'après-midi. du mois de décembre bien sûr"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Month
from bot.phrases import PhraseError, amounts_in, days_in, read_month
from bot.phrases.spans import Span
from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.asides import said_besides
from bot.tools.marks import FEWEST_OF_A_MONTH, days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING
from bot.tools.utterance import places

_NUMBER = r"(?:(?:the|le|les|on|du|from|de)\s+)*\d{1,2}(?:st|nd|rd|th|er)?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*(?:,|and|et|&|\+|to|au|till|until|-|–)\s*{_NUMBER})*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = """too also aussi as well i mean of in course that is only just uniquement seulement juste bien sur
    of du de mois month the le l la je veux dire en then donc and et for pour"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_OF_SOMETHING_ELSE = re.compile(r"\b(?:report|timesheet|rapport|cra|month|mois)\w*\b[^,;.!?]*[,;.!?]", re.IGNORECASE)
"""What has ended before a month: "submit my report, in april i am away"."""
_EDGE = re.compile(r"[,;:!?\n]|[.](?=\s|$)|\b(?:and|but|et|mais)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:reports?|timesheets?|rapports?|cra|releves?|month|mois|submit\w*|hand\w*|send|withdraw\w*|reopen\w*|take"
    r"|soumet\w*|rend[sre]?|envo\w+|retire\w*|rouvr\w*|recupere\w*)\b"
)
_OF_REPORTS = ("submit_report", "withdraw_report")


def with_the_month_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The only call's bare numbers as days of the only month that the message names, right behind them.

    Between the two may stand an amount and words that say nothing else.
    """
    if len(calls) != 1 or calls[0].tool not in ADDING:
        return list(calls)
    call = calls[0]
    dates = str(call.arguments.get("dates") or "").strip()
    month = _behind(dates, text) if _NUMBERS.fullmatch(dates) else ""
    whole = f"{dates} {month}"
    days = days_named(whole, situation.today) if month else ()
    if not days or len({Month.of(day) for day in days}) != 1:
        return list(calls)
    return [replace(call, arguments={**call.arguments, "dates": whole})]


def with_the_month_of_the_report(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Withdraw my apirl report": a report without a month is of the only days that the message names, if a month."""
    spans = [span for span in days_in(text, situation.today) if plain(span.text) != "mon"]  # "mon rapport"
    if len(calls) != 1 or calls[0].tool not in _OF_REPORTS or calls[0].arguments.get("month") or len(spans) != 1:
        return list(calls)
    try:
        read_month(spans[0].text, situation.today)
    except PhraseError:
        return list(calls)
    if len(days_named(spans[0].text, situation.today)) < FEWEST_OF_A_MONTH:
        return list(calls)
    if _OF_SOMETHING_ELSE.search(text[: spans[0].start]):
        return list(calls)
    return [replace(calls[0], arguments={**calls[0].arguments, "month": spans[0].text})]


def _is_of_the_report(span: Span, text: str) -> bool:
    """True for "my report of april" and a mere "april"; not for "submit my report, in april I am away"."""
    begun = [edge.end() for edge in _EDGE.finditer(text, 0, span.start)]
    ended = _EDGE.search(text, span.end)
    ahead, behind = text[begun[-1] if begun else 0 : span.start], text[span.end : ended.start() if ended else len(text)]
    return bool(_REPORT.search(plain(f"{ahead} {behind}"))) or not said_besides(f"{ahead} {behind}")


def _behind(dates: str, text: str) -> str:
    """The month in its own letters; empty where the message names another, or says anything between."""
    named = [match for match in _WORD.finditer(text) if plain(match.group()) in MONTH_NAMES and match.group() != "may"]
    standing = places(dates, text)
    if len(named) != 1 or len(standing) != 1 or named[0].start() < standing[0][1]:
        return ""
    between = text[standing[0][1] : named[0].start()]
    for amount in amounts_in(between):
        between = between.replace(amount, " ", 1)
    return named[0].group() if not set(plain(between).split()) - _BETWEEN else ""
