"""The same thing twice on the same days: a doubled entry is the worst that a card can hold.

"I filled nothing this week. It is all gull, monday to today" has two phrases for the days of one thing; the one that
is said last is meant. And what has its amount once more without one is said with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.conversation import ToolCall
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_ADDING = ("add_activities", "add_absence")


def without_doubles(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls without those that put once more on a day what another one puts there."""
    left = list(calls)
    for call in calls:
        others = [other for other in left if other is not call]
        if call in left and any(_is_in(call, other, text, situation) for other in others):
            left.remove(call)
    return left


def _is_in(call: ToolCall, other: ToolCall, text: str, situation: Situation) -> bool:
    """True where the other one says all that this one does, and was said later or more fully."""
    subject = _subject(call, situation)
    if not subject or subject != _subject(other, situation):
        return False
    days, others = _days(call, situation), _days(other, situation)
    amount, others_amount = call.arguments.get("percent"), other.arguments.get("percent")
    if not days or not others:
        return False
    if days == others:
        return not amount
    if amount or others_amount or not (days < others or others < days):
        return False
    return _place(call, text) < _place(other, text)


def _subject(call: ToolCall, situation: Situation) -> tuple[str, str] | None:
    """The tool, and the code of the only project or the reason; None for what is no new line."""
    if call.tool not in _ADDING or call.arguments.get(REPLACES):
        return None
    if call.tool == "add_absence":
        return call.tool, str(call.arguments.get("reason") or "")
    typed = str(call.arguments.get("project") or "")
    found = candidates(typed, named_projects(situation.ledger.projects())) if typed else []
    return (call.tool, found[0].code) if len(found) == 1 else None


def _days(call: ToolCall, situation: Situation) -> set[date]:
    return set(days_named(str(call.arguments.get("dates") or ""), situation.today))


def _place(call: ToolCall, text: str) -> int:
    """Where its days are said last; before everything else where that is nowhere."""
    return max((start for start, _ in places(str(call.arguments.get("dates") or ""), text)), default=-1)
