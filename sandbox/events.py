"""The Events API payloads: what the app hears about direct messages and its Home tab."""

import html
import secrets
import uuid

from sandbox.socket_mode import Delivery, SocketMode
from sandbox.state import Desk, Json, Message, Workspace


class Events:
    """Builds events and sends them off."""

    def __init__(self, workspace: Workspace, socket_mode: SocketMode) -> None:
        self.workspace = workspace
        self.socket_mode = socket_mode

    def say(self, desk: Desk, text: str, thread_ts: str | None = None) -> Message:
        """The person writes to the bot. The message shows whether the bot has got it."""
        return self._said(desk, self._user_message(desk, text, thread_ts))

    def _said(self, desk: Desk, body: Json) -> Message:
        message = Message(body, delivery="waiting")
        self.workspace.fail(desk, "")
        self.workspace.set_prompts(desk, "", [])
        self.workspace.post(desk, message)
        delivery = self._send({**message.body, "channel_type": "im", "event_ts": message.ts})
        delivery.answer.add_done_callback(lambda _: self._delivered(desk, message, delivery))
        return message

    def share(self, desk: Desk, name: str, text: str = "") -> Message:
        """The person uploads a file, with or without words."""
        body = self._user_message(desk, text, None)
        file = {"id": self.workspace.new_id("F"), "name": name, "mode": "hosted", "user": desk.person.id}
        return self._said(desk, {**body, "subtype": "file_share", "upload": False, "files": [file]})

    def unfurl(self, desk: Desk, message: Message) -> None:
        """Slack shows what a link leads to, and tells the app of it as of a change of the message."""
        before = dict(message.body)
        with self.workspace.changing():
            message.body |= {"attachments": [{"id": 1, "title": "Example", "from_url": "https://example.org"}]}
        self.workspace.changed(desk, message)
        self.message_changed(desk, message.body, before)

    def edit(self, desk: Desk, message: Message, text: str) -> None:
        """The person changes a message of their own."""
        before = dict(message.body)
        edited = {"user": desk.person.id, "ts": self.workspace.new_ts()}
        with self.workspace.changing():
            message.body |= {"text": _escaped(text), "blocks": _rich_text(text), "edited": edited}
        self.workspace.changed(desk, message)
        self.message_changed(desk, message.body, before)

    def delete(self, desk: Desk, message: Message) -> None:
        """The person deletes a message of their own. One with replies leaves a tombstone, and is said to be changed."""
        if any(other.body.get("thread_ts") == message.ts for other in desk.messages if other is not message):
            before = dict(message.body)
            gone = {"subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted.", "blocks": []}
            with self.workspace.changing():
                message.body |= {**gone, "hidden": True}
            self.workspace.changed(desk, message)
            self.message_changed(desk, message.body, before)
            return
        self.workspace.remove(desk, message)
        self.message_deleted(desk, message.body)

    def bot_posted(self, desk: Desk, message: Message) -> None:
        """An app that listens to message.im hears its own messages too (Bolt drops them by default)."""
        body = message.public(with_metadata=False)
        self._send({**body, "channel": desk.person.channel, "channel_type": "im", "event_ts": message.ts})

    def message_changed(self, desk: Desk, after: Json, before: Json) -> None:
        self._send_about(desk, "message_changed", {"message": after, "previous_message": before})

    def message_deleted(self, desk: Desk, before: Json) -> None:
        self._send_about(desk, "message_deleted", {"deleted_ts": before["ts"], "previous_message": before})

    def open_tab(self, desk: Desk, tab: str) -> Delivery:
        """The person opens the Home or the Messages tab: `app_home_opened`."""
        with self.workspace.changing():
            desk.tab, desk.opened = tab, True
        self.workspace.tell(desk.person.id, "tab", tab)
        bot = self.workspace.bot
        event: Json = {"type": "app_home_opened", "user": desk.person.id, "channel": desk.person.channel, "tab": tab}
        if desk.home is not None and tab == "home":
            event["view"] = desk.home.payload(bot.team_id, bot.app_id, bot.bot_id)
        return self._send({**event, "event_ts": self.workspace.new_ts()})

    def _send_about(self, desk: Desk, subtype: str, details: Json) -> None:
        ts = self.workspace.new_ts()
        event: Json = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": desk.person.channel,
            "channel_type": "im",
        }
        self._send({**event, **details, "ts": ts, "event_ts": ts})

    def anything(self, event: Json) -> Delivery:
        """An event as a test wrote it: what other apps, channels and future versions of Slack send."""
        return self._send(event)

    def _send(self, event: Json) -> Delivery:
        bot = self.workspace.bot
        return self.socket_mode.deliver_event(
            {
                "token": "sandbox",
                "team_id": bot.team_id,
                "api_app_id": bot.app_id,
                "event": event,
                "type": "event_callback",
                "event_id": self.workspace.new_id("Ev"),
                "event_time": int(self.workspace.clock.time()),
                "authorizations": [
                    {
                        "enterprise_id": None,
                        "team_id": bot.team_id,
                        "user_id": bot.user_id,
                        "is_bot": True,
                        "is_enterprise_install": False,
                    }
                ],
                "is_ext_shared_channel": False,
                "event_context": secrets.token_hex(8),
            }
        )

    def _delivered(self, desk: Desk, message: Message, delivery: Delivery) -> None:
        with self.workspace.changing():
            message.delivery = "" if delivery.outcome == "acknowledged" else "failed"
        if message in desk.messages:
            self.workspace.changed(desk, message)

    def _user_message(self, desk: Desk, text: str, thread_ts: str | None) -> Json:
        body: Json = {
            "type": "message",
            "user": desk.person.id,
            "channel": desk.person.channel,
            "team": self.workspace.bot.team_id,
            "text": _escaped(text),
            "ts": self.workspace.new_ts(),
            "client_msg_id": str(uuid.uuid4()),
            "blocks": _rich_text(text),
        }
        parent = desk.find(thread_ts) if thread_ts else None
        if parent is not None:
            body |= {"thread_ts": parent.ts, "parent_user_id": parent.body.get("user")}
        return body


def _escaped(text: str) -> str:
    """Slack escapes these three, and only these, in what people write."""
    return html.escape(text, quote=False)


def _rich_text(text: str) -> list[Json]:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return [{"type": "rich_text", "block_id": secrets.token_hex(3), "elements": [section]}]
