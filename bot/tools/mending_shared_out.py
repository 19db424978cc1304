"""A day that is shared out between two projects of which a model heard one: "3/4 trees today, rest of it office"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import BLANK, amounts_in, days_in
from bot.tools.asides import said_besides
from bot.tools.loose_names import loosely_named
from bot.tools.marks import Mark, days_named, projects_in, without
from bot.tools.mending_shares import is_beside, rest_in
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.utterance import places, stands

_HALVES = re.compile(r"(?:50 50|fifty fifty|half (?:and |n )?half|half each|moitie(?: et)? moitie)(?: each| chacun)?")
_EVENLY = re.compile(r"\b(?:evenly|equally)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|no|pas|instead of|rather than|au lieu d[eu])\s+(?:(?:the|on|le|la|sur)\s+)*$", re.IGNORECASE
)
_EDGE = re.compile(r"[,;:!?\n]|[.](?=\s|$)|\b(?:and|et|but|mais|then|puis)\b", re.IGNORECASE)
_WITH_SOMEBODY = re.compile(r"\b(?:with|avec) [^\W\d_]+\s*$", re.IGNORECASE)
_IS = re.compile(r"\s*(?:is|was|are|were|est|[ée]tait)\b", re.IGNORECASE)
_JOINING_WORDS = "and et with avec half moitie the other la l autre each chacun between entre then puis"
_JOINING = frozenset(_JOINING_WORDS.split())
_LITTLE_WORDS = "is are goes went to est va that it half other moitie autre each chacun today"
_LITTLE = frozenset(_LITTLE_WORDS.split())


def with_the_other_share(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The only call, and one for the only other project of the message that has the rest or the other half."""
    working = [call for call in calls if call.tool == "add_activities"]
    if len(working) != 1 or any(call.tool not in ("add_activities", "add_absence") for call in calls) or "?" in text:
        return list(calls)
    working = [_with_its_own(working[0], text)]
    calls = [working[0] if call.tool == "add_activities" else call for call in calls]
    dates, percent = (str(working[0].arguments.get(name) or "") for name in ("dates", "percent"))
    mine, other = _projects(working[0], text, situation)
    if not dates or other is None:
        return list(calls)
    evenly = _EVENLY.search(text)
    is_joined = _are_joined(mine, other, text, situation) and not _IS.match(text[other.end :])
    if not percent and evenly and amounts_in(evenly.group()) and is_joined:
        halves = [_half(call, evenly.group()) if call is working[0] else call for call in calls]
        beside = ToolCall(f"{calls[0].id}-other", "add_activities", {"project": other.text, "dates": dates})
        return [*halves, _half(beside, evenly.group())]
    share, place = _share(percent, mine, other, text, situation)
    if not share or not _is_all_of_it(place, dates, text, situation):
        return list(calls)
    said = {"project": other.text, "dates": dates, "percent": share}
    return [*calls, ToolCall(f"{calls[0].id}-other", "add_activities", said)]


def _with_its_own(call: ToolCall, text: str) -> ToolCall:
    """ "75, and the remaining quarter to office": a call with the quarter has the only amount outside of the rest."""
    rest, percent = rest_in(text), str(call.arguments.get("percent") or "")
    standing = places(percent, text) if percent else []
    if rest is None or not standing or any(not (rest.start() <= a and b <= rest.end()) for a, b in standing):
        return call
    others = amounts_in(text[: rest.start()] + BLANK * len(rest.group()) + text[rest.end() :])
    return replace(call, arguments={**call.arguments, "percent": others[0]}) if len(others) == 1 else call


def _share(
    percent: str, mine: Sequence[Mark], other: Mark, text: str, situation: Situation
) -> tuple[str, tuple[int, int]]:
    """What the other project has, and where that is said; empty where it has no share of its own."""
    evenly = _EVENLY.search(text) if _EVENLY.search(percent) else None
    if evenly and _are_joined(mine, other, text, situation):
        return percent if stands(percent, [text]) else evenly.group(), (other.start, other.end)
    if not percent or not stands(percent, [text]):
        return "", (0, 0)
    rest = rest_in(text)
    if rest is not None and is_beside(rest, (other.start, other.end), text):
        return rest.group(), (min(rest.start(), other.start), max(rest.end(), other.end))
    if _HALVES.fullmatch(plain(percent)) and _are_joined(mine, other, text, situation):
        return percent, (other.start, other.end)
    return "", (0, 0)


def _half(call: ToolCall, evenly: str) -> ToolCall:
    return replace(call, arguments={**call.arguments, "percent": evenly})


def _projects(call: ToolCall, text: str, situation: Situation) -> tuple[list[Mark], Mark | None]:
    """Where the message names the call's own project, and the only other one."""
    own = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    found = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    mine, others = ([mark for mark in found if (mark.project in own) is is_own] for is_own in (True, False))
    if len(own) != 1 or len({mark.project for mark in others}) != 1 or _DENIED.search(text[: others[0].start]):
        return mine, None
    return mine, others[0]


def _is_all_of_it(place: tuple[int, int], dates: str, text: str, situation: Situation) -> bool:
    """True where the other project's part of the message says nothing else: not in "Luca took the rest on vela", "the
    rest vela, not confirmed"; and no other days."""
    start, end = place
    ahead = [edge.end() for edge in _EDGE.finditer(text, 0, start)]
    behind = _EDGE.search(text, end)
    before, after = text[ahead[-1] if ahead else 0 : start], text[end : behind.start() if behind else len(text)]
    if _DENIED.search(before) or _IS.match(after):
        return False
    days = set(days_named(dates, situation.today))
    spans = [span.text for part in (before, after) for span in days_in(part, situation.today)]
    if any(not set(days_named(span, situation.today)) <= days for span in spans):
        return False
    named = projects_in(before, loosely_named(text, situation), situation.ledger.projects())
    bare = [_bare(without(before, named), situation), _bare(_WITH_SOMEBODY.sub("", after), situation)]
    return not any(said_besides(part) - _LITTLE - _JOINING for part in bare)


def _are_joined(mine: Sequence[Mark], other: Mark, text: str, situation: Situation) -> bool:
    """True for "half and half gull and vela", where nothing but a joining word stands between the two."""
    between = [
        text[mark.end : other.start] if mark.end <= other.start else text[other.end : mark.start] for mark in mine
    ]
    return any(not said_besides(_bare(part, situation)) - _JOINING for part in between)


def _bare(part: str, situation: Situation) -> str:
    """The part without its days and its amounts."""
    for said in [*(span.text for span in days_in(part, situation.today)), *amounts_in(part)]:
        part = part.replace(said, " ")
    return part
