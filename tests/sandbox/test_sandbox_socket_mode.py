"""How payloads travel: one connection each, acknowledged in time or sent again."""

import gc
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import websocket
from slack_bolt import App, Say
from slack_sdk import WebClient

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox

Connect = Callable[[], object]
Open = Callable[[], websocket.WebSocket]


@pytest.fixture
def open_socket(sandbox: Sandbox) -> Iterator[Open]:
    """Opens a bare Socket Mode connection, past its hello."""
    sockets: list[websocket.WebSocket] = []

    def start() -> websocket.WebSocket:
        url = WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=sandbox.app_token)["url"]
        socket = websocket.create_connection(url, timeout=5)
        sockets.append(socket)
        assert receive(socket)["type"] == "hello"
        sandbox.wait_until(lambda: sandbox.connections == len(sockets))
        return socket

    yield start
    for socket in sockets:
        socket.shutdown()


BACK_AGAIN = 60
"""Seconds: a client that misses the refresh finds out by its own ping, which on a busy machine took more than 10."""


def receive(socket: websocket.WebSocket) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(socket.recv())
    return frame


def acknowledge(socket: websocket.WebSocket, frame: dict[str, Any]) -> None:
    socket.send(json.dumps({"envelope_id": frame["envelope_id"]}))


def test_each_payload_goes_to_exactly_one_connection(open_socket: Open, ana: PersonAtDesk, sandbox: Sandbox) -> None:
    """Four messages over two connections: two each, in turn."""
    first, second = open_socket(), open_socket()
    for text in "abcd":
        ana.say(text)
    texts = [[receive(s)["payload"]["event"]["text"] for _ in range(2)] for s in (first, second)]
    assert sorted(map(sorted, texts)) == [["a", "c"], ["b", "d"]]
    assert all(len(delivery.attempts) == 1 for delivery in sandbox.deliveries)


def test_an_event_that_is_not_acknowledged_is_sent_three_times_more(
    open_socket: Open, ana: PersonAtDesk, clock: ManualClock, sandbox: Sandbox
) -> None:
    """With the same event_id, a new envelope, the attempt's number and the reason; then the message has failed."""
    socket = open_socket()
    ana.say("hello")
    frames = [receive(socket)]
    for _ in range(3):
        clock.advance(3)
        frames.append(receive(socket))
    clock.advance(3)
    assert [(f["retry_attempt"], f["retry_reason"]) for f in frames] == [
        (0, ""),
        (1, "timeout"),
        (2, "timeout"),
        (3, "timeout"),
    ]
    assert len({f["envelope_id"] for f in frames}) == 4
    assert len({f["payload"]["event_id"] for f in frames}) == 1
    sandbox.wait_until(lambda: ana.messages()[0]["delivery"] == "failed")  # noted after the delivery's own outcome
    assert (sandbox.deliveries[0].outcome, ana.messages()[0]["delivery"]) == ("timeout", "failed")


def test_an_acknowledged_event_is_not_sent_again(
    open_socket: Open, ana: PersonAtDesk, clock: ManualClock, sandbox: Sandbox
) -> None:
    """The timer ends with the acknowledgement."""
    socket = open_socket()
    ana.say("hello")
    acknowledge(socket, receive(socket))
    sandbox.wait_until(lambda: sandbox.deliveries[0].outcome == "acknowledged")
    clock.advance(60)
    assert len(sandbox.deliveries[0].attempts) == 1


def test_a_slow_middleware_makes_bolt_run_the_listener_again(
    app: App, connect: Connect, ana: PersonAtDesk, clock: ManualClock, sandbox: Sandbox
) -> None:
    """What the facts warn of, with an unmodified Bolt app: the acknowledgement comes after the middleware."""
    may_go_on, runs = threading.Event(), []

    @app.middleware
    def slow(next: Callable[[], None]) -> None:
        may_go_on.wait(10)
        next()

    @app.event("message")
    def reply(say: Say) -> None:
        runs.append(1)
        say(f"run {len(runs)}")

    connect()
    ana.say("hello")
    sandbox.wait_until(lambda: len(sandbox.deliveries[0].attempts) == 1)
    clock.advance(3)
    sandbox.wait_until(lambda: len(sandbox.deliveries[0].attempts) == 2)
    may_go_on.set()
    ana.wait_for(lambda message: message["text"] == "run 2")


def test_an_event_is_delivered_twice_on_request(open_socket: Open, ana: PersonAtDesk, sandbox: Sandbox) -> None:
    """The same event_id, in two envelopes: what an app must drop the second of."""
    socket = open_socket()
    sandbox.faults.duplicate_event()
    ana.say("hello")
    first, second = receive(socket), receive(socket)
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert first["envelope_id"] != second["envelope_id"]


def test_an_event_on_a_broken_connection_goes_to_another(
    open_socket: Open, ana: PersonAtDesk, sandbox: Sandbox
) -> None:
    """The connection breaks before the acknowledgement; the next one gets the event, as a second attempt."""
    socket = open_socket()
    ana.say("hello")
    receive(socket)
    sandbox.drop_sockets()
    sandbox.wait_until(lambda: sandbox.connections == 0)
    url = WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=sandbox.app_token)["url"]
    again = websocket.create_connection(url, timeout=5)
    assert receive(again)["type"] == "hello"
    assert receive(again)["retry_attempt"] == 1
    again.close()


def test_an_event_that_waits_for_a_connection_keeps_its_reason(
    open_socket: Open, ana: PersonAtDesk, clock: ManualClock, sandbox: Sandbox
) -> None:
    """Sent again when there is no connection, it is told to the next one why."""
    socket = open_socket()
    sandbox.faults.refresh_socket()
    ana.say("hello")  # and the connection takes nothing more
    receive(socket)
    clock.advance(3)
    url = WebClient(base_url=sandbox.api_url).apps_connections_open(app_token=sandbox.app_token)["url"]
    again = websocket.create_connection(url, timeout=5)
    assert receive(again)["type"] == "hello"
    frame = receive(again)
    assert (frame["retry_attempt"], frame["retry_reason"]) == (1, "timeout")
    again.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_bolt_comes_back_after_a_broken_connection_and_after_a_refresh(
    app: App, connect: Connect, ana: PersonAtDesk, sandbox: Sandbox
) -> None:
    """Nothing said meanwhile is lost.

    websocket-client 1.9 forgets to close its socket when the server closes first; the collection below makes the
    warning about that come up here, where it is expected.
    """

    @app.event("message")
    def reply(event: dict, say: Say) -> None:
        say(f"re: {event['text']}")

    connect()
    sandbox.refresh_sockets()
    assert ana.wait_for_reply(ana.say("one"), timeout=BACK_AGAIN)["text"] == "re: one"
    sandbox.drop_sockets()
    ana.say("two")  # "one" may come once more before it, where its acknowledgement went down with the connection
    ana.wait_for(lambda message: message["text"] == "re: two", BACK_AGAIN)
    gc.collect()


def test_a_ticket_opens_one_connection(sandbox: Sandbox, client: WebClient) -> None:
    """The URL of apps.connections.open is good for one connection, and needs the app-level token."""
    url = client.apps_connections_open(app_token=sandbox.app_token)["url"]
    websocket.create_connection(url, timeout=5).close()
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        websocket.create_connection(url, timeout=5)
