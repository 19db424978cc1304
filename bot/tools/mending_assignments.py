"""Assignments that a model made for one colleague of several: "rope Ilse and Piotr into Bounce", "assign Dmitri to the
festival" with a word of the project's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Employee
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.named_slots import ME
from bot.tools.names import candidates, named_employees, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.skeletons import ASKED, POLITE
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_JOINED = re.compile(r"\s*(?:,|&|\+|\band\b|\bet\b|,\s*(?:and|et)\b)\s*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:assign|assigne|assigner|affecte|affecter|attribue|attribuer|put|add|mets|ajoute)\s+$", re.IGNORECASE
)
_ASKED = re.compile(rf"(?:^|[,.;:!(]|\b(?:{POLITE}|and|et|then|puis|so|donc|also|aussi|to|de|me|i))\s*$", re.IGNORECASE)
_NO_REQUEST = re.compile(
    r"\b(?:did|does|has|have|had|wants?|wanted|asked|forgot|going|said|told|veut|voulait|demande|a dit|voudrait) "
)
_TALKED_ABOUT = re.compile(
    r"\b(?:with|by|per|from|after|like|as|than|hi|hello|hey|dear|thanks|thank you|cheers|ask|asked|tell|told|cc|knows?"
    r"|apr[eè]s|selon|avec|par|chez|comme|salut|bonjour|merci|coucou|ch[eè]re?s?|demande [àa]|dis [àa]|ok|okay)\s+$",
    re.IGNORECASE,
)
"""Before somebody who is not to be assigned."""
_ONE_OF_THEM = re.compile(r"\b(?:and|et)\b|[&+]", re.IGNORECASE)
_ASSIGN = re.compile(
    r"\b(?:assign|add|put|rope|bring|get|stick|book|affecte|affecter|assigne|assigner|ajoute|ajouter|mets|mettre|on|sur)"
    r"(?:\s+in)?\s+$|:\s*$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\s*(?:$|[.!,;:)]|(?:to|on|onto|into|in|[àa]|au|aux|sur|dans|both|please|pls|plz|stp|svp|too|also|aussi|should|must|go"
    r"|need|join|are (?:to|both|joining|going)|working|access|doivent|vont|rejoignent|thanks|merci|as well|for|pour"
    r"|tous|toutes)\b)",
    re.IGNORECASE,
)
_ONTO = re.compile(
    r"\s+(?:to|on|onto|à|au|aux|sur)\s+(?:(?:the|le|la|les)\s+)?(?:(?:project|projet)\s+)?"
    r"(?P<what>[^\s,.;:!?]+(?: [^\s,.;:!?]+){0,2}?)"
    r"(?=\s*(?:project|projet)?\s*(?:[,.;!?]|$)|\s+(?:please|pls|stp|svp|merci|thanks)\b)",
    re.IGNORECASE,
)
_NOT_SO = NO_PLAIN_LIST - {"same", "again"} | {"t", "dont"}

Place = tuple[int, int]


def with_everybody_assigned(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with an assignment for each of the colleagues who are named together, or the calls as they are."""
    found = [_assignment(call, text, situation) for call in calls]
    given = [call for call in found if call.tool == "assign_project"]
    projects = {plain(str(call.arguments.get("project") or "")) for call in given}
    if not given or len(projects) != 1 or "?" in text or set(plain(text).split()) & _NOT_SO:
        return found
    if any(call.arguments.get(REPLACES) for call in given):
        return found
    taken = {e.email for call in given for e in _people(str(call.arguments.get("employee") or ""), situation)}
    missing = [name for name, employee in _together(taken, text, situation) if employee.email not in taken]
    more = [
        replace(given[0], id=f"{given[0].id}-{n}", arguments={**given[0].arguments, "employee": name})
        for n, name in enumerate(missing)
    ]
    return [*found, *more]


def _people(phrase: str, situation: Situation) -> list[Employee]:
    if phrase.strip().casefold() in ME:
        return [situation.employee]
    return candidates(phrase, named_employees(situation.ledger.employees())) if phrase else []


def _named(text: str, situation: Situation) -> list[tuple[Place, Employee]]:
    """The colleagues whom one name of the text can only mean, in order, each where that first stands."""
    found: dict[Place, list[Employee]] = {}
    for employee in situation.ledger.employees():
        names = (employee.full_name, employee.name, employee.lastname)
        at = next((at for name in names if (at := places(name, text))), [])
        for place in at[:1]:
            found.setdefault(place, []).append(employee)
    return sorted(((place, people[0]) for place, people in found.items() if len(people) == 1), key=lambda f: f[0])


def _together(taken: set[str], text: str, situation: Situation) -> list[tuple[str, Employee]]:
    """Those who stand in one row with somebody who is assigned: "Ilse, Piotr and Nina".

    Not in "Ilse and Piotr asked me to assign Piotr", "hi Ilse, Piotr joins", "Piotr and Ilse's trainee".
    """
    rows: list[list[tuple[Place, Employee]]] = []
    for place, employee in _named(text, situation):
        if rows and _JOINED.fullmatch(text[rows[-1][-1][0][1] : place[0]]):
            rows[-1].append((place, employee))
        else:
            rows.append([(place, employee)])
    mine = [row for row in rows if len(row) > 1 and any(employee.email in taken for _, employee in row)]
    mine = [row for row in mine if _are_given([place for place, _ in row], text)]
    return [(text[slice(*place)], employee) for row in mine for place, employee in row]


def _are_given(row: Sequence[Place], text: str) -> bool:
    """True for a row that stands where those stand who are assigned, each of them named only here."""
    start, end = row[0][0], row[-1][1]
    if not _THERE.match(text[end:]) or _TALKED_ABOUT.search(text[:start]):
        return False
    if any(len(places(text[slice(*place)].split()[0], text)) > 1 for place in row):
        return False
    joined = any(_ONE_OF_THEM.search(text[a[1] : b[0]]) for a, b in pairwise(row))
    return joined or bool(_ASSIGN.search(text[:start]))


def _is_asked(before: str, text: str) -> bool:
    """True for a verb that asks Tally, unlike "don't assign", "did Marc assign", "she wants to assign"."""
    asking = _BEHIND.search(before)
    if (
        not asking
        or set(plain(text).split()) & _NOT_SO
        or ("?" in text and not re.search(rf"\b(?:{ASKED})\b", plain(text)))
    ):
        return False
    ahead = before[: asking.start()]
    return bool(_ASKED.search(ahead)) and not _NO_REQUEST.search(f"{plain(ahead)} ")


def _assignment(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "Assign Dmitri to the festival": Dmitri called as a project, and the project named by a word of its name."""
    phrase = str(call.arguments.get("project") or "")
    if call.tool != "add_activities" or not phrase or set(call.arguments) > {"project"}:
        return call
    projects = named_projects(situation.ledger.projects())
    at = places(phrase, text)
    if candidates(phrase, projects) or len(_people(phrase, situation)) != 1 or len(at) != 1:
        return call
    onto = _ONTO.match(text, at[0][1]) if _is_asked(text[: at[0][0]], text) else None
    if not onto or len(candidates(onto["what"], projects)) != 1:
        return call
    return replace(call, tool="assign_project", arguments={"project": onto["what"], "employee": phrase})
