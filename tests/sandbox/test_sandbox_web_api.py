"""The Web API as the SDK's client meets it: tokens, encodings, people, planned faults, and who may call at all."""

import json
import urllib.error
import urllib.request
from http.client import RemoteDisconnected
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler, ServerErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox
from sandbox.server import ServerThread
from sandbox.standin import StandIn


def request(url: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    """A bare HTTP request: status and text, whatever the status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, named), timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_the_wrong_token_is_refused(sandbox: Sandbox) -> None:
    """No token, an unknown one, and the app-level token where the bot's belongs."""
    for token, error in [("", "not_authed"), ("xoxb-other", "invalid_auth"), (sandbox.app_token, "not_allowed_token")]:
        with pytest.raises(SlackApiError, match=error):
            WebClient(token, base_url=sandbox.api_url).auth_test()


def test_a_method_that_does_not_exist_says_so(client: WebClient) -> None:
    """unknown_method, not a 404."""
    with pytest.raises(SlackApiError, match="unknown_method"):
        client.api_call("chat.postMesage")


def test_json_and_form_mean_the_same(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk) -> None:
    """Told apart by content: blocks are a list in JSON, and JSON text in a form."""
    blocks = [{"type": "divider"}]
    client.api_call("chat.postMessage", json={"channel": "U1", "text": "json", "blocks": blocks})
    client.api_call("chat.postMessage", data={"channel": "U1", "text": "form", "blocks": json.dumps(blocks)})
    client.api_call("chat.postMessage", params={"channel": "U1", "text": "params", "blocks": json.dumps(blocks)})
    assert [(m["text"], m["blocks"][0]["type"]) for m in ana.messages()] == [
        ("json", "divider"),
        ("form", "divider"),
        ("params", "divider"),
    ]


def test_people_are_found_by_id_and_by_email(client: WebClient) -> None:
    """With time zone and locale, and the error codes for strangers."""
    user = client.users_info(user="U1", include_locale=True)["user"]
    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Europe/Madrid", 3600, "en-US")
    assert client.users_lookupByEmail(email="BEN@example.test")["user"]["is_admin"]
    assert [m["id"] for page in client.users_list(limit=2) for m in page["members"]] == ["U1", "U2", "U0BOT"]
    with pytest.raises(SlackApiError, match="users_not_found"):
        client.users_lookupByEmail(email="nobody@example.test")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.chat_postMessage(channel="C404", text="x")


def test_a_direct_message_is_opened_by_user_id(client: WebClient, ana: PersonAtDesk) -> None:
    """conversations.open and conversations.info agree."""
    channel = client.conversations_open(users="U1")["channel"]["id"]
    assert channel == ana.channel
    assert client.conversations_info(channel=channel)["channel"]["user"] == "U1"


def test_a_rate_limited_call_succeeds_with_the_retry_handler(
    sandbox: Sandbox, client: WebClient, ana: PersonAtDesk
) -> None:
    """429 raises by default, as in Slack; with the SDK's handler the message arrives once."""
    sandbox.faults.rate_limit("chat.postMessage", times=2, retry_after=0)
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel="U1", text="one")
    assert refused.value.response.headers["Retry-After"] == "0"
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    client.chat_postMessage(channel="U1", text="two")
    assert [message["text"] for message in ana.messages()] == ["two"]


def test_a_failing_server_is_retried(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk) -> None:
    """HTTP 500 once."""
    sandbox.faults.server_error("chat.postMessage")
    client.retry_handlers.append(ServerErrorRetryHandler(1, FixedValueRetryIntervalCalculator(0.01)))
    client.chat_postMessage(channel="U1", text="hello")
    assert len(ana.messages()) == 1


def test_a_lost_answer_is_not_a_lost_message(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk) -> None:
    """The crash between sent and noted: only looking tells the two apart."""
    client.retry_handlers.clear()
    for plan, messages in [(sandbox.faults.drop, 0), (sandbox.faults.lose_answer, 1)]:
        plan("chat.postMessage")
        with pytest.raises((RemoteDisconnected, ConnectionResetError, urllib.error.URLError)):
            client.chat_postMessage(channel="U1", text="hello")
        assert len(ana.messages()) == messages


def test_a_refusal_can_be_planned(sandbox: Sandbox, client: WebClient) -> None:
    """Any error code, once."""
    sandbox.faults.refuse("chat.postMessage", "is_archived")
    with pytest.raises(SlackApiError, match="is_archived"):
        client.chat_postMessage(channel="U1", text="hello")
    client.chat_postMessage(channel="U1", text="hello")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [{"type": "sectoin"}]}, "invalid_blocks"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
    ],
)
def test_what_slack_refuses_is_refused(
    sandbox: Sandbox, client: WebClient, arguments: dict[str, Any], error: str
) -> None:
    """The validator stands in front of chat.postMessage, and the refusal is noted among the problems."""
    with pytest.raises(SlackApiError, match=error):
        client.api_call("chat.postMessage", json={"channel": "U1", **arguments})
    assert error in sandbox.problems[0]


def test_a_bad_home_tab_is_refused_with_the_place_of_the_fault(client: WebClient) -> None:
    """response_metadata.messages says what and where."""
    section = {"type": "section", "text": {"type": "mrkdwn", "text": ""}}
    with pytest.raises(SlackApiError) as refused:
        client.views_publish(user_id="U1", view={"type": "home", "blocks": [section]})
    assert refused.value.response["error"] == "invalid_arguments"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be more than 0 characters [/blocks/0/text/text]"
    ]


def test_only_loopback_is_served(sandbox: Sandbox) -> None:
    """No other address can be bound, and neither a foreign host name nor a foreign site's script gets in."""
    with pytest.raises(ValueError, match="loopback only"):
        ServerThread(StandIn([]), host="0.0.0.0")
    assert request(f"{sandbox.url}/sandbox/workspace", Host="evil.test")[0] == 403
    assert request(f"{sandbox.url}/sandbox/workspace", Origin="http://evil.test")[0] == 403
    assert request(f"{sandbox.url}/sandbox/workspace", Origin=sandbox.url)[0] == 200


def test_two_sandboxes_do_not_know_each_other(sandbox: Sandbox) -> None:
    """All state belongs to the instance; ports are free ones."""
    with running_sandbox([{"id": "U1", "name": "x", "real_name": "X", "email": "x@example.test"}]) as other:
        other.person("U1").say("hello")
        assert other.url != sandbox.url
        assert sandbox.person("U1").messages() == []
