"""What a call is about, however it is spelled: a project by its code, an absence by its reason."""

from __future__ import annotations

from bot.domain.conversation import ToolCall
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation

Subject = tuple[str, str]
"""A tool, and the code of a project or of a reason."""


def known_subject(call: ToolCall, situation: Situation) -> Subject | None:
    """None where no project, or more than one, goes by what the call says."""
    if call.tool == "add_absence":
        return call.tool, str(call.arguments.get("reason") or "")
    typed = str(call.arguments.get("project") or "")
    found = candidates(typed, named_projects(situation.ledger.projects())) if typed else []
    return (call.tool, found[0].code) if len(found) == 1 else None


def subject_of(call: ToolCall, situation: Situation) -> Subject:
    """The same, and where that is not known, the words themselves."""
    return known_subject(call, situation) or (call.tool, plain(str(call.arguments.get("project") or "")))
