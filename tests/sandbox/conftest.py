"""A sandbox with two people and a clock that stands still, and Bolt apps that are connected to it."""

import logging
from collections.abc import Callable, Iterator

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient

from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox, running_sandbox

PEOPLE = [
    {"id": "U1", "name": "ana", "real_name": "Ana Díaz", "email": "ana@example.test", "tz": "Europe/Madrid"},
    {
        "id": "U2",
        "name": "ben",
        "real_name": "Ben Ode",
        "email": "ben@example.test",
        "is_admin": True,
        "locale": "fr-FR",
    },
]


@pytest.fixture
def clock() -> ManualClock:
    """Time that only passes when a test says so."""
    return ManualClock()


@pytest.fixture
def sandbox(clock: ManualClock) -> Iterator[Sandbox]:
    """A running sandbox; no app is connected yet."""
    with running_sandbox(PEOPLE, clock=clock) as running:
        yield running


@pytest.fixture
def ana(sandbox: Sandbox) -> PersonAtDesk:
    """The first person."""
    return sandbox.person("U1")


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    """The app's Web API client, as the SDK makes it."""
    return WebClient(sandbox.bot_token, base_url=sandbox.api_url)


@pytest.fixture
def app(client: WebClient) -> App:
    """An unmodified Bolt app without listeners."""
    quiet = logging.getLogger("bolt-under-test")
    quiet.setLevel(logging.CRITICAL)
    return App(client=client, logger=quiet)


@pytest.fixture
def connect(sandbox: Sandbox, app: App) -> Iterator[Callable[[], SocketModeHandler]]:
    """Connects the app over a real WebSocket, once its listeners are registered."""
    handlers: list[SocketModeHandler] = []

    def start() -> SocketModeHandler:
        handler = SocketModeHandler(app, sandbox.app_token)
        handlers.append(handler)
        handler.connect()
        sandbox.wait_for_connection()
        return handler

    yield start
    for handler in handlers:
        sandbox.disconnect(handler)
