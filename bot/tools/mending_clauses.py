"""The calls of a message that says several things, held against what its parts plainly say (bot.tools.clauses)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.tools.absence_words import absences_in
from bot.tools.clauses import Clause, Clauses, clauses_in
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named
from bot.tools.mending_days import is_readable
from bot.tools.mending_maybe import is_open
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_NEW_SUBJECT = re.compile(r"\s+(?:(?:i|i['’]?m|i['’]?ve|we|was|je|on)(?!\w)|j['’ ]|c['’][ée]tait)", re.IGNORECASE)
_EVERY_DAY = frozenset(["tous les jours", "chaque jour"])  # days of its own, though no span of the text
_PART_END = re.compile(r"[,;.\n]")


def as_said_in_parts(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls with the days and amounts of the parts that they are about; a part that no call took gets one, where
    nothing but a project, days and an amount was said in it.

    Untouched where the message is no plain list of projects with days, or the calls are about anything else.
    """
    found = plain_parts(calls, text, situation)
    if found is None:
        return tuple(calls)
    projects = situation.ledger.projects()
    by_code = {_project(call, projects): call for call in calls if call.tool == "add_activities"}
    typed = {project.code: word for word, project in loosely_named(text, situation)}
    made = [
        _about(clause, by_code.get(code) or _new(calls[0], n, typed.get(code, code)), found, situation.today)
        for n, clause in enumerate(found.of_projects)
        for code in (clause.project.code,)
        if clause.alone or code in by_code
    ]
    return (*made, *_absences(calls, found))


def plain_parts(calls: Sequence[ToolCall], text: str, situation: Situation) -> Clauses | None:
    """The parts of the message, where it is a plain list and each call is about one of its projects or an absence."""
    if not calls or any(not _is_simple(call) for call in calls):
        return None
    if any(is_open(span, text) for span in days_in(text, situation.today)):
        return None  # "sick today, maybe tomorrow, friday gull"
    projects = situation.ledger.projects()
    called = [(call, _project(call, projects)) for call in calls if call.tool == "add_activities"]
    codes = [code for _, code in called]
    if not called or "" in codes or len(set(codes)) < len(codes):
        return None
    by_code = {project.code: project for project in projects}
    written = [(str(call.arguments["project"]), by_code[code]) for call, code in called]
    found = clauses_in(text, written + loosely_named(text, situation), projects, situation.today)
    if found is None or not set(codes) <= {clause.project.code for clause in found.of_projects}:
        return None
    return found if len(found.apart) == len(calls) - len(called) else None  # each part without a project is an absence


def _is_simple(call: ToolCall) -> bool:
    return call.tool in ("add_activities", "add_absence") and not call.arguments.get(REPLACES)


def _project(call: ToolCall, projects: Sequence[Project]) -> str:
    """The code of the one project that the call names; empty when there is none or it is unclear."""
    found = candidates(str(call.arguments.get("project") or ""), named_projects(projects))
    return found[0].code if len(found) == 1 else ""


def _new(first: ToolCall, number: int, project: str) -> ToolCall:
    """A call for a part that the model left out."""
    return ToolCall(f"{first.id}-{number}", "add_activities", {"project": project})


def _about(clause: Clause, call: ToolCall, found: Clauses, today: date) -> ToolCall:
    """The call with what its part says."""
    written = str(call.arguments.get("dates") or "")
    more = _says_more(written, clause.dates, today) and not _takes(written, clause, found, today)
    dates = written if more or plain(written) in _EVERY_DAY else clause.dates
    said = {"dates": dates} | ({"percent": clause.amount} if clause.amount else {})
    return replace(call, arguments={**call.arguments, **said})


def _says_more(written: str, dates: str, today: date) -> bool:
    """True where the model read the part's days, perhaps with more: the "last week" that ends the message."""
    return set(plain(dates).split()) <= set(plain(written).split()) and is_readable(written, today)


def _takes(written: str, clause: Clause, found: Clauses, today: date) -> bool:
    """True where it holds the days of another part: the "monday, tuesday" of "gull monday, tuesday anchor"."""
    others = [other.dates for other in found.of_projects if other is not clause]
    others += [part.dates for part in found.apart]
    own = set(days_named(clause.dates, today))
    return any((set(days_named(dates, today)) - own) & set(days_named(written, today)) for dates in others)


def _absences(calls: Sequence[ToolCall], found: Clauses) -> list[ToolCall]:
    """The absences; where there is one, and one part without a project, the days are that part's."""
    absences = [call for call in calls if call.tool == "add_absence"]
    if len(absences) != 1 or len(found.apart) != 1:
        return absences
    return [replace(absences[0], arguments={**absences[0].arguments, "dates": found.apart[0].dates})]


# --- a clause that begins with a day ----------------------------------------------------------------------------------


def without_next_clause(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The "tuesday" of "gull monday, tuesday i was sick half the day" is not Gull's, and neither is the half."""
    return tuple(_cut(call, text, situation) for call in calls)


def _cut(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    dates = str(call.arguments.get("dates") or "")
    standing = places(dates, text)
    head, comma, _ = dates.rpartition(",")
    if call.tool != "add_activities" or not comma or len(standing) != 1 or not is_readable(head, situation.today):
        return call
    start, end = standing[0]
    clause = _PART_END.split(text[end:], maxsplit=1)[0]
    if not _NEW_SUBJECT.match(text, end) or not absences_in(clause, situation.ledger.absence_reasons()):
        return call
    cut = start + text[start:end].rindex(",")
    amount = str(call.arguments.get("percent") or "")
    keeps = any(place[0] < cut for place in places(amount, text))
    rest = {name: value for name, value in call.arguments.items() if name != "percent" or keeps}
    return replace(call, arguments={**rest, "dates": head})
