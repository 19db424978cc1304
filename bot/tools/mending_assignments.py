"""Assignments that a model made for one colleague of several: "rope Ilse and Piotr into Bounce", "assign Dmitri to the
festival" with a word of the project's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Employee
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.names import candidates, named_employees, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_JOINED = re.compile(r"\s*(?:,|&|\+|\band\b|\bet\b|,\s*(?:and|et)\b)\s*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:assign|assigne|assigner|affecte|affecter|attribue|attribuer|put|add|mets|ajoute)\s+$", re.IGNORECASE
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
    """Those who stand in one row with somebody who is assigned: "Ilse, Piotr and Nina"."""
    rows: list[list[tuple[Place, Employee]]] = []
    for place, employee in _named(text, situation):
        if rows and _JOINED.fullmatch(text[rows[-1][-1][0][1] : place[0]]):
            rows[-1].append((place, employee))
        else:
            rows.append([(place, employee)])
    mine = [row for row in rows if len(row) > 1 and any(employee.email in taken for _, employee in row)]
    return [(text[slice(*place)], employee) for row in mine for place, employee in row]


def _assignment(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "Assign Dmitri to the festival": Dmitri called as a project, and the project named by a word of its name."""
    phrase = str(call.arguments.get("project") or "")
    if call.tool != "add_activities" or not phrase or set(call.arguments) > {"project"}:
        return call
    projects = named_projects(situation.ledger.projects())
    at = places(phrase, text)
    if candidates(phrase, projects) or len(_people(phrase, situation)) != 1 or len(at) != 1:
        return call
    onto = _ONTO.match(text, at[0][1]) if _BEHIND.search(text[: at[0][0]]) else None
    if not onto or len(candidates(onto["what"], projects)) != 1:
        return call
    return replace(call, tool="assign_project", arguments={"project": onto["what"], "employee": phrase})
