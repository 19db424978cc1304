"""A day that is shared out between two projects of which a model heard one: "3/4 trees today, rest of it office"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, projects_in
from bot.tools.mending_shares import is_beside, rest_in
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.utterance import stands

_HALVES = re.compile(r"(?:50 50|fifty fifty|half (?:and |n )?half|half each|moitie(?: et)? moitie)(?: each| chacun)?")
_DENIED = re.compile(
    r"\b(?:not|no|pas|instead of|rather than|au lieu d[eu])\s+(?:(?:the|on|le|la|sur)\s+)*$", re.IGNORECASE
)


def with_the_other_share(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The only call, and one for the only other project of the message that has the rest or the other half."""
    if len(calls) != 1 or calls[0].tool != "add_activities" or "?" in text:
        return list(calls)
    dates, percent = (str(calls[0].arguments.get(name) or "") for name in ("dates", "percent"))
    other = _other_project(calls[0], text, situation)
    if not dates or not percent or not stands(percent, [text]) or other is None:
        return list(calls)
    rest = rest_in(text)
    if rest is not None and is_beside(rest, (other.start, other.end), text):
        share = rest.group()
    elif _HALVES.fullmatch(plain(percent)):
        share = percent
    else:
        return list(calls)
    said = {"project": other.text, "dates": dates, "percent": share}
    return [*calls, ToolCall(f"{calls[0].id}-other", "add_activities", said)]


def _other_project(call: ToolCall, text: str, situation: Situation) -> Mark | None:
    """Where the message names the only project beside the call's own."""
    mine = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    others = [mark for mark in found if mark.project not in mine]
    if len(mine) != 1 or len({mark.project for mark in others}) != 1 or _DENIED.search(text[: others[0].start]):
        return None
    return others[0]
