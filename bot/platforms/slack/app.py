"""Connecting to Slack: the Web API client, the app over Socket Mode, and clear words when a token is wrong.

The app runs with `process_before_response`: an envelope is acknowledged after its listener stored what it says, so a
crash in between makes Slack send it again instead of losing it. Listeners are quick enough for the three seconds that
this leaves.
"""

from __future__ import annotations

import logging

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from bot.errors import PlatformDenied, PlatformRefused, SettingsError
from bot.platforms.slack.errors import slack_errors
from bot.platforms.slack.listeners import register
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Assistant, Clock

BOT_TOKEN, APP_TOKEN = "xoxb-", "xapp-"  # what each kind of token begins with
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
            with slack_errors("open the Socket Mode connection"):
                self._handler.client.connect()
        except (PlatformDenied, PlatformRefused) as error:
            raise SettingsError(
                f"{error}. The app-level token needs the scope connections:write; make one under Basic Information, "
                "App-Level Tokens, at https://api.slack.com/apps, and see that Socket Mode is on."
            ) from error

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
    if not bot_token.startswith(BOT_TOKEN):
        raise SettingsError(
            f"The Slack bot token must begin with {BOT_TOKEN}. Take it from OAuth & Permissions, Bot User OAuth Token, "
            "at https://api.slack.com/apps."
        )
    retries = [
        ConnectionErrorRetryHandler(),
        RateLimitErrorRetryHandler(max_retry_count=2),
        ServerErrorRetryHandler(),
    ]
    return WebClient(bot_token, base_url=base_url, timeout=TIMEOUT, retry_handlers=retries)


def connect(platform: SlackPlatform, app_token: str, assistant: Assistant, clock: Clock) -> SlackConnection:
    """The app with its listeners, ready to start; the bot token is tried. Raises SettingsError or PlatformError."""
    if not app_token.startswith(APP_TOKEN):
        raise SettingsError(
            f"The Slack app-level token must begin with {APP_TOKEN}. Make one with the scope connections:write under "
            "Basic Information, App-Level Tokens, at https://api.slack.com/apps."
        )
    _try_bot_token(platform.client)
    app = App(
        name="tally",
        client=platform.client,
        logger=logging.getLogger("slack_bolt"),
        process_before_response=True,
        token_verification_enabled=False,
    )
    register(app, assistant, platform, clock)
    return SlackConnection(app, app_token)


def _try_bot_token(client: WebClient) -> None:
    try:
        with slack_errors("sign in with the bot token"):
            client.auth_test()
    except (PlatformDenied, PlatformRefused) as error:
        raise SettingsError(
            f"{error}. Take the Bot User OAuth Token from OAuth & Permissions at https://api.slack.com/apps; it "
            "changes when the app is installed anew."
        ) from error
