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
_ASKED_OF_THE_BOT = re.compile(
    r"^(?:(?:and|et|but|mais|so|au fait|btw|by the way|dis|tell me) )*(?:et )?(?:"
    r"(?:what|how) about you|and you|(?:do|don t|will|did) you (?:ever |also |even )?(?:take|get|go on|have|need)\b"
    r"|are you (?:ever |also )?(?:sick|ill|off|on (?:holiday|leave|vacation))|et (?:toi|vous)\b"
    r"|(?:toi )?tu (?:prends|as|pars|vas)\b|(?:prends|as|pars) tu\b|vous (?:prenez|avez|partez)\b)"
)
"""A question about the bot's own holidays: "et toi, tu prends des vacances ?"."""
_ABOUT_ME = re.compile(r"\b(?:me|my|mine|i|moi|mon|ma|mes|je|j|note|add|log|ajoute|mets)\b")
_THANKS = (
    "perfect|great|super|nice|lovely|ok|okay|good|parfait|nickel|top|cool|bien|tres bien|thanks|thank you|thx|ta|cheers"
    "|merci|very much|so much|a lot|beaucoup|bye|goodbye|see you|au revoir|a bientot|bonne (?:journee|soiree)"
)
_TIME = "for (?:the (?:day|week|month)|today|tonight)|pour (?:la semaine|le mois|aujourd hui|ce soir)"
_ALL = (
    f"good (?:night|evening)|(?:that is|that s|thats) me(?: done)?|{_TIME}"
    "|(?:that is|that s|thats|it is|it s) (?:all|it|everything)|c est (?:tout|bon|parfait)"
    "|ce sera tout|for now|pour l instant|then|tally|and|et"
)
_FAREWELL = re.compile(rf"(?:(?:{_THANKS}|{_ALL})(?: |$))+")
"""Thanks and a farewell, and nothing else: "perfect, that is all for today, thank you"."""
_ONLY_A_TIME = re.compile(rf"(?:(?:and|et|then) )*(?:{_TIME})(?: (?:then|tally|thanks|thank you|thx|merci))*")
"""No farewell, but an answer or a correction: "for the week"."""
_WRITING = ("add_activities", "add_absence", "copy_entries")


def is_to_be_left(calls: Sequence[ToolCall], text: str) -> bool:
    """True where all that a model heard is something to be written, and the words forbid just that or only thank; or
    where it is an absence, and the bot is asked about its own."""
    said = plain(text)
    is_asked = "?" in text and bool(_ASKED_OF_THE_BOT.search(said)) and not _ABOUT_ME.search(said)
    if is_asked and all(call.tool == "add_absence" for call in calls):
        return True
    is_farewell = bool(_FAREWELL.fullmatch(said)) and not _ONLY_A_TIME.fullmatch(said)
    forbidden = bool(_NOTHING.search(said)) or is_farewell
    return all(call.tool in _WRITING for call in calls) and forbidden
