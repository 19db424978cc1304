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

_EXCEPT = " except "
"""Before what `bot.tools.mending_room` leaves out of a line's days."""


def with_room_moved(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """The calls, and each line that left out the days of a corrected one, with the new days left out instead."""
    lines = {str(p.line): p for p in situation.pending if p.tool in ADDING}
    corrected = {str(call.arguments.get(REPLACES) or "") for call in calls}
    staying = [line for number, line in lines.items() if number not in corrected]
    moved = list[ToolCall]()
    for call in calls:
        line = lines.get(str(call.arguments.get(REPLACES) or ""))
        if line is not None and call.tool == line.tool and not _has_another_amount(call, line):
            moved += _moved(line, str(call.arguments.get("dates") or ""), staying, situation)
    return [*calls, *moved]


def _moved(line: Proposal, new: str, staying: Sequence[Proposal], situation: Situation) -> list[ToolCall]:
    old = str(line.phrases.get("dates") or "")
    if not new or set(days_named(new, situation.today)) == set(line.change.days):
        return []
    made = list[ToolCall]()
    for other in staying:
        dates = _with_room(other, old, new, situation)
        if not dates:
            continue
        made.append(_again(other, dates))
        made += [_again(part, new) for part in staying if _is_part_of(part, other, old)]
    return made


def _with_room(line: Proposal, old: str, new: str, situation: Situation) -> str:
    """The line's days with the new ones left out in the place of the old; empty where it left out no such days, or
    does not reach the new ones."""
    whole, excepting, out = str(line.phrases.get("dates") or "").rpartition(_EXCEPT)
    if not excepting or not old or old not in out:
        return ""
    dates = f"{whole}{_EXCEPT}{out.replace(old, new, 1)}"
    base, taken = (set(days_named(phrase, situation.today)) for phrase in (whole, new))
    left = set(days_named(dates, situation.today))
    back = set(days_named(old, situation.today)) & base
    return dates if taken and taken <= base and left == (set(line.change.days) | back) - taken else ""


def _is_part_of(part: Proposal, line: Proposal, old: str) -> bool:
    """True for the half of the old day that the line had kept."""
    return part is not line and subject_of(part) == subject_of(line) and part.phrases.get("dates") == old


def _has_another_amount(call: ToolCall, line: Proposal) -> bool:
    said = call.arguments.get("percent")
    return bool(said) and said != line.phrases.get("percent")


def _again(line: Proposal, dates: str) -> ToolCall:
    kept = {name: str(line.phrases[name]) for name in (SUBJECTS[line.tool], "percent") if line.phrases.get(name)}
    return ToolCall(f"room-{line.line}", line.tool, {**kept, "dates": dates, REPLACES: str(line.line)})
