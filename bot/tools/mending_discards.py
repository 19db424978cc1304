"""What is called beside "forget it": nothing waits that could be forgotten, or what is forgotten is called again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.tools.names import plain
from bot.tools.situation import Situation
from bot.tools.utterance import places


def without_what_is_dropped(calls: Sequence[ToolCall], text: str, situation: Situation) -> list[ToolCall]:
    """ "Never mind the room. gull today" where nothing waits is only gull; "drop it, I'll see on friday" is no more.

    A call that repeats a line which is being dropped counts only where the words name its project again.
    """
    if len(calls) < 2 or all(call.tool != "discard" for call in calls):
        return list(calls)
    if not situation.pending:
        return [call for call in calls if call.tool != "discard"]
    return [call for call in calls if not _is_dropped(call, text, situation)]


def _is_dropped(call: ToolCall, text: str, situation: Situation) -> bool:
    project = str(call.arguments.get("project") or "")
    lines = [line for line in situation.pending if line.tool == call.tool]
    waits = {plain(str(line.phrases.get("project") or "")) for line in lines}
    return bool(project) and plain(project) in waits and not places(project, text)
