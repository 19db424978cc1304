"""Room for everything on a day: "apollo all week, sick wednesday", "gala thursday morning, lighting rig thursday".

Who names a week and something else on a day of it means the week without that day; and of a day that something else
takes a part of, nobody has a whole one, though no amount said means the whole day. What still takes more than a day is
asked about (`bot.handlers.crowded`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import FULL_DAY
from bot.phrases import PhraseError, Reading, read_days, read_percent
from bot.tools.shares import LEFT_OF_THE_DAY, rest_of_the_day
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_ADDING = ("add_activities", "add_absence")


@dataclass(frozen=True)
class _Work:
    """A call that adds new work or an absence, with its days, those that it names singly, and its amount if said."""

    call: ToolCall
    days: frozenset[date]
    named: frozenset[date]
    percent: int | None

    @property
    def subject(self) -> tuple[str, str]:
        arguments = self.call.arguments
        return self.call.tool, str(arguments.get("project") or arguments.get("reason") or "").casefold()


def with_room_for_each(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """The calls; work without an amount leaves other work of the same message its days, or its part of them."""
    works = [_work(call, situation) for call in calls]
    made: list[ToolCall] = []
    for call, work in zip(calls, works, strict=True):
        beside = [other for other in works if other and work and other is not work and other.days & work.days]
        made += _making_room(work, beside, situation) if work and beside else [call]
    return made


def _making_room(work: _Work, beside: Sequence[_Work], situation: Situation) -> list[ToolCall]:
    if work.percent is not None or any(other.subject == work.subject for other in beside):
        return [work.call]
    whole = [other for other in beside if other.percent in (None, FULL_DAY)]
    if not whole and len(beside) == 1 and beside[0].days >= work.days:
        return [_with_the_rest(work.call, situation)] if beside[0].days == work.days else [work.call]
    taken = frozenset().union(*(other.days for other in beside))
    if not taken < work.days or any(other.days & work.named for other in whole):
        return [work.call]
    left = _without(work, beside, situation)
    if left is None:
        return [work.call]
    parts = [other for other in beside if other.percent not in (None, FULL_DAY)]
    return [left, *(_part_beside(work, other, situation) for other in parts)]


def _without(work: _Work, beside: Sequence[_Work], situation: Situation) -> ToolCall | None:
    """The work on its other days; None where no phrase says them."""
    dates = str(work.call.arguments.get("dates"))
    out = " and ".join(str(other.call.arguments.get("dates")) for other in beside)
    left = work.days.difference(*(other.days for other in beside))
    for phrase in (f"{dates} except {out}", f"{dates} and {out}"):  # it may leave something out already
        reading = _read(phrase, situation)
        if reading and frozenset(reading.days) == left:
            return replace(work.call, arguments={**work.call.arguments, "dates": phrase})
    return None


def _part_beside(work: _Work, other: _Work, situation: Situation) -> ToolCall:
    """The work on the days of which something else has a part."""
    dates = other.call.arguments.get("dates")
    part = replace(work.call, id=f"{work.call.id}-{other.call.id}", arguments={**work.call.arguments, "dates": dates})
    return _with_the_rest(part, situation)


def _with_the_rest(call: ToolCall, situation: Situation) -> ToolCall:
    """Where one amount was said; of several, nobody knows which."""
    if rest_of_the_day(LEFT_OF_THE_DAY, situation) is None:
        return call
    return replace(call, arguments={**call.arguments, "percent": LEFT_OF_THE_DAY})


def _work(call: ToolCall, situation: Situation) -> _Work | None:
    reading = _read(str(call.arguments.get("dates") or ""), situation)
    if call.tool not in _ADDING or call.arguments.get(REPLACES) or reading is None:
        return None
    said = str(call.arguments.get("percent") or "")
    try:
        percent = read_percent(said) if said else None
    except PhraseError:
        return None
    return _Work(call, frozenset(reading.days), reading.named, percent) if percent or not said else None


def _read(phrase: str, situation: Situation) -> Reading | None:
    try:
        return read_days(phrase, situation.today, ())
    except PhraseError:
        return None
