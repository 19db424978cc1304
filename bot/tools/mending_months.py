"""A month that is said apart from its days: "et le 31 aussi … du mois de décembre", or on the card before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import Month
from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_NUMBER = r"(?:(?:the|le|les|on|du|from|de)\s+)*\d{1,2}(?:st|nd|rd|th|er)?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*(?:,|and|et|&|\+|to|au|till|until|-|–)\s*{_NUMBER})*", re.IGNORECASE)
_OF_A_MONTH = re.compile(
    rf"\b(?:of|in|en|mois d|mois de)\s+({'|'.join(word for word in MONTH_NAMES if word != 'may')})\b"
)
_ALSO = re.compile(r"\b(?:also|too|as well|aussi|egalement|same|pareil|idem|likewise)\b")
_WORD = re.compile(r"[^\W\d_]+")


def with_the_month_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Bare numbers as days of the only month that the message says, or of the line that they are added to."""
    return [_with_month(call, text, situation) for call in calls]


def _with_month(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if not _NUMBERS.fullmatch(dates.strip()):
        return call
    month = _said(text) or ("" if call.arguments.get(REPLACES) else _of_the_line(call, text, situation))
    whole = f"{dates.strip()} {month}"
    days = days_named(whole, situation.today) if month else ()
    if not days or len({Month.of(day) for day in days}) != 1:
        return call
    return replace(call, arguments={**call.arguments, "dates": whole})


def _said(text: str) -> str:
    """The only month that the text names behind "of" or "in", in its own letters."""
    found = {match[1] for match in _OF_A_MONTH.finditer(plain(text))}
    named = [word for word in _WORD.findall(text) if plain(word) in MONTH_NAMES]
    return named[0] if len(found) == 1 and {plain(word) for word in named} == found else ""


def _of_the_line(call: ToolCall, text: str, situation: Situation) -> str:
    """The month of the newest line about the same thing, where the message adds to it ("le 31 aussi")."""
    lines = [line for line in situation.pending if line.tool == call.tool]
    if not lines or not _ALSO.search(plain(text)) or not _is_alike(call, lines[-1]):
        return ""
    months = {Month.of(day) for day in lines[-1].change.days}
    if len(months) != 1 or Month.of(situation.today) in months:
        return ""
    said = [word for word in _WORD.findall(str(lines[-1].phrases.get("dates") or "")) if plain(word) in MONTH_NAMES]
    return said[0] if len(said) == 1 else ""


def _is_alike(call: ToolCall, line: Proposal) -> bool:
    names = [name for name in ("project", "reason") if call.arguments.get(name)]
    return all(plain(str(call.arguments[name])) == plain(str(line.phrases.get(name) or "")) for name in names)
