"""What a person sees while the bot works: a status, and streamed text as a preview. Losing any of it loses nothing.

Calls return at once and never raise: one thread talks to Slack, since the model holds its lock while it streams.
Slack's own streaming needs a thread (and a direct conversation has none), so a preview is a small grey message that is
written anew now and then and deleted when the real one comes. Short answers are there before a preview would be.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.errors import PlatformError
from bot.platforms.slack.blocks.elements import ELLIPSIS, escaped_pieces
from bot.platforms.slack.errors import slack_errors

log = structlog.get_logger(__name__)

PREVIEW_EVENT = "tally_preview"
PREVIEW_EVERY = 1.5  # seconds, also before the first one; Slack takes about one message a second in a channel
PREVIEW_ROOM = 2_900
LOOK_BACK = 20  # messages; a preview that was left stands behind the message that is answered again
STATUS_TEXT = 100

Job = Callable[[], object]
Place = tuple[str, str]  # channel and thread


@dataclass
class Shown:
    """What stands at one place: under which message there is a status, and which message is the preview."""

    status_under: str = ""
    preview: str = ""


class Courtesies:
    """Status, preview and suggested prompts. `run` carries a job out soon, one after the other."""

    def __init__(
        self,
        client: WebClient,
        monotonic: Callable[[], float] = time.monotonic,
        run: Callable[[Job], object] | None = None,
    ) -> None:
        self._client, self._monotonic = client, monotonic
        self._run = run or ThreadPoolExecutor(max_workers=1, thread_name_prefix="slack-courtesies").submit
        self._shown: dict[Place, Shown] = {}  # only jobs touch it
        self._tidied: set[Place] = set()  # only jobs touch it
        self._due: dict[Place, float] = {}  # from when on a preview may be shown
        self._lock = threading.Lock()

    def status(self, address: Mapping[str, str], text: str) -> None:
        """Show what the bot is doing, under the person's message."""
        if address.get("thread_ts") or address.get("message_ts"):
            self._run(partial(self._set_status, dict(address), text[:STATUS_TEXT]))

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Show text so far; most calls are dropped, since the next one brings more."""
        now, place = self._monotonic(), _place(address)
        with self._lock:
            is_due = self._due.setdefault(place, now + PREVIEW_EVERY) <= now
            if is_due:
                self._due[place] = now + PREVIEW_EVERY
        if is_due and text.strip():
            self._run(partial(self._show_preview, dict(address), text))

    def end(self, address: Mapping[str, str]) -> None:
        """Take status and preview away."""
        with self._lock:
            self._due.pop(_place(address), None)
        self._run(partial(self._end, dict(address)))

    def suggest(self, channel: str, prompts: Mapping[str, str]) -> None:
        """Offer prompts, title and message, in a conversation without messages so far; nothing happens in another."""
        offered = [{"title": title, "message": message} for title, message in prompts.items()]
        self._run(partial(_try, "suggest prompts", lambda: self._suggest(channel, offered)))

    def respond(self, response_url: str, text: str) -> None:
        """Answer at the address that came with a shortcut; only the person who used it sees that."""
        answer = WebhookClient(response_url, timeout=self._client.timeout)
        send = partial(answer.send, text=text, response_type="ephemeral")
        self._run(partial(_try, "answer a shortcut", send))

    def _suggest(self, channel: str, offered: list[dict[str, str]]) -> None:
        if not self._client.conversations_history(channel=channel, limit=1)["messages"]:
            self._client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=offered)

    def _tidy(self, address: Mapping[str, str]) -> None:
        """Take away the preview that a program left behind when it was killed; one look at each place is enough."""
        if _place(address) not in self._tidied:
            self._tidied.add(_place(address))
            _try("look for a preview", lambda: self._remove_left(address))

    def _remove_left(self, address: Mapping[str, str]) -> None:
        look: dict[str, Any] = {"channel": address["channel"], "include_all_metadata": True, "limit": LOOK_BACK}
        if address.get("thread_ts"):
            newest = self._client.conversations_replies(ts=address["thread_ts"], **look)
        else:
            newest = self._client.conversations_history(**look)
        own = self._shown.get(_place(address), Shown()).preview
        for message in newest["messages"]:
            left = (message.get("metadata") or {}).get("event_type") == PREVIEW_EVENT and message["ts"] != own
            if left:
                self._client.chat_delete(channel=address["channel"], ts=message["ts"])

    def _set_status(self, address: Mapping[str, str], text: str) -> None:
        self._tidy(address)
        under = address.get("thread_ts") or address["message_ts"]
        show = self._client.assistant_threads_setStatus
        if _try("set a status", lambda: show(channel_id=address["channel"], thread_ts=under, status=text)):
            self._shown.setdefault(_place(address), Shown()).status_under = under

    def _show_preview(self, address: Mapping[str, str], text: str) -> None:
        shown = self._shown.setdefault(_place(address), Shown())
        words = escaped_pieces(text, PREVIEW_ROOM, PREVIEW_ROOM)[0] + f" {ELLIPSIS}"
        block = {"type": "context", "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}]}
        message: dict[str, Any] = {"channel": address["channel"], "text": words, "blocks": [block], "parse": "none"}
        _try("show a preview", lambda: self._write_preview(shown, message, address.get("thread_ts")))

    def _write_preview(self, shown: Shown, message: dict[str, Any], thread_ts: str | None) -> None:
        if shown.preview:
            self._client.chat_update(ts=shown.preview, **message)
            return
        metadata = {"event_type": PREVIEW_EVENT, "event_payload": {}}
        posted = self._client.chat_postMessage(metadata=metadata, thread_ts=thread_ts, **message)
        shown.preview = str(posted["ts"])

    def _end(self, address: Mapping[str, str]) -> None:
        shown = self._shown.pop(_place(address), Shown())
        channel = address["channel"]
        if shown.preview:
            _try("remove a preview", lambda: self._client.chat_delete(channel=channel, ts=shown.preview))
        if shown.status_under:
            clear = self._client.assistant_threads_setStatus
            _try("clear a status", lambda: clear(channel_id=channel, thread_ts=shown.status_under, status=""))


def _place(address: Mapping[str, str]) -> Place:
    return address["channel"], address.get("thread_ts", "")


def _try(doing: str, call: Callable[[], object]) -> bool:
    try:
        with slack_errors(doing):
            call()
    except PlatformError as error:
        log.info("a courtesy failed", error=str(error))
        return False
    return True
