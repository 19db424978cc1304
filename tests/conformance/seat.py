"""What the platform suite does with a platform and with the person at the other end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from bot.domain.conversation import Person
from bot.ports import Platform
from tests.unit.platforms.conftest import FakeAssistant

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EMAIL, NAME = "ana@example.org", "Ana Martin"


class Seat(Protocol):
    """Everything that the suite does with a platform. Words go in as a person types them, and come out as they read."""

    platform: Platform
    assistant: FakeAssistant
    nowhere: Mapping[str, str]  # an address that is none

    @property
    def me(self) -> Person:
        """The person, as the platform knows them."""
        ...

    @property
    def address(self) -> Mapping[str, str]:
        """Where the person is answered, once they have said something."""
        ...

    def restarted(self) -> Platform:
        """The platform as another process would open it."""
        ...

    def break_sending(self) -> None:
        """The next message cannot be sent."""
        ...

    def reads(self) -> str:
        """Everything that the person sees in the conversation, oldest first."""
        ...

    def reads_home(self) -> str:
        """What the person's home page says."""
        ...

    @property
    def status(self) -> str:
        """What stands where the platform says that the bot is at work."""
        ...

    def obeyed(self) -> list[str]:
        """What was sent and the platform would not print but obey: mentions and links, escape sequences."""
        ...

    def says(self, text: str, *, deliveries: int = 1) -> None:
        """Write to the bot; the platform may deliver it more than once."""
        ...

    def clicks(self, verb: str, line: int) -> None:
        """Approve a line, or `approve_all`; of one that is written, `undo` it or propose the `same` again."""
        ...

    def declines(self, line: int, reason: str) -> None:
        """Decline a line and say why."""
        ...

    def edits(self, line: int, days: Sequence[str]) -> str:
        """Open the form, submit it with each of `days` in turn, then as it stands; everything that was shown."""
        ...

    def chooses(self, number: int) -> None:
        """Take the offered answer of that number."""
        ...

    def judges(self, verdict: str) -> None:
        """Say what one thinks of the newest answer: `good` or `bad`."""
        ...

    def asks_for_month(self, kind: str) -> None:
        """What a reminder offers: `report` shows its month, `submit` hands it in."""
        ...

    def asks_for_file(self, kind: str) -> None:
        """What a report offers: the month as `csv`, `xlsx`, `pdf` or `png`."""
        ...

    def files_seen(self) -> list[tuple[str, bytes]]:
        """The name and the bytes of every file that the person got."""
        ...
