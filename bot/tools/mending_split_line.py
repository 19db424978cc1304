"""A day of a line that waits is divided: "tue only half, rest vela" behind "gull mon tue".

The half is the line's, the rest is the other project's. A model corrects whichever line comes to its mind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.phrases import BLANK, amounts_in, days_in
from bot.tools.asides import said_besides
from bot.tools.loose_names import loosely_named
from bot.tools.marks import days_named, projects_in, without
from bot.tools.mending_corrections import days_left
from bot.tools.shares import is_rest
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES

_REST = re.compile(
    r"(?<![^\W_])(?:(?:the |le |la |l['’])?(?:rest|remainder|reste|other half|autre moiti[ée])"
    r"(?: of (?:it|that|the day)| de la journ[ée]e)?)(?![^\W_])",
    re.IGNORECASE,
)
_LITTLE_WORDS = """only just was is were are it on to of for goes went and the but no sorry actually wait oh ah ok
    seulement juste que etait est sur a en et mais le la les non pardon c"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


def with_a_line_split(calls: Sequence[ToolCall], text: str, situation: Situation) -> Sequence[ToolCall]:
    """The correction of the only line that has the days, and the rest of them for the project that is named; the calls
    as they are for any message that says anything else."""
    named = projects_in(text, loosely_named(text, situation), situation.ledger.projects())
    rests = list(_REST.finditer(text))
    if not calls or "?" in text or len(rests) != 1 or len(named) != 1 or named[0].project is None:
        return calls
    rest, bare = rests[0], without(text, named)
    bare = bare[: rest.start()] + BLANK * len(rest.group()) + bare[rest.end() :]
    days, amounts = days_in(bare, situation.today), amounts_in(bare)
    if len(days) != 1 or len(amounts) != 1 or rest.start() > named[0].start or days[0].start > rest.start():
        return calls
    left = bare.replace(days[0].text, " ", 1).replace(amounts[0], " ", 1)
    if said_besides(left) - _LITTLE:
        return calls
    said = set(days_named(days[0].text, situation.today))
    lines = [line for line in situation.pending if said and said <= set(line.change.days)]
    if len(lines) != 1 or lines[0].tool != "add_activities" or lines[0].arguments["project"] == named[0].project.code:
        return calls
    stays = days_left(lines[0], said, situation, days[0].text)
    if not stays and said != set(lines[0].change.days):
        return calls  # its other days cannot be told apart
    amount = rest.group() if is_rest(rest.group()) else amounts[0]  # "the other half" is as much
    kept = {name: text for name, text in lines[0].phrases.items() if name in ("project", "percent") and text}
    dates, call_id = days[0].text, calls[0].id
    own = {**kept, "dates": dates, "percent": amounts[0], REPLACES: str(lines[0].line)}
    made = [
        ToolCall(f"{call_id}-own", "add_activities", own),
        ToolCall(f"{call_id}-rest", "add_activities", {"project": named[0].text, "dates": dates, "percent": amount}),
    ]
    if stays:
        made.append(ToolCall(f"{call_id}-stays", "add_activities", {**kept, "dates": stays}))
    return made
