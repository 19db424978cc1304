"""What the words say it was not: "not the friday", "pas tramontane mais avant-vente", "apollo instead of zephyr".

A small model copies the day or the project that is denied. Days that are denied are taken out of those that were said
before; a project that is only ever denied in a message gets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import Project
from bot.phrases import days_in
from bot.tools.absence_words import absences_in
from bot.tools.grounding import project_places
from bot.tools.left_alone import without_left_alone
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_JOINT = re.compile(r",|\b(?:and|et|then|puis)\b", re.IGNORECASE)
_NOT_DAYS = re.compile(
    r"(?<!\w)(?:but not|except(?: for| on)?|not|mais pas|pas|sauf)(?: on| for)?(?: the| le| la)?\s*$", re.IGNORECASE
)
_NOT_IT = re.compile(
    r"(?<!\w)(?<!why )(?:not|wasn['’]?t|isn['’]?t|instead of|rather than|pas|au lieu (?:de |d['’])|plut[oô]t que)"
    r"(?: on| sur)?(?: the| le| la| du)?\s*$",
    re.IGNORECASE,
)
_NOT_NEAR = re.compile(r"(?:\b(?:not|pas|except|sauf)|n['’]t)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
_BUT = re.compile(r"\s(?:but|mais)\s(?:on |le )?", re.IGNORECASE)
_COMMA = re.compile(r"[,;:.]\s*(?:on\s+|le\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:not|pas|except|sauf)\b|n['’]t\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:not|wasn|wasnt|isn|isnt|instead|rather|pas|lieu|plut[oô]t)\b", re.IGNORECASE)

Place = tuple[int, int]


# --- days -------------------------------------------------------------------------------------------------------------


def with_exception(call: ToolCall, text: str, situation: Situation) -> ToolCall | None:
    """A correction of a line that denies the only days that it names: the line's days without these.

    None where no days are denied, or others come in their place ("not monday, thursday"). Where that leaves no days or
    cannot be read, the call says no days of its own.
    """
    spans = days_in(text, situation.today)
    ahead = text[: spans[0].start] if len(spans) == 1 else ""
    if not _NOT_NEAR.search(ahead) or _is_instead(str(call.arguments.get("dates") or ""), spans[0].text):
        return None
    if _is_of_another(call, _AHEAD.split(ahead)[-1], situation):
        return None  # "not gull on monday, vela" denies the project
    rest = {name: value for name, value in call.arguments.items() if name != "dates"}
    denied, before = _NOT_DAYS.search(ahead), _days_before(call, situation)
    whole = f"{before} {text[denied.start() : spans[0].end]}" if denied and before else ""
    if (instead := _BUT.split(spans[0].text))[1:]:
        whole = instead[1] if denied else ""  # "not monday but friday"
    return replace(call, arguments=rest | ({"dates": whole} if days_named(whole, situation.today) else {}))


def _is_instead(dates: str, span: str) -> bool:
    """True for the thursday of "monday, thursday"."""
    return any(_COMMA.search(span[:start]) and not span[end:].strip() for start, end in places(dates, span))


def _is_of_another(call: ToolCall, denied: str, situation: Situation) -> bool:
    """True where a project is denied and the call is about another one."""
    projects = situation.ledger.projects()
    named = [project for project in projects if project_places(project, denied, situation.today)]
    phrase = str(call.arguments.get("project") or "")
    meant: list[Project] = candidates(phrase, named_projects(projects))
    return bool(named and phrase) and not set(named) & set(meant)


def _days_before(call: ToolCall, situation: Situation) -> str:
    line = str(call.arguments.get(REPLACES) or "")
    proposal = next((p for p in situation.pending if str(p.line) == line), None)
    return str(proposal.phrases.get("dates") or "") if proposal else ""


def with_days_not_left_alone(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Don't touch thursday, but today was gull": what is left alone gets nothing, the only other days do."""
    rest = without_left_alone(text, situation.today)
    if rest == text:
        return list(calls)
    calls = [_without_parts_left_alone(call, text, rest) for call in calls]
    spans = days_in(rest, situation.today)
    taken = {str(call.arguments.get("dates") or "") for call in calls}
    kept = []
    for call in calls:
        dates = str(call.arguments.get("dates") or "")
        adds = call.tool in ("add_activities", "add_absence") and dates and not call.arguments.get(REPLACES)
        wrong = adds and not places(dates, rest) and (places(dates, text) or not spans)
        if not wrong:
            kept.append(call)
        elif not spans and places(str(call.arguments.get("project") or ""), rest):
            kept.append(replace(call, arguments={n: v for n, v in call.arguments.items() if n != "dates"}))
        elif {span.text for span in spans} <= taken - {dates}:
            continue  # all other days have calls of their own, or no days are left
        elif len(free := [span for span in spans if len(spans) == 1 or span.text not in taken]) != 1:
            kept.append(call)
        else:
            kept.append(_on_other_days(call, _without_taken(free[0].text, taken), rest, situation))
    return kept


def _without_taken(dates: str, taken: set[str]) -> str:
    """The "today" of "thursday, and then today", of which another call has the thursday."""
    parts = [part.strip() for part in _JOINT.split(dates)]
    left = [part for part in parts if part and part not in taken]
    return left[0] if len(left) == 1 and len(left) < len(list(filter(None, parts))) else dates


def _without_parts_left_alone(call: ToolCall, text: str, rest: str) -> ToolCall:
    """The "this week" of "this week, the weekend", where the weekend was only wished for."""
    dates = str(call.arguments.get("dates") or "")
    parts = [part for part in dates.split(",") if places(part, rest) or not places(part, text)]
    if not parts or "," not in dates or places(dates, text):
        return call
    return replace(call, arguments={**call.arguments, "dates": ",".join(parts).strip()})


def _on_other_days(call: ToolCall, dates: str, rest: str, situation: Situation) -> ToolCall:
    """The call on these days; an absence only where one is spoken of: the verb "leave" is none."""
    if call.tool == "add_activities" or absences_in(rest, situation.ledger.absence_reasons()):
        return replace(call, arguments={**call.arguments, "dates": dates})
    there = [rest[slice(*at[0])] for _, at in _named(rest, situation)]
    if len(there) != 1:
        return call
    return replace(call, tool="add_activities", arguments={"project": there[0], "dates": dates})


# --- projects ---------------------------------------------------------------------------------------------------------


def with_denied_projects(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Yesterday was not gull but anchor": what stands there of Gull is taken off, Anchor is put on.

    Only where two projects and one day phrase are named and one of the projects is denied, and nothing waits that may
    be meant. Else a new entry on a denied project loses the project, so that it is asked for.
    """
    if not denies(text):
        return list(calls)
    named = _named(text, situation)
    denied = {p.code for p, at in named if all(_NOT_IT.search(text[:start]) for start, _ in at)}
    if not denied or any(call.arguments.get(REPLACES) for call in calls) or not any(_adds(call) for call in calls):
        return list(calls)
    swapped = _swapped(calls, text, named, denied, situation)
    return swapped or [_without(call, denied, situation) for call in calls]


def denies(text: str) -> bool:
    """True where anything may be denied in the text at all."""
    return bool(_DENIAL.search(text))


def _adds(call: ToolCall) -> bool:
    return call.tool == "add_activities"


def _named(text: str, situation: Situation) -> list[tuple[Project, list[Place]]]:
    """The projects of the message with where they stand."""
    words = {project.code: word for word, project in loosely_named(text, situation)}
    found = []
    for project in situation.ledger.projects():
        at = project_places(project, text, situation.today)
        at = at or (places(words[project.code], text) if project.code in words else [])
        if at:
            found.append((project, at))
    return found


def _swapped(
    calls: Sequence[ToolCall],
    text: str,
    named: Sequence[tuple[Project, list[Place]]],
    denied: set[str],
    situation: Situation,
) -> list[ToolCall]:
    spans = days_in(text, situation.today)
    meant = [(project, at) for project, at in named if project.code not in denied]
    taken = [(project, at) for project, at in named if project.code in denied]
    once = all(len(at) == 1 for _, at in named)
    if len(spans) != 1 or len(meant) != 1 or len(taken) != 1 or not once or situation.pending:
        return []
    dates = {"dates": spans[0].text}
    amounts = {call.arguments["percent"] for call in calls if call.arguments.get("percent")}
    if amounts:
        return []
    typed = [text[slice(*at[0])] for _, at in (*taken, *meant)]
    first = calls[0]
    removal = [replace(first, tool="delete_entries", arguments={"project": typed[0], **dates})]
    addition = ToolCall(f"{first.id}-0", "add_activities", {"project": typed[1], **dates})
    return [*(removal if _stands(taken[0][0], spans[0].text, situation) else ()), addition]


def _stands(project: Project, dates: str, situation: Situation) -> bool:
    """True where the ledger has something of the project on these days."""
    days = days_named(dates, situation.today)
    entries = situation.ledger.entries(situation.email, min(days), max(days)) if days else ()
    return any(entry.project == project.code and entry.day in days for entry in entries)


def _without(call: ToolCall, denied: set[str], situation: Situation) -> ToolCall:
    found = candidates(str(call.arguments.get("project") or ""), named_projects(situation.ledger.projects()))
    if not _adds(call) or len(found) != 1 or found[0].code not in denied:
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "project"})
