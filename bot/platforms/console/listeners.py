"""What is listened to: a typed line is translated, stored and so handed to the assistant; nothing is decided here.

A line is one event, whose id it brings along: the same line taken twice is a duplicate. Everything that it says of a
card (ids, revision) is what stood on the screen when it was typed; whether that still counts, the handler decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from bot.domain.card import Verb
from bot.domain.month_sheet import FileKind
from bot.domain.timesheet import Month
from bot.errors import UserFacingError
from bot.handlers.feedback import FEEDBACK
from bot.platforms.console.forms import FormOnTerminal
from bot.platforms.console.home_commands import HomeCommands
from bot.platforms.console.platform import ConsolePlatform, Snapshot
from bot.platforms.console.text import one_line
from bot.platforms.console.typed import Command, Key, Target, Words, meant, target
from bot.ports import Assistant, Clock, InboxEvent, Verdict
from bot.words import say

REASON_ROOM = 300  # characters, as in Slack
PROMPT = "> "
ALSO_CALLED = {"status": "report", "tally": ""}
QUIT = frozenset({"/quit", "/exit", "/q"})


@dataclass(frozen=True)
class TypedLine:
    """A line with an id of its own, and what the screen showed when it was typed."""

    id: str
    text: str
    seen: Snapshot


@dataclass(frozen=True)
class Listeners:
    """The listeners, with what they call. `kinds` are the events that the assistant knows."""

    assistant: Assistant
    platform: ConsolePlatform
    clock: Clock
    kinds: Collection[str]

    @property
    def lane(self) -> str:
        """The conversation of the person who sits here."""
        return self.platform.lane(self.platform.address)

    @property
    def home_commands(self) -> HomeCommands:
        """What is a button on the home page elsewhere."""
        return HomeCommands(self.assistant, self.platform, self.kinds, self._month)

    def opened(self, session: str) -> None:
        """A session begins: how the month stands, and every card that waits."""
        self.home(f"{session}:opened")

    def typed(self, line: TypedLine) -> None:
        """A line was typed. Raises UserFacingError with what to type instead."""
        match meant(line.text, line.seen.choices):
            case Words(text) if text:
                self._store(line.id, "message", {"text": text, "ref": line.id})
            case Key() as key:
                self._key(line, key)
            case Command() as command:
                self._command(line, command)

    def home(self, event_id: str) -> None:
        """How the month stands; and the open cards, as if the screen were empty."""
        self._store(event_id, "home", {})
        self._store(f"{event_id}:pending", "pending", {})

    def _key(self, line: TypedLine, key: Key) -> None:
        wanted = target(key, line.seen)
        if wanted.line is None:
            self._decide(line.id, Verb.APPROVE_ALL, wanted)
        elif key.verb is Verb.EDIT:
            self._edit(line.id, wanted)
        elif key.verb is Verb.DECLINE:
            reason = self.platform.terminal.ask(f"{say('console-why-declined')} ")
            self._decide(line.id, Verb.DECLINE, wanted, reason=reason.strip()[:REASON_ROOM])
        elif key.verb is Verb.SAME:
            self._same(line.id, wanted)
        else:
            self._decide(line.id, key.verb, wanted)

    def _same(self, event_id: str, wanted: Target) -> None:
        assert wanted.line is not None, "one line is proposed again"
        of = {"card_id": wanted.card.id, "proposal_id": wanted.line.proposal_id, "revision": wanted.line.revision}
        self._store(event_id, "same", {**of, "days": [day.isoformat() for day in wanted.line.same_days]})

    def _edit(self, event_id: str, wanted: Target) -> None:
        assert wanted.line is not None, "one line is edited"
        proposal, revision, me = wanted.line.proposal_id, wanted.line.revision, self.platform.me
        form = self.assistant.form(proposal, revision, me)
        check = lambda values, shown: self.assistant.check_form(proposal, revision, me, values, shown)  # noqa: E731
        values = FormOnTerminal(self.platform.terminal, check).filled(form)
        if values is not None:
            self._decide(event_id, Verb.EDIT, wanted, values=dict(values))

    def _decide(self, event_id: str, verb: Verb, wanted: Target, **more: Any) -> None:
        of = wanted.line or wanted.card
        proposal_id = wanted.line.proposal_id if wanted.line else ""
        decision = {"verb": verb.value, "card_id": wanted.card.id, "proposal_id": proposal_id, "revision": of.revision}
        self._store(event_id, "decision", {**decision, **more})

    def _command(self, line: TypedLine, command: Command) -> None:
        event_id = line.id
        if self.home_commands.knows(command.name):
            self._home_command(event_id, command)
            return
        match command.name.removeprefix("/"):
            case "report" | "submit" as kind:
                self._store(event_id, kind, {"month": self._month(command.rest)})
            case "export":
                self._store(event_id, "export", self._file(command.rest))
            case "home":
                self.platform.forget_shown()
                self.home(event_id)
            case "reset" | "context" as kind if kind in self.kinds:
                self._store(event_id, kind, {})
            case "good" | "bad" as verdict if FEEDBACK in self.kinds:
                self._judge(line, Verdict(verdict))
            case "tally":  # as in a chat system, where the command has a name
                name, _, rest = (command.rest or "help").partition(" ")
                self._command(line, Command(f"/{ALSO_CALLED.get(name.casefold(), name.casefold())}", rest.strip()))
            case "help":
                self._help()
            case _:
                raise UserFacingError(say("console-unknown-command", command=one_line(command.name, 40)))

    def _file(self, written: str) -> dict[str, str]:
        """What stands behind /export, in any order: a kind of file (PDF without one), a month, an e-mail address."""
        words = written.split()
        kinds = [word.casefold() for word in words if word.casefold() in set(FileKind)]
        whose = [word for word in words if "@" in word]
        month = [word for word in words if word not in whose and word.casefold() not in kinds]
        asked = {"file": (kinds or [FileKind.PDF.value])[0], "month": self._month(" ".join(month))}
        return asked | ({"email": whose[0]} if whose else {})

    def _judge(self, line: TypedLine, verdict: Verdict) -> None:
        if not line.seen.answer:
            raise UserFacingError(say("feedback-nothing"))
        self._store(line.id, FEEDBACK, {"message": line.seen.answer, "verdict": verdict.value})
        thanks = say("feedback-thanks") if verdict is Verdict.GOOD else say("feedback-thanks-bad")
        self.platform.terminal.show(Text(thanks, style="dim"))

    def _home_command(self, event_id: str, command: Command) -> None:
        found = self.home_commands.event(command.name, command.rest)
        if found is not None:
            self._store(event_id, *found)

    def _month(self, written: str) -> str:
        today = self.clock.now().astimezone(self.platform.zone).date()
        try:
            return str(Month.parse(written) if written else Month.of(today))
        except ValueError:
            raise UserFacingError(say("console-month-unknown", month=one_line(written, 40))) from None

    def _help(self) -> None:
        rows = [
            ("…", say("console-help-words")),
            ("a", say("console-help-approve")),
            ("e", say("console-help-edit")),
            ("d", say("console-help-decline")),
            ("u", say("console-help-undo")),
            ("s", say("console-help-same")),
            ("/report", say("console-help-report")),
            ("/submit", say("console-help-submit")),
            ("/export", say("console-help-export")),
            ("/home", say("console-help-home")),
            *self.home_commands.help(),
            *([("/reset", say("console-help-reset"))] if "reset" in self.kinds else []),
            *([("/context", say("console-help-context"))] if "context" in self.kinds else []),
            *([("/good, /bad", say("console-help-judge"))] if FEEDBACK in self.kinds else []),
            ("/quit", say("console-help-quit")),
        ]
        self.platform.terminal.show(Text(""), *(Text.assemble((f"{key:13}", "cyan"), what) for key, what in rows))

    def _store(self, event_id: str, kind: str, payload: Mapping[str, Any]) -> None:
        stored = {**payload, "address": dict(self.platform.address)}
        now, me = self.clock.now(), self.platform.me.id
        self.assistant.receive(InboxEvent(event_id, self.platform.name, kind, self.lane, me, stored, now))
