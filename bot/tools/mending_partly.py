"""Days of which only a part was meant: "14, 15 and 16 october, but the 15th only half".

A model copies one phrase and one amount, which would be that of all the other days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in
from bot.tools.excepted import EXCEPTED, HALF_BEHIND
from bot.tools.marks import days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places, stands

_BUT = re.compile(r",?\s*\b(?P<word>but|except|mais|sauf)\s+(?:on\s+)?(?P<days>[^,;.]+)$", re.IGNORECASE)
_BUT_THEN = re.compile(
    r",?\s*(?:but|mais)\s+(?:on\s+)?(?P<days>[^,;.]+?)(?=\s+(?:only|just|seulement|que)\b)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+(?:(?:it was|i did|only|just|seulement|que|in|the|le|la|a|une?)\s+)*$", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|just|seulement|que)\b", re.IGNORECASE)
_AND_THE_OTHER = re.compile(
    r"\s*(?:and|et|&|\+)\s*(?:the |in the |l['’])?(?:morning|afternoon|matin|apr[eè]s[- ]midi)", re.I
)
_NEAR = 25  # letters between the days and their amount


def with_days_partly(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """Each call that gives the amount of its exception to all other days, as two: those whole, the exception partly."""
    borrowed = _without_borrowed_amount(calls, text)
    made = [(call, part) for call in borrowed for part in _parts(call, text, situation)]
    return [part for call, part in made if part is call or not _is_said(part, call, borrowed, situation)]


def _is_said(part: ToolCall, whole: ToolCall, calls: Sequence[ToolCall], situation: Situation) -> bool:
    """True where another call of the same project has days of this part already: "9 march" beside "9 and 10 march"."""
    days = set(days_named(str(part.arguments.get("dates") or ""), situation.today))
    others = [call for call in calls if call is not whole and call.tool == part.tool]
    same = [c for c in others if plain(str(c.arguments.get("project"))) == plain(str(part.arguments.get("project")))]
    return any(days & set(days_named(str(call.arguments.get("dates") or ""), situation.today)) for call in same)


def _without_borrowed_amount(calls: Sequence[ToolCall], text: str) -> list[ToolCall]:
    """ "14 to 16 march" and "15" with the half of "but 15 only half" each: it is the exception's alone."""
    if len(calls) != 2 or any(call.tool != "add_activities" or call.arguments.get(REPLACES) for call in calls):
        return list(calls)
    first, second = ({name: str(value) for name, value in call.arguments.items()} for call in calls)
    same = plain(first.get("project", "")) == plain(second.get("project", "")) and second.get("percent")
    amounts = {plain(first.get("percent", "")), plain(second.get("percent", "")), ""}
    standing = places(first.get("dates", ""), text)
    but = _BUT_THEN.match(text, standing[0][1]) if same and len(amounts) == 2 and len(standing) == 1 else None
    if not but or plain(but["days"]) != plain(second.get("dates", "")):
        return list(calls)
    whole = {name: value for name, value in first.items() if name != "percent"}
    return [replace(calls[0], arguments=whole | {"dates": text[standing[0][0] : but.end()]}), calls[1]]


def _parts(call: ToolCall, text: str, situation: Situation) -> list[ToolCall]:
    dates, percent = str(call.arguments.get("dates") or ""), str(call.arguments.get("percent") or "")
    but = _BUT.search(dates)
    if call.tool != "add_activities" or call.arguments.get(REPLACES):
        return [call]
    half = _half_left(dates, text, situation)
    if half and (not percent or stands(percent, [half[1]])):
        return _as_two(call, dates, *half)
    if not percent or not but:
        return [call]
    standing = places(dates, text)
    behind = text[standing[0][1] :][:_NEAR] if len(standing) == 1 else ""
    amount = next(iter(amounts_in(behind)), "")
    between = behind[: behind.find(amount)]
    if not amount or not _BETWEEN.fullmatch(between):
        return [call]
    if not _ONLY.search(between) and (but["word"].casefold() in ("except", "sauf") or amount.endswith("s")):
        return [call]  # "monday to friday except wednesday half days" may be half days
    days, exception = days_named(dates[: but.start()], situation.today), days_named(but["days"], situation.today)
    if not exception or not set(exception) < set(days):
        return [call]
    return _as_two(call, dates, but["days"], amount)


def _as_two(call: ToolCall, dates: str, partly: str, amount: str) -> list[ToolCall]:
    """The whole days of a call, and the days of which it has an amount."""
    whole = {name: value for name, value in call.arguments.items() if name != "percent"} | {"dates": dates}
    part = {**call.arguments, "dates": partly, "percent": amount}
    return [replace(call, arguments=whole), replace(call, id=f"{call.id}-0", arguments=part)]


def _half_left(dates: str, text: str, situation: Situation) -> tuple[str, str] | None:
    """ "Mon to wed, except tuesday afternoon" leaves the tuesday morning: the day, and the half of it that is said."""
    spans = EXCEPTED.split(dates)
    if len(spans) != 2:
        return None
    excepted = re.compile(rf"{EXCEPTED.pattern}{re.escape(spans[1])}{HALF_BEHIND.pattern}", re.IGNORECASE)
    found = list(excepted.finditer(text))
    out, days = days_named(spans[1], situation.today), days_named(spans[0], situation.today)
    if len(found) != 1 or len(out) != 1 or not set(out) < set(days) or _AND_THE_OTHER.match(text, found[0].end()):
        return None
    return spans[1], found[0]["half"]
