"""Conversations: one person on one platform, and the ordered messages that the model sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Speaker(StrEnum):
    """The roles that every chat template knows."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


@dataclass(frozen=True)
class ToolCall:
    """What the model asked for: a tool's name and its arguments as the model wrote them."""

    id: str
    tool: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Mention:
    """Where a message names something that the ledger knows: `text[start:end]` is a `project` or an `employee`.

    `kind` is the argument that such a name goes into.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Message:
    """One message of a conversation as the model sees it (see docs/model-language.md).

    A tool message answers one call; where that call became proposals, `proposal_ids` names them and the first line
    of what the model reads is made from their state at reading time. `ref` is the platform's own name for what a person
    said, by which it tells later that they changed or deleted it.
    """

    speaker: Speaker
    text: str = ""
    calls: tuple[ToolCall, ...] = ()
    call_id: str | None = None
    proposal_ids: tuple[str, ...] = ()
    ref: str | None = None
    position: int = field(default=0, compare=False)
    """Its place in the store, growing; 0 while it is not stored."""
    mentions: tuple[Mention, ...] = ()
    """Of a person's words, for the prompt only (`bot.tools.mentions`); in their order, none within another."""


@dataclass(frozen=True)
class Earlier:
    """What the model no longer reads word by word: every message up to the position `after`.

    Of what came of them it is still told: `proposal_ids`, newest last; `more` counts the proposals before those.
    """

    after: int = 0
    proposal_ids: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Conversation:
    """One person on one platform. `address` is what the platform needs to answer there (channel, thread)."""

    id: str
    platform: str
    person_id: str
    email: str
    address: Mapping[str, str]
    earlier: Earlier = Earlier()


@dataclass(frozen=True)
class Person:
    """Who somebody is on a platform. `time_zone` is an IANA name, `locale` such as `fr-FR`."""

    id: str
    email: str
    name: str = ""
    time_zone: str = "UTC"
    locale: str = "en-US"


class Said(StrEnum):
    """What kind of thing an outgoing message is; how its content is laid out follows from it."""

    TEXT = "text"
    CARD = "card"
    REPORT = "report"
    LIST = "list"
    REMINDER = "reminder"
    FILE = "file"


@dataclass(frozen=True)
class Outgoing:
    """One logical message to a person. It is sent when `version` exceeds what the platform has seen.

    `content` depends on `kind`: text `{text, note?, choices?, literal?, read?, asked?}`, card `{card_id}`, report
    `{month, email}`, list `{title, rows}`, reminder `{text, month}`, file `{month, email, file, submitted?}`. `ref` is
    the platform's own name for the posted message.
    `attempts` above 0 without a `ref` means that it may have been posted: the platform is asked before it is repeated.
    """

    id: str
    conversation_id: str
    kind: Said
    content: Mapping[str, Any]
    version: int = 1
    sent_version: int = 0
    ref: str | None = None
    attempts: int = 0
