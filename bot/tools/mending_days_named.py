"""Corrections that a model puts on the days of their line, while the message names days of its own: "2 dec only half on
gull, the other half leave", "plus half of friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.phrases.spans import Span
from bot.tools.absence_words import absences_in
from bot.tools.asides import said_besides
from bot.tools.grounding import without_names
from bot.tools.marks import days_named, without
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import stands

_PLUS = re.compile(
    r"\W*(?:(?:oh|ah|et|and|puis|then)\s+)*(?:plus|and also|also|as well as|en plus|et aussi|ainsi que)\b",
    re.IGNORECASE,
)
_OPENING_WORDS = "no nope oh ah oops wait sorry actually non pardon attends en fait but mais ok hm hmm well bon make it"
_OPENING = frozenset(_OPENING_WORDS.split())
_EDGE = re.compile(r"[,;:!?\n]|[.](?=\s|$)")
_LAST_WORDS = "other autre rest reste is est each chacun"
_LAST = frozenset(_LAST_WORDS.split())


def beside_its_line(call: ToolCall, found: Sequence[Span], text: str, situation: Situation) -> ToolCall | None:
    """ "Plus half of friday" behind a line for tomorrow: not that line once more, but a new one on the friday."""
    line = next((p for p in situation.pending if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    days = set(days_named(found[0].text, situation.today)) if len(found) == 1 else set()
    plus = _PLUS.match(text)
    if line is None or not days or days & set(line.change.days) or not plus:
        return None
    if set(days_named(str(call.arguments.get("dates") or ""), situation.today)) != set(line.change.days):
        return None
    if said_besides(_bare(text[plus.end() :], situation)):
        return None  # "also half, friday is off"
    kept = {name: said for name, said in call.arguments.items() if name != REPLACES}
    return replace(call, arguments={**kept, "dates": found[0].text})


def on_the_days_named(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall] | None:
    """ "2 dec only half on gull, the other half leave": all calls are about the only days that the message names.

    None where any of them has days of its own, or they have different ones.
    """
    found = days_in(without_names(text, situation.ledger.projects(), situation.today), situation.today)
    dates = {str(call.arguments.get("dates") or "") for call in calls}
    if len(calls) < 2 or len(found) != 1 or len(dates) != 1 or stands(dates.copy().pop(), [text]):
        return None
    if not any(call.arguments.get(REPLACES) for call in calls) or not days_named(found[0].text, situation.today):
        return None
    if any(not set(days_named(found[0].text, situation.today)) < set(days_named(d, situation.today)) for d in dates):
        return None
    if not _is_about(found[0], text, situation):
        return None
    return [replace(call, arguments={**call.arguments, "dates": found[0].text}) for call in calls]


def _is_about(span: Span, text: str, situation: Situation) -> bool:
    """True where the days lead the message or end it, beside an amount: not for "half gull half vela, as agreed on
    tuesday", "… and friday leave"."""
    edges = [edge.start() for edge in _EDGE.finditer(text) if edge.start() >= span.end]
    behind = text[span.end : edges[0] if edges else len(text)]
    if not said_besides(text[: span.start]) - _OPENING:
        return bool(amounts_in(behind))
    begun = [edge.end() for edge in _EDGE.finditer(text) if edge.end() <= span.start]
    ahead = text[begun[-1] if begun else 0 : span.start]
    if edges or said_besides(behind) or not amounts_in(ahead):
        return False
    return not said_besides(_bare(ahead, situation)) - _OPENING - _LAST


def _bare(part: str, situation: Situation) -> str:
    """The part without names, absences, days and amounts."""
    part = without_names(part, situation.ledger.projects(), situation.today)
    part = without(part, absences_in(part, situation.ledger.absence_reasons()))
    for said in [*(span.text for span in days_in(part, situation.today)), *amounts_in(part)]:
        part = part.replace(said, " ")
    return part
