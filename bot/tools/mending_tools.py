"""Calls of the wrong tool, where the words say in so many words which one it is: a removal, a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in
from bot.tools.grounding import is_ordinary, project_places
from bot.tools.marks import marked, projects_in, without
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_REMOVE = (
    "delete|remove|erase|clear|bin|scrap|wipe|trash|supprime|supprimer|efface|effacer|enleve|enlever|retire|retirer"
    "|vire|virer"
)
_REMOVAL = re.compile(
    rf"(?:(?:please|pls|can you|could you|peux tu|tu peux|merci de|hi|hey|hello|bonjour|salut) )*(?:{_REMOVE}) "
    r"(?:(?:all|everything|tout|toutes|my|the|that|mes|mon|ma|les|la|l|de) )*"
    r"(?:entry|entries|line|lines|hours|time|entree|entrees|saisie|saisies|ligne|lignes|heures)\b"
)
REMOVING = frozenset(
    f"""{_REMOVE.replace("|", " ")} deleted removed cancel undo drop forget off out instead replace replaced swap
    change changed move moved wrong mistake kill strike lose annule annuler oublie remplace remplacer changer lieu
    sauf except not pas""".split()
)
_ENGLISH_CORRECTING = "no nope not wait sorry oops actually only just was it is i meant mean the on for"
_FRENCH_CORRECTING = "non pas pardon seulement uniquement c etait en fait le la"
_CORRECTING = frozenset(f"{_ENGLISH_CORRECTING} {_FRENCH_CORRECTING}".split())
_COPYING = re.compile(r"\b(?:copy|copie|copier|duplicate|duplique|dupliquer)\b")
_ONTO = re.compile(r"[\s,]*(?:over )?(?:onto|over to|into|sur|vers)\s+(?:the |le |la )?", re.IGNORECASE)


def with_tools_as_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the tool that the words name."""
    if any(call.arguments.get(REPLACES) for call in calls):
        return [_of_its_project(calls[0], text, situation)] if len(calls) == 1 else list(calls)
    return _copied(calls, text, situation) or [_removed(c, text) for c in _without_unsaid_removal(calls, text)]


def _of_its_project(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "no wait, apollo only monday" corrects Apollo's line, not the sick leave beside it; every word has to fit."""
    if call.tool != "add_absence":
        return call
    projects = situation.ledger.projects()
    found = projects_in(text, (), projects)
    named = [mark.project for mark in found if mark.project and not is_ordinary(mark.text, situation.today)]
    marks = marked(text, found, situation.today)
    if len(found) != 1 or len(named) != 1 or set(plain(without(text, marks)).split()) - _CORRECTING:
        return call
    lines = [p for p in situation.pending if p.arguments.get("project") == named[0].code]
    if len(lines) != 1:
        return call
    said = {name: value for name, value in call.arguments.items() if name in ("dates", "percent")}
    return replace(
        call, tool="add_activities", arguments={"project": found[0].text, **said, REPLACES: str(lines[0].line)}
    )


def _without_unsaid_removal(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """Taking off and putting on the same project on the same days, where nobody spoke of taking off."""
    if set(plain(text).split()) & REMOVING:
        return list(calls)
    added = [_what(call) for call in calls if call.tool == "add_activities"]
    return [c for c in calls if c.tool != "delete_entries" or not c.arguments.get("project") or _what(c) not in added]


def _what(call: ToolCall) -> tuple[str, str]:
    return plain(str(call.arguments.get("project") or "")), plain(str(call.arguments.get("dates") or ""))


def _removed(call: ToolCall, text: str) -> ToolCall:
    """ "bin my entries for tuesday" takes them off: no project was named, unless the verb was taken for one."""
    found = _REMOVAL.match(plain(text))
    project = plain(str(call.arguments.get("project") or ""))
    if call.tool != "add_activities" or not found or project not in ("", *_REMOVE.split("|")):
        return call
    dates = {"dates": call.arguments["dates"]} if call.arguments.get("dates") else {}
    return replace(call, tool="delete_entries", arguments=dates)


def _copied(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "copy what i did on monday onto thursday": from the first days that are named onto the second ones."""
    if not any(call.tool == "copy_entries" for call in calls) or not _COPYING.search(plain(text)):
        return []
    spans = days_in(text, situation.today)
    named = any(project_places(p, text, situation.today) for p in situation.ledger.projects())
    if len(spans) != 2 or named or not _ONTO.fullmatch(text[spans[0].end : spans[1].start]):
        return []
    first = next(call for call in calls if call.tool == "copy_entries")
    return [replace(first, arguments={"source": spans[0].text, "dates": spans[1].text})]
