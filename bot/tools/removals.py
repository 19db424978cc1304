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
from bot.domain.timesheet import Project
from bot.tools.absence_words import reason_named
from bot.tools.grounding import project_places
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.skeletons import POLITE, Skeleton, any_of, skeleton, thing
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

REMOVE = (
    "delete|remove|erase|clear|bin|scrap|wipe|trash|supprime|supprimer|efface|effacer|enleve|enlever|retire|retirer"
    "|vire|virer|ditch|degage|degager"
)
_IDIOMS = (
    "scratch|get (?:rid|shot)(?: of)?|do away(?: with)?|chuck out|fais sauter|faites sauter|faire sauter|zappe|zapper"
    "|zappez|virez|degagez|supprimez|effacez|enlevez|retirez"
)
CAN_GO = re.compile(r"\b(?:(?:has|have|needs?) (?:got )?to go|can go)$")
_MAKING_ROOM = re.compile(r"\b(?:days?|D\d+) off\b(?! my\b| the\b)|\bD\d+ (?:for|pour) (?:[a-z]+ )*T\d")
"""What may put something on: "clear friday off", "clear friday for an rtt"."""
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
_PART_EDGE = re.compile(
    r"[,;:!?\n]|[.](?=\s|$)|\b(?:so|then|puis|donc|because|car|parce qu)\b"
    r"|\bto (?=make|put|add|log)|\bpour (?=mettre|faire|ajouter)"
    r"|\band (?=put|add|log|leave|keep)|\bet (?=mets|mettre|ajoute|laisse|garde)",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:so|then|puis|donc)\b", re.IGNORECASE)
_NOW = frozenset(["now", "maintenant"])
_BARE_WORDS = "the my project please pls thanks le la les mon mes de du for of projet stp svp merci"
_BARE = frozenset(_BARE_WORDS.split())
_I = r"(?:i|im|ive|je|j)"
_SPARED = re.compile(
    r"\b(?:not|\w+n t|dont|pas|except|but|keep|leave|sauf|garde[rz]?|laisse[rz]?|mais|apart|hors|hormis|excepte"
    r"|other than|instead|only|rather|should be|put|add|log|make|mets|mettre|ajoute[rz]?)\b|\ba part\b"
    rf"|\b(?:{REMOVE}|{_IDIOMS}|drop|cancel|undo|annule[rz]?)\b.*\b{_I}\b"
)
_WHAT_I_PUT = re.compile(
    rf"\b(?:what|that|which|ce que|que|qu|hours|time|days?|heures) {_I}\b(?: (?:put|add|log))?|\b{_I} put\b"
    r"|\b(?:do not|don t|dont) (?:need|want)\b"
)
_IS_RIGHT = re.compile(
    r"(?:\w+ )?(?:(?:is|was|are|were|s|est|etait) (?:\w+ )?(?:right|correct|fine|ok|okay|good|bon|bonne|juste)"
    r"|stays?|remains?|reste)\b"
)
_TAKING_OFF = re.compile(
    rf"\b(?:{REMOVE}|{_IDIOMS}|deleted|removed|cancel|undo|drop|forget|off|out|rid|kill|strike|lose|annule[rz]?|oublie"
    r"|go|wrong|mistake|twice|double|erreur|faux|fois)\b"
)
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


def may_be_removed(project: Project, call: ToolCall, text: str, situation: Situation) -> bool:
    """True where a deletion may be of this project: it stands with the days or the verb of it, or alone; and nothing
    spares it.

    "delete monday, not vela", "wipe monday, i was on vela" and "vela is right, wipe monday" are no deletions of Vela.
    """
    days, today = str(call.arguments.get("dates") or ""), situation.today
    for part in _PART_EDGE.split(text):
        standing = project_places(project, part, today) or _loosely(project, part, situation)
        if not standing:
            continue
        ahead, behind = plain(part[: standing[0][0]]), plain(part[standing[-1][1] :])
        if _SPARED.search(_WHAT_I_PUT.sub(" ", ahead)) or _IS_RIGHT.match(behind):
            return False
        alone = set(f"{ahead} {behind}".split()) <= _BARE and not _THEN.search(text)
        return alone or bool(days and places(days, part)) or bool(_TAKING_OFF.search(f"{ahead} {behind}"))
    return not _SPARED.search(plain(text))


def _loosely(project: Project, part: str, situation: Situation) -> list[tuple[int, int]]:
    return [place for word, found in loosely_named(part, situation) if found == project for place in places(word, part)]


def _removal_in(text: str, situation: Situation) -> Skeleton | None:
    if not re.search(rf"\b(?:{REMOVE}|{_IDIOMS}|chuck|take|go)\b", plain(text)) or _FORGOT.search(text):
        return None
    pattern = skeleton(text, situation)
    line, before = _COURTESY.sub(" ", pattern.line), ""
    while line != before:
        before, line = line, _EDGES.sub(" ", re.sub(r" +", " ", line))
    if (
        pattern.is_question
        or _MAKING_ROOM.search(line)
        or not any(form.fullmatch(line.strip() + " ") for form in _WHOLE)
    ):
        return None
    things, days = pattern.marks_in(line, "T"), pattern.marks_in(line, "D")
    if any(set(plain(mark.text).split()) & _NOW for mark in days):
        return None  # "delete monday, now vela"
    one = len(things) <= 1 and len(days) <= 1 and (things or days)
    return pattern if one and all(map(thing, things)) else None


def _thing(pattern: Skeleton) -> Mark | None:
    return next(iter(pattern.marks_in(pattern.line, "T")), None)


def _fits(call: ToolCall, pattern: Skeleton, situation: Situation) -> bool:
    """True where the call is about what is removed, about nothing, or about words of the message that name nothing."""
    mark, phrase = _thing(pattern), str(call.arguments.get("project") or "")
    reason = str(call.arguments.get("reason") or "")
    code = thing(mark) if mark else ""
    if reason and reason_named(reason, situation.ledger.absence_reasons()) != code:
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
