"""The ways in from outside of the conversation: the command /tally, and the shortcut "Report this" on a message.

Both are answered in the direct conversation, and say so where they were used. What needs nothing but words (help, a
command that there is not) is answered at once, in the acknowledgement, to nobody else's eyes.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App

from bot.handlers.commands import COMMAND, Name, Typed, help_text, typed
from bot.handlers.elsewhere import ELSEWHERE
from bot.platforms.slack.blocks.elements import escape
from bot.platforms.slack.payloads import Payload, plain_words
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Assistant, Clock, InboxEvent
from bot.words import say, speaking

TALLY, REPORT_THIS = "/tally", "report_this"


def register_entrances(app: App, assistant: Assistant, platform: SlackPlatform, clock: Clock) -> None:
    """Put the listeners on the app. The manifest lists the same command and shortcut (a test compares them)."""
    entrances = Entrances(assistant, platform, clock)
    app.command(TALLY)(entrances.command)
    app.shortcut(REPORT_THIS)(entrances.report_this)


@dataclass(frozen=True)
class Entrances:
    """The listeners, with what they call."""

    assistant: Assistant
    platform: SlackPlatform
    clock: Clock

    def command(self, ack: Ack, body: Payload) -> None:
        """Somebody typed /tally, in whatever channel."""
        user, asked = body["user_id"], typed(body.get("text") or "")
        if asked.name in (None, Name.HELP):
            self._explain(ack, user, asked)
            return
        carried = {"name": str(asked.name), "rest": asked.rest}
        self._store(f"{user}:command:{body['trigger_id']}", user, COMMAND, carried)
        if self.platform.is_direct(body["channel_id"], user):
            ack()
        else:
            with self._speaking_to(user):
                ack(response_type="ephemeral", text=say("command-answered-there"))

    def report_this(self, ack: Ack, body: Payload) -> None:
        """Somebody picked "Report this" from the menu of a message, in whatever channel."""
        user, message = body["user"]["id"], body["message"]
        is_mine = message.get("app_id") == body.get("api_app_id")
        if not is_mine:
            self._store(f"{user}:{REPORT_THIS}:{body['trigger_id']}", user, "message", _picked(message))
        with self._speaking_to(user):
            self.platform.respond(body["response_url"], say("picked-mine") if is_mine else say("picked-answered-there"))
        ack()

    def _explain(self, ack: Ack, user: str, asked: Typed) -> None:
        with self._speaking_to(user):
            ack(response_type="ephemeral", text=escape(help_text(TALLY, asked)))

    def _speaking_to(self, person_id: str) -> AbstractContextManager[None]:
        return speaking(self.assistant.locale(self.platform.last_known(person_id)))

    def _store(self, event_id: str, user: str, kind: str, payload: dict[str, Any]) -> None:
        carried = {"kind": kind, "payload": payload}
        now = self.clock.now()
        lane = f"{ELSEWHERE}:{user}"
        self.assistant.receive(InboxEvent(event_id, self.platform.name, ELSEWHERE, lane, user, carried, now))


def _picked(message: Payload) -> dict[str, Any]:
    """The message as the words of whoever picked it, with who wrote it and when."""
    author = {"id": message.get("user") or "", "name": message.get("username") or ""}
    found = {"text": plain_words(message.get("text") or ""), "picked": {**author, "ts": str(message["ts"])}}
    files = len(message.get("files") or ())
    return found | ({"files": files} if files else {})
