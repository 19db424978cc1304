"""Weekdays right beside a project whose call has the whole week: "last week gull mon-wed, this week vela"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import days_in, is_weekdays
from bot.tools.grounding import without_names
from bot.tools.marks import days_under
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places
from bot.tools.weeks_said import NAMED_WEEK

_BETWEEN = re.compile(r"[ \t:=]*(?:(?:on|le|du)\s+)?")
_BEFORE = re.compile(r"[\s:,]*(?:(?:i was on|i did|was|on|was all|for|j['’][ée]tais sur|sur|pour)\s+)*", re.IGNORECASE)


def with_own_weekdays(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Each call with a whole week, narrowed to the weekdays that stand right behind its project, where these are."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    calls = [_without_anothers(call, calls, text) for call in calls if not _is_said_of_its_week(call, calls, text)]
    taken = [at for call in calls for at in places(str(call.arguments.get("dates") or ""), text)]
    parts = [(span.start, span.text.partition(",")[0]) for span in days_in(bare, situation.today)]
    parts = [
        (start, first) for start, first in parts if not any(a < start + len(first) and start < b for a, b in taken)
    ]  # another call's days are not its own
    weekdays = {start: first for start, first in parts if is_weekdays(first)}  # "mon-wed, this week" reads as one
    return [_narrowed(call, weekdays, text, situation) for call in calls]


def _without_anothers(call: ToolCall, calls: Sequence[ToolCall], text: str) -> ToolCall:
    """The "this week" of "mon-wed, this week", where the words are "last week gull mon-wed, this week vela"."""
    first, joint, week = str(call.arguments.get("dates") or "").partition(",")
    if not joint or not is_weekdays(first) or not NAMED_WEEK.fullmatch(week.strip()):
        return call
    others = [other for other in calls if other is not call and _has_a_week(other)]
    is_anothers = any(_stands_behind(first, other, text) for other in others)
    return replace(call, arguments={**call.arguments, "dates": week.strip()}) if is_anothers else call


def _is_said_of_its_week(call: ToolCall, calls: Sequence[ToolCall], text: str) -> bool:
    """True for "gull mon-wed" beside "gull last week", where the words are "last week gull mon-wed"."""
    dates = str(call.arguments.get("dates") or "")
    same = [
        other
        for other in calls
        if other is not call and other.arguments.get("project") == call.arguments.get("project")
    ]
    is_plain = call.tool == "add_activities" and is_weekdays(dates) and set(call.arguments) == {"project", "dates"}
    return is_plain and any(_has_a_week(other) and _stands_behind(dates, other, text) for other in same)


def _has_a_week(call: ToolCall) -> bool:
    return call.tool == "add_activities" and bool(NAMED_WEEK.fullmatch(str(call.arguments.get("dates") or "")))


def _stands_behind(weekdays: str, call: ToolCall, text: str) -> bool:
    """True where they stand right behind the call's project, and its week right before that."""
    week, project = (places(str(call.arguments.get(name) or ""), text) for name in ("dates", "project"))
    standing = places(weekdays, text)
    if len(week) != 1 or len(project) != 1 or len(standing) != 1 or week[0][1] > project[0][0]:
        return False
    ahead, behind = text[week[0][1] : project[0][0]], text[project[0][1] : standing[0][0]]
    return bool(_BEFORE.fullmatch(ahead) and _BETWEEN.fullmatch(behind))


def _narrowed(call: ToolCall, weekdays: dict[int, str], text: str, situation: Situation) -> ToolCall:
    dates, project = (str(call.arguments.get(name) or "") for name in ("dates", "project"))
    week, named = NAMED_WEEK.search(dates), places(project, text) if project else []
    standing = places(dates, text)
    if call.tool != "add_activities" or call.arguments.get(REPLACES) or len(named) != 1 or len(standing) != 1:
        return call
    end, (begin, stop) = standing[0][1], named[0]
    if week is None or week.end() != len(dates) or not _BEFORE.fullmatch(text[end:begin] if end <= begin else "-"):
        return call
    between = _BETWEEN.match(text, stop)
    own = weekdays.get(between.end() if between else stop, "")
    within = days_under(week.group(), own, situation.today) if own else ""
    return replace(call, arguments={**call.arguments, "dates": within}) if within else call
