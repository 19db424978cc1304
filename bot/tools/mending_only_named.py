"""The only project or days that a message names are what its only call is about, whatever a model copied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.phrases.spans import Span
from bot.tools.grounding import project_places
from bot.tools.left_alone import without_left_alone
from bot.tools.marks import days_named
from bot.tools.mending_days_named import beside_its_line, on_the_days_named
from bot.tools.mending_names import is_no_name
from bot.tools.mending_negation import denies, with_exception
from bot.tools.names import candidates, plain, stands_in
from bot.tools.names import named_projects as all_names
from bot.tools.registry import written_slots
from bot.tools.removals import may_be_removed
from bot.tools.situation import Situation
from bot.tools.slots import Days
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_EVERYTHING = frozenset(("everything", "tout"))
_EXCEPTING = frozenset(("except", "but", "keep", "sauf", "garde", "garder", "mais"))
OF_EVERYTHING = _EVERYTHING | _EXCEPTING | frozenset(("all", "whole", "toute", "tous"))
OF_PROJECTS = ("add_activities", "delete_entries")


def with_corrected_days(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """A correction that repeats only what was said before is about the only days that the message names."""
    if (together := on_the_days_named(calls, text, situation)) is not None:
        return together
    if len(calls) != 1 or not calls[0].arguments.get(REPLACES) or not written_slots(calls[0].tool, Days):
        return calls
    if excepted := with_exception(calls[0], text, situation):
        return [excepted]
    repeated = [str(v) for name, v in calls[0].arguments.items() if name != REPLACES and v]
    found = days_in(text, situation.today)
    if (beside := beside_its_line(calls[0], found, text, situation)) is not None:
        return [beside]
    days = _other_days(calls[0], found, situation)
    if _goes_on_from_its_line(calls[0], days, situation):
        return calls
    if len(days) != 1 or (len(found) == 1 and any(stands_in(value, [text]) for value in repeated)):
        return calls
    return [replace(calls[0], arguments={**calls[0].arguments, written_slots(calls[0].tool, Days)[-1]: days[0].text})]


def _goes_on_from_its_line(call: ToolCall, days: Sequence[Span], situation: Situation) -> bool:
    """True for "tomorrow and friday" in place of a line for tomorrow, of which the message names the friday."""
    line = next((p for p in situation.pending if p.line == replaced_line(call)), None)
    written = set(days_named(str(call.arguments.get("dates") or ""), situation.today))
    more = {day for span in days for day in days_named(span.text, situation.today)}
    return line is not None and bool(more) and written == set(line.change.days) | more and more != written


def _other_days(call: ToolCall, days: Sequence[Span], situation: Situation) -> Sequence[Span]:
    """What a correction that changes nothing can mean: not the days that the line has already ("rather thursday, my
    wife works on friday")."""
    line = next((p for p in situation.pending if p.line == replaced_line(call)), None)
    slot = written_slots(call.tool, Days)[-1]
    same = line and days_named(str(call.arguments.get(slot) or ""), situation.today) == line.change.days
    rest = {name: plain(str(value)) for name, value in call.arguments.items() if value and name not in (slot, REPLACES)}
    if len(days) != 2 or not line or not same:
        return days
    if any(plain(str(line.phrases.get(name) or "")) != value for name, value in rest.items()):
        return days
    return [span for span in days if days_named(span.text, situation.today) != line.change.days]


def named_projects(text: str, situation: Situation) -> list[Project]:
    """The projects whose code or name stands in `text`, in the order in which they are said."""
    found = [(project_places(p, text, situation.today), p) for p in situation.ledger.projects()]
    return [project for places, project in sorted((f for f in found if f[0]), key=lambda f: f[0][0])]


def with_the_project_named(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The only call of a message is about the only project that the message names, not about an earlier one or none."""
    if len(calls) != 1 or calls[0].tool not in OF_PROJECTS:
        return calls
    phrase = str(calls[0].arguments.get("project") or "")
    missing = calls[0].tool == "add_activities" and not calls[0].arguments.get(REPLACES)
    if not phrase and (not missing or denies(text)):
        return calls
    named = named_projects(text, situation)
    if len(named) != 1 or (stands(phrase, [text]) and not is_no_name(phrase, situation)):
        return calls
    if calls[0].tool == "delete_entries" and not may_be_removed(named[0], calls[0], text, situation):
        return calls  # "wipe monday but keep gull"
    return [replace(calls[0], arguments={**calls[0].arguments, "project": named[0].code})]


def with_what_is_deleted(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """A deletion of nothing in particular is of the only project that the message names and no other call is about; one
    of everything is of no project that was only spoken of before."""
    calls = [_of_everything(call, text, situation) for call in calls]
    bare = [c for c in calls if c.tool == "delete_entries" and not c.arguments.keys() & {"project", "reason", REPLACES}]
    if len(bare) != 1 or set(plain(text).split()) & OF_EVERYTHING:
        return calls
    taken = [str(call.arguments.get("project") or "") for call in calls]
    left = [
        project
        for project in named_projects(without_left_alone(text, situation.today), situation)
        if not any(project in candidates(name, all_names(situation.ledger.projects())) for name in taken)
    ]
    if len(left) != 1 or not may_be_removed(left[0], bare[0], text, situation):
        return calls
    amended = replace(bare[0], arguments={**bare[0].arguments, "project": left[0].code})
    return [amended if call is bare[0] else call for call in calls]


def _of_everything(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "And everything on 27 aug" behind the deletion of a project."""
    words = set(plain(text).split())
    if call.tool != "delete_entries" or not words & _EVERYTHING or words & _EXCEPTING:
        return call
    if stands(str(call.arguments.get("project") or ""), [text]) or named_projects(text, situation):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "project"})


def replaced_line(call: ToolCall) -> int | None:
    """The number of the pending line that the model says it corrects, or None."""
    number = re.search(r"(?<!\d)\d{1,4}(?!\d)", str(call.arguments.get(REPLACES, "")))
    return int(number.group()) if number else None
