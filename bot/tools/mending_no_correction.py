"""A new request that a model took for a correction: a waiting line would silently give way to something else.

"Je suis malade vendredi matin" behind a card about Zephyr on tuesday has neither its days nor its project, and no word
of it corrects anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.conversation import ToolCall
from bot.domain.proposal import Proposal
from bot.domain.timesheet import FULL_DAY
from bot.tools.days_left import NUMBERS
from bot.tools.marks import days_named
from bot.tools.mending_shares import has_the_rest, rest_in
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import ADDING, REPLACES
from bot.tools.utterance import places, stands

_ENGLISH = """no nope not n t don doesn isn wasn weren wait actually sorry oops ah oh instead rather should must was
    were is it its that this those make change correct correction wrong mistake meant mean move put set only just first
    second third last line other same too also both all everything still but never mind forget drop"""
_FRENCH = """non nan pas attends en fait pardon desole desolee oups plutot c est etait serait ce ca cela change corrige
    erreur trompe voulais dire deplace mets met remplace seulement juste que premier premiere deuxieme dernier derniere
    ligne autre meme aussi tout mais laisse oublie finalement"""
_CORRECTING = frozenset(f"{_ENGLISH} {_FRENCH}".split())


def without_false_corrections(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """The calls; one that has nothing of the line which it would replace is a new line, and so is the rest of a day
    for another project."""
    calls = [_as_the_rest(call, text, situation) for call in calls]
    if set(plain(text).split()) & _CORRECTING:
        return list(calls)
    return [_as_new(call, text, situation) for call in calls]


def _as_new(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    line = next((p for p in situation.pending if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    dates = str(call.arguments.get("dates") or "")
    days = set(days_named(dates, situation.today))
    if line is None or call.tool not in ADDING or line.tool not in ADDING or not stands(dates, [text]):
        return call
    if not days and not NUMBERS.fullmatch(dates):  # "12-13" may be a weekend of this month, and of another one
        return call
    if days & set(line.change.days) or not _is_another(call, line, text, situation):
        return call
    return replace(call, arguments={name: value for name, value in call.arguments.items() if name != REPLACES})


def _as_the_rest(call: ToolCall, text: str, situation: Situation) -> ToolCall:
    """ "And what remains of the day vela" behind a quarter of Gull is no correction of that."""
    line = next((p for p in situation.pending if str(p.line) == str(call.arguments.get(REPLACES) or "")), None)
    rest = rest_in(text)
    if line is None or rest is None or line.tool not in ADDING or not _is_another(call, line, text, situation):
        return call
    if line.arguments.get("percent") not in range(1, FULL_DAY):
        return call  # nothing is left of its days: "keep gull, the rest is anchor" is about the card
    if not has_the_rest(rest, places(str(call.arguments.get("project") or ""), text), text):
        return call
    kept = {name: value for name, value in call.arguments.items() if name != REPLACES}
    return replace(call, arguments=kept | {"percent": rest.group()})


def _is_another(call: ToolCall, line: Proposal, text: str, situation: Situation) -> bool:
    """True for another project that the words name, or an absence in place of work and the other way round."""
    if call.tool != line.tool:
        return True
    if call.tool == "add_absence":
        return False  # "rtt friday" behind "leave thursday" may say both anew
    typed = str(call.arguments.get("project") or "")
    found = candidates(typed, named_projects(situation.ledger.projects())) if typed else []
    return stands(typed, [text]) and len(found) == 1 and found[0].code != line.arguments.get("project")
