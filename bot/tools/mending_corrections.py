"""What a correction leaves of its line: "make monday onboarding" of a line for monday and today keeps today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import days_in
from bot.tools.grounding import project_places
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_PARTS = re.compile(r"\s*[,&+]\s*|\s+(?:and|et)\s+", re.IGNORECASE)


def with_what_stays(calls: Sequence[ToolCall], situation: Situation) -> tuple[ToolCall, ...]:
    """The only call with a second one for the days of its line that it says nothing of.

    Only where another project takes some of the line's days, and the others were said in words of their own.
    """
    if len(calls) != 1 or calls[0].tool != "add_activities":
        return tuple(calls)
    days = set(days_named(str(calls[0].arguments.get("dates") or ""), situation.today))
    replaced = _line_meant(calls[0], days, situation)
    if replaced is None or not _is_another(calls[0], replaced, situation):
        return tuple(calls)
    calls = [replace(calls[0], arguments={**calls[0].arguments, REPLACES: str(replaced.line)})]
    dates = days_left(replaced, days, situation)
    if not dates:
        return tuple(calls)
    kept = {name: text for name, text in replaced.phrases.items() if name in ("project", "percent")}
    return (*calls, ToolCall(f"{calls[0].id}-0", "add_activities", {**kept, "dates": dates}))


def _line_meant(call: ToolCall, days: set[date], situation: Situation) -> Proposal | None:
    """The line that the call corrects; where another project takes none of its days, the only line that has them; and
    where no days are said, the only line whose project is named."""
    lines = [p for p in situation.pending if p.tool == "add_activities"]
    named = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if named is None or days & set(named.change.days) or not _is_another(call, named, situation):
        return named
    if _is_named(named, situation):
        return named
    others = [p for p in lines if (days <= set(p.change.days) if days else _is_named(p, situation))]
    others = [p for p in others if _is_another(call, p, situation)]
    return others[0] if len(others) == 1 else named


def _is_named(line: Proposal, situation: Situation) -> bool:
    """True where the newest message names the line's project: "it should have been Lighthouse rather than Support"."""
    project = next((p for p in situation.ledger.projects() if p.code == line.arguments.get("project")), None)
    said = situation.said[-1] if situation.said else ""
    return project is not None and bool(project_places(project, said, situation.today))


def _is_another(call: ToolCall, replaced: Proposal, situation: Situation) -> bool:
    found = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    return len(found) == 1 and found[0].code != replaced.arguments.get("project")


def days_left(replaced: Proposal, taken: set[date], situation: Situation) -> str:
    """The parts of the line's day phrase that are about the days left over; empty where they are not all of them."""
    phrase = str(replaced.phrases.get("dates") or "")
    days = set(replaced.change.days)
    if not taken or not taken < days or set(days_named(phrase, situation.today)) != days:
        return ""
    parts = [part for part in _parts(phrase, situation) if not taken & set(days_named(part, situation.today))]
    named = {day for part in parts for day in days_named(part, situation.today)}
    if named == days - taken and all(stands(part, situation.said) for part in parts):
        return ", ".join(parts)
    return _excepting(phrase, days, taken, situation)


def _excepting(phrase: str, days: set[date], taken: set[date], situation: Situation) -> str:
    """ "mon to thu except tuesday": a range that was said before, less the only days that the newest words name."""
    spans = days_in(situation.said[-1], situation.today) if situation.said else ()
    if len(spans) != 1 or set(days_named(spans[0].text, situation.today)) != taken:
        return ""
    whole = f"{phrase} except {spans[0].text}"
    return whole if set(days_named(whole, situation.today)) == days - taken and stands(phrase, situation.said) else ""


def _parts(phrase: str, situation: Situation) -> list[str]:
    """The parts of a list of days; "mon tue wed" has one for each word."""
    parts = _PARTS.split(phrase)
    words = phrase.split()
    each = [days_named(word, situation.today) for word in words]
    return words if len(parts) == 1 and all(len(days) == 1 for days in each) else parts
