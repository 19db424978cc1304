"""A message that somebody picked from a menu: its words count as theirs, and are shown with who wrote them.

Whoever picks a message says what it says: the card that comes of it is theirs to approve, in their own report. What it
was understood from stands above it, because the message itself may stand in another channel.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.conversation import Conversation, Outgoing
from bot.errors import PlatformRefused
from bot.handlers.desk import Desk, text_message, zone_of
from bot.ports import InboxEvent
from bot.tools import wording
from bot.words import say

SHOWN = 600  # characters; the card quotes them again


def introduction(event: InboxEvent, conversation: Conversation, desk: Desk) -> tuple[Outgoing, ...]:
    """What was picked, and whose words they are; nothing for what the person wrote here."""
    picked = event.payload.get("picked")
    if not picked:
        return ()
    words = str(event.payload.get("text") or "")
    words = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    sentence = say("picked-own", words=words)
    if picked["id"] != event.person_id:
        sentence = say("picked-other", author=_author(picked, event, desk), words=words)
    if earlier := _earlier(str(picked.get("ts") or ""), event, desk):
        sentence = f"{sentence}\n{say('picked-earlier', day=wording.day(earlier))}"
    return (text_message(conversation, sentence),)


def _author(picked: dict[str, str], event: InboxEvent, desk: Desk) -> str:
    """By name where the platform tells one; another program is called as it calls itself."""
    if picked["id"]:
        try:
            found = desk.person(event.platform, picked["id"]).name
        except PlatformRefused:
            found = ""
        if found:
            return found
    return picked.get("name") or picked["id"] or "?"


def _earlier(ts: str, event: InboxEvent, desk: Desk) -> date | None:
    """The day on which it was written, where that is not today: "yesterday" said then is another day now."""
    person = desk.person(event.platform, event.person_id)
    try:
        written = datetime.fromtimestamp(float(ts), UTC).astimezone(zone_of(person)).date()
    except (ValueError, OverflowError, OSError):
        return None
    return written if written != desk.today(person) else None
