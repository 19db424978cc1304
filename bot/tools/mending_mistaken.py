"""Words that are nobody's name, called as a project or as a colleague: "le quart restant", "get shot of", "wrong head".

A small model copies the nearest word. Where nothing is called so, and exactly one project or colleague of the message
is in no call yet, that one is meant: unless it is only compared, excepted or talked about, or the words mean another
one on purpose ("a new project, like gull", "everything but vela"). And a colleague called as a project is still a
colleague.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Employee, Project
from bot.tools.grounding import ORDINARY, project_places
from bot.tools.loose_names import loosely_named
from bot.tools.named_slots import ME
from bot.tools.names import candidates, named_employees, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places, stands

_OF_PROJECTS = ("add_activities", "delete_entries")
_OF_PEOPLE = ("assign_project", "get_report")
_ENGLISH = """other others another remaining last next first second shot rid head ta thx cheers then far thing things
    stuff bit bits lot lots deal way around round back still now right wrong sorry oops excuse pardon apologies know
    think guess suppose remember forgot actually basically honestly really mostly mainly yet already soon later once
    ever never always often sometimes about like kind sort per via swap replace instead rather again keep got get"""
_FRENCH = """restant restante restants autre autres dernier premiere truc trucs machin choses chose lire prie veuillez
    reconnaissant reconnaissante voulez vouloir bien savoir dire voir pense crois oublie vraiment encore deja bientot
    toujours souvent parfois environ genre plutot garde mince zut desole desolee excuse excusez moitie"""
_NO_NAMES = ORDINARY | frozenset(f"{_ENGLISH} {_FRENCH}".split())
_NOT_IT = re.compile(
    r"(?<!\w)(?:not|never|no|instead of|rather than|pas|au lieu de|plut[oô]t que)(?: on| sur)?(?: the| le| la)?\s*$",
    re.IGNORECASE,
)
_ANOTHER_WORDS = """other others another next new last previous else something anything someone somebody they them us we
    she he her him dernier derniere premiere autre autres prochain prochaine nouveau nouvelle quelque suivant suivante
    nous eux elle lui il"""
_ANOTHER = frozenset(_ANOTHER_WORDS.split())
_ASIDE_WORDS = """but except sauf hormis keep keeping garde garder leave laisse unlike like comme than same meme similar
    pareil after before since until waiting wait till apres avant depuis attendant attente rien unlike besides along
    pas nobody person"""
_ASIDE = frozenset(_ASIDE_WORDS.split())
_SHARE = re.compile(r"\b(?:half|halves|quarters?|moitie|quarts?|\d+ ?%?)\b")
_GOES_ON = re.compile(
    r"\s*(?:['’]s\b|(?:is|was|are|were|has|had|got|gets|starts?|started|stays?|will|can|comes?|folks|people|team|guys|crew"
    r"|thing|one|est|[ée]tait|sera|reste|commence|[ée]quipe|a|va|peut)\b)",
    re.IGNORECASE,
)
"""Behind a project that is talked about."""
_GIVEN = re.compile(
    r"(?:^|[,.;:!?–—(-]|\b(?:assign|put|add|rope|bring|get|meant|mean|assigne[rz]?|mets|mettre|ajoute[rz]?|affecte[rz]?"
    r"|it['’]s|c['’]est|c['’][ée]tait|was|be|and|et|voulais dire))\s*$",
    re.IGNORECASE,
)
_AND_NO_MORE = re.compile(
    r"\s*(?:$|[,.;:!?)]|(?:to|on|onto|into|in|for|instead|not|rather|please|pls|plz|stp|svp|[àa]|au|aux|sur|dans|pas"
    r"|plut[oô]t|merci|thanks|sorry|d[ée]sol[ée]e?)\b)",
    re.IGNORECASE,
)
_A_REPORT = r"(?:report|reports|timesheet|time sheet|sheet|hours|month|days|rapport|cra|heures|mois|feuille)"
_WHOSE = (
    rf"\s*['’]s\s+(?:\w+\s+){{0,2}}{_A_REPORT}\b",
    rf"\b{_A_REPORT}\s+(?:of|from|for|de|d['’]|pour)\s*$",
)
_MINE_OR_ANOTHERS = re.compile(
    r"\b(?:my|mine|i|own|mon|mes|ma|je|j|same|others?|another|else|meme|autres?|everyone|everybody|all|tous|toutes)\b"
)
_TOO_WORDS = """and also too as well aussi et plus egalement add ajoute put mets please pls stp svp merci thanks oh
    ah"""
_TOO = frozenset(_TOO_WORDS.split())
_OWN = frozenset(["i", "my", "me", "mine", "je", "j", "mon", "ma", "mes", "moi"])


def with_names_for_words(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the names that the words give; what is not certain stays, and is asked about."""
    people = [_as_colleague(call, text, situation) for call in calls]
    people = _with_colleague(people, text, situation)
    return _with_project(people, text, situation)


def _said(call: ToolCall, name: str) -> str:
    return str(call.arguments.get(name) or "")


def _is_no_name(phrase: str) -> bool:
    words = plain(phrase).split()
    return bool(words) and all(word in _NO_NAMES for word in words)


def _projects(phrase: str, situation: Situation) -> list[Project]:
    return candidates(phrase, named_projects(situation.ledger.projects()))


def _people(phrase: str, situation: Situation) -> list[Employee]:
    return candidates(phrase, named_employees(situation.ledger.employees()))


# --- projects ---------------------------------------------------------------------------------------------------------


def _with_project(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    mistaken = [
        call
        for call in calls
        if call.tool in _OF_PROJECTS
        and _is_no_name(_said(call, "project"))
        and not _projects(_said(call, "project"), situation)
    ]
    if len(mistaken) != 1 or _is_another(_said(mistaken[0], "project"), text):
        return list(calls)
    left = _projects_left(calls, text, situation)
    if len(left) != 1 or any(_GOES_ON.match(text[end:]) for _, end in places(left[0], text)):
        return list(calls)
    meant = replace(mistaken[0], arguments={**mistaken[0].arguments, "project": left[0]})
    return [meant if call is mistaken[0] else call for call in calls]


def _is_another(phrase: str, text: str) -> bool:
    """True where the words mean a project that they do not name, or name one that they do not mean.

    "The other half" is no other project.
    """
    words = set(plain(text).split()) & _ASIDE - {"pas"}
    others = set(plain(phrase).split()) & _ANOTHER
    return bool(words) or (bool(others) and not _SHARE.search(plain(text)))


def _projects_left(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[str]:
    """The projects of the message that are in no call and not denied, as they were typed."""
    taken = {p.code for call in calls for p in _projects(_said(call, "project"), situation) if _said(call, "project")}
    found = {p.code: project_places(p, text, situation.today) for p in situation.ledger.projects()}
    for word, project in loosely_named(text, situation):
        found[project.code] = found[project.code] or places(word, text)
    return [
        text[slice(*max(at, key=_length))] for code, at in found.items() if code not in taken and _is_meant(at, text)
    ]


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _is_meant(at: Sequence[tuple[int, int]], text: str) -> bool:
    return bool(at) and not any(_NOT_IT.search(text[:start]) for start, _ in at)


# --- colleagues -------------------------------------------------------------------------------------------------------


def _as_colleague(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "I meant Beth" called as the project of an assignment, and "hélène aussi" behind one, are about a colleague."""
    phrase = _said(call, "project")
    known = _people(phrase, situation) if phrase and not _projects(phrase, situation) else []
    if len(known) != 1 or not stands(phrase, [text]) or _is_no_name(phrase):
        return call
    if call.tool == "assign_project" and len(_people(_said(call, "employee"), situation)) != 1:
        if not _is_given(phrase, text):
            return call
        rest = {REPLACES: call.arguments[REPLACES]} if call.arguments.get(REPLACES) else {}
        left = _projects_left([], text, situation)
        named = {"project": left[0]} if len(left) == 1 else {}
        return replace(call, arguments={**named, "employee": phrase, **rest})
    return _assigned_too(call, phrase, text, situation)


def _assigned_too(call: ToolCall, phrase: str, text: str, situation: Situation) -> ToolCall:
    """Behind a card of nothing but assignments to one project, somebody more is assigned to it: "hélène aussi"."""
    given = {p.phrases.get("project", "") for p in situation.pending if p.tool == "assign_project"}
    only = all(p.tool == "assign_project" for p in situation.pending)
    bare = call.tool == "add_activities" and set(call.arguments) <= {"project", "percent"}
    bare = bare and set(plain(text).split()) - set(plain(phrase).split()) <= _TOO and "?" not in text
    if not (only and bare and len(given) == 1 and stands(min(given), situation.said)):
        return call
    return replace(call, tool="assign_project", arguments={"project": min(given), "employee": phrase})


def _with_colleague(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    mistaken = [call for call in calls if call.tool in _OF_PEOPLE and _is_nobody(_said(call, "employee"), situation)]
    if len(mistaken) != 1:
        return list(calls)
    call = mistaken[0]
    left = _colleagues_left(calls, text, situation)
    rest = {name: value for name, value in call.arguments.items() if name != "employee"}
    if len(left) == 1 and _is_meant_by(call, left[0], text):
        rest["employee"] = left[0]
    elif call.tool == "assign_project" or left or not set(plain(text).split()) & _OWN:
        return list(calls)
    return [replace(call, arguments=rest) if other is call else other for other in calls]


def _is_meant_by(call: ToolCall, name: str, text: str) -> bool:
    """True where the name stands as somebody who is assigned, or whose report is read: not "luca knows who"."""
    if call.tool == "assign_project":
        return _is_given(name, text) and not set(plain(_said(call, "employee")).split()) & _ANOTHER
    behind, before = _WHOSE
    return not _MINE_OR_ANOTHERS.search(plain(text)) and any(
        re.match(behind, text[end:], re.IGNORECASE) or re.search(before, text[:start], re.IGNORECASE)
        for start, end in places(name, text)
    )


def _is_given(name: str, text: str) -> bool:
    return any(_GIVEN.search(text[:start]) and _AND_NO_MORE.match(text[end:]) for start, end in places(name, text))


def _is_nobody(phrase: str, situation: Situation) -> bool:
    return _is_no_name(phrase) and plain(phrase) not in ME and not _people(phrase, situation)


def _colleagues_left(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[str]:
    taken = {e.email for call in calls for e in _people(_said(call, "employee"), situation) if _said(call, "employee")}
    found = []
    for employee in situation.ledger.employees():
        at = _named_as(employee, text)
        if at and employee.email not in taken and not any(_NOT_IT.search(text[:start]) for start, _ in at):
            found.append(text[slice(*at[0])])
    return found


def _named_as(employee: Employee, text: str) -> list[tuple[int, int]]:
    """Where the colleague is named: in full, or else by the first or the last name, unless that is a usual word."""
    names: Iterable[str] = (employee.full_name, employee.name, employee.lastname)
    return next((at for name in names if not _is_no_name(name) and (at := places(name, text))), [])
