"""Connecting to Slack: the Web API client, and the app over Socket Mode.

The app runs with `process_before_response`: an envelope is acknowledged after its listener stored what it says, so a
crash in between makes Slack send it again instead of losing it. Listeners are quick enough for the three seconds that
this leaves.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from bot.errors import PlatformDenied, PlatformError, PlatformRefused, SettingsError
from bot.platforms.slack.errors import slack_errors
from bot.platforms.slack.listeners import register
from bot.platforms.slack.mishaps import Mishaps
from bot.platforms.slack.platform import SlackPlatform
from bot.platforms.slack.tokens import check_app_token, check_bot_token, try_bot_token, unreachable
from bot.ports import Assistant, Clock
from bot.words import say

TIMEOUT = 15  # seconds
STOP_STEP = 0.1  # seconds


class SlackConnection:
    """The Socket Mode connection: neither `start` nor `stop` waits for the other side."""

    def __init__(self, app: App, app_token: str) -> None:
        self.app = app
        self._handler = SocketModeHandler(app, app_token)

    def start(self) -> None:
        """Connect and listen on threads of its own. Raises SettingsError, or PlatformError when Slack is away."""
        try:
            with slack_errors("open the Socket Mode connection"), _silent(self._handler.client.logger):
                self._handler.client.connect()
        except (PlatformDenied, PlatformRefused) as error:
            raise SettingsError(say("slack-app-token-refused", error=str(error))) from error
        except PlatformError as error:
            raise unreachable(error, self.app.client) from error

    def stop(self) -> None:
        """Answer what is in hand, then hang up for good; what was not acknowledged, Slack sends again."""
        client = self._handler.client
        client.closed, client.auto_reconnect_enabled = True, False
        client.message_queue.put(None)  # it waits a second for something to come
        client.current_app_monitor.shutdown()  # type: ignore[no-untyped-call]
        client.message_processor.shutdown()  # type: ignore[no-untyped-call]
        client.message_workers.shutdown()
        _end_session(client)
        client.close()


@contextmanager
def _silent(logger: logging.Logger) -> Iterator[None]:
    """The SDK logs what it raises: at start it is said once, in our words."""
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = False


def _end_session(client: SocketModeClient) -> None:
    """Wake the reading thread and see it end: `close` alone may leave it waiting for ten seconds."""
    runner = client.current_session_runner
    runner.event.set()
    while runner.is_alive():
        session = client.current_session
        if session is not None and session.sock is not None:
            session.keep_running = False
            session.sock.abort()  # type: ignore[no-untyped-call]
        runner.thread.join(STOP_STEP)


def web_client(bot_token: str, base_url: str) -> WebClient:
    """The Web API client; `base_url` ends in `/api/`. Raises SettingsError for what is no bot token."""
    check_bot_token(bot_token)
    retries = [
        ConnectionErrorRetryHandler(),
        RateLimitErrorRetryHandler(max_retry_count=2),
        ServerErrorRetryHandler(),
    ]
    return WebClient(bot_token, base_url=base_url, timeout=TIMEOUT, retry_handlers=retries)


def connect(platform: SlackPlatform, app_token: str, assistant: Assistant, clock: Clock) -> SlackConnection:
    """The app with its listeners, ready to start; the bot token is tried. Raises SettingsError or PlatformError."""
    check_app_token(app_token)
    try_bot_token(platform.client)
    app = App(
        name="tally",
        client=platform.client,
        logger=logging.getLogger("slack_bolt"),
        process_before_response=True,
        token_verification_enabled=False,
    )
    register(app, assistant, platform, clock)
    app.error(Mishaps(platform, assistant).answer)
    return SlackConnection(app, app_token)
