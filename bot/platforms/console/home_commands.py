"""What is a button on a chat system's home page, as commands: `/same`, `/fill`, `/withdraw`, `/nudge`, `/preferences`,
`/forget`. Each is translated into an event; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.text import Text

from bot.domain.home import OneClick
from bot.domain.timesheet import Month
from bot.errors import UserFacingError
from bot.platforms.console.forms import FormOnTerminal
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.text import one_line
from bot.ports import Assistant
from bot.words import say

KINDS: Mapping[str, str] = {
    "/same": OneClick.COPY_WEEK.value,
    "/fill": OneClick.FILL_MONTH.value,
    "/withdraw": "withdraw",
    "/nudge": "nudge",
    "/preferences": "preferences",
    "/forget": "forget",
}
"""The commands, with the kind of event that each becomes."""


@dataclass(frozen=True)
class HomeCommands:
    """The commands, with what they call; `month_of` reads a month that was typed."""

    assistant: Assistant
    platform: ConsolePlatform
    kinds: Collection[str]
    month_of: Callable[[str], str]

    def knows(self, command: str) -> bool:
        """True for a command of these that the assistant can serve."""
        return KINDS.get(command, "") in self.kinds

    def event(self, command: str, rest: str) -> tuple[str, dict[str, Any]] | None:
        """The kind and the payload of the event; None when the person thought better of it.

        Raises UserFacingError with what to type instead.
        """
        kind = KINDS[command]
        match command:
            case "/same":
                return kind, self._week(rest)
            case "/nudge":
                return kind, {"about": self.month_of(rest)}
            case "/preferences":
                values = self._preferred()
                return None if values is None else (kind, {"values": values})
            case "/forget":
                return (kind, {}) if self._is_sure() else None
            case _:
                return kind, {"month": self.month_of(rest)}

    def _week(self, rest: str) -> dict[str, str]:
        if not rest:
            return {"week": "", "month": self.month_of("")}
        try:
            day = date.fromisoformat(rest)
        except ValueError:
            raise UserFacingError(say("console-day-unknown", day=one_line(rest, 40))) from None
        return {"week": day.isoformat(), "month": str(Month.of(day))}

    def _preferred(self) -> dict[str, str] | None:
        me = self.platform.me
        form = self.assistant.preferences(me)
        check = lambda values, shown: self.assistant.check_preferences(me, values)  # noqa: E731
        return FormOnTerminal(self.platform.terminal, check, say("console-preferences-save")).filled(form)

    def _is_sure(self) -> bool:
        self.platform.terminal.show(Text(say("forget-text")))
        sure = self.platform.terminal.ask(f"{say('console-forget-sure', word=say('console-forget-word'))} ")
        if sure.strip().casefold() == say("console-forget-word").casefold():
            return True
        self.platform.terminal.show(Text(say("console-forget-left")))
        return False

    def help(self) -> list[tuple[str, str]]:
        """A line for each command that can be served."""
        lines = [
            ("/same", say("console-help-week")),
            ("/fill", say("console-help-fill")),
            ("/withdraw", say("console-help-withdraw")),
            ("/nudge", say("console-help-nudge")),
            ("/preferences", say("console-help-preferences")),
            ("/forget", say("console-help-forget")),
        ]
        return [(command, about) for command, about in lines if self.knows(command)]
