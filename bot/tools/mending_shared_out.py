"""A day that is shared out between two projects of which a model heard one: "3/4 trees today, rest of it office"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, projects_in
from bot.tools.mending_shares import is_beside, rest_in
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.utterance import stands

_HALVES = re.compile(r"(?:50 50|fifty fifty|half (?:and |n )?half|half each|moitie(?: et)? moitie)(?: each| chacun)?")
_EVENLY = re.compile(r"\b(?:evenly|equally)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|no|pas|instead of|rather than|au lieu d[eu])\s+(?:(?:the|on|le|la|sur)\s+)*$", re.IGNORECASE
)


def with_the_other_share(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The only call, and one for the only other project of the message that has the rest or the other half."""
    working = [call for call in calls if call.tool == "add_activities"]
    if len(working) != 1 or any(call.tool not in ("add_activities", "add_absence") for call in calls) or "?" in text:
        return list(calls)
    dates, percent = (str(working[0].arguments.get(name) or "") for name in ("dates", "percent"))
    other = _other_project(working[0], text, situation)
    evenly = _EVENLY.search(text)
    if dates and not percent and other is not None and evenly and amounts_in(evenly.group()):
        halves = [_half(call, evenly.group()) if call is working[0] else call for call in calls]
        beside = ToolCall(f"{calls[0].id}-other", "add_activities", {"project": other.text, "dates": dates})
        return [*halves, _half(beside, evenly.group())]
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


def _half(call: ToolCall, evenly: str) -> ToolCall:
    return replace(call, arguments={**call.arguments, "percent": evenly})


def _other_project(call: ToolCall, text: str, situation: Situation) -> Mark | None:
    """Where the message names the only project beside the call's own."""
    mine = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    others = [mark for mark in found if mark.project not in mine]
    if len(mine) != 1 or len({mark.project for mark in others}) != 1 or _DENIED.search(text[: others[0].start]):
        return None
    return others[0]
