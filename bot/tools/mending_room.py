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
from bot.tools.shares import left_beside
from bot.tools.situation import Situation
from bot.tools.subjects import Subject, known_subject, subject_of
from bot.tools.tool import ADDING, REPLACES


@dataclass(frozen=True)
class _Work:
    """A call that adds new work or an absence, with its days, those that it names singly, and its amount if said."""

    call: ToolCall
    subject: Subject
    days: frozenset[date]
    named: frozenset[date]
    percent: int | None

    @property
    def is_whole(self) -> bool:
        """True where it takes all of its days."""
        return self.percent in (None, FULL_DAY)


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
    if len(beside) == 1 and beside[0].days == work.days:
        return [work.call if beside[0].is_whole else _with_the_rest(work.call, beside[0].percent)]
    taken = frozenset[date]().union(*(other.days for other in beside))
    if not taken < work.days or any(other.days & work.named for other in beside if other.is_whole):
        return [work.call]
    parts = _parts(work, beside, situation)
    left = _without(work, beside, situation)
    return [work.call] if left is None or parts is None else [left, *parts]


def _parts(work: _Work, beside: Sequence[_Work], situation: Situation) -> list[ToolCall] | None:
    """The work on the days of which other work has a part; None where it is not plain how much is left of each."""
    shares: dict[frozenset[date], list[_Work]] = {}
    for other in beside:
        if not other.is_whole:
            shares.setdefault(other.days, []).append(other)
    apart = sum(len(days) for days in shares) == len(frozenset[date]().union(*shares))
    whole = frozenset[date]().union(*(other.days for other in beside if other.is_whole))
    if not shares:
        return []
    if not apart or whole & frozenset[date]().union(*shares) or known_subject(work.call, situation) is None:
        return None  # an answer completes one call, and would not find both
    made = []
    for others in shares.values():
        percent = sum(other.percent or 0 for other in others)
        if percent < FULL_DAY:
            arguments = {**work.call.arguments, "dates": others[0].call.arguments["dates"]}
            part = replace(work.call, id=f"{work.call.id}-{others[0].call.id}", arguments=arguments)
            made.append(_with_the_rest(part, percent))
    return made


def _without(work: _Work, beside: Sequence[_Work], situation: Situation) -> ToolCall | None:
    """The work on its other days; None where no phrase says them."""
    dates = str(work.call.arguments.get("dates"))
    out = " and ".join(dict.fromkeys(str(other.call.arguments.get("dates")) for other in beside))
    left = work.days.difference(*(other.days for other in beside))
    for phrase in (f"{dates} except {out}", f"{dates} and {out}"):  # it may leave something out already
        reading = _read(phrase, situation)
        if reading and frozenset(reading.days) == left:
            return replace(work.call, arguments={**work.call.arguments, "dates": phrase})
    return None


def _with_the_rest(call: ToolCall, taken: int | None) -> ToolCall:
    return replace(call, arguments={**call.arguments, "percent": left_beside(taken or 0)})


def _work(call: ToolCall, situation: Situation) -> _Work | None:
    reading = _read(str(call.arguments.get("dates") or ""), situation)
    if call.tool not in ADDING or call.arguments.get(REPLACES) or reading is None:
        return None
    said = str(call.arguments.get("percent") or "")
    try:
        percent = read_percent(said) if said else None
    except PhraseError:
        return None
    if said and not percent:
        return None
    return _Work(call, subject_of(call, situation), frozenset(reading.days), reading.named, percent)


def _read(phrase: str, situation: Situation) -> Reading | None:
    try:
        return read_days(phrase, situation.today, ())
    except PhraseError:
        return None
