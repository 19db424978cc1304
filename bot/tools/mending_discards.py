"""What is called beside "forget it": nothing waits that could be forgotten, or what is forgotten is called again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.phrases import amounts_in, days_in
from bot.tools.marks import days_named
from bot.tools.names import candidates, named_projects, plain
from bot.tools.situation import Situation
from bot.tools.tool import REPLACES
from bot.tools.utterance import places

_ANEW = re.compile(
    r"\b(?:same|instead|rather|put|make|again|ditto|pareil|meme|plutot|mets|mettre|recommence|refais|at|on|sur)\b"
)
"""What may ask for the dropped line in another form: "drop that, put it on thursday"."""


def without_what_is_dropped(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Never mind the room. gull today" where nothing waits is only gull; "drop it, I'll see on friday" is no more.

    A call that repeats a line which is being dropped to the day counts only where the words ask for it again.
    """
    if len(calls) < 2 or all(call.tool != "discard" for call in calls):
        return list(calls)
    if not situation.pending:
        return [call for call in calls if call.tool != "discard"]
    return [call for call in calls if not _is_dropped(call, text, situation)]


def _is_dropped(call: ToolCall, text: str, situation: Situation) -> bool:
    """True for what says the same as a line that waits, and nothing that the words say anew."""
    project, dates = (str(call.arguments.get(name) or "") for name in ("project", "dates"))
    named = places(project, text) and (days_in(text, situation.today) or amounts_in(text))
    if not project or call.arguments.get(REPLACES) or named or _ANEW.search(plain(text)):
        return False
    said = [str(call.arguments.get("percent") or ""), *(span.text for span in days_in(text, situation.today))]
    days = set(days_named(dates, situation.today))
    lines = [line for line in situation.pending if line.tool == call.tool and set(line.change.days) == days]
    meant = [found.code for found in candidates(project, named_projects(situation.ledger.projects()))]
    waits = [line for line in lines if line.arguments.get("project") in meant]
    return bool(waits) and all(
        not places(phrase, text) or set(days_named(phrase, situation.today)) == days for phrase in said
    )
