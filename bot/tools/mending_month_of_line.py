"""The month of what waits: "et le 28 aussi" behind "vacances du 21 au 24 décembre" is in December.

A number alone would be a day of this month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import days_in
from bot.phrases.vocabulary import MONTH_NAMES
from bot.tools.days_left import NUMBERS
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import stands

_WORD = re.compile(r"[^\W\d_]+")


def with_the_month_of_the_line(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls that add to, or correct, what waits, with the month that its words name, where they name none."""
    if any(plain(word) in MONTH_NAMES or plain(word) in ("month", "mois") for word in _WORD.findall(text)):
        return list(calls)
    return [_in_its_month(call, text, situation) for call in calls]


def _in_its_month(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    if call.tool not in ADDING or not NUMBERS.fullmatch(dates) or not stands(dates, [text]):
        return call
    if any(not NUMBERS.fullmatch(span.text) for span in days_in(text, situation.today)):
        return call  # "yesterday, the 10th"
    lines = [line for line in situation.pending if _is_about(call, line, situation)]
    newest = max(lines, key=lambda line: line.line, default=None)
    month = _month_of(newest, situation) if newest else ""
    within = f"{dates} {month}"
    days = set(days_named(within, situation.today)) if month else set()
    if not days or newest is None or {d.month for d in days} != {d.month for d in newest.change.days}:
        return call
    alone = set(days_named(dates, situation.today))
    if days & alone or (all(day.weekday() > 4 for day in days) and not all(day.weekday() > 4 for day in alone)):
        return call  # it is that month already, or a weekend there
    return replace(call, arguments={**call.arguments, "dates": within})


def _is_about(call: ToolCall, line: Proposal, situation: Situation) -> bool:
    """True for the line that is replaced, and for one of the same project or reason."""
    if str(call.arguments.get(REPLACES) or "") == str(line.line):
        return True
    if call.tool != line.tool:
        return False
    if call.tool == "add_absence":
        return call.arguments.get("reason") == line.arguments.get("reason")
    found = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    return [project.code for project in found] == [line.arguments.get("project")]


def _month_of(line: Proposal, situation: Situation) -> str:
    """The only month that the words of the line name; empty where they name none or are no days."""
    phrase = str(line.phrases.get("dates") or "")
    named = [word for word in _WORD.findall(phrase) if plain(word) in MONTH_NAMES and word.casefold() != "may"]
    return named[0] if len(named) == 1 and days_in(phrase, situation.today) else ""
