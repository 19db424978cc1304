"""Starting with a wrong token says which one is wrong, and where to get a right one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.errors import PlatformError, SettingsError
from bot.platforms.slack.app import connect, web_client
from bot.platforms.slack.platform import SlackPlatform
from sandbox.driver import Sandbox
from tests.fakes import FakeClock
from tests.unit.platforms.conftest import FakeAssistant

CLOCK = FakeClock(datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize("token", ["", "xapp-1", "secret"])
def test_a_bot_token_of_the_wrong_kind_is_named(token: str) -> None:
    """The two tokens are easily swapped: the first letters tell."""
    with pytest.raises(SettingsError, match=r"TALLY_SLACK_BOT_TOKEN.*xoxb-.*OAuth & Permissions"):
        web_client(token, "https://slack.example/api/")


def test_an_app_token_of_the_wrong_kind_is_named(platform: SlackPlatform, assistant: FakeAssistant) -> None:
    """The same for the app-level token."""
    with pytest.raises(SettingsError, match=r"TALLY_SLACK_APP_TOKEN.*xapp-.*connections:write"):
        connect(platform, "xoxb-1", assistant, CLOCK)


def test_a_refused_bot_token_is_named(sandbox: Sandbox, assistant: FakeAssistant) -> None:
    """A token of the right kind that Slack does not know."""
    platform = SlackPlatform(web_client("xoxb-wrong", sandbox.api_url))
    with pytest.raises(SettingsError, match=r"invalid_auth.*TALLY_SLACK_BOT_TOKEN"):
        connect(platform, sandbox.app_token, assistant, CLOCK)


def test_a_refused_app_token_is_named(platform: SlackPlatform, assistant: FakeAssistant) -> None:
    """The connection is opened with the app-level token only, so this shows at start."""
    connection = connect(platform, "xapp-wrong", assistant, CLOCK)
    try:
        with pytest.raises(SettingsError, match=r"invalid_auth.*connections:write"):
            connection.start()
    finally:
        connection.stop()


def test_slack_away_at_start_is_no_settings_error(
    sandbox: Sandbox, platform: SlackPlatform, assistant: FakeAssistant
) -> None:
    """Nobody should go looking for another token when the network is down."""
    sandbox.faults.drop("auth.test", times=3)
    with pytest.raises(PlatformError):
        connect(platform, sandbox.app_token, assistant, CLOCK)
