"""Two days whose entries are to be exchanged: "swap monday and tuesday", "lundi et mardi sont inversés".

A model that has no call for it deletes both days. Code empties them and copies each onto the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases.spans import days_in
from bot.tools.marks import days_named
from bot.tools.mending_copies import OF_DAYS
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_DAY = "ddd"  # stands for a day phrase in the skeleton of a message
_ASIDE = (
    r"(?:please|pls|plz|can you|could you|would you|you need to|i need to|i have to|sorry|oops|hi|hey|hello|thanks"
    r"|thank you|ta|s il te plait|s il vous plait|stp|svp|peux tu|tu peux|pouvez vous|il faut|faut|merci|bonjour|salut"
    r"|desolee?|pardon)"
)
_VERB = r"(?:swap|switch|exchange|flip|interver(?:tis|tir|tissez|ti)|echange[rz]?|inverse[rz]?|permute[rz]?)"
_WHAT = r"(?:(?:round|around|over|my|the|entries of|entries for|what i have on|les jours|les entrees de|le|du|de) )*"
_STATE = (
    r"(?:swapped|switched|reversed|mixed up|(?:in )?the wrong (?:order|way (?:a)?round)|the other way (?:a)?round"
    r"|inverse(?:s|es)?|intervertis?|dans le mauvais ordre|a l envers)"
)
_EXCHANGE = re.compile(
    rf"(?:{_ASIDE} )*(?:"
    rf"{_VERB} {_WHAT}{_DAY}(?: (?:and|with|for|et|avec|contre|a)(?: le)? {_DAY})?(?: (?:a)?round| over| up)?"
    rf"|{_WHAT}{_DAY}(?: (?:and|et)(?: le)? {_DAY})?"
    rf" (?:are|were|should be|got|sont|etaient|ont ete|doivent etre) {_STATE}"
    rf")(?: {_ASIDE})*"
)


def days_exchanged(text: str, situation: Situation, call_id: str = "exchanged") -> tuple[ToolCall, ...] | None:
    """Both days emptied and each copied onto the other, where that is all that the message says; else None.

    A day without entries is not emptied: what stands on the other one goes there. Where only lines wait for these days,
    they take each other's day. No calls where that cannot be done in one step: a deletion alone would lose a day.
    """
    days = _two_days(text, situation)
    if not days:
        return None
    both = sorted(day for phrase in days for day in days_named(phrase, situation.today))
    standing = {entry.day for entry in situation.ledger.entries(situation.email, both[0], both[1])}
    filled = [phrase for phrase in days if standing & set(days_named(phrase, situation.today))]
    waiting = [line for line in situation.pending if set(line.change.days) & set(both)]
    if waiting:
        return () if filled else _lines_exchanged(waiting, days, situation, call_id)
    if not filled:
        return None
    calls = [ToolCall(f"{call_id}-0", "delete_entries", {"dates": ", ".join(filled)})]
    calls += [
        ToolCall(f"{call_id}-{n}", "copy_entries", {"source": source, "dates": target})
        for n, (source, target) in enumerate((days, days[::-1]), start=1)
        if source in filled
    ]
    return tuple(calls)


def _lines_exchanged(
    waiting: Sequence[Proposal], days: Sequence[str], situation: Situation, call_id: str
) -> tuple[ToolCall, ...]:
    """Each line with the other day; no calls where one has more days than that."""
    if any(len(line.change.days) != 1 or line.tool not in OF_DAYS for line in waiting):
        return ()
    first = days_named(days[0], situation.today)
    return tuple(
        ToolCall(
            f"{call_id}-{n}",
            line.tool,
            {**line.phrases, "dates": days[line.change.days == first], REPLACES: str(line.line)},
        )
        for n, line in enumerate(waiting)
    )


def _two_days(text: str, situation: Situation) -> Sequence[str]:
    """The two days as they stand in the message; nothing for any other message."""
    spans = days_in(text, situation.today)
    skeleton = text
    for span in reversed(spans):
        skeleton = f"{skeleton[: span.start]} {_DAY} {skeleton[span.end :]}"
    if not 1 <= len(spans) <= 2 or not _EXCHANGE.fullmatch(plain(skeleton).strip()):
        return ()
    phrases = [part for span in spans for part in _parts(span.text, situation)]
    single = [phrase for phrase in phrases if len(days_named(phrase, situation.today)) == 1]
    named = {days_named(phrase, situation.today) for phrase in single}
    return single if len(phrases) == len(single) == len(named) == 2 else ()


def _parts(phrase: str, situation: Situation) -> list[str]:
    """ "monday and tuesday" as two days."""
    if len(days_named(phrase, situation.today)) == 1:
        return [phrase]
    return [part for part in re.split(r"\s*(?:,|&|\+|\band\b|\bet\b|\bwith\b|\bavec\b)\s*", phrase) if part]
