"""Absences that the words deny: "i wasn't sick on friday", "leave monday as it is", "and tuesday i worked".

A small model takes the nearest word for what is reported. What the words take back is taken off, what they leave alone
is left alone, and work is no absence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.tools.absence_words import absences_in, likely_absences_in
from bot.tools.asides import said_besides
from bot.tools.left_alone import without_left_alone
from bot.tools.marks import Mark, days_named
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_DENIED = re.compile(
    r"\b(?:not|never|pas|jamais|(?:is|was|were|did|do|does|have|has|had)n['’]?t)\s+"
    r"(?:(?:really|actually|even|on|off|a|vraiment|du tout|été|en)\s+)*$",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:leave|off|holiday|holidays|vacation|pto|conge|conges|vacances|absent\w*|away)\b")
_LEAVE_IT = re.compile(r"\bleave (?:it|that|this|them|those|alone|as is|as it is|the rest)\b")
_PUBLIC = re.compile(r"\b(?:holiday|ferie)\b")
_OF_EVERYBODY = re.compile(r"\b(?:(?:public|bank) holidays?|ferie)\b")
_LEAVE = re.compile(r"\b(?:leave|holidays|vacation|pto|off|conges?|vacances|absent\w*|sick|ill|malade|rtt)\b")
_BACK = re.compile(
    r"\b(?:back|returning|return|de retour|retour|reviens|reprends)\b"
    r"(?:\s+(?:at work|at it|to work|in the office|in|on|again|au (?:travail|boulot|bureau)|le|dès))*\s*$",
    re.IGNORECASE,
)
_CORRECTING_WORDS = """no nope wait actually sorry oops i meant mean it that is was should be rather make not non pardon
    enfin plutot attends je voulais dire c est etait"""
_CORRECTING = frozenset(_CORRECTING_WORDS.split())
_TAKING_BACK = frozenset(
    ("nope", "wait", "actually", "sorry", "oops", "meant", "mean", "rather", "pardon", "enfin", "plutot")
)
_PRESENCE = frozenset(("here", "work", "in", "working", "la", "ici", "travail"))
_CLAUSE = re.compile(r"[,.;:!?(\n]|\b(?:and|then|but|et|puis|mais)\b", re.IGNORECASE)
_NOT_BACK = re.compile(
    r"\b(?:not|t|cannot|never|no|pas|ne|sans|without)\b|\b(?:my|his|her|bad|sore|the|a|put|move[ds]?|hurt|push(?:ed)?)$"
)
"""What makes no return of it: "I won't be back tomorrow", "a bad back friday", "put back thursday"."""
_AT_WORK = re.compile(r"\b(?:worked|was working|was at work|travaille|bosse)\b")
_NO_WORK = re.compile(
    r"\b(?:pas|didn t|did not|not|never|jamais|rien|off|ill|unwell|absent\w*|away|arret|souffrant\w*|leave"
    r"|unpaid|pto)\b"
)


def with_absences_as_said(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls with what the words say of absences; a correction of a pending line stays what it is."""
    found = absences_in(text, situation.ledger.absence_reasons())
    due = [call for call in calls if not _is_a_public_holiday(call, text, situation)] or calls
    due = [call for call in due if not _is_of_nothing(call, text, situation)]
    due = [_without_the_return(_without_a_reason(call, text), text) for call in due]
    away = [call for call in due if not _is_the_return(call, text)] or due
    left = [call for call in away if not _is_left_alone(call, text, situation)] or away
    said = [_not_denied(call, left, text, found, situation) for call in left]
    kept = [call for call in said if call is not None]
    return [_worked(kept[0], text, found)] if len(kept) == 1 else kept


def _is_of_nothing(call: ToolCall, text: str, situation: Situation) -> bool:
    """ "No wait, I meant friday next week" with nothing before it: days, and not a word that could be an absence."""
    if call.tool != "add_absence" or call.arguments.get(REPLACES) or situation.pending or len(situation.said) > 1:
        return False
    bare = text
    for said in (*(span.text for span in days_in(text, situation.today)), *amounts_in(text)):
        bare = bare.replace(said, " ", 1)
    words = set(plain(bare).split())
    return bool(words & _TAKING_BACK) and not words & _PRESENCE and not said_besides(bare) - _CORRECTING


def _is_a_public_holiday(call: ToolCall, text: str, situation: Situation) -> bool:
    """ "But wednesday it was holiday, so not wednesday", where the calendar says so too: nobody takes leave for it."""
    said = plain(text)
    said_more = call.arguments.get(REPLACES) or call.arguments.get("percent")
    if call.tool != "add_absence" or said_more or not _PUBLIC.search(said) or _LEAVE.search(said):
        return False
    days = set(days_named(str(call.arguments.get("dates") or ""), situation.today))
    return bool(days) and days <= situation.holidays(min(days), max(days))


def _without_a_reason(call: ToolCall, text: str) -> ToolCall:
    """ "No work on monday, public holiday", which the calendar does not know: what it was is for the person to say."""
    said = plain(text)
    is_new = call.tool == "add_absence" and not call.arguments.get(REPLACES)
    if not is_new or call.arguments.get("reason") != "paid_leave" or not _OF_EVERYBODY.search(said):
        return call
    if _LEAVE.search(_OF_EVERYBODY.sub(" ", said)):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != "reason"})


def _without_the_return(call: ToolCall, text: str) -> ToolCall:
    """The "since monday" of "since monday, thursday", where the words are "sick since monday, back thursday"."""
    away, joint, back = str(call.arguments.get("dates") or "").rpartition(",")
    standing = places(back.strip(), text) if joint else []
    if call.tool != "add_absence" or not standing or not all(is_back(text[:start]) for start, _ in standing):
        return call
    return replace(call, arguments={**call.arguments, "dates": away})


def _is_the_return(call: ToolCall, text: str) -> bool:
    """The tomorrow of "sick since monday :( back tomorrow": on that day somebody works again."""
    standing = places(str(call.arguments.get("dates") or ""), text)
    is_new = call.tool == "add_absence" and not call.arguments.get(REPLACES)
    return is_new and bool(standing) and all(is_back(text[:start]) for start, _ in standing)


def is_back(ahead: str) -> bool:
    """True where these words end in a return: "sick since monday, back on" before the day."""
    found = _BACK.search(ahead)
    return found is not None and not _NOT_BACK.search(plain(_CLAUSE.split(ahead[: found.start()])[-1]))


def _is_left_alone(call: ToolCall, text: str, situation: Situation) -> bool:
    """ "Leave monday as it is" beside something else: the verb was taken for a leave."""
    if call.tool != "add_absence" or call.arguments.get(REPLACES):
        return False
    rest, dates = without_left_alone(text, situation.today), str(call.arguments.get("dates") or "")
    if _LEAVE_IT.search(plain(text)) and call.arguments.get("reason") == "paid_leave":
        said = _LEAVE_IT.sub(" ", plain(text))
        if not _AWAY.search(said) and not absences_in(said, situation.ledger.absence_reasons()):
            return True
    if rest == text or not dates:
        return False
    found = {mark.text for mark in absences_in(rest, situation.ledger.absence_reasons())}
    unsaid = (
        call.arguments.get("reason") not in found and not likely_absences_in(rest) and not _AWAY.search(plain(rest))
    )
    return bool(places(dates, text)) and (not places(dates, rest) or unsaid)


def _not_denied(
    call: ToolCall, calls: Sequence[ToolCall], text: str, found: Sequence[Mark], situation: Situation
) -> ToolCall | None:
    """ "I wasn't sick on friday": what stands there of it is taken off, or nothing is to be done. What is said instead
    counts."""
    if call.tool != "add_absence" or call.arguments.get(REPLACES):
        return call
    denied = {mark.text for mark in found if _DENIED.search(text[: mark.start])}
    stated = {mark.text for mark in found if not _DENIED.search(text[: mark.start])}
    reason = call.arguments.get("reason")
    if reason not in denied or reason in stated:
        return call
    kept = {name: value for name, value in call.arguments.items() if name in ("reason", "dates")}
    if _stands(kept, situation) or (len(calls) == 1 and not stated and "?" not in text):
        return replace(call, tool="delete_entries", arguments=kept)
    if len(calls) == 1 and len(stated) == 1:
        return replace(call, arguments={**call.arguments, "reason": stated.pop()})
    return None if len(calls) > 1 else call


def _stands(said: Mapping[str, str], situation: Situation) -> bool:
    """True where the ledger has this absence on these days."""
    days = days_named(str(said.get("dates") or ""), situation.today)
    entries = situation.ledger.entries(situation.email, min(days), max(days)) if days else ()
    return any(entry.reason == said.get("reason") and entry.day in days for entry in entries)


def _worked(call: ToolCall, text: str, found: Sequence[Mark]) -> ToolCall:
    """ "And tuesday i worked, but only half the day", where nothing at all is said of an absence: on what, is asked."""
    words = plain(text)
    if call.tool != "add_absence" or call.arguments.get(REPLACES) or found or likely_absences_in(text):
        return call
    if not _AT_WORK.search(words) or _NO_WORK.search(words):
        return call
    said = {name: value for name, value in call.arguments.items() if name in ("dates", "percent")}
    return replace(call, tool="add_activities", arguments=said)
