"""The calls of a message that is nothing but a list (bot.tools.plain_lists): it counts over what was called."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.tools.clauses import NO_PLAIN_LIST
from bot.tools.list_sentences import lines_among_sentences
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named
from bot.tools.mending_tools import REMOVING
from bot.tools.names import candidates, named_employees, named_projects, plain
from bot.tools.plain_lists import Line, lines_of
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import stands

_GOING_ON = frozenset(["and", "et", "also", "aussi", "plus", "then", "puis", "or", "ou", "same", "ditto", "idem"])
_NARROWING = frozenset(["only", "just", "seulement", "uniquement"])
_OTHER_MATTERS = NO_PLAIN_LIST | REMOVING | {"show", "montre"}


def as_listed(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """The calls that the message as a list comes to; None when it is none, or may go on with something else.

    Only for a message that answers no question. A call that corrects a pending line stays the model's matter.
    """
    if not calls or any(call.arguments.get(REPLACES) for call in calls):
        return None
    if situation.pending and set(plain(text).split()) & _NARROWING:
        return None  # "gull only on monday" may take something off a pending line
    if any(call.tool not in ADDING for call in calls) and _may_go_on(text, situation):
        return None
    projects = situation.ledger.projects()
    called = [(str(call.arguments.get("project") or ""), call) for call in calls]
    names = [(name, found[0]) for name, _ in called if len(found := candidates(name, named_projects(projects))) == 1]
    names += loosely_named(text, situation)
    reasons, today = situation.ledger.absence_reasons(), situation.today
    lines = lines_of(text, names, projects, reasons, today)
    if lines:
        return _as_calls(lines, calls, situation)
    among = lines_among_sentences(text, lambda part: lines_of(part, names, projects, reasons, today), situation)
    return _beside_others(among, calls, situation) if among else None


def _beside_others(
    lines: Sequence[Line], calls: Sequence[ToolCall], situation: Situation
) -> tuple[ToolCall, ...] | None:
    """The lines of the sentences that are lists, and calls for something else; the model has to have seen either."""
    others = [call for call in calls if call.tool not in ADDING]
    if any(call.tool != "assign_project" for call in others):
        return None
    if not others and not any(_says(call, line, situation) for call in calls for line in lines):
        return None
    added = [call for call in calls if call.tool in ADDING]
    if any(_is_another(call, lines, situation) for call in added):
        return None
    colleagues = named_employees(situation.ledger.employees())
    if any(candidates(str(call.arguments.get("project") or ""), colleagues) for call in added):
        return None  # "assign luca" called as a project
    return (*_as_calls(lines, [*added, *others], situation), *others)


def _is_another(call: ToolCall, lines: Sequence[Line], situation: Situation) -> bool:
    """True for a call about a project that the words name and no line has: its days were not seen as days."""
    typed = str(call.arguments.get("project") or "")
    found = candidates(typed, named_projects(situation.ledger.projects())) if typed else []
    said = situation.said[-1] if situation.said else ""
    return len(found) == 1 and found[0] not in [line.subject for line in lines] and stands(typed, [said])


def _may_go_on(text: str, situation: Situation) -> bool:
    """True for what may be more of another matter: "and anchor wednesday" after "delete gull tuesday"."""
    before = set(plain(" ".join(situation.said[-2:-1])).split())
    others = any(proposal.tool not in ADDING for proposal in situation.pending)
    return others or bool(before & _OTHER_MATTERS) or bool(set(plain(text).split()[:1]) & _GOING_ON)


def _as_calls(lines: Sequence[Line], calls: Sequence[ToolCall], situation: Situation) -> tuple[ToolCall, ...]:
    """A call for each line: the model's own where it says the same, so that its words stay."""
    left = list(calls)
    made = []
    for number, line in enumerate(lines):
        own = next((call for call in left if _says(call, line, situation)), None)
        if own:
            left.remove(own)
        made.append(own or _call(f"{calls[0].id}-{number}", line))
    return tuple(made)


def _call(call_id: str, line: Line) -> ToolCall:
    amount = {"percent": line.amount} if line.amount else {}
    if isinstance(line.subject, Project):
        return ToolCall(call_id, "add_activities", {"project": line.typed, "dates": line.dates} | amount)
    return ToolCall(call_id, "add_absence", {"reason": line.subject, "dates": line.dates} | amount)


def _says(call: ToolCall, line: Line, situation: Situation) -> bool:
    """True for a call of the model that is about the line, with the same days and the same amount."""
    wanted = _call(call.id, line)
    if call.tool != wanted.tool or call.arguments.keys() != wanted.arguments.keys():
        return False
    written, today = {name: str(value) for name, value in call.arguments.items()}, situation.today
    if set(days_named(written["dates"], today)) != set(days_named(line.dates, today)):
        return False
    if plain(written.get("percent", "")) != plain(line.amount or ""):
        return False
    if isinstance(line.subject, str):
        return written["reason"] == line.subject
    found = candidates(written["project"], named_projects(situation.ledger.projects()))
    return found == [line.subject] and stands(written["project"], [situation.said[-1] if situation.said else ""])
