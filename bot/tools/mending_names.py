"""Names as the person said them, where a model copied too little or too much of one, or took one for another thing.

A name that is cut short is completed, one that is too long shortened; the "sept" of "Oscar Sept" is no day; "the
project" is no name; an absence called as a project is an absence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.tools.absence_words import reason_named
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.grounding import is_ordinary, project_places, without_names
from bot.tools.names import FILLER, candidates, named_employees, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_OF_PROJECTS = ("add_activities", "delete_entries", "assign_project")
_BESIDE_NAMES = """takes took taking needs needed gets only again still please seulement encore prend were was is are
    been then those these puis pis"""
_NO_NAMES = FILLER - {"one", "client", "customer"} | frozenset(_BESIDE_NAMES.split())
"""Words that are hardly part of a project's name."""
_NOT_SO = NO_PLAIN_LIST | {"t", "dont"}
_NON_STOP = re.compile(r"\bnon stop\b")
_ASSIGNING = re.compile(
    r"\b(?:assign|assigne|assigner|affecte|affecter|attribue|attribuer)\s+(?:(?:the|le|la)\s+)?(?:projet\s+)?$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|pas|never|jamais)\s+(?:(?:on|for|the|sur|le|la)\s+)*$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+project)?\s+(?:to|à|a)\s+", re.IGNORECASE)
_ONTO = re.compile(r"\s*(?:to|on|onto|à|a|au|sur)\s+(?:(?:the|le|la)\s+)?(?:(?:project|projet)\s+)?", re.IGNORECASE)


def with_names_as_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with their names mended, each on its own."""
    whole = [_shortened(_completed(call, text, situation), situation) for call in calls]
    dated = [_without_days_in_names(call, whole, text, situation) for call in whole]
    dated = [_of_the_client(call, dated, text, situation) for call in dated]
    named = [_as_absence(_assigning(call, text, situation), situation) for call in dated]
    return _each_its_own(named, text)


def _found(phrase: str, situation: Situation) -> list[Project]:
    return candidates(phrase, named_projects(situation.ledger.projects()))


def _phrase(call: ToolCall) -> str:
    return str(call.arguments.get("project") or "") if call.tool in _OF_PROJECTS else ""


# --- too short --------------------------------------------------------------------------------------------------------


def _completed(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "oscar" of "oscar sept" is the whole name."""
    phrase = _phrase(call)
    whole = _around(phrase, text, situation) if phrase else ""
    return replace(call, arguments={**call.arguments, "project": whole}) if whole else call


def _around(phrase: str, text: str, situation: Situation) -> str:
    """The longer name, as it was typed, in which the phrase stands wherever it stands; empty where there is none."""
    found = _found(phrase, situation)
    standing = places(phrase, text)
    for project in situation.ledger.projects():
        named = project_places(project, text, situation.today)
        longer = [
            (a, b) for a, b in named for start, end in standing if a <= start and end <= b and b - a > end - start
        ]
        if standing and len(longer) == len(standing) and (not found or project in found):
            return text[slice(*longer[0])]
    return ""


def _without_days_in_names(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    """The "sept" of "oscar sept" is no day: the days are the only ones that the message names, or were left out."""
    standing = places(str(call.arguments.get("dates") or ""), text)
    meant = [project for other in calls for project in _found(_phrase(other), situation)]
    named = [place for project in meant for place in project_places(project, text, situation.today)]
    if not standing or not all(any(a <= start and end <= b for a, b in named) for start, end in standing):
        return call
    spans = days_in(without_names(text, situation.ledger.projects(), situation.today), situation.today)
    rest = {name: value for name, value in call.arguments.items() if name != "dates"}
    return replace(call, arguments=rest | ({"dates": spans[0].text} if len(spans) == 1 else {}))


def _of_the_client(call: ToolCall, calls: Sequence[ToolCall], text: str, situation: Situation) -> ToolCall:
    """ "Gull for the acme people": of the client's several projects the one that the message names, if no other."""
    phrase = _phrase(call)
    found = _found(phrase, situation) if phrase else []
    if len(found) < 2 or not places(phrase, text) or any(not _is_of_client(phrase, project) for project in found):
        return call
    there = [(p, at[0]) for p in situation.ledger.projects() if (at := project_places(p, text, situation.today))]
    others = {project.code for other in calls if other is not call for project in _found(_phrase(other), situation)}
    if (
        len(there) != 1
        or there[0][0] not in found
        or there[0][0].code in others
        or _DENIED.search(text[: there[0][1][0]])
    ):
        return call
    return replace(call, arguments={**call.arguments, "project": text[slice(*there[0][1])]})


def _is_of_client(phrase: str, project: Project) -> bool:
    """True where the phrase is said of the client alone, not of the project's own name."""
    words = set(plain(phrase).split())
    return words <= set(plain(project.client).split()) and not words & set(
        plain(f"{project.name} {project.code}").split()
    )


# --- too long, or no name ---------------------------------------------------------------------------------------------


def _shortened(call: ToolCall, situation: Situation) -> ToolCall:
    """ "hexa non stop" is Hexa: one project as whole words, and around it only words that are part of no name."""
    phrase = _phrase(call)
    if not phrase or _found(phrase, situation):
        return call
    named = [(p, project_places(p, phrase, situation.today)) for p in situation.ledger.projects()]
    there = [(p, found[0]) for p, found in named if len(found) == 1]
    if len(there) != 1:
        return call
    start, end = there[0][1]
    rest = phrase[:start] + " " + phrase[end:]
    if any(c.isupper() or c.isdigit() for c in rest) or set(_NON_STOP.sub("", plain(rest)).split()) - _NO_NAMES:
        return call
    return replace(call, arguments={**call.arguments, "project": phrase[start:end]})


def is_no_name(phrase: str, situation: Situation) -> bool:
    """True for "the project" and the like, where no project is called so."""
    words = plain(phrase).split()
    return bool(words) and all(word in FILLER for word in words) and not _found(phrase, situation)


# --- something else ---------------------------------------------------------------------------------------------------


def _as_absence(call: ToolCall, situation: Situation) -> ToolCall:
    """ "congés payés" called as a project that nobody knows is that absence."""
    phrase = _phrase(call)
    if call.tool not in ("add_activities", "delete_entries") or not phrase or _found(phrase, situation):
        return call
    reason = reason_named(phrase, situation.ledger.absence_reasons())
    if not reason or call.arguments.get(REPLACES):
        return call
    tool = "add_absence" if call.tool == "add_activities" else call.tool
    rest = {name: value for name, value in call.arguments.items() if name != "project"}
    return replace(call, tool=tool, arguments={"reason": reason, **rest})


def _assigning(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """A colleague called as a project that nobody knows, right behind "assign": "assign luca to zephyr"."""
    phrase = _phrase(call)
    if not phrase or call.arguments.get(REPLACES) or _found(phrase, situation) or is_ordinary(phrase, situation.today):
        return call
    if set(plain(text).split()) & _NOT_SO:
        return call
    standing = places(phrase, text)
    known = candidates(phrase, named_employees(situation.ledger.employees()))
    if len(standing) != 1 or len(known) != 1:
        return call
    if given := _given(text[: standing[0][0]], situation):
        return replace(call, tool="assign_project", arguments={"project": given, "employee": phrase})
    if not _ASSIGNING.search(text[: standing[0][0]]):
        return call
    onto = _ONTO.match(text, standing[0][1])
    ends = [
        (end, text[start:end])
        for p in situation.ledger.projects()
        for start, end in project_places(p, text, situation.today)
        if onto and start == onto.end()
    ]
    if not ends:
        return call
    return replace(call, tool="assign_project", arguments={"project": max(ends)[1], "employee": phrase})


def _given(before: str, situation: Situation) -> str:
    """The project that is assigned to whoever is named next: "assign zephyr to"; empty where none is."""
    ends = [
        (end, before[start:end])
        for p in situation.ledger.projects()
        for start, end in project_places(p, before, situation.today)
        if _ASSIGNING.search(before[:start]) and _TO.fullmatch(before, end)
    ]
    return max(ends)[1] if ends else ""


def _each_its_own(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """A correction that took the project of the new call beside it keeps that of its line.

    "make it the morning only and put echo in the afternoon": echo is said once, behind what the correction says.
    """
    corrections = [c for c in calls if c.tool == "add_activities" and c.arguments.get(REPLACES)]
    new = [c for c in calls if c.tool == "add_activities" and not c.arguments.get(REPLACES)]
    if len(calls) != 2 or len(corrections) != 1 or len(new) != 1 or _phrase(new[0]) != _phrase(corrections[0]):
        return list(calls)
    at = [places(phrase, text) for phrase in (_amount(corrections[0]), _phrase(new[0]), _amount(new[0]))]
    if any(len(found) != 1 for found in at) or not at[0] < at[1] < at[2]:
        return list(calls)
    kept = {name: value for name, value in corrections[0].arguments.items() if name != "project"}
    return [replace(call, arguments=kept) if call is corrections[0] else call for call in calls]


def _amount(call: ToolCall) -> str:
    return str(call.arguments.get("percent") or "")
