"""What a person sees while the bot works: a status, and streamed text as a preview. Losing any of it loses nothing.

Calls return at once and never raise: one thread talks to Slack, since the model holds its lock while it streams.
Another one finds out what to suggest, for which it asks a ledger that may be slow. Short answers are there before a
preview would be.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.errors import PlatformError
from bot.platforms.slack.errors import slack_errors
from bot.platforms.slack.previews import Preview, Previews

log = structlog.get_logger(__name__)

PREVIEW_EVERY = 1.5  # seconds, also before the first one; Slack takes about one message a second in a channel
STREAM_EVERY = 0.5  # seconds; a stream takes more
LOOK_BACK = 20  # messages; a preview that was left stands behind the message that is answered again
STATUS_TEXT = 100
STATUS_AGAIN = 40.0  # seconds after which it is shown again; Slack takes it away after two minutes
STATUS_KEPT = 3_600.0  # seconds; what is said for longer than an hour is no longer true
MOST_PROMPTS = 4  # that Slack takes

Job = Callable[[], object]
Place = tuple[str, str]  # channel and thread


@dataclass
class Status:
    """What is said under which message, since when, and when Slack was last told."""

    channel: str
    under: str
    text: str
    since: float
    told: float


@dataclass
class Shown:
    """What stands at one place."""

    status: Status | None = None
    preview: Preview = field(default_factory=Preview)


class Courtesies:
    """Status, preview and suggested prompts. `run` carries a job out soon, one after the other."""

    def __init__(
        self,
        client: WebClient,
        monotonic: Callable[[], float] = time.monotonic,
        run: Callable[[Job], object] | None = None,
    ) -> None:
        self._client, self._monotonic = client, monotonic
        self._previews = Previews(client)
        self._run = run or ThreadPoolExecutor(max_workers=1, thread_name_prefix="slack-courtesies").submit
        self._run_slow = run or ThreadPoolExecutor(max_workers=1, thread_name_prefix="slack-suggestions").submit
        self._shown: dict[Place, Shown] = {}  # only jobs touch it
        self._tidied: set[Place] = set()  # only jobs touch it
        self._due: dict[Place, float] = {}  # from when on a preview may be shown
        self._newest: dict[Place, int] = {}  # the status that was asked for last
        self._numbers = count(1)
        self._lock = threading.Lock()

    def status(self, address: Mapping[str, str], text: str) -> None:
        """Show what the bot is doing, under the person's message."""
        if address.get("thread_ts") or address.get("message_ts"):
            with self._lock:
                self._newest[_place(address)] = number = next(self._numbers)
            self._run(partial(self._set_status, dict(address), text[:STATUS_TEXT], number))

    def keep_status(self) -> None:
        """Show each status again that Slack would soon take away, for as long as it may still be true."""
        self._run(self._keep_status)

    def preview(self, address: Mapping[str, str], text: str) -> None:
        """Show text so far; most calls are dropped, since the next one brings more."""
        now, place = self._monotonic(), _place(address)
        with self._lock:
            is_due = self._due.setdefault(place, now + PREVIEW_EVERY) <= now
            if is_due:
                self._due[place] = now + (STREAM_EVERY if address.get("thread_ts") else PREVIEW_EVERY)
        if is_due and text.strip():
            self._run(partial(self._show_preview, dict(address), text))

    def end(self, address: Mapping[str, str]) -> None:
        """Take status and preview away."""
        with self._lock:
            self._due.pop(_place(address), None)
            self._newest.pop(_place(address), None)
        self._run(partial(self._end, dict(address)))

    def suggest(self, channel: str, prompts: Mapping[str, str], own: Callable[[], Mapping[str, str]]) -> None:
        """Offer prompts, title and message: `own` ones, and in a conversation without messages so far `prompts`."""
        self._run_slow(partial(_try, "suggest prompts", lambda: self._suggest(channel, prompts, own)))

    def respond(self, response_url: str, text: str) -> None:
        """Answer at the address that came with a shortcut; only the person who used it sees that."""
        answer = WebhookClient(response_url, timeout=self._client.timeout)
        send = partial(answer.send, text=text, response_type="ephemeral")
        self._run(partial(_try, "answer a shortcut", send))

    def tell(self, whisper: Job) -> None:
        """Say something that may be lost."""
        self._run(partial(_try, "tell somebody something", whisper))

    def _suggest(self, channel: str, prompts: Mapping[str, str], own: Callable[[], Mapping[str, str]]) -> None:
        is_empty = not self._client.conversations_history(channel=channel, limit=1)["messages"]
        offered = {**own(), **(prompts if is_empty else {})}
        if offered:
            shown = [{"title": title, "message": message} for title, message in offered.items()][:MOST_PROMPTS]
            self._client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=shown)

    def _tidy(self, address: Mapping[str, str]) -> None:
        """Take away the preview that a program left behind when it was killed; one look at each place is enough."""
        if _place(address) not in self._tidied:
            self._tidied.add(_place(address))
            _try("look for a preview", lambda: self._remove_left(address))

    def _remove_left(self, address: Mapping[str, str]) -> None:
        own = self._shown.get(_place(address), Shown()).preview
        for left in self._previews.left_in(address, own, LOOK_BACK):
            self._previews.remove(left, address["channel"])

    def _set_status(self, address: Mapping[str, str], text: str, number: int) -> None:
        self._tidy(address)
        if self._newest.get(_place(address)) != number:
            return  # overtaken while Slack was told something else: no longer true, and not worth a call
        now = self._monotonic()
        status = Status(address["channel"], address.get("thread_ts") or address["message_ts"], text, now, now)
        shown = self._shown.setdefault(_place(address), Shown())
        if shown.status and shown.status.under != status.under:
            self._told("clear a status", shown.status, "")  # an earlier message of the same place
        if self._told("set a status", status, text):
            shown.status = status

    def _keep_status(self) -> None:
        now = self._monotonic()
        for shown in self._shown.values():
            status = shown.status
            if status and now - status.told >= STATUS_AGAIN and now - status.since < STATUS_KEPT:
                status.told = now
                self._told("show a status again", status, status.text)

    def _told(self, doing: str, status: Status, text: str) -> bool:
        show = self._client.assistant_threads_setStatus
        return _try(doing, lambda: show(channel_id=status.channel, thread_ts=status.under, status=text))

    def _show_preview(self, address: Mapping[str, str], text: str) -> None:
        preview = self._shown.setdefault(_place(address), Shown()).preview
        _try("show a preview", lambda: self._previews.show(preview, address, text))

    def _end(self, address: Mapping[str, str]) -> None:
        shown = self._shown.pop(_place(address), Shown())
        _try("remove a preview", lambda: self._previews.remove(shown.preview, address["channel"]))
        if shown.status:
            self._told("clear a status", shown.status, "")


def _place(address: Mapping[str, str]) -> Place:
    return address["channel"], address.get("thread_ts", "")


def _try(doing: str, call: Callable[[], Any]) -> bool:
    try:
        with slack_errors(doing):
            call()
    except PlatformError as error:
        log.info("a courtesy failed", error=str(error))
        return False
    return True
