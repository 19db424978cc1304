"""What Slack sends, as our words: where something happened, what was said, changed or deleted, what was clicked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.domain.month_sheet import FileKind
from bot.domain.timesheet import Month
from bot.errors import UserFacingError
from bot.platforms.slack.blocks.elements import unpacked, unpacked_days
from bot.words import say

Payload = Mapping[str, Any]

_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SUBTYPES_WITH_WORDS = {None, "file_share", "me_message", "thread_broadcast"}
EDITED, DELETED = "edited", "deleted"


class UnknownButton(UserFacingError):
    """A button or a form that carries what this version or this workspace does not know."""

    def __str__(self) -> str:
        return say("unknown-button")  # in the language of whoever tells it


@dataclass(frozen=True)
class Place:
    """A conversation: a direct channel's top level, or one of its threads; and the message that something is about."""

    channel: str
    thread_ts: str = ""
    message_ts: str = ""

    @property
    def lane(self) -> str:
        """The conversation's key, under which things are handled one at a time."""
        return f"{self.channel}:{self.thread_ts}" if self.thread_ts else self.channel

    @property
    def address(self) -> dict[str, str]:
        """What the platform needs to answer there."""
        found = {"channel": self.channel, "thread_ts": self.thread_ts, "message_ts": self.message_ts}
        return {name: value for name, value in found.items() if value}

    @classmethod
    def of_address(cls, address: Mapping[str, str]) -> Place:
        """The place with this address."""
        return cls(address["channel"], address.get("thread_ts", ""), address.get("message_ts", ""))

    @classmethod
    def of_message(cls, channel: str, ts: str, thread_ts: str | None) -> Place:
        """Where a message stands. A message with replies names itself as its thread, yet stands at the top level."""
        return cls(channel, thread_ts if thread_ts and thread_ts != ts else "", ts)

    @classmethod
    def of_click(cls, body: Payload) -> Place:
        """Where a click's answer belongs: the message's conversation, or for a Home tab the direct channel."""
        if body.get("view"):
            return cls.of_address(unpacked(body["view"].get("private_metadata") or ""))
        container = body["container"]
        thread_ts = container.get("thread_ts") or (body.get("message") or {}).get("thread_ts")
        return cls.of_message(container["channel_id"], container["message_ts"], thread_ts)


@dataclass(frozen=True)
class Spoken:
    """What a person wrote in a direct conversation, as it stands now; `change` tells of one that stood there before."""

    person: str
    place: Place
    text: str
    files: int = 0
    change: str = ""

    @property
    def payload(self) -> dict[str, Any]:
        """What the inbox keeps, besides the address."""
        also = {"files": self.files, "change": self.change}
        return {
            "text": self.text,
            "ref": self.place.message_ts,
            **{name: value for name, value in also.items() if value},
        }


def spoken(event: Payload) -> Spoken | None:
    """What a person said, changed or deleted in a direct conversation. None for everything else: bots, other channels,
    notices, and a link that Slack unfurled (it tells of that as of a change)."""
    if event.get("channel_type") != "im":
        return None
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    match event.get("subtype"):
        case "message_deleted":
            return _of_person(before, event, DELETED)
        case "message_changed" if now.get("subtype") == "tombstone":  # deleted, but it has replies
            return _of_person(before, event, DELETED)
        case "message_changed":
            is_edit = now.get("text") != before["text"] if "text" in before else "edited" in now
            return _of_person(now, event, EDITED) if is_edit else None
        case _:
            return _of_person(event, event, "")


def _of_person(message: Payload, event: Payload, change: str) -> Spoken | None:
    if message.get("subtype") not in _SUBTYPES_WITH_WORDS or message.get("bot_id") or not message.get("user"):
        return None
    place = Place.of_message(event["channel"], message["ts"], message.get("thread_ts"))
    words = "" if change == DELETED else plain_words(message.get("text") or "")
    return Spoken(message["user"], place, words, len(message.get("files") or ()), change)


def plain_words(text: str) -> str:
    """What a person typed: Slack escapes &, < and >, and marks links and mentions with angle brackets."""
    return unescape(_MARKED.sub(_as_typed, text))


def _as_typed(found: re.Match[str]) -> str:
    target, label = found.group(1), found.group(2)
    if target.startswith(("@", "#")):
        return target[0] + (label or target[1:])
    return label or target.removeprefix("mailto:").removeprefix("!")


def click_id(body: Payload, action: Payload) -> str:
    """The unique id of a click."""
    return f"{body['user']['id']}:{action['action_id']}:{action['action_ts']}"


def clicked(action: Payload) -> dict[str, Any]:
    """What the clicked button or menu entry carries."""
    option = action.get("selected_option") or {}
    return unpacked(action.get("value") or option.get("value") or "")


def card_clicked(action: Payload) -> tuple[str, str, int]:
    """The card, the proposal ("" for all) and the revision that a button carries. Raises UnknownButton."""
    carried = clicked(action)
    try:
        return str(carried["card"]), str(carried.get("proposal", "")), int(carried["revision"])
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownButton from error


def days_clicked(action: Payload) -> list[str]:
    """The days that stand on a button, ISO. Raises UnknownButton."""
    try:
        return [day.isoformat() for day in unpacked_days(str(clicked(action)["days"]))]
    except (KeyError, ValueError, OverflowError) as error:
        raise UnknownButton from error


def month_clicked(action: Payload) -> str:
    """The month that a button carries. Raises UnknownButton."""
    try:
        return str(Month.parse(str(clicked(action)["month"])))
    except (KeyError, ValueError) as error:
        raise UnknownButton from error


def file_clicked(action: Payload) -> dict[str, str]:
    """Whose month a button asks for, and as what kind of file. Raises UnknownButton."""
    carried = clicked(action)
    try:
        kind = FileKind(str(carried.get("file")))
    except ValueError as error:
        raise UnknownButton from error
    return {"month": month_clicked(action), "email": str(carried.get("email") or ""), "file": kind.value}
