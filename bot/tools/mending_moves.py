"""An entry that goes to another day: "move gull from monday to thursday", "déplace le portail de mardi à jeudi".

"From monday to thursday" reads as a range; behind such a verb it is where from and where to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import FULL_DAY
from bot.phrases import days_in
from bot.tools.absence_words import absences_in
from bot.tools.asides import said_besides
from bot.tools.grounding import only_project
from bot.tools.marks import days_named
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_MOVED = re.compile(
    r"\b(?:move|shift|reschedule|d[ée]place[rz]?|d[ée]cale[rz]?|bouge[rz]?|transf[éèe]re[rz]?)\b(?P<what>.+?)"
    r"\b(?:from|de|du|depuis)\s+(?P<old>.+?)\s+(?:to|onto|until|[àa]|au|vers|sur)\s+(?P<new>.+)$",
    re.IGNORECASE,
)
_OF_ENTRIES = ("delete_entries", "add_activities", "add_absence", "copy_entries")


def moved(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """The removal and the addition, where the whole message asks to move one project's whole days; else None."""
    found = _MOVED.search(text)
    if not calls or found is None or any(c.tool not in _OF_ENTRIES or c.arguments.get(REPLACES) for c in calls):
        return None
    subject, added = _subject(calls, text, situation)
    old, new = (_only_days(found[part], situation) for part in ("old", "new"))
    if not subject or not old or not new or said_besides(text[: found.start()]):
        return None
    left = set(days_named(old, situation.today))
    if not _are_whole(old, subject, situation) or any(left & set(line.change.days) for line in situation.pending):
        return None
    return (
        ToolCall(f"{calls[0].id}-0", "delete_entries", {**added[1], "dates": old}),
        ToolCall(f"{calls[0].id}-1", added[0], {**added[1], "dates": new}),
    )


def _subject(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[str, tuple[str, dict[str, str]]]:
    """The code of the only project or absence that the message names; the tool that adds it, and the name as typed."""
    project = only_project(text, situation.ledger.projects(), situation.today)
    reasons = {mark.text for mark in absences_in(text, situation.ledger.absence_reasons())}
    reasons = reasons or {str(call.arguments["reason"]) for call in calls if call.arguments.get("reason")}
    if project is not None and not reasons:
        return project[0].code, ("add_activities", {"project": text[slice(*project[1])]})
    if len(reasons) == 1 and project is None:
        reason = min(reasons)
        return reason, ("add_absence", {"reason": reason})
    return "", ("", {})


def _only_days(part: str, situation: Situation) -> str:
    """The days of a part that says nothing else; empty for any other."""
    spans = days_in(part, situation.today)
    if len(spans) != 1 or said_besides(part[: spans[0].start] + " " + part[spans[0].end :].rstrip(" ?!.")):
        return ""
    return spans[0].text


def _are_whole(dates: str, subject: str, situation: Situation) -> bool:
    """True where the project or the absence has these days whole: a part of a day would become a whole one."""
    days = days_named(dates, situation.today)
    standing = situation.ledger.entries(situation.email, min(days), max(days))
    mine = {entry.day: entry.percent for entry in standing if entry.subject == subject}
    return all(mine.get(day) == FULL_DAY for day in days)
