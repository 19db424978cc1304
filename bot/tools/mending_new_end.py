"""Another end for a range that waits: "actually only to the 30th", "non, jusqu'à jeudi seulement", "the last day is
friday"; or another beginning: "could you make it start on the 16th", "ça commence le 8".

A model makes it the one day that was said, and the others are lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.phrases import amounts_in, days_in
from bot.tools.days_left import LAST_DAY, RANGE, UNTIL, month_of
from bot.tools.marks import days_named, projects_in
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES

_LEAD_WORDS = (
    "no|nope|oops|sorry|wait|actually|ah|oh|hm+|ok|well|rather|only|just|it is|it was|it's|its|make it|make that|i mean"
    "|non|pardon|en fait|enfin|finalement|d[ée]sol[ée]e?|plut[oô]t|seulement|juste|c['’]est|c['’][ée]tait|mets"
)
_TRAIL_WORDS = (
    "please|pls|thanks|thx|stp|svp|merci|instead|then|only|inclusive|included|inclus|seulement|sorry|actually"
    "|plut[oô]t|finalement"
)
_ANOTHER_END = re.compile(
    rf"\W*(?:(?:{_LEAD_WORDS})\W+)*{UNTIL}\s+(?P<end>\S.*?)(?:\W+(?:{_TRAIL_WORDS}))*\W*", re.IGNORECASE
)
_ENDS_ON = re.compile(
    rf"\W*(?:(?:{_LEAD_WORDS}|i (?:must|have to) correct myself|i was (?:mistaken|wrong)|my mistake|correction"
    r"|je me suis trompée?|the|my|le|mon)\W+)*"
    rf"{LAST_DAY}\s+(?P<end>\S[^?]*?)(?:\W+(?:{_TRAIL_WORDS}))*[^\w?]*",
    re.IGNORECASE,
)


_STARTS = r"(?:starts?|starting|begins?|beginning|commence(?:nt|ra|r)?|d[ée]bute(?:ra|r)?)"
_ANOTHER_BEGINNING = re.compile(
    rf"\W*(?:(?:{_LEAD_WORDS}|could you|can you|would you|please|have|it|that|this|the|my|leave|holidays?|[çc]a|cela"
    r"|should|must|needs to|has to|will|doit|devrait|peux[- ]tu|tu peux|faire|fais)\W+)*"
    rf"(?:{_STARTS}(?:\s+(?:only|just|on|from|seulement|que))*|only from|seulement [àa] partir d[eu])"
    rf"\s+(?P<begin>\S[^?]*?)(?:\W+(?:{_TRAIL_WORDS}))*[^\w]*",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"{UNTIL}\s+(?P<end>\S.*)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LITTLE = re.compile(r"^(?:(?:on|from|the|le|du|d[eè]s|au|[àa] partir d[eu])\s+)+", re.IGNORECASE)


def with_another_end(calls: Sequence[ToolCall], text: str, situation: Situation) -> tuple[ToolCall, ...] | None:
    """The only range of the newest card, from where it began to the day that the message says, or from that day on.

    None for any message that says anything else.
    """
    said = _ANOTHER_END.fullmatch(text) or _ENDS_ON.fullmatch(text)
    if said is not None:
        return _the_range(calls, said["end"], _ending, situation)
    first, *behind = _SENTENCE.split(text.strip(), maxsplit=1)
    begun = _ANOTHER_BEGINNING.fullmatch(first)
    remarks = "".join(behind)
    if begun is None or days_in(remarks, situation.today) or amounts_in(text) or len(calls) != 1:
        return None
    if projects_in(text, (), situation.ledger.projects()):
        return None  # "it starts on the 11th. gull before that"
    made = _the_range(calls, begun["begin"], _beginning, situation)
    if made is None or calls[0].tool != made[0].tool:
        return None  # "my leave starts on thursday" is none of the work that waits
    return made


def with_ends_of_their_lines(calls: Sequence[ToolCall], situation: Situation) -> list[ToolCall]:
    """Each correction "until the 26th" of a range that waits, beginning as that does: alone it would begin today."""
    lines = {str(line.line): line for line in situation.pending}
    return [_to_its_end(call, lines.get(str(call.arguments.get(REPLACES) or "")), situation) for call in calls]


def _to_its_end(call: ToolCall, line: Proposal | None, situation: Situation) -> ToolCall:
    said = _UNTIL.fullmatch(str(call.arguments.get("dates") or ""))
    dates = _ending(line, said["end"], situation) if line is not None and said and call.tool in ADDING else ""
    return replace(call, arguments={**call.arguments, "dates": dates}) if dates else call


def _the_range(
    calls: Sequence[ToolCall], day: str, changed: Callable[[Proposal, str, Situation], str], situation: Situation
) -> tuple[ToolCall, ...] | None:
    """The only range of the newest card that can be changed so, with the other days."""
    if not calls or len(days_named(day, situation.today)) != 1:
        return None
    newest = max(situation.pending, key=lambda line: line.line, default=None)
    lines = [p for p in situation.pending if newest and p.card_id == newest.card_id and p.tool in ADDING]
    found = [(line, dates) for line in lines if (dates := changed(line, day, situation))]
    if len(found) != 1:
        return None
    line, dates = found[0]
    kept = {name: value for name, value in line.phrases.items() if name != "dates"}
    return (ToolCall(calls[0].id, line.tool, {**kept, "dates": dates, REPLACES: str(line.line)}),)


def _ending(line: Proposal, end: str, situation: Situation) -> str:
    """The line's days with another end; empty where they are no range, or would not begin as they do."""
    before = str(line.phrases.get("dates") or "")
    found = RANGE.fullmatch(before)
    if found is None:
        return ""
    was = days_named(before, situation.today)
    for said in (
        end,
        f"{end} {month_of(found['end'])}".strip(),
    ):  # "au 24" behind "du 21 au 31 décembre" is in december
        dates = f"{found['begin']}{found['to']}{said}"
        days = days_named(dates, situation.today)
        if days and was and days != was and days[0] == was[0]:
            return dates
    return ""


def _beginning(line: Proposal, begin: str, situation: Situation) -> str:
    """The line's days with another beginning; empty where they are no range, or would not end as they do."""
    before = str(line.phrases.get("dates") or "")
    found = RANGE.fullmatch(before)
    if found is None:
        return ""
    was, little = days_named(before, situation.today), _LITTLE.match(found["begin"])
    for said in (begin, f"{little.group() if little else ''}{_LITTLE.sub('', begin)}", _LITTLE.sub("", begin)):
        dates = f"{said}{found['to']}{found['end']}"
        days = days_named(dates, situation.today)
        if days and was and days != was and days[-1] == was[-1]:
            return dates
    return ""
