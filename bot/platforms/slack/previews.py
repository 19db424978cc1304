"""Streamed text as a preview: in a thread by Slack's own streaming, elsewhere as a small grey message written anew.

A preview is no message of the bot: it carries no message's id, and is deleted when the real message comes. So whatever
happens to it, the outbox alone says what was said, once. A direct conversation's top level is no thread, and a stream
may be refused or expire: then the grey message takes its place, the same one where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from slack_sdk import WebClient

from bot.errors import PlatformError
from bot.platforms.slack.blocks.elements import ELLIPSIS, escape, escaped_pieces
from bot.platforms.slack.errors import slack_errors

log = structlog.get_logger(__name__)

PREVIEW_EVENT = "tally_preview"
STREAM_MARK = "\u2060\u2060"  # invisible; a stream takes no metadata before it ends, and is known again by this
PREVIEW_ROOM = 2_900


@dataclass
class Preview:
    """What stands there: the message, and of an open stream the words that it has; None when it is no stream."""

    ts: str = ""
    streamed: str | None = None
    may_stream: bool = True


class Previews:
    """Shows, grows and removes them. Every method raises PlatformError; losing one loses nothing."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def show(self, preview: Preview, address: Mapping[str, str], text: str) -> None:
        """Show the text so far."""
        if address.get("thread_ts") and preview.may_stream and self._stream(preview, address, text):
            return
        self._write(preview, address, text)

    def remove(self, preview: Preview, channel: str) -> None:
        """Take it away."""
        if preview.ts:
            self._stop(preview, channel)
            with slack_errors("remove a preview"):
                self._client.chat_delete(channel=channel, ts=preview.ts)

    def left_in(self, address: Mapping[str, str], own: Preview, look_back: int) -> list[Preview]:
        """The previews among the newest messages that another program left there."""
        look: dict[str, Any] = {"channel": address["channel"], "include_all_metadata": True, "limit": look_back}
        with slack_errors("look for a preview"):
            if address.get("thread_ts"):
                newest = self._client.conversations_replies(ts=address["thread_ts"], **look)
            else:
                newest = self._client.conversations_history(**look)
        found = (_left(message) for message in newest["messages"])
        return [left for left in found if left is not None and left.ts != own.ts]

    def _stream(self, preview: Preview, address: Mapping[str, str], text: str) -> bool:
        """Begin the stream or add to it; False when it cannot be, from now on."""
        words, channel = escape(text[:PREVIEW_ROOM]), address["channel"]
        try:
            with slack_errors("stream"):
                if preview.streamed is None:
                    begun = self._client.chat_startStream(
                        channel=channel, thread_ts=address["thread_ts"], markdown_text=STREAM_MARK + words
                    )
                    preview.ts = str(begun["ts"])
                elif more := words.removeprefix(preview.streamed):
                    self._client.chat_appendStream(channel=channel, ts=preview.ts, markdown_text=more)
        except PlatformError as error:
            log.info("streaming gives way to updates", error=str(error))
            preview.may_stream = False
            self._stop(preview, channel)
            return False
        preview.streamed = words
        return True

    def _stop(self, preview: Preview, channel: str) -> None:
        if preview.streamed is None:
            return
        preview.streamed = None
        try:
            with slack_errors("stop a stream"):
                self._client.chat_stopStream(channel=channel, ts=preview.ts)
        except PlatformError as error:
            log.info("a stream had ended", error=str(error))

    def _write(self, preview: Preview, address: Mapping[str, str], text: str) -> None:
        words = escaped_pieces(text, PREVIEW_ROOM, PREVIEW_ROOM)[0] + f" {ELLIPSIS}"
        block = {"type": "context", "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}]}
        message: dict[str, Any] = {"channel": address["channel"], "text": words, "blocks": [block], "parse": "none"}
        metadata = {"event_type": PREVIEW_EVENT, "event_payload": {}}
        with slack_errors("show a preview"):
            if preview.ts:
                self._client.chat_update(ts=preview.ts, metadata=metadata, **message)
                return
            posted = self._client.chat_postMessage(metadata=metadata, thread_ts=address.get("thread_ts"), **message)
            preview.ts = str(posted["ts"])


def _left(message: Mapping[str, Any]) -> Preview | None:
    if (message.get("metadata") or {}).get("event_type") == PREVIEW_EVENT:
        return Preview(str(message["ts"]))
    is_stream = message.get("bot_id") and str(message.get("text") or "").startswith(STREAM_MARK)
    return Preview(str(message["ts"]), streamed="") if is_stream else None
