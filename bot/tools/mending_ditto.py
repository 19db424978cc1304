"""A day that was like the one before: "monday gull in the morning, vela in the afternoon, tuesday the same".

Where one day is shared out between several things, the same is all of it. A model makes one of them of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.tools.grounding import without_names
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places

_THE_SAME = re.compile(
    r"[\s:,]*(?:(?:was|is|it was|c['’ ]?[ée]tait|c['’ ]?est)\s+)?(?:(?:exactly|just|exactement|tout)\s+)?"
    r"(?:the same(?: again| thing| split)?|same(?: again| thing| split)?|ditto|pareil(?:le)?|idem|la m[eê]me chose)\b"
    r"(?=\s*(?:$|[,.;!\n]))(?!\s*,?\s*(?:but|except|only|mais|sauf|sans)\b)",
    re.IGNORECASE,
)


_THEN = re.compile(r"\b(?:then|puis|ensuite|after that|apr[eè]s)\s+(?:(?:on|sur|the|le|la)\s+)*$", re.IGNORECASE)
_JOINT = re.compile(r"[,.;]\s*")


def with_the_same_again(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls, and those of the shared day once more on the day that is said to be the same."""
    bare = without_names(text, situation.ledger.projects(), situation.today)
    same = [span for span in days_in(bare, situation.today) if _THE_SAME.match(bare, span.end)]
    if len(same) != 1 or "?" in text or any(call.arguments.get(REPLACES) for call in calls):
        return list(calls)
    shared = _with_the_second(_on_the_day_before(calls, same[0].start, text, situation), calls, same[0].start, text)
    day = _day_of(same[0].text, shared, situation)
    if len(shared) < 2 or not day:
        return list(calls)
    on_it = [call for call in calls if str(call.arguments.get("dates") or "") == day]
    others = [call for call in calls if call not in on_it]
    known = {_subject(call) for call in (*others, *shared)}
    if any(_subject(call) not in known for call in on_it):
        return list(calls)  # something else is said of that day
    others = [*(call for call in others if call not in shared), *shared] if shared[-1] not in others else others
    again = [replace(call, id=f"{call.id}-same", arguments={**call.arguments, "dates": day}) for call in shared]
    at = others.index(shared[-1]) + 1
    return [*others[:at], *again, *others[at:]]


def _with_the_second(shared: list[ToolCall], calls: Sequence[ToolCall], start: int, text: str) -> list[ToolCall]:
    """The only thing of that day, and what came after it: "thurs gull till lunch then vela, friday the same", of which
    a model makes Vela on Friday."""
    first = _only_place(shared[0], text) if len(shared) == 1 else None
    if first is None:
        return shared
    later = [(call, _only_place(call, text)) for call in calls if call not in shared and call.tool == "add_activities"]
    second = [(call, place) for call, place in later if place and first[1] < place[0] < start]
    if len(second) != 1 or second[0][0].arguments.get("percent"):
        return shared
    call, place = second[0]
    if place is None or not _THEN.search(text[first[1] : place[0]]):
        return shared
    return [*shared, replace(call, arguments={**call.arguments, "dates": shared[0].arguments["dates"]})]


def _only_place(call: ToolCall, text: str) -> tuple[int, int] | None:
    standing = places(str(call.arguments.get("project") or ""), text)
    return standing[0] if len(standing) == 1 else None


def _subject(call: ToolCall) -> str:
    return plain(str(call.arguments.get("project") or call.arguments.get("reason") or ""))


def _day_of(phrase: str, shared: Sequence[ToolCall], situation: Situation) -> str:
    """The days that are the same, without the end of what stands before them ("in the afternoon. tuesday")."""
    before = {day for call in shared for day in days_named(str(call.arguments["dates"]), situation.today)}
    for days in (phrase, _JOINT.split(phrase)[-1]):
        named = set(days_named(days, situation.today))
        if named and not named & before and not amounts_in(days):
            return days
    return ""


def _on_the_day_before(calls: Sequence[ToolCall], start: int, text: str, situation: Situation) -> list[ToolCall]:
    """The calls that share the last day before this place, if each has an amount of it."""
    before = []
    for call in calls:
        dates = str(call.arguments.get("dates") or "")
        standing = [place for place in places(dates, text) if place[0] < start] if dates else []
        if call.tool in ADDING and standing and len(days_named(dates, situation.today)) == 1:
            before.append((max(standing), days_named(dates, situation.today), call))
    if not before:
        return []
    last = max(before, key=lambda found: found[0])[1]
    found = [call for _, days, call in before if days == last]
    return found if all(call.arguments.get("percent") for call in found) else []
