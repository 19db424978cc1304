"""Room that a line of the card made for another one moves with it.

Behind "apollo all week, sick wednesday" the message "sick was thursday" corrects the sick day alone; without code the
card would have 200 % on thursday and nothing on wednesday.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.marks import days_named
from bot.tools.mending_exchanges import SUBJECTS, subject_of
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import stands

_EXCEPT = " except "
"""Before what `bot.tools.mending_room` leaves out of a line's days."""


def with_room_moved(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """The call, where it is the only one and moves a line to other days, and each line that had left out the old days
    for it, with the new ones left out instead."""
    lines = [p for p in situation.pending if p.tool in ADDING]
    number = str(calls[0].arguments.get(REPLACES) or "") if len(calls) == 1 else ""
    line = next((p for p in lines if str(p.line) == number), None)
    if line is None or calls[0].tool != line.tool or _has_another_amount(calls[0], line):
        return list(calls)
    old, new = str(line.phrases.get("dates") or ""), str(calls[0].arguments.get("dates") or "")
    if not new or set(days_named(new, situation.today)) == set(line.change.days):
        return list(calls)
    others = [p for p in lines if p is not line]
    roomy = [(other, dates) for other in others if (dates := _with_room(other, old, new, situation))]
    parts = [(part, new) for part in others if any(_is_part_of(part, other, old) for other, _ in roomy)]
    return [calls[0], *(_again(other, dates, calls[0].id) for other, dates in [*roomy, *parts])]


def _with_room(line: Proposal, old: str, new: str, situation: Situation) -> str:
    """The line's days with the new ones left out in the place of the old; empty where it left out no such days, or
    does not reach the new ones."""
    whole, excepting, out = str(line.phrases.get("dates") or "").rpartition(_EXCEPT)
    if not excepting or not old or old not in out or stands(f"{excepting}{out}".strip(), situation.said):
        return ""  # what the person left out in so many words is not code's to move
    dates = f"{whole}{_EXCEPT}{out.replace(old, new, 1)}"
    base, taken = (set(days_named(phrase, situation.today)) for phrase in (whole, new))
    left, back = set(days_named(dates, situation.today)), set(days_named(old, situation.today)) & base
    free = situation.holidays(min(base), max(base)) if base else frozenset()  # a line has none of a range
    return dates if taken and taken <= base and left - free == (set(line.change.days) | back) - taken - free else ""


def _is_part_of(part: Proposal, line: Proposal, old: str) -> bool:
    """True for the half of the old day that the line had kept."""
    return part is not line and subject_of(part) == subject_of(line) and part.phrases.get("dates") == old


def _has_another_amount(call: ToolCall, line: Proposal) -> bool:
    said = call.arguments.get("percent")
    return bool(said) and said != line.phrases.get("percent")


def _again(line: Proposal, dates: str, call_id: str) -> ToolCall:
    kept = {name: str(line.phrases[name]) for name in (SUBJECTS[line.tool], "percent") if line.phrases.get(name)}
    return ToolCall(f"{call_id}-room-{line.line}", line.tool, {**kept, "dates": dates, REPLACES: str(line.line)})
