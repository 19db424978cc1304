"""What Slack sends, as our words: where something happened, what was said, what was clicked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.platforms.slack.blocks.elements import unpacked

Payload = Mapping[str, Any]

_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SUBTYPES_WITH_WORDS = {None, "file_share", "thread_broadcast"}


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


def is_said_by_person(event: Payload) -> bool:
    """True for a message in a direct conversation that a person wrote (not a bot, an edit, a deletion or a notice)."""
    is_words = event.get("subtype") in _SUBTYPES_WITH_WORDS
    return event.get("channel_type") == "im" and is_words and not event.get("bot_id") and bool(event.get("user"))


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
