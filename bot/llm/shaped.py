"""What a template needs of a message besides what every template gets.

A call format makes these out of messages (`CallFormat.framed`); `bot.llm.template` renders them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import Message


class Mark(str):
    """A string that a call format wrote itself: in the prompt it may become a control token."""

    __slots__ = ()


@dataclass(frozen=True)
class Marked:
    """Text that a call format put together: its `Mark`s count, everything else is anybody's words."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class Shaped(Message):
    """A message for one family's template: `extra` stands in place of what every template gets under these names."""

    extra: Mapping[str, Any] = field(default_factory=dict)
