"""Answers to how much of a day each of several lines has (`bot.handlers.crowded`), and what becomes of the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import FULL_DAY, STEP
from bot.handlers.desk import new_id
from bot.phrases import PhraseError, amounts_in, read_percent
from bot.tools.marks import days_named
from bot.tools.mending_amounts import amounts_of_projects
from bot.tools.mending_room import with_room_for_each
from bot.tools.names import plain
from bot.tools.shares import REST, left_beside
from bot.tools.situation import Situation
from bot.tools.subjects import subject_of
from bot.tools.tool import ADDING

_EACH = re.compile(r"\b(?:for |pour )?(?:each|apiece|both|les deux|chacune?|chaque)\b(?: (?:of )?(?:them|one))?")
_IN_HALVES = re.compile(r"half (?:and |n )?half|50 50|fifty fifty|moitie (?:et )?moitie")
_EVENLY = re.compile(
    r"(?:split|share|divide)(?: (?:it|them|the day))?(?: (?:evenly|equally))?|evenly|equally|a parts egales"
)
_NUMBER = re.compile(r"(?:25|50|75|100)(?: percent| pct| pour cent)?")
_BEFORE_REST = re.compile(r"[\s,;&+]*(?:\b(?:and|et|then|puis)\b)?[\s,]*$", re.IGNORECASE)
Open = Sequence[tuple[ToolCall, list[str]]]
"""The calls that the person was asked about, each with the arguments asked for."""


def shares_are_asked(open_calls: Open) -> bool:
    """True where several lines crowded their days and the person was asked how much of them each has."""
    if len(open_calls) < 2:
        return False
    return all(
        names == ["percent"] and call.tool in ADDING and call.arguments.get("dates") for call, names in open_calls
    )


def shared_out(open_calls: Open, words: str, situation: Situation) -> tuple[list[ToolCall], list[str]]:
    """The calls with the shares that the words give them, and these shares as they are said in full; else none.

    "half each" gives all of them one; "apollo 75, zephyr 25" each its own; "apollo 75" leaves the other one of two the
    rest.
    """
    if not shares_are_asked(open_calls):
        return [], []
    calls = [replace(call, id=new_id()) for call, _ in open_calls]
    if share := _one_share(words, len(calls)):
        return [_with(call, share) for call in calls], [share]
    named = _by_project(calls, _without_the_rest(words, calls), situation)
    if len(named) == len(calls):
        return [_with(call, f"{named[n]} %") for n, call in enumerate(calls)], [f"{p} %" for p in named.values()]
    percent = next(iter(named.values()), 0)
    if len(named) == 1 and len(calls) == 2 and 0 < percent < FULL_DAY:
        parts = [f"{percent} %" if n in named else left_beside(percent) for n in range(len(calls))]
        return [_with(call, part) for call, part in zip(calls, parts, strict=True)], [f"{percent} %"]
    return [], []


def with_room_again(open_calls: Open, calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """The calls, and the lines that have room again since the answer changed the others: "sorry, zephyr was wed",
    "sick in the afternoon only". None where the answer is all that is left: "only apollo".
    """
    if not shares_are_asked(open_calls):
        return list(calls)
    asked = {subject_of(call, situation): call for call, _ in open_calls}
    changed = [c for c in calls if c.tool in ADDING and (c.arguments.get("dates") or c.arguments.get("percent"))]
    answers = [_completed(c, asked[about]) for c in changed if (about := subject_of(c, situation)) in asked]
    said = {subject_of(call, situation) for call in calls}
    left = {new_id(): call for subject, call in asked.items() if subject not in said}
    if not answers or len(said & set(asked)) + len(left) < len(asked):
        return list(calls)
    among = [*answers, *(replace(call, id=id_) for id_, call in left.items())]
    made = [call for call in with_room_for_each(among, situation) if call.id.split("-")[0] in left]
    taken = {day for call in answers for day in _days(call, situation)}
    return [*calls, *(call for call in made if call.arguments.get("percent") or not taken & _days(call, situation))]


def _completed(answer: ToolCall, asked: ToolCall) -> ToolCall:
    """The answer with the days that were asked about, where it names none."""
    return (
        answer if answer.arguments.get("dates") else replace(answer, arguments={**asked.arguments, **answer.arguments})
    )


def _one_share(words: str, count: int) -> str:
    """ "50 %" of "half each", and of "50/50" for two lines; empty for other words."""
    bare = " ".join(_EACH.sub(" ", plain(words)).split())
    if _EVENLY.fullmatch(bare) or (count == 2 and _IN_HALVES.fullmatch(bare)):
        share, over = divmod(FULL_DAY, count)
        return f"{share} %" if not over and share % STEP == 0 else ""
    if amounts_in(bare) != (bare,) and not _NUMBER.fullmatch(bare):
        return ""
    try:
        return f"{read_percent(bare)} %"
    except PhraseError:
        return ""  # "a third each"


def _without_the_rest(words: str, calls: Sequence[ToolCall]) -> str:
    """The "75 apollo" of "75 apollo, the rest zephyr"; all of the words where the rest is nothing's or another's."""
    rest = REST.search(words)
    behind = plain(words[rest.end() :]) if rest else ""
    subjects = {plain(str(call.arguments.get("project") or "")) for call in calls} - {""}
    if rest is None or (behind and not any(subject in behind for subject in subjects)):
        return words
    return _BEFORE_REST.sub("", words[: rest.start()])


def _by_project(calls: Sequence[ToolCall], words: str, situation: Situation) -> dict[int, int]:
    """The shares that the words give to projects, by the places of their calls."""
    at = {subject_of(call, situation): n for n, call in enumerate(calls)}
    found: dict[int, int] = {}
    for name, amount in amounts_of_projects(words, situation):
        place = at.get(("add_activities", name.project.code)) if name.project else None
        try:
            percent = read_percent(amount.text)
        except PhraseError:
            return {}
        if place is None or percent is None:
            return {}
        found[place] = percent
    return found


def _with(call: ToolCall, percent: str) -> ToolCall:
    return replace(call, arguments={**call.arguments, "percent": percent})


def _days(call: ToolCall, situation: Situation) -> set[date]:
    return set(days_named(str(call.arguments.get("dates") or ""), situation.today))
