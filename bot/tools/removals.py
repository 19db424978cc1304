"""Removals as people say them, however loosely: "get rid of X", "yesterday's sick day can go", "dégage X", "take X off
my report".

Only a message that is nothing but one: one thing at most, one day phrase at most, and courtesy. "scratch that, gull on
monday" and "gull can go on monday" are something else, and who
chucks something on a day puts it there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.tools.absence_words import reason_named
from bot.tools.marks import Mark
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.skeletons import POLITE, Skeleton, any_of, skeleton, thing
from bot.tools.tool import REPLACES

REMOVE = (
    "delete|remove|erase|clear|bin|scrap|wipe|trash|supprime|supprimer|efface|effacer|enleve|enlever|retire|retirer"
    "|vire|virer|ditch|degage|degager"
)
_IDIOMS = (
    "scratch|get (?:rid|shot)(?: of)?|do away(?: with)?|chuck out|fais sauter|faites sauter|faire sauter|zappe|zapper"
    "|zappez|virez|degagez|supprimez|effacez|enlevez|retirez"
)
CAN_GO = re.compile(r"\b(?:(?:has|have|needs?) (?:got )?to go|can go)$")
_FORGOT = re.compile(r"(?<!\w)zapp(?:é|e\u0301)", re.IGNORECASE)  # "zappé gull lundi": it is to be put on
_ENGLISH_FILLER = """my the a an all of on for from s entry entries line lines hours time work day days whole out off
    please"""
_FRENCH_FILLER = """mon ma mes le la les l un une de du des d sur pour entree entrees ligne lignes saisie saisies heures
    jour jours journee tout toute moi"""
_FILL = rf"(?:{any_of(_ENGLISH_FILLER)}|{any_of(_FRENCH_FILLER)})"
_OBJECT = rf"(?:(?:{_FILL}|[TD]\d+) )+"
_REPORT = r"(?:report|timesheet|time sheet|sheet|calendar|rapport|cra)"
_HOME = rf"(?:(?:from|off|in|on|de|du|dans) (?:(?:my|the|mon|le) )?{_REPORT} )?"
_DAYS = r"(?:(?:(?:on|for|pour|le|the|du|de) )*D\d+ )?"
_WHOLE = (
    re.compile(rf"(?:{_DAYS}(?:, )?)?(?:{REMOVE}|{_IDIOMS}) {_OBJECT}{_HOME}{_DAYS}"),
    re.compile(rf"(?:{_DAYS}(?:, )?)?take {_OBJECT}off (?:my|the) {_REPORT} {_DAYS}"),
    re.compile(rf"(?:{_DAYS}(?:, )?)?chuck {_OBJECT}out {_DAYS}"),
    re.compile(rf"{_OBJECT}(?:(?:has|have|needs?) (?:got )?to go|can go) "),
)
_COURTESY = re.compile(rf"(?<= )(?:{POLITE})(?= )")
_EDGES = re.compile(r"^(?: [,.?!])+(?= )|(?: [,.?])+ $")
_OF_ENTRIES = ("delete_entries", "add_activities", "add_absence")


def as_removal(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The removal that the message is and nothing else, whatever was called; none where it is no such message.

    None either where a call is about anything that the message does not name.
    """
    if not calls or any(call.tool not in _OF_ENTRIES or call.arguments.get(REPLACES) for call in calls):
        return []
    pattern = _removal_in(text, situation)
    if pattern is None or not all(_fits(call, pattern, situation) for call in calls):
        return []
    found = [ToolCall(call.id, "delete_entries", _arguments(call, pattern, text)) for call in calls]
    return [call for n, call in enumerate(found) if call.arguments not in [c.arguments for c in found[:n]]]


def _removal_in(text: str, situation: Situation) -> Skeleton | None:
    if not re.search(rf"\b(?:{REMOVE}|{_IDIOMS}|chuck|take|go)\b", plain(text)) or _FORGOT.search(text):
        return None
    pattern = skeleton(text, situation)
    line, before = _COURTESY.sub(" ", pattern.line), ""
    while line != before:
        before, line = line, _EDGES.sub(" ", re.sub(r" +", " ", line))
    if pattern.is_question or not any(form.fullmatch(line.strip() + " ") for form in _WHOLE):
        return None
    things, days = pattern.marks_in(line, "T"), pattern.marks_in(line, "D")
    one = len(things) <= 1 and len(days) <= 1 and (things or days)
    return pattern if one and all(map(thing, things)) else None


def _thing(pattern: Skeleton) -> Mark | None:
    return next(iter(pattern.marks_in(pattern.line, "T")), None)


def _fits(call: ToolCall, pattern: Skeleton, situation: Situation) -> bool:
    """True where the call is about what is removed, about nothing, or about words of the message that name nothing."""
    mark, phrase = _thing(pattern), str(call.arguments.get("project") or "")
    reason = str(call.arguments.get("reason") or "")
    code = thing(mark) if mark else ""
    if reason and mark and reason_named(reason, situation.ledger.absence_reasons()) != code:
        return False
    found = [project.code for project in candidates(phrase, named_projects(situation.ledger.projects()))]
    if found:
        return found == [code]
    said = {*pattern.line.split(), *(word for m in pattern.marks for word in plain(m.text).split())}
    return set(plain(phrase).split()) <= said


def _arguments(call: ToolCall, pattern: Skeleton, text: str) -> dict[str, str]:
    mark, days = _thing(pattern), pattern.marks_in(pattern.line, "D")
    dates = str(call.arguments.get("dates") or "") or (days[0].text if days else "")
    said = {"dates": dates} if dates else {}
    if mark is None:
        return said
    return {"reason": mark.text, **said} if mark.kind == "reason" else {"project": text[mark.start : mark.end], **said}
