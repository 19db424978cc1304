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
    taken = [at for call in calls for at in places(str(call.arguments.get("dates") or ""), text)]
    parts = [(span.start, span.text.partition(",")[0]) for span in days_in(bare, situation.today)]
    parts = [
        (start, first) for start, first in parts if not any(a < start + len(first) and start < b for a, b in taken)
    ]  # another call's days are not its own
    weekdays = {start: first for start, first in parts if is_weekdays(first)}  # "mon-wed, this week" reads as one
    return [_narrowed(call, weekdays, text, situation) for call in calls]


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
