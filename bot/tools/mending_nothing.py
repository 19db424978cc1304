"""Messages that say that nothing is to be written: "please don't enter anything for now"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.conversation import ToolCall
from bot.tools.names import plain

_NOT = r"\b(?:don t|do not|dont|no need to|without)"
_ENTER = r"(?:enter|entering|log|write|book|record|add|put|fill in|register)(?: down| in)?"
_RIEN = r"\b(?:n enregistrez?|n ecris|n inscri(?:s|vez)|ne not(?:e|ez)|ne saisi(?:s|ssez)|ne mets|ne mettez) rien\b"
_NOTHING = re.compile(
    rf"{_NOT} {_ENTER} (?:anything|it|that|this)(?: in| down)?(?: yet| for now| now| so far)?$"
    rf"|{_NOT} {_ENTER} anything\b(?! (?:else|more|other|on|for (?!now)))"
    rf"|{_RIEN}(?! (?:d autre|de plus|le|la|les|sur|pour (?!l instant|le moment)))"
)
_WRITING = ("add_activities", "add_absence", "copy_entries")


def is_to_be_left(calls: Sequence[ToolCall], text: str) -> bool:
    """True where all that a model heard is something to be written, and the words forbid just that."""
    return all(call.tool in _WRITING for call in calls) and bool(_NOTHING.search(plain(text)))
