"""What a correction does not say is its own line's: a small model takes it from another line of the card.

"Anchor not yesterday. Monday." behind "yesterday anchor, today gull half": the half is Gull's. And where all that a
correction repeats is another line's, that line is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_ADDING = ("add_activities", "add_absence")
_WHICH = ("project", "reason", "dates")


def with_own_line(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The corrections without what was neither said now nor of their line, or of the line that they repeat."""
    return [_own(call, text, situation) for call in calls]


def _own(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    lines = [p for p in situation.pending if p.tool == call.tool]
    line = next((p for p in lines if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    if call.tool not in _ADDING or line is None:
        return call
    unsaid = {
        name: str(v) for name, v in call.arguments.items() if name != REPLACES and v and not _is_said(name, v, text)
    }
    foreign = [name for name, phrase in unsaid.items() if not _is_of(line, name, phrase, situation)]
    if not foreign:
        return call
    repeated = [name for name in unsaid if name in _WHICH]
    others = [p for p in lines if p is not line and all(_is_of(p, name, unsaid[name], situation) for name in repeated)]
    meant = others[0] if set(foreign) & set(_WHICH) and len(others) == 1 else line
    kept = {n: v for n, v in call.arguments.items() if n not in unsaid or _is_of(meant, n, unsaid[n], situation)}
    return replace(call, arguments={**kept, REPLACES: str(meant.line)})


def _is_said(name: str, phrase: str, text: str) -> bool:
    """A reason is a code and never copied: it always counts as said."""
    return name == "reason" or stands(str(phrase), [text])


def _is_of(line: Proposal, name: str, phrase: str, situation: Situation) -> bool:
    """True where the line has the same, or nothing is known of it."""
    if name == "project":
        found = candidates(phrase, named_projects(situation.ledger.projects()))
        return len(found) != 1 or found[0].code == line.arguments.get("project")
    if name == "dates":
        days = set(days_named(phrase, situation.today))
        return not days or days == set(line.change.days)
    return plain(phrase) == plain(str(line.phrases.get(name) or ""))
