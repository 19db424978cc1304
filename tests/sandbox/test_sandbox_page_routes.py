"""The JSON routes of the page, over HTTP."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox.driver import PersonAtDesk, Sandbox


def get(sandbox: Sandbox, path: str) -> Any:
    with urllib.request.urlopen(f"{sandbox.url}{path}", timeout=5) as response:
        return json.load(response)


def post(sandbox: Sandbox, path: str, **arguments: Any) -> Any:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{sandbox.url}{path}", json.dumps(arguments).encode(), headers)
    with urllib.request.urlopen(request, timeout=5) as response:
        return json.load(response)


def test_the_page_and_its_files_come_from_here(sandbox: Sandbox) -> None:
    """Index, style and script are served, and name no other host."""
    with urllib.request.urlopen(f"{sandbox.url}/", timeout=5) as response:
        html = response.read().decode()
    assert "local sandbox" in html
    assert "http" not in html


def test_the_workspace_lists_its_people(sandbox: Sandbox) -> None:
    """What the left column shows."""
    workspace = get(sandbox, "/sandbox/workspace")
    assert [person["id"] for person in workspace["people"]] == ["U1", "U2"]
    assert workspace["connections"] == 0


def test_a_message_sent_from_the_page_is_on_the_desk(sandbox: Sandbox) -> None:
    """say, then the desk's snapshot."""
    post(sandbox, "/sandbox/people/U1/say", text="hello")
    desk = get(sandbox, "/sandbox/people/U1")
    assert [(message["text"], message["delivery"]) for message in desk["messages"]] == [("hello", "waiting")]


@pytest.mark.parametrize(
    ("path", "arguments", "status"),
    [
        ("/sandbox/people/U9/say", {"text": "x"}, 404),
        ("/sandbox/people/U1/dance", {}, 404),
        ("/sandbox/people/U1/submit", {}, 404),
        ("/sandbox/people/U1/say", {"text": " "}, 400),
        ("/sandbox/people/U1/say", {"words": "x"}, 400),
    ],
)
def test_what_cannot_be_done_is_refused(sandbox: Sandbox, path: str, arguments: dict[str, Any], status: int) -> None:
    """Unknown people and actions, no modal open, empty or misnamed arguments."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        post(sandbox, path, **arguments)
    with refused.value as error:
        assert error.code == status


def test_changes_are_pushed_to_the_page(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk) -> None:
    """Server-sent events: a message of the bot arrives without being asked for."""
    with urllib.request.urlopen(f"{sandbox.url}/sandbox/live", timeout=5) as stream:
        assert stream.readline() == b": listening\n"
        client.chat_postMessage(channel=ana.channel, text="hello")
        line = next(line for line in stream if line.startswith(b"data: "))
    change = json.loads(line[6:])
    assert (change["person"], change["kind"], change["value"]["text"]) == ("U1", "message", "hello")
