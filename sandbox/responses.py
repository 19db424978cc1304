"""Messages that answer an interaction without the Web API: a POST to the `response_url`, or the acknowledgement
of a slash command.
"""

from typing import Any

from sandbox.events import Events
from sandbox.limits import message_violations
from sandbox.state import Desk, Json, Message, Workspace


class Responses:
    """Posts, replaces or deletes what such an answer asks for."""

    def __init__(self, workspace: Workspace, events: Events) -> None:
        self.workspace = workspace
        self.events = events

    def answer(self, desk: Desk, source: Message | None, answer: Json) -> str:
        """Acts on the answer; `source` is the message it came from. Returns "ok", or Slack's error code."""
        if answer.get("delete_original") and source is not None:
            if source in desk.messages:
                self.workspace.remove(desk, source)
            return "ok"
        violations = message_violations(answer)
        if violations:
            self.workspace.problem(f"response refused, {violations[0].code}: {violations[0].message}")
            return violations[0].code
        if answer.get("replace_original") and source is not None:
            self._replace(desk, source, answer)
        else:
            self._post(desk, answer)
        return "ok"

    def _replace(self, desk: Desk, source: Message, answer: Json) -> None:
        with self.workspace.changing():
            source.body |= {
                "text": answer.get("text") or "",
                "edited": {"user": self.workspace.bot.user_id, "ts": self.workspace.new_ts()},
            }
            source.set_blocks(answer.get("blocks") or [])
        self.workspace.changed(desk, source)

    def _post(self, desk: Desk, answer: Json) -> None:
        message = bot_message(self.workspace, desk, answer.get("text") or "")
        message.ephemeral = answer.get("response_type", "ephemeral") != "in_channel"
        message.set_blocks(answer.get("blocks") or [])
        if answer.get("thread_ts"):
            message.body["thread_ts"] = answer["thread_ts"]
        self.workspace.post(desk, message)
        if not message.ephemeral:
            self.events.bot_posted(desk, message)


def bot_message(workspace: Workspace, desk: Desk, text: str, **more: Any) -> Message:
    """A new message of the bot, not posted yet."""
    bot = workspace.bot
    return Message(
        {
            "type": "message",
            "user": bot.user_id,
            "bot_id": bot.bot_id,
            "app_id": bot.app_id,
            "team": bot.team_id,
            "channel": desk.person.channel,
            "text": text,
            "ts": workspace.new_ts(),
            "blocks": [],
            "bot_profile": {"id": bot.bot_id, "app_id": bot.app_id, "name": bot.name, "team_id": bot.team_id},
            **more,
        }
    )
