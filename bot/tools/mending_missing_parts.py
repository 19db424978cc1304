"""Parts of a correction that no call took: "i mixed it up: last week was Aurora, Kiosk is for this week".

A model corrects the line and forgets what is new beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.tools.clauses import Clause, clauses_in
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named, projects_in
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_OPENING = re.compile(r"^[^:\n]{1,60}:\s+")

_IS_FOR = re.compile(r"\s(?:is|goes|est)\s+(?=(?:for|pour)\b)", re.IGNORECASE)


def with_parts_left_out(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls, and one for each part that is nothing but a project with its days and is in no call yet.

    Only beside a correction: other messages are lists (bot.tools.mending_lists) or go their own way. A part about a
    project with a line of its own that waits corrects that one.
    """
    replaced = {str(call.arguments.get(REPLACES)) for call in calls if call.arguments.get(REPLACES)}
    codes = [_code(call, situation) for call in calls]
    if not replaced or "?" in text or any(call.tool != "add_activities" for call in calls):
        return list(calls)
    if "" in codes or len(set(codes)) < len(codes):
        return list(calls)
    said = _IS_FOR.sub(" ", _behind_the_opening(text, situation))
    found = clauses_in(said, loosely_named(said, situation), situation.ledger.projects(), situation.today)
    if found is None or found.apart or not set(codes) <= {clause.project.code for clause in found.of_projects}:
        return list(calls)
    left = [clause for clause in found.of_projects if clause.project.code not in codes]
    left = [clause for clause in left if not _is_there(clause, replaced, situation)]
    if not all(clause.alone and len(_lines(clause, replaced, situation)) < 2 for clause in left):
        return list(calls)
    return [*calls, *(_call(clause, n, calls[0], said, replaced, situation) for n, clause in enumerate(left))]


def _code(call: ToolCall, situation: Situation) -> str:
    found: list[Project] = candidates(
        str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects())
    )
    return found[0].code if len(found) == 1 else ""


def _behind_the_opening(text: str, situation: Situation) -> str:
    """Without "oh no, my mistake: ", which names nothing."""
    opening = _OPENING.match(text)
    if not opening or days_in(opening.group(), situation.today):
        return text
    return text if projects_in(opening.group(), (), situation.ledger.projects()) else text[opening.end() :]


def _lines(clause: Clause, replaced: set[str], situation: Situation) -> list[Proposal]:
    """The lines of the clause's project that wait and are not corrected."""
    return [
        p
        for p in situation.pending
        if p.arguments.get("project") == clause.project.code and str(p.line) not in replaced
    ]


def _is_there(clause: Clause, replaced: set[str], situation: Situation) -> bool:
    """True for what waits just so already: "wednesday was brume; gull monday, that is right"."""
    there = {day for line in _lines(clause, replaced, situation) for day in line.change.days}
    return not clause.amount and there == set(days_named(clause.dates, situation.today))


def _call(
    clause: Clause, number: int, first: ToolCall, said: str, replaced: set[str], situation: Situation
) -> ToolCall:
    typed = {project.code: word for word, project in loosely_named(said, situation)}
    lines = [str(p.line) for p in _lines(clause, replaced, situation)]
    about = {"project": typed.get(clause.project.code, clause.project.code), "dates": clause.dates}
    amount = {"percent": clause.amount} if clause.amount else {}
    line = {REPLACES: lines[0]} if lines else {}
    return ToolCall(f"{first.id}-{number}", "add_activities", about | amount | line)
