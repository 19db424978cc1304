"""Calls about a part of a day that was named before: "the rest zephyr", "and orion that afternoon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.tools.absence_words import absences_in
from bot.tools.asides import said_besides
from bot.tools.grounding import is_ordinary
from bot.tools.marks import days_named, marked, projects_in, without
from bot.tools.names import plain
from bot.tools.shares import REST, is_rest
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_BESIDE = re.compile(
    r"[\s,:]*(?:(?:and|et|on|for|to|was|is|goes to|of it|sur|pour|à|en|c['’][ée]tait|the|le|la)\s+)*", re.IGNORECASE
)
_OF_MORE = re.compile(r"\s*(?:of|in|de|du|d['’])\s", re.IGNORECASE)  # "the rest of the week" is days
_SOMEBODY = re.compile(r"\b(?:je|j['’]y|on|tu|il|elle|y)\s+$", re.IGNORECASE)  # "je reste sur vela"
_SAME_DAY = re.compile(
    r"\b(?:that|this|same|remaining|remains|left|rest|remainder|other|ce|cet|cette|meme|reste|restant|autre)\b"
)
_POINTING = frozenset(["that", "this", "same", "day", "ce", "cet", "cette", "meme", "jour"])


def with_shares_as_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with the rest of a day where it was said, and a single new one on the day that was named before."""
    if len(calls) == 1 and calls[0].tool in ADDING and not calls[0].arguments.get(REPLACES):
        of_its_project = _of_the_rest(_of_its_project(calls[0], text, situation), text)
        return [_on_the_same_day(of_its_project, text, situation)]
    return _with_rest(_on_days_before(calls), text, situation)


def _on_days_before(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """ "Mon 25% gull and the rest of the day vela": the rest is of the day of the call before, and no days."""
    found: list[ToolCall] = []
    for call in calls:
        before = found[-1] if found else None
        rest = _dates(call)
        partly = {plain(_dates(other)) for other in found if other.arguments.get("percent") and _dates(other)}
        if call.tool in ADDING and is_rest(rest) and before and partly == {plain(_dates(before))}:
            call = _with(call, dates=_dates(before), percent=rest)
        found.append(call)
    return found


def rest_in(text: str) -> re.Match[str] | None:
    """Where the rest of a day is said, if once; the rest of a week is days."""
    found = [match for match in REST.finditer(text) if not _OF_MORE.match(text, match.end())]
    found = [match for match in found if not _SOMEBODY.search(text[: match.start()])]
    return found[0] if len(found) == 1 else None


def _with_rest(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "three quarters of today apollo, the rest zephyr": the one without an amount, on the days of the one with."""
    rest = rest_in(text)
    if not rest or len(calls) != 2 or any(c.tool not in ADDING or c.arguments.get(REPLACES) for c in calls):
        return list(calls)
    whole = [call for call in calls if not call.arguments.get("percent")] or _said_once(calls, text)
    if len(whole) != 1 or plain(_dates(calls[0])) != plain(_dates(calls[1])):
        return list(calls)
    standing = places(str(whole[0].arguments.get("project") or ""), text)
    named = [(mark.start, mark.end) for mark in projects_in(text, (), situation.ledger.projects())]
    behind = [place for place in named if place[0] >= rest.end() and is_beside(rest, place, text)]
    if not any(is_beside(rest, place, text) for place in standing) or any(place not in standing for place in behind):
        return list(calls)
    return [_with(call, percent=rest.group()) if call is whole[0] else call for call in calls]


def _said_once(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """The second of two calls that both have the only amount of the message: it is the first one's."""
    first, second = (plain(str(call.arguments.get("percent"))) for call in calls)
    return [calls[1]] if first == second and len(amounts_in(text)) == 1 else []


def is_beside(rest: re.Match[str], place: tuple[int, int], text: str) -> bool:
    between = text[rest.end() : place[0]] if place[0] >= rest.end() else text[place[1] : rest.start()]
    return bool(_BESIDE.fullmatch(between) or _BESIDE.fullmatch(f"{between} "))


def has_the_rest(rest: re.Match[str], named: Sequence[tuple[int, int]], text: str) -> bool:
    """True for "the rest vela" and for "vela the rest" at the end: "vela, the rest is fine" is about other things."""
    is_last = not text[rest.end() :].strip(" .!")
    return any(is_beside(rest, place, text) and (place[0] >= rest.end() or is_last) for place in named)


def _dates(call: ToolCall) -> str:
    return str(call.arguments.get("dates") or "")


def _with(call: ToolCall, **arguments: str) -> ToolCall:
    return replace(call, arguments={**call.arguments, **arguments})


def _on_the_same_day(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """Days that are none ("the remaining") where the words point at the day of what waits: all of it on one day."""
    today = situation.today
    if days_in(text, today) or days_named(_dates(call), today) or not _SAME_DAY.search(plain(text)):
        return call
    phrases = {str(p.phrases.get("dates") or "") for p in situation.pending if p.tool in ADDING}
    lines = {p.change.days for p in situation.pending if p.tool in ADDING}
    if len(lines) != 1 or len(phrases) != 1 or len(next(iter(lines))) != 1 or not stands(min(phrases), situation.said):
        return call
    rest = rest_in(text)
    said = str(call.arguments.get("percent") or "")
    share = {"percent": rest.group()} if rest and not (said and stands(said, [text])) else {}
    return _with(call, dates=min(phrases), **share)


def _of_the_rest(call: ToolCall, text: str) -> ToolCall:
    """ "And what remains of the day vela" has what remains, not the amount that was said before."""
    rest, percent = rest_in(text), str(call.arguments.get("percent") or "")
    named = places(str(call.arguments.get("project") or ""), text)
    if rest is None or not percent or stands(percent, [text]) or not has_the_rest(rest, named, text):
        return call
    return _with(call, percent=rest.group())


def _of_its_project(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "and orion that afternoon" is about Orion, whatever absence was spoken of before; every word has to fit."""
    projects = situation.ledger.projects()
    if call.tool != "add_absence" or absences_in(text, situation.ledger.absence_reasons()):
        return call
    found = projects_in(text, (), projects)
    marks = marked(text, found, situation.today)
    if len(found) != 1 or is_ordinary(found[0].text, situation.today):
        return call
    if said_besides(without(text, marks)) - _POINTING:
        return call
    said = {name: value for name, value in call.arguments.items() if name in ("dates", "percent")}
    return replace(call, tool="add_activities", arguments={"project": found[0].text, **said})
