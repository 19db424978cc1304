"""The two tokens: which setting holds which, what each may do, and where to get it when it is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from slack_sdk import WebClient

from bot.errors import PlatformDenied, PlatformError, PlatformRefused, SettingsError
from bot.platforms.slack.errors import slack_errors
from bot.words import say

BOT_TOKEN, APP_TOKEN = re.compile(r"xoxb-[A-Za-z0-9-]+"), re.compile(r"xapp-[A-Za-z0-9-]+")
SCOPES = frozenset(
    {
        "assistant:write",
        "chat:write",
        "commands",
        "files:write",
        "im:history",
        "im:write",
        "users:read",
        "users:read.email",
    }
)  # what manifest.yml asks for: a test compares them


def check_bot_token(token: str) -> None:
    """Raise SettingsError for what cannot be a bot token."""
    if not token:
        raise SettingsError(say("slack-bot-token-missing"))
    if APP_TOKEN.fullmatch(token):
        raise SettingsError(say("slack-bot-token-is-app-token"))
    if not BOT_TOKEN.fullmatch(token):
        raise SettingsError(say("slack-bot-token-malformed"))


def check_app_token(token: str) -> None:
    """Raise SettingsError for what cannot be an app-level token."""
    if not token:
        raise SettingsError(say("slack-app-token-missing"))
    if BOT_TOKEN.fullmatch(token):
        raise SettingsError(say("slack-app-token-is-bot-token"))
    if not APP_TOKEN.fullmatch(token):
        raise SettingsError(say("slack-app-token-malformed"))


def try_bot_token(client: WebClient) -> None:
    """Sign in. Raises SettingsError when the token or its scopes are not right, PlatformError when Slack is away."""
    try:
        with slack_errors("sign in with the bot token"):
            headers = client.auth_test().headers
    except (PlatformDenied, PlatformRefused) as error:
        raise SettingsError(say("slack-bot-token-refused", error=str(error))) from error
    except PlatformError as error:
        raise unreachable(error, client) from error
    missing = SCOPES - _granted(headers)
    if _granted(headers) and missing:
        raise SettingsError(say("slack-scopes-missing", scopes=", ".join(sorted(missing))))


def unreachable(error: PlatformError, client: WebClient) -> PlatformError:
    """Slack does not answer: where it was looked for."""
    return PlatformError(say("slack-unreachable", error=str(error), url=client.base_url))


def _granted(headers: Mapping[str, str]) -> frozenset[str]:
    """The token's scopes, as Slack tells them with every answer; empty when it does not."""
    told = {name.lower(): value for name, value in headers.items()}.get("x-oauth-scopes", "")
    return frozenset(scope.strip() for scope in told.split(",") if scope.strip())
