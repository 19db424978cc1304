"""Replacements made whole: "replace gull by vela on monday" takes Gull off the monday and puts Vela on it.

A small model often calls only half of it, or takes a word of the request for a project. Where the message plainly
replaces one thing by another (bot.tools.swaps) on days that are not in doubt, the calls become exactly these two.
Calls about something else stay where that is plainly a matter of its own; else all of them stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.conversation import ToolCall
from bot.domain.timesheet import FULL_DAY
from bot.tools.absence_words import likely_absences_in, reason_named
from bot.tools.asides import said_besides
from bot.tools.marks import Mark, days_named
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.skeletons import percent_of, thing
from bot.tools.swaps import Swap, swap_in
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_DOUBTFUL_DAYS = re.compile(
    r" (?:(?:from|until|till?|depuis|jusqu au|a partir (?:de|du)) D\d+"  # half of a range
    r"|(?:a|see you(?: on)?) D\d+"  # "à jeudi !"
    r"|D\d+ (?:stays?|remains?|reste|(?:is|was|s|est|etait|c est|c etait) (?!(?:all )?(?:wrong|off|incorrect|faux"
    r"|fausse|pas bon)\b)\w+)) "
)
_ONLY_THE_FIRST = re.compile(r"\b(?:only|seulement|uniquement) \w")  # "monday only, tuesday was right"
_OF_ENTRIES = ("delete_entries", "add_activities", "add_absence")


def with_swaps(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...]:
    """The calls with the replacement that the message asks for; as they are where anything about it is in doubt."""
    entries = [call for call in calls if call.tool in _OF_ENTRIES and not call.arguments.get(REPLACES)]
    swap = swap_in(text, situation) if entries and len(entries) == len(calls) else None
    if swap is None:
        return tuple(calls)
    others = [call for call in calls if _is_other(call, swap, situation)]
    halves = [call for call in calls if call not in others]
    dates = _dates(halves, others, swap, situation)
    if not dates or not _all_understood(halves, others, swap, text, situation):
        return tuple(calls)
    if _waits(swap, dates, situation) or not _is_meant(halves, swap, dates, situation):
        return tuple(calls)
    percent = _percent(halves, others, swap, text)
    if percent is None:
        return tuple(calls)
    made = _made(halves, swap, text, {"dates": dates}, {"percent": percent} if percent else {})
    at = calls.index(halves[0])
    return (*(c for c in calls[:at] if c in others), *made, *(c for c in calls[at:] if c in others))


def _made(
    halves: Sequence[ToolCall], swap: Swap, text: str, dates: dict[str, str], percent: dict[str, str]
) -> tuple[ToolCall, ToolCall]:
    """The removal and the addition, under the ids of the calls that they stand for."""
    first = halves[0]
    second = halves[1].id if len(halves) > 1 else f"{first.id}-0"
    tool = "add_absence" if swap.new.kind == "reason" else "add_activities"
    return (
        ToolCall(first.id, "delete_entries", {**_subject(swap.old, text), **dates}),
        ToolCall(second, tool, {**_subject(swap.new, text), **dates, **percent}),
    )


def _subject(mark: Mark, text: str) -> dict[str, str]:
    return {"reason": mark.text} if mark.kind == "reason" else {"project": text[mark.start : mark.end]}


# --- which calls ------------------------------------------------------------------------------------------------------


def _meant(call: ToolCall, situation: Situation) -> list[str]:
    """The codes of what a call may be about; none where it names nothing that is known."""
    reason = str(call.arguments.get("reason") or "")
    if reason:
        return [reason_named(reason, situation.ledger.absence_reasons()) or reason]
    phrase = str(call.arguments.get("project") or "")
    return [project.code for project in candidates(phrase, named_projects(situation.ledger.projects()))]


def _is_other(call: ToolCall, swap: Swap, situation: Situation) -> bool:
    """True for a call about the only other thing that the message names in this way."""
    named = {thing(mark) for mark in swap.pattern.marks_in(swap.pattern.line, "T")}
    found = _meant(call, situation)
    return len(found) == 1 and found[0] in named - {thing(swap.old), thing(swap.new)}


def _all_understood(
    halves: Sequence[ToolCall], others: Sequence[ToolCall], swap: Swap, text: str, situation: Situation
) -> bool:
    """True where whatever the message names is in a call, and whatever a call names is part of the replacement."""
    named = [thing(mark) for mark in swap.pattern.marks_in(swap.pattern.line, "T")]
    rest = sorted(code for code in named if code not in (thing(swap.old), thing(swap.new)))
    if len(named) - len(rest) != 2 or rest != sorted(_meant(call, situation)[0] for call in others):
        return False
    return all(_is_half(call, swap, text, situation) for call in halves)


def _is_half(call: ToolCall, swap: Swap, text: str, situation: Situation) -> bool:
    """True for a call about what goes or comes, about nothing in particular, or about what is no more than a word of
    the request."""
    if {thing(swap.old), thing(swap.new)} & set(_meant(call, situation)):
        return True
    if call.arguments.get("reason") and likely_absences_in(text):
        return False  # "i was on holiday" may be it
    phrase = str(call.arguments.get("project") or "")
    return not stands(phrase, [text]) or set(plain(phrase).split()) <= swap.words or not said_besides(phrase)


# --- which days -------------------------------------------------------------------------------------------------------


def _dates(halves: Sequence[ToolCall], others: Sequence[ToolCall], swap: Swap, situation: Situation) -> str:
    """The day phrase of the replacement; empty where it is in doubt.

    The only one of the message, or the one on which the calls agree; with other calls beside it, only the latter.
    """
    said = [mark.text for mark in swap.pattern.marks_in(swap.pattern.line, "D")]
    named = {frozenset(days_named(phrase, situation.today)): phrase for phrase in said}
    called = {days: phrase for call in halves for phrase in [_phrase(call)] if (days := _days(phrase, situation.today))}
    taken = {_days(_phrase(call), situation.today) for call in others}
    if frozenset() in named or not halves or (others and not called) or _DOUBTFUL_DAYS.search(swap.pattern.line):
        return ""
    if any(_ONLY_THE_FIRST.search(plain(phrase)) for phrase in said):
        return ""
    if len(said) == 1 and not others:
        ((days, phrase),) = named.items()
        return called.get(days, phrase) if all(part <= days for part in called) else ""
    left = set(named) - (taken - set(called))
    if len(called) != 1 or (left and set(called) != {frozenset().union(*left)}):
        return ""
    return next(iter(called.values()))


def _phrase(call: ToolCall) -> str:
    return str(call.arguments.get("dates") or "").strip()


def _days(phrase: str, today: date) -> frozenset[date]:
    return frozenset(days_named(phrase, today))


# --- what stands there, and how much ----------------------------------------------------------------------------------


def _waits(swap: Swap, dates: str, situation: Situation) -> bool:
    """True where what goes may be a line of the card: then that line is corrected and the report is left alone."""
    days = _days(dates, situation.today)
    waiting = [
        line
        for line in situation.pending
        if line.tool in ("add_activities", "add_absence")
        and thing(swap.old) in (line.arguments.get("project"), line.arguments.get("reason"))
    ]
    return any(days & set(line.change.days) or not _stands(swap.old, dates, situation) for line in waiting)


def _is_meant(halves: Sequence[ToolCall], swap: Swap, dates: str, situation: Situation) -> bool:
    """False for "vela instead of gull" where nothing was to be taken off, and for two that may change places."""
    if not swap.is_asked and not any(call.tool == "delete_entries" for call in halves):
        return False
    return not (swap.is_exchange and _stands(swap.new, dates, situation))


def _stands(mark: Mark, dates: str, situation: Situation) -> bool:
    """True where the ledger has something of it on these days."""
    days = _days(dates, situation.today)
    entries = situation.ledger.entries(situation.email, min(days), max(days))
    return any(entry.subject == thing(mark) and entry.day in days for entry in entries)


def _percent(halves: Sequence[ToolCall], others: Sequence[ToolCall], swap: Swap, text: str) -> str | None:
    """The amount of what comes, empty for none; None where an amount was said or called that may be of anything."""
    theirs = [str(call.arguments.get("percent") or "") for call in others]
    said = [mark.text for mark in swap.pattern.marks_in(swap.pattern.line, "H") if mark.text not in theirs]
    if said:
        return swap.amount if said == [swap.amount] else None
    called = {str(call.arguments["percent"]) for call in halves if call.arguments.get("percent")}
    if any(percent_of(amount) != FULL_DAY for amount in called):
        return None
    return next((amount for amount in sorted(called) if stands(amount, [text])), "")
