"""What can go wrong on request: each failure on the wire, by its route, and from the page's Trouble menu.

That the bot bears them all is tests/scenarios/test_trouble.py.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import websocket
from playwright.sync_api import Page, expect
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from sandbox.faults import ANY, CLICK
from sandbox.trouble import OF_CALLS, OF_PAYLOADS


@pytest.fixture
def socket(sandbox: Sandbox) -> Iterator[websocket.WebSocket]:
    """A bare Socket Mode connection, past its hello."""
    with connected(sandbox) as opened:
        yield opened


@contextmanager
def connected(sandbox: Sandbox) -> Iterator[websocket.WebSocket]:
    """A connection, whose socket is closed in the end whoever hung up first."""
    url = WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=sandbox.app_token)["url"]
    opened = websocket.create_connection(url, timeout=5)
    assert json.loads(opened.recv())["type"] == "hello"
    yield opened
    opened.shutdown()


def received(socket: websocket.WebSocket) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(socket.recv())
    return frame


def acknowledge(socket: websocket.WebSocket, frame: dict[str, Any]) -> None:
    socket.send(json.dumps({"envelope_id": frame["envelope_id"]}))


def test_an_event_whose_acknowledgement_is_late_comes_again(
    socket: websocket.WebSocket, sandbox: Sandbox, ana: PersonAtDesk, clock: ManualClock
) -> None:
    """The same event in a new envelope, with its number and the reason; the second acknowledgement counts."""
    sandbox.faults.late_ack()
    ana.say("hello")
    acknowledge(socket, first := received(socket))
    sandbox.wait_until(lambda: sandbox.deliveries[0].fault == "")
    clock.advance(3)
    acknowledge(socket, again := received(socket))
    assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
    assert again["payload"]["event_id"] == first["payload"]["event_id"]
    sandbox.wait_until(lambda: sandbox.deliveries[0].outcome == "acknowledged")
    assert len(sandbox.deliveries[0].attempts) == 2


def test_a_connection_that_breaks_behind_an_event_is_followed_by_the_event_on_the_next(
    socket: websocket.WebSocket, sandbox: Sandbox, ana: PersonAtDesk
) -> None:
    """Whether the app saw it or not, Slack cannot know."""
    sandbox.faults.drop_socket()
    ana.say("hello")
    sandbox.wait_until(lambda: sandbox.connections == 0)
    with connected(sandbox) as another:
        assert received(another)["retry_attempt"] == 1


def test_a_refresh_behind_an_event_leaves_time_to_answer_and_to_leave(
    socket: websocket.WebSocket, sandbox: Sandbox, ana: PersonAtDesk, clock: ManualClock
) -> None:
    """The old connection still takes the acknowledgement, gets nothing new, and is closed after ten seconds."""
    sandbox.faults.refresh_socket()
    ana.say("hello")
    first, asked = received(socket), received(socket)
    assert (asked["type"], asked["reason"]) == ("disconnect", "refresh_requested")
    acknowledge(socket, first)
    sandbox.wait_until(lambda: sandbox.deliveries[0].outcome == "acknowledged")
    ana.say("are you there?")
    with connected(sandbox) as another:
        assert received(another)["payload"]["event"]["text"] == "are you there?"
        clock.advance(10)
        assert socket.recv() == ""


def test_a_click_whose_connection_breaks_has_failed(
    socket: websocket.WebSocket, sandbox: Sandbox, client: WebClient, ana: PersonAtDesk
) -> None:
    """Slack does not repeat it: the person sees that it failed, although the app has it."""
    sandbox.faults.drop_socket(of=CLICK)
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    client.chat_postMessage(channel=ana.channel, text="x", blocks=[{"type": "actions", "elements": [button]}])
    assert ana.click("go") == "connection_lost"
    assert "did not answer" in ana.failure
    sandbox.forgive("block_actions was not answered (connection_lost)")
    assert sandbox.problems == []


def test_whichever_call_comes_next_can_fail_and_all_can_be_taken_back(sandbox: Sandbox, client: WebClient) -> None:
    """A method's own failure comes first."""
    sandbox.faults.refuse(ANY, "fatal_error")
    sandbox.faults.refuse("auth.test", "internal_error")
    for error in ("internal_error", "fatal_error"):
        with pytest.raises(SlackApiError, match=error):
            client.auth_test()
    client.auth_test()
    sandbox.faults.refuse(ANY, "fatal_error")
    sandbox.faults.duplicate_event()
    assert sandbox.faults.planned == 2
    sandbox.faults.clear()
    assert sandbox.faults.planned == 0
    client.auth_test()


def post(sandbox: Sandbox, name: str, **details: Any) -> int:
    """Ask for a trouble over the page's route; the HTTP status."""
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{sandbox.url}/sandbox/trouble/{name}", json.dumps(details).encode(), headers)
    try:
        with urllib.request.urlopen(asked, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.mark.parametrize("name", [*OF_CALLS, *OF_PAYLOADS])
def test_each_trouble_can_be_asked_for(sandbox: Sandbox, name: str) -> None:
    """By the name that the menu gives it."""
    assert post(sandbox, name) == 200
    assert sandbox.faults.planned == 1


def test_a_trouble_that_there_is_not_is_refused(sandbox: Sandbox) -> None:
    """404 for an unknown one, 400 for arguments that make no sense."""
    assert post(sandbox, "earthquake") == 404
    assert post(sandbox, "slow", speed="very") == 400
    assert sandbox.faults.planned == 0


def test_the_menu_asks_for_a_failure_and_shows_that_it_is_over(client: WebClient, sandbox: Sandbox, page: Page) -> None:
    """With the keyboard: open, pick the method, ask; the number goes when the call has failed."""
    page.get_by_test_id("trouble").focus()
    page.keyboard.press("Enter")
    page.get_by_test_id("trouble-method").select_option("chat.postMessage")
    page.get_by_test_id("trouble-refuse").press("Enter")
    planned = page.get_by_test_id("trouble-planned")
    expect(planned).to_have_text("1 to come")
    client.auth_test()
    with pytest.raises(SlackApiError, match="fatal_error"):
        client.chat_postMessage(channel="U1", text="x")
    expect(planned).to_be_empty()
    page.get_by_test_id("trouble-duplicate").click()
    expect(planned).to_have_text("1 to come")
    page.get_by_test_id("trouble-none").click()
    expect(planned).to_be_empty()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("trouble-none")).to_be_hidden()
    expect(page.get_by_test_id("trouble")).to_be_focused()
